"""What the user calls the input, as a list of sources: files, globs, folders, stdin."""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from newsclean.corpora.batches import check_pages, other_column, page_column
from newsclean.corpora.extras import optional
from newsclean.corpora.opened import STDIN, damage, opened
from newsclean.corpora.settings import Columns, InputFormat, Source
from newsclean.errors import WrongInput

FILES_A_SOURCE = 10_000
FIRST_LINES = 20

_BY_SUFFIX: dict[str, InputFormat] = {
    "warc": "warc", "wet": "warc", "jsonl": "jsonl", "ndjson": "jsonl", "parquet": "parquet", "csv": "csv",
    "tsv": "csv", "html": "html", "htm": "html", "xhtml": "html", "txt": "text",
}  # fmt: skip
_COMPRESSED = ("gz", "zst")


def sources_of(inputs: Iterable[str], given: InputFormat | None = None) -> tuple[Source, ...]:
    """The sources that the inputs name: each file once, those of a folder or glob in the order of their names.

    `given` is the format of files whose names do not tell, and of stdin.

    Raises:
        WrongInput: an input is not there, may not be read, or is of no format that is known.
    """
    paths = dict.fromkeys(path for name in inputs for path in _paths(name))
    if not paths:
        raise WrongInput("the folders hold no file that newsclean reads: .warc, .jsonl, .parquet, .csv, .html or .txt")
    single: dict[str, InputFormat] = {path: _format(path, given) for path in paths}
    found = [_source((path,), kind, path) for path, kind in single.items() if kind not in ("html", "text")]
    for kind in ("html", "text"):
        files = iter([path for path in paths if single[path] == kind])
        while some := tuple(islice(files, FILES_A_SOURCE)):
            found.append(_source(some, "html" if kind == "html" else "text", f"{some[0]} and {len(some) - 1} more"))
    return tuple(found)


def check_columns(sources: Iterable[Source], columns: Columns) -> None:
    """See before anything is written that the tables have the columns that were named, and that they can hold pages.

    Raises:
        WrongInput: a table lacks one; the message lists those it has. Or its column of pages holds none.
    """
    for source in sources:
        schema = _schema(source) if source.format == "parquet" else None
        names = _names(source) if schema is None else schema.names
        if names is None:
            continue
        try:
            pages, _ = page_column(names, columns)
            for given, plain in ((columns.url, "url"), (columns.id, "id")):
                other_column(names, given, plain)
            if schema is not None:
                check_pages(pages, schema.field(pages).type)
        except WrongInput as error:
            raise WrongInput(f"{source.name}: {error}") from None


def _schema(source: Source) -> Any:
    parquet, arrow = optional("pyarrow.parquet", "corpus"), optional("pyarrow", "corpus")
    try:
        return parquet.read_schema(source.paths[0])
    except (arrow.ArrowException, OSError) as error:
        raise WrongInput(f"{source.name} is no Parquet file that can be read: {error}") from None


def _names(source: Source) -> list[str] | None:
    """The columns of a table of text; None for what is no table, or can be read only once."""
    if source.name == STDIN or source.format not in ("csv", "jsonl"):
        return None
    return _header(source.paths[0]) if source.format == "csv" else _keys(source.paths[0]) or None


def _header(path: str) -> list[str]:
    import csv

    with opened(path) as file:
        line = file.plain.readline(1 << 20).decode("utf-8-sig", "replace")
    return next(csv.reader([line], dialect="excel-tab" if ".tsv" in path else "excel"), [])


def _keys(path: str) -> list[str]:
    """The names in the first lines of a file of JSON objects; none where these cannot be read, which is told later."""
    names: dict[str, None] = {}
    with opened(path) as file, suppress(*damage(), ValueError):
        for line in islice(file.plain, FIRST_LINES):
            values = json.loads(line)
            names |= dict.fromkeys(values if isinstance(values, dict) else ())
    return list(names)


def _paths(name: str) -> Iterator[str]:
    if name == STDIN:
        yield name
    elif "://" in name:
        raise WrongInput(f"{name} is an address, and newsclean reads files: fetch them, or mount what holds them")
    elif Path(name).is_dir():
        yield from sorted(path for path in _inside(name) if _suffix(path) in _BY_SUFFIX and Path(path).is_file())
    elif Path(name).exists():
        yield name
    else:
        found = sorted(path for path in glob.glob(name, recursive=True) if not Path(path).is_dir())
        if not found:
            raise WrongInput(f"{name}: no such file or folder, and no file of that pattern")
        yield from found


def _inside(folder: str) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        raise _forbidden(error.filename)

    for parent, _, files in os.walk(folder, onerror=refuse):
        yield from (str(Path(parent, name)) for name in files)


def _forbidden(path: str) -> WrongInput:
    return WrongInput(f"{path}: may not be read; see its permissions")


def _suffix(path: str) -> str:
    parts = Path(path).name.lower().split(".")
    return parts[-2] if len(parts) > 2 and parts[-1] in _COMPRESSED else parts[-1]


def _format(path: str, given: InputFormat | None) -> InputFormat:
    kind = _BY_SUFFIX.get(_suffix(path)) or given
    if kind is None:
        shown = "stdin" if path == STDIN else path
        raise WrongInput(f"{shown}: what is it? Say --input-format warc, jsonl, parquet, csv, html or text")
    if path == STDIN and kind == "parquet":
        raise WrongInput("Parquet cannot be read from a pipe: give the file")
    if path != STDIN and not os.access(path, os.R_OK):
        raise _forbidden(path)
    return kind


def _source(paths: tuple[str, ...], kind: InputFormat, name: str) -> Source:
    seen = [Path(path).stat() for path in paths if path != STDIN]
    stamp = max((each.st_mtime_ns for each in seen), default=0)
    shown = paths[0] if len(paths) == 1 else name
    return Source(name=shown, paths=paths, format=kind, size=sum(each.st_size for each in seen), stamp=stamp)
