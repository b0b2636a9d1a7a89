"""What the command line reads and writes: bytes, UTF-8 whatever the locale, messages on stderr."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

STDIN = "-"


def piped() -> tuple[str]:
    """Stdin, unless somebody sits at it who gave no FILE."""
    if sys.stdin.isatty():
        raise click.UsageError('Give a FILE, pipe a page in, or say "-" to type one.')
    return (STDIN,)


def same_file(name: str, output: str) -> bool:
    """Whether an output would overwrite an input."""
    return name != STDIN and Path(output).exists() and Path(name).exists() and Path(name).samefile(output)


def read(name: str) -> bytes:
    """What a file, or stdin, holds."""
    with click.open_file(name, "rb") as stream:  # which knows "-"
        return bytes(stream.read())


def write(texts: Iterable[str], output: str | None) -> None:
    """Write texts to a file, or to stdout; what cannot be written ends the command."""
    try:
        # Bytes: the locale's encoding must not decide what a page's words become.
        with click.open_file(output or "-", "wb") as stream:
            for text in texts:
                stream.write(text.encode("utf-8"))
            stream.flush()
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # the reader has had enough: click ends quietly
        fail(output or "stdout", error.strerror or str(error))


def say(name: str, message: str) -> None:
    """Tell something about a file, on stderr."""
    shown = "stdin" if name == STDIN else click.format_filename(name)
    click.echo(f"newsclean: {shown}: {message}", err=True)


def fail(name: str, message: str) -> NoReturn:
    """Tell what went wrong with a file, and end."""
    say(name, message)
    sys.exit(1)
