"""Where a WARC goes on after damage: how far a record reaches, and where the next one starts."""

from __future__ import annotations

import re
import zlib
from typing import Any, BinaryIO

from newsclean.corpora.extras import optional

GZIP, ZSTD, PLAIN = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/1."
_STEP = 1 << 20
_LENGTH = re.compile(rb"(?im)^content-length:[ \t]*(\d+)[ \t]*\r$")


def extent(file: BinaryIO, start: int) -> int | None:
    """The end of the record at `start`; None where its length is not what its header says, or the file is a pipe."""
    if not file.seekable():
        return None
    magic = _magic(file)
    if magic == PLAIN:
        file.seek(start)
        head = file.read(1 << 16)
        end = _end(head)
        if end is None:
            return None
        file.seek(start + end)
        return start + end + 4 if file.read(4) == b"\r\n\r\n" else None
    inflated, used = _inflated(file, start, magic)
    end = _end(inflated)
    return start + used if end is not None and inflated[end:].strip(b"\r\n") == b"" else None


def _end(record: bytes) -> int | None:
    """Where the block of a record ends, seen from its start."""
    head, empty_line, _ = record.partition(b"\r\n\r\n")
    length = _LENGTH.search(head + b"\r")
    return len(head) + 4 + int(length[1]) if empty_line and length else None


def next_start(file: BinaryIO, position: int) -> int | None:
    """The first place from `position` on where a record starts; None where there is none, or the file is a pipe."""
    if not file.seekable():
        return None
    magic = _magic(file)
    while True:
        file.seek(position)
        window = file.read(_STEP)
        found = window.find(magic)
        if found >= 0 and _starts_record(file, position + found, magic):
            return position + found
        if found < 0 and len(window) < _STEP:
            return None
        position += found + 1 if found >= 0 else len(window) - len(magic) + 1


def _starts_record(file: BinaryIO, start: int, magic: bytes) -> bool:
    if magic == PLAIN:
        file.seek(max(0, start - 2))
        return start < 2 or file.read(2) == b"\r\n"
    file.seek(start)
    head = file.read(1 << 12)
    try:  # no more than its first bytes: a member that is cut off starts a record all the same
        if magic == GZIP:
            return zlib.decompressobj(31).decompress(head, len(PLAIN)) == PLAIN
        reader = optional("zstandard", "corpus").ZstdDecompressor().stream_reader(head)
        return bool(reader.read(len(PLAIN)) == PLAIN)
    except _damage():
        return False


def _inflated(file: BinaryIO, start: int, magic: bytes) -> tuple[bytes, int]:
    """The compressed record at `start`, and how many bytes of the file it takes."""
    file.seek(start)
    inflater = _inflater(magic)
    parts, read = [], 0
    try:
        while not inflater.eof and (piece := file.read(_STEP)):
            read += len(piece)
            parts.append(inflater.decompress(piece))
    except _damage():
        return b"", 0
    return b"".join(parts), read - len(inflater.unused_data)


def _inflater(magic: bytes) -> Any:
    """A `zlib.decompressobj`, or the one of zstandard, which has the same methods."""
    if magic == GZIP:
        return zlib.decompressobj(31)
    return optional("zstandard", "corpus").ZstdDecompressor().decompressobj()


def _damage() -> tuple[type[Exception], ...]:
    return (zlib.error, optional("zstandard", "corpus").ZstdError)


def _magic(file: BinaryIO) -> bytes:
    """What a record of this file starts with."""
    file.seek(0)
    first = file.read(4)
    return next((magic for magic in (GZIP, ZSTD) if first.startswith(magic)), PLAIN)
