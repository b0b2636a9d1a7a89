"""The pages of one input, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.corpora.opened import opened
from newsclean.corpora.page_files import file_entries
from newsclean.corpora.records import Entry, Failure, Record, encodable
from newsclean.corpora.settings import Columns, Source
from newsclean.corpora.tables import csv_entries, json_entries, parquet_entries
from newsclean.corpora.warc import warc_entries
from newsclean.errors import WrongInput


def entries(source: Source, columns: Columns, max_bytes: int) -> Iterator[Entry]:
    """Yield what stands in the input, in its order: the same at every reading. What cannot be read is a failure."""
    try:
        for entry in _entries(source, columns, max_bytes):
            item = entry.item
            if isinstance(item, Record) and item.size > max_bytes:
                detail = f"{item.size} bytes; --max-page-bytes is {max_bytes}"
                yield entry._replace(item=Failure(item.id, item.url, "read", "too_large", detail))
            else:
                yield entry
    except (OSError, WrongInput) as error:  # one input of many: the others are read all the same
        yield Entry(source.size, Failure(source.name, None, "read", "unreadable", encodable(error) or ""))


def _entries(source: Source, columns: Columns, max_bytes: int) -> Iterator[Entry]:
    if source.format in ("html", "text"):
        yield from file_entries(source, max_bytes)
    elif source.format == "parquet":
        yield from parquet_entries(source, columns)
    else:
        [path] = source.files
        with opened(path) as file:
            match source.format:
                case "warc":
                    yield from warc_entries(file.raw, source.name, max_bytes)
                case "jsonl":
                    yield from json_entries(file, source.name, columns, max_bytes)
                case "csv":
                    yield from csv_entries(file, source.name, columns)
