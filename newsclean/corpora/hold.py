"""The folder of a run, kept to one command at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsclean.errors import BadOptions

try:
    import fcntl
except ModuleNotFoundError:  # Windows has none
    fcntl = None  # type: ignore[assignment]


@contextmanager
def held(root: Path) -> Iterator[None]:
    """Within, no other command may hold the folder; the system lets go of it, however this process ends.

    Raises:
        BadOptions: another command holds it.
    """
    if fcntl is None:
        yield
        return
    folder = os.open(root, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BadOptions(f"another newsclean is writing to {root}: wait for it, or choose another folder") from None
        except OSError:  # a file system without locks, as some that clusters share
            pass
        yield
    finally:
        os.close(folder)
