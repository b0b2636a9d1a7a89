"""Output files, each written under a temporary name, flushed to the disk, and renamed when it is whole."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from newsclean.corpora.extras import optional
from newsclean.corpora.rendering import Page
from newsclean.corpora.rows import schema_of
from newsclean.corpora.settings import Job

_ROW_GROUP = 1_000


class PartFile(Protocol):
    """An output file under way: it takes what `packed` gives, chunk by chunk."""

    def write(self, payload: Any) -> None:
        """Add the Articles of a chunk."""

    def close(self) -> None:
        """Bring it to the disk."""


def new_part(job: Job, path: Path) -> PartFile:
    """An empty output file of the job's format."""
    if job.format == "parquet":
        return ParquetPart(path, schema_of(job.wanted))
    if job.format in ("text", "markdown"):
        return FolderPart(path, ".txt" if job.format == "text" else ".md")
    return LinesPart(path, compressed=job.format == "jsonl.zst")


def suffix_of(job: Job) -> str:
    """What the name of an output file ends with; "" for a folder."""
    return {"text": "", "markdown": ""}.get(job.format, f".{job.format}")


class ParquetPart:
    """A Parquet file, compressed with zstd, in row groups of about a thousand Articles."""

    def __init__(self, path: Path, schema: Any) -> None:
        parquet = optional("pyarrow.parquet", "corpus")
        self._schema, self._rows = schema, 0
        self._waiting: list[Any] = []
        self._file = open(path, "wb")  # noqa: SIM115  # closed by `close`, as in the parts below
        self._writer = parquet.ParquetWriter(self._file, schema, compression="zstd")

    def write(self, payload: bytes) -> None:
        """Add the batches of an Arrow IPC stream."""
        from pyarrow import ipc

        for batch in ipc.open_stream(payload):
            self._waiting.append(batch)
            self._rows += batch.num_rows
        if self._rows >= _ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        from pyarrow import Table

        if self._rows:
            self._writer.write_table(Table.from_batches(self._waiting, self._schema).combine_chunks())
        self._waiting, self._rows = [], 0

    def close(self) -> None:
        """Write the rest and the footer."""
        try:
            self._flush()
            self._writer.close()
            _to_disk(self._file)
        finally:
            self._file.close()


class LinesPart:
    """A file of JSON lines, maybe compressed with zstd."""

    def __init__(self, path: Path, compressed: bool) -> None:
        self._file: Any = open(path, "wb")  # noqa: SIM115
        self._out: Any = self._file
        if compressed:
            self._out = optional("zstandard", "corpus").ZstdCompressor(level=3).stream_writer(self._file, closefd=False)

    def write(self, payload: bytes) -> None:
        """Add lines."""
        self._out.write(payload)

    def close(self) -> None:
        """End the file."""
        try:
            if self._out is not self._file:
                self._out.close()
            _to_disk(self._file)
        finally:
            self._file.close()


class FolderPart:
    """A folder with a file an Article, and `pages.jsonl`, which says what page each file is."""

    def __init__(self, path: Path, suffix: str) -> None:
        self._path, self._suffix, self._count = path, suffix, 0
        path.mkdir()
        self._index: Any = open(path / "pages.jsonl", "wb")  # noqa: SIM115

    def write(self, payload: list[Page]) -> None:
        """Add a file a page."""
        for identifier, url, text in payload:
            name = f"{self._count:06}{self._suffix}"
            self._count += 1
            (self._path / name).write_bytes(text.encode() + b"\n")
            line = {"file": name, "id": identifier, "source_url": url}
            self._index.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")

    def close(self) -> None:
        """End the folder."""
        try:
            self._index.flush()
            os.sync()  # one call for its thousands of files
        finally:
            self._index.close()


def _to_disk(file: Any) -> None:
    file.flush()
    os.fsync(file.fileno())


def put(temporary: Path, final: Path) -> None:
    """Rename a whole file or folder to its final name; what a killed run left there is replaced."""
    if final.is_dir():
        shutil.rmtree(final)
    temporary.replace(final)
    folder = os.open(final.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def remove(path: Path) -> None:
    """Remove a file or folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that is there whole at the end, or not at all."""
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        with open(temporary, "wb") as file:
            yield file
            _to_disk(file)
        put(temporary, path)
    finally:
        remove(temporary)


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file so that it is there whole or not at all."""
    with whole(path) as file:
        file.write(data)
