"""Pages that are files of their own: .html or .txt, maybe compressed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsclean.corpora.opened import STDIN, damage, opened
from newsclean.corpora.records import Entry, Failure, Record, encodable
from newsclean.corpora.settings import Source


def file_entries(source: Source, max_bytes: int) -> Iterator[Entry]:
    """Yield a page a file; its id is the file's path. A file that cannot be read is a failure."""
    position = 0
    for name, path in zip(source.paths, source.files, strict=True):
        identifier = encodable(name) or name
        try:
            with opened(path) as file:
                data = file.plain.read(max_bytes + 1)
            position += 0 if path == STDIN else Path(path).stat().st_size
        except damage() as error:
            yield Entry(position, Failure(identifier, None, "read", "unreadable", encodable(error) or ""))
            continue
        if len(data) > max_bytes:
            yield Entry(position, Failure(identifier, None, "read", "too_large", f"more than {max_bytes} bytes"))
        elif source.format == "html":
            yield Entry(position, Record(identifier, html=data))
        else:
            yield Entry(position, Record(identifier, text=data.decode("utf-8", "replace")))
