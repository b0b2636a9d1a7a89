"""How the Articles of a chunk are written, done where they are made: the runner only copies bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from newsclean.article import Article
from newsclean.corpora.records import Record
from newsclean.corpora.rows import batch_of, row, schema_of
from newsclean.corpora.settings import OutputFormat, Wanted

Page = tuple[str, str | None, str]
"""Id, URL and rendering of a page that gets a file of its own."""


def written(format_: OutputFormat, wanted: Wanted) -> Callable[[Record, Article], Any]:
    """The function that makes of an Article what `packed` takes."""
    if format_ == "text":
        return lambda record, article: (record.id, record.url, article.text)
    if format_ == "markdown":
        return lambda record, article: (record.id, record.url, article.to_markdown())
    if format_ == "parquet":
        return lambda record, article: row(record, wanted, article)
    return lambda record, article: json.dumps(row(record, wanted, article), ensure_ascii=False).encode() + b"\n"


def packed(values: list[Any], format_: OutputFormat, wanted: Wanted) -> Any:
    """The Articles of a chunk as the writer of the format takes them: Arrow IPC, JSON lines, or a list of pages."""
    if format_ == "parquet":
        from pyarrow import BufferOutputStream, ipc

        stream = BufferOutputStream()
        schema = schema_of(wanted)
        with ipc.new_stream(stream, schema) as writer:
            writer.write_batch(batch_of(values, schema))
        return stream.getvalue().to_pybytes()
    return b"".join(values) if format_ in ("jsonl", "jsonl.zst") else values
