"""Files opened for reading, gzip and zstd undone."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from newsclean.corpora.extras import optional

STDIN = "-"
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


class Opened:
    """A file that is read: its plain bytes, and how far in the file they stand."""

    def __init__(self, raw: BinaryIO) -> None:
        self.raw = raw
        self.plain: BinaryIO = _decompressed(raw)

    @property
    def position(self) -> int:
        """The bytes of the file that were read."""
        return self.raw.tell() if self.raw.seekable() else 0


class Forward(io.RawIOBase):
    """A pipe that knows how far it was read, as FastWARC asks of a file."""

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe, self._position = pipe, 0

    def read(self, size: int = -1) -> bytes:
        """Read as the pipe does."""
        data = self._pipe.read(size)
        self._position += len(data)
        return data

    def tell(self) -> int:
        """The bytes read so far."""
        return self._position


@contextmanager
def opened(path: str) -> Iterator[Opened]:
    """Open a file, or stdin for "-"; what it is compressed with is seen from its first bytes, whatever it is called."""
    if path == STDIN:
        yield Opened(sys.stdin.buffer)
    else:
        with open(path, "rb") as raw:
            yield Opened(raw)


def _decompressed(raw: BinaryIO) -> BinaryIO:
    buffered: Any = raw  # a BufferedReader, which has peek
    first = buffered.peek(4)[:4]
    if first.startswith(_GZIP):
        return cast(BinaryIO, gzip.open(raw, "rb"))
    if first == _ZSTD:
        inflater = optional("zstandard", "corpus").ZstdDecompressor()
        return io.BufferedReader(inflater.stream_reader(raw, read_across_frames=True, closefd=False), 1 << 20)
    return raw


def damage() -> tuple[type[Exception], ...]:
    """What reading raises where compressed bytes are damaged or cut off."""
    import zlib

    errors: tuple[type[Exception], ...] = (OSError, EOFError, zlib.error)
    if (zstandard := sys.modules.get("zstandard")) is not None:
        errors += (zstandard.ZstdError,)
    return errors
