"""Pages out of JSON lines, CSV and Parquet: a row a page."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from newsclean.corpora.batches import other_column, page_column, record_of, records_of
from newsclean.corpora.extras import optional
from newsclean.corpora.opened import Opened, damage
from newsclean.corpora.records import Entry, Failure, Record, encodable
from newsclean.corpora.settings import Columns, Source
from newsclean.errors import WrongInput

_ROWS = 64


class _Places(NamedTuple):
    """The columns of a table, by what they hold."""

    pages: str
    is_html: bool
    url: str | None
    id: str | None


def _places(names: list[str], columns: Columns) -> _Places:
    pages, is_html = page_column(names, columns)
    return _Places(pages, is_html, other_column(names, columns.url, "url"), other_column(names, columns.id, "id"))


def json_entries(file: Opened, name: str, columns: Columns, max_bytes: int) -> Iterator[Entry]:
    """Yield the pages of a file of JSON objects, one a line. Columns may differ from line to line."""
    try:
        for number, line in enumerate(_lines(file, max_bytes)):
            if line is None:
                detail = f"line {number + 1} is longer than --max-page-bytes {max_bytes}"
                yield Entry(file.position, Failure(f"{name}#{number}", None, "read", "too_large", detail))
            elif line.strip():
                yield Entry(file.position, _of_line(line, f"{name}#{number}", columns))
    except damage() as error:
        yield _cut_off(file, name, error)


def _lines(file: Opened, max_bytes: int) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is too long to be held."""
    limit = 2 * max_bytes + 4096  # JSON escapes make a page longer, and there are other columns
    while line := file.plain.readline(limit):
        if len(line) < limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.plain.readline(limit)
        yield None


def _of_line(line: bytes, fallback: str, columns: Columns) -> Record | Failure:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Failure(fallback, None, "read", "broken_record", f"no JSON: {error}"[:300])
    if not isinstance(values, dict):
        return Failure(fallback, None, "read", "broken_record", f"a JSON object is wanted, not {type(values).__name__}")
    try:
        pages, is_html = page_column(list(values), columns)
    except WrongInput as error:
        return Failure(fallback, None, "read", "no_page", encodable(error) or "")
    # many writers leave out what is null: a line without the URL, or the id, is a page all the same
    return _of_row(values, _Places(pages, is_html, columns.url or "url", columns.id or "id"), fallback)


def _of_row(values: dict[str, Any], places: _Places, fallback: str) -> Record | Failure:
    identifier = (encodable(values.get(places.id)) if places.id else None) or fallback
    url = encodable(values.get(places.url)) if places.url else None
    page = values.get(places.pages)
    if not isinstance(page, str):
        return Failure(identifier, url, "read", "no_page", f"{places.pages} is {type(page).__name__}, not a string")
    return record_of(page, places.is_html, identifier, url)


def csv_entries(file: Opened, name: str, columns: Columns) -> Iterator[Entry]:
    """Yield the pages of a CSV or TSV file with a header row, in UTF-8.

    Raises:
        WrongInput: it has no column of pages, or none of a name that was given.
    """
    csv.field_size_limit(sys.maxsize)  # 128 KiB by default, less than many a page
    text = io.TextIOWrapper(file.plain, encoding="utf-8-sig", errors="replace", newline="")
    broken: tuple[type[Exception], ...] = (csv.Error, *damage())
    try:
        table = csv.DictReader(text, dialect="excel-tab" if ".tsv" in name else "excel")
        places = _places(list(table.fieldnames or ()), columns)
        for number, values in enumerate(table):
            yield Entry(file.position, _of_row(values, places, f"{name}#{number}"))
    except broken as error:
        yield _cut_off(file, name, error)
    finally:
        text.detach()


def _cut_off(file: Opened, name: str, error: Exception) -> Entry:
    return Entry(file.position, Failure(f"{name}@{file.position}", None, "read", "cut_off", f"{name}: {error}"))


def parquet_entries(source: Source, columns: Columns) -> Iterator[Entry]:
    """Yield the pages of a Parquet file, whoever wrote it; no more than a few rows are in memory.

    Raises:
        WrongInput: it has no column of pages, or none of a name that was given.
    """
    parquet = optional("pyarrow.parquet", "corpus")
    arrow_error: type[Exception] = optional("pyarrow", "corpus").ArrowException
    [path], number = source.files, 0
    try:
        table = parquet.ParquetFile(path, memory_map=False, pre_buffer=False)
        places = _places(table.schema_arrow.names, columns)
        wanted = [each for each in (places.pages, places.url, places.id) if each]
        for batch in table.iter_batches(batch_size=_ROWS, columns=wanted, use_threads=False):
            named = columns.model_copy(update={"html" if places.is_html else "text": places.pages})
            for record in records_of(batch, named, first=number):
                unnamed = record._replace(id=f"{source.name}#{number}") if places.id is None else record
                number += 1
                yield Entry(source.size * number // max(1, table.metadata.num_rows), unnamed)
    except (arrow_error, OSError) as error:
        yield Entry(source.size, Failure(f"{source.name}#{number}", None, "read", "cut_off", f"{source.name}: {error}"))
