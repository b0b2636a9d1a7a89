"""What the command line reads and writes: bytes, UTF-8 whatever the locale, messages on stderr."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import click

STDIN = STDOUT = "-"


def piped() -> tuple[str]:
    """Stdin, unless somebody sits at it who gave no FILE."""
    if sys.stdin.isatty():
        raise click.UsageError('Give a FILE, pipe a page in, or say "-" to type one.')
    return (STDIN,)


def refuse_twice(names: Sequence[str | None]) -> None:
    """Refuse to read stdin twice: the second time it is empty."""
    if names.count(STDIN) > 1:
        raise click.UsageError('stdin can be read once, and "-" is given more often.')


def same_file(name: str, output: str) -> bool:
    """Whether an output would overwrite an input."""
    return name != STDIN and Path(output).exists() and Path(name).exists() and Path(name).samefile(output)


def read(name: str) -> bytes:
    """What a file, or stdin, holds."""
    with click.open_file(name, "rb") as stream:  # which knows "-"
        return bytes(stream.read())


def write(texts: Iterable[str], output: str | None, code: int = 1) -> None:
    """Write texts to a file, or to stdout; what cannot be written ends the command with `code`."""
    try:
        # Bytes: the locale's encoding must not decide what a page's words become.
        with _opened(output or STDOUT) as stream:
            for text in texts:
                stream.write(text.encode("utf-8"))
            stream.flush()
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # the reader has had enough: click ends quietly
        fail(output or "stdout", error.strerror or str(error), code)


@contextmanager
def _opened(output: str) -> Iterator[Any]:
    """A file that is whole at the end, or what it was before. Stdout, a device and a pipe take each text at once."""
    path = Path(os.path.realpath(output))
    beside = None if output == STDOUT or _is_stream(output) else _beside(path)
    if beside is None:
        with click.open_file(output, "wb") as stream:
            yield stream
        return
    try:
        with beside:
            yield beside
        if path.exists():
            shutil.copymode(path, beside.name)
        Path(beside.name).replace(path)
    finally:
        Path(beside.name).unlink(missing_ok=True)


def _is_stream(output: str) -> bool:
    # /dev/stdout may lead to a file that the shell has open, to which more is to be added
    return Path(output).absolute().parts[1:2] in (("dev",), ("proc",)) or (
        Path(output).exists() and not Path(output).is_file()
    )


def _beside(path: Path) -> BinaryIO | None:
    """A new file in the same folder; None where that takes none, though it may hold a file that can be written to."""
    try:
        return open(path.with_name(f".newsclean-{os.getpid()}.tmp"), "wb")
    except PermissionError:
        return None


def say(name: str, message: str) -> None:
    """Tell something about a file, on stderr."""
    shown = "stdin" if name == STDIN else click.format_filename(name)
    click.echo(f"newsclean: {shown}: {message}", err=True)


def fail(name: str, message: str, code: int = 1) -> NoReturn:
    """Tell what went wrong with a file, and end with an exit code."""
    say(name, message)
    sys.exit(code)
