"""`python -m tests.benchmarks.alone SYSTEM FOLDER`: a system in a process that does nothing else.

Prints the seconds from its import to the end of a first small page, and the megabytes at most over all pages.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.benchmarks.peers import SYSTEMS, text_of

_FIRST = b"<h1>Ferry is late</h1>" + b"<p>The ferry left an hour late on Monday, its crew said.</p>" * 9


class Alone(NamedTuple):
    """What a system costs before and beside its work."""

    start_seconds: float
    megabytes: float


def measure(system: str, pages: Iterable[bytes], rounds: int = 3) -> Alone:
    """Run the system so often in a process of its own; the best start, and the most memory."""
    with TemporaryDirectory() as folder:
        for number, page in enumerate(pages):
            (Path(folder) / f"{number}.html").write_bytes(page)
        command = [sys.executable, "-m", "tests.benchmarks.alone", system, folder]
        done = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(rounds)]
    found = [Alone(*json.loads(each.stdout)) for each in done]
    return Alone(min(each.start_seconds for each in found), max(each.megabytes for each in found))


def main(system: str, folder: str) -> None:
    """Do it here."""
    start = time.process_time()
    reader = SYSTEMS[system]()
    reader(_FIRST)
    ready = time.process_time() - start
    for path in Path(folder).iterdir():
        text_of(system, reader, path.read_bytes())
    print(json.dumps([ready, _megabytes()]))


def _megabytes() -> float:
    """The most memory so far. Linux hands `ru_maxrss` on from the process that started this one, VmHWM not."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text(encoding="utf-8").partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
