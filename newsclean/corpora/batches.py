"""`clean_batch`: an Arrow batch of pages in, an Arrow batch of Articles out. The one function that all engines call."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from newsclean.article import Article
from newsclean.corpora.cleaning import Tally, clean
from newsclean.corpora.extras import optional
from newsclean.corpora.records import Failure, Record, encodable
from newsclean.corpora.rows import article_of, batch_of, row, schema_of
from newsclean.corpora.settings import Columns, Wanted
from newsclean.errors import WrongInput

_OF_PAGES = frozenset({
    "string", "large_string", "string_view", "binary", "large_binary", "binary_view", "fixed_size_binary", "null",
})  # fmt: skip


def clean_batch(batch: Any, *, wanted: Wanted | None = None, columns: Columns | None = None) -> Any:
    """Clean a `pyarrow.RecordBatch` of pages.

    Args:
        batch: a column of HTML (string or binary) or of text, and where there are such, of URLs and ids; ids are else
            the numbers of the rows.
        wanted: which pages, and which fields of each Article.
        columns: the names of the columns: "html", "text", "url" and "id" unless they are named.

    Returns:
        A RecordBatch of the schema `batch_schema(wanted)`: a row a page, in order. A page that failed has all its
        fields null and the reason, as JSON, in `failure`. Pages that are not wanted have no row.

    Raises:
        MissingExtra: pyarrow is not installed.
        WrongInput: it is no RecordBatch, lacks the column of the pages (the message lists those it has), or holds
            something else there than strings or bytes.

    >>> import pyarrow as pa
    >>> pages = pa.RecordBatch.from_pydict({"id": ["a"], "html": ["<h1>Ferry late</h1><p>The ferry left late.</p>"]})
    >>> clean_batch(pages).select(["id", "title"]).to_pylist()
    [{'id': 'a', 'title': 'Ferry late'}]
    """
    pa = optional("pyarrow", "corpus")
    if not isinstance(batch, pa.RecordBatch):
        raise WrongInput(f"clean_batch takes a pyarrow.RecordBatch, not {type(batch).__name__}")
    chosen = wanted or Wanted()
    rows: list[dict[str, Any]] = []
    tally = Tally()
    for record in records_of(batch, columns or Columns()):
        outcome = clean(record, chosen, tally, partial(row, record, chosen))
        if isinstance(outcome, Failure):
            rows.append({"id": record.id, "source_url": record.url, "failure": json.dumps(outcome._asdict())})
        elif outcome is not None:
            rows.append(outcome)
    return batch_of(rows, batch_schema(chosen))


def batch_schema(wanted: Wanted | None = None) -> Any:
    """The `pyarrow.Schema` of what `clean_batch` gives: that of the output files, and `failure`."""
    pa = optional("pyarrow", "corpus")
    return schema_of(wanted or Wanted()).append(pa.field("failure", pa.string()))


def articles_of(batch: Any) -> Iterator[Article]:
    """Yield the Articles of a RecordBatch or Table that `clean_batch` gave or that a run wrote; failures are left out.

    Equal to the Articles that were written, but for the fields that were not.

    Raises:
        WrongInput: it is neither, or its rows are no Articles; those written without `charset` are none.
    """
    if not hasattr(batch, "to_pylist"):
        raise WrongInput(f"articles_of takes a pyarrow.RecordBatch or Table, not {type(batch).__name__}")
    for values in batch.to_pylist():
        if not values.get("failure"):
            yield article_of(values)


def page_column(names: list[str], columns: Columns) -> tuple[str, bool]:
    """The column that holds the pages, and whether it is HTML.

    Raises:
        WrongInput: it is not there.
    """
    for given, plain, is_html in ((columns.html, "html", True), (columns.text, "text", False)):
        if given is not None and given not in names:
            raise WrongInput(f"there is no column {given!r}; there are: {', '.join(names)}")
        if given is not None or (plain in names and (columns.html or columns.text) is None):
            return given or plain, is_html
    raise WrongInput(
        f"there is no column of pages named html or text; there are: {', '.join(names)}. "
        "Name it: Columns(html=NAME) in Python, --html-column NAME on the command line"
    )


def check_pages(name: str, kind: Any) -> None:
    """See that a column of an Arrow type can hold pages.

    Raises:
        WrongInput: it holds numbers, lists or the like.
    """
    values = getattr(kind, "storage_type", kind)  # of an extension type
    if str(values).startswith("dictionary<"):
        values = values.value_type
    if str(values).partition("[")[0] not in _OF_PAGES:
        raise WrongInput(f"the column {name!r} is of the type {kind}; pages are strings or binary")


def other_column(names: list[str], given: str | None, plain: str) -> str | None:
    """The column of that name, or the one under its plain name, if there is one."""
    if given is not None and given not in names:
        raise WrongInput(f"there is no column {given!r}; there are: {', '.join(names)}")
    return given or (plain if plain in names else None)


def records_of(batch: Any, columns: Columns, first: int = 0) -> Iterator[Record]:
    """Yield the pages of a RecordBatch. A string column is UTF-8 by definition, and cleaned as such bytes."""
    names = batch.schema.names
    pages, is_html = page_column(names, columns)
    check_pages(pages, batch.schema.field(pages).type)
    urls, ids = other_column(names, columns.url, "url"), other_column(names, columns.id, "id")
    for number in range(batch.num_rows):
        page = batch[pages][number].as_py()
        given = encodable(batch[ids][number].as_py()) if ids else None
        url = encodable(batch[urls][number].as_py()) if urls else None
        yield record_of(page, is_html, given or str(first + number), url)


def record_of(page: str | bytes | None, is_html: bool, identifier: str, url: str | None) -> Record:
    """A page from a table's cell: HTML or text, as string or as bytes; null is an empty page."""
    if is_html:
        data = page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page or b""
        return Record(identifier, html=data, url=url)
    text = page.decode("utf-8", "replace") if isinstance(page, bytes) else page or ""
    return Record(identifier, text=text, url=url)
