"""`clean_batch` and its kin in somebody's own pipeline: names, types of columns, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsclean import corpora
from newsclean.corpora import Columns, Wanted, articles_of, batch_schema, clean_batch
from newsclean.errors import WrongInput
from tests.corpora.conftest import Corpus

PAGE = "<h1>Ferry late</h1><p>The ferry to Norholm left an hour late on Monday, its crew said."


def batch(column: Any, name: str = "html") -> Any:
    return pa.RecordBatch.from_arrays([column], [name])


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.binary(), pa.large_binary(), pa.binary(len(PAGE))])
def test_pages_are_strings_or_binary_of_any_width(kind: Any) -> None:
    given = batch(pa.array([PAGE.encode() if "binary" in str(kind) else PAGE], kind))
    assert clean_batch(given).column("title").to_pylist() == ["Ferry late"]


def test_pages_written_once_for_many_rows() -> None:
    cleaned = clean_batch(batch(pa.array([PAGE, PAGE]).dictionary_encode()))
    assert cleaned.column("title").to_pylist() == ["Ferry late", "Ferry late"]


@pytest.mark.parametrize("kind", [pa.string(), pa.binary(), pa.null()])
def test_a_null_is_an_empty_page(kind: Any) -> None:
    [row] = clean_batch(batch(pa.array([None], kind))).to_pylist()
    assert (row["failure"], row["kind"], row["text"]) == (None, "other", "")


@pytest.mark.parametrize("values", [[5, 7], [5.0], [True], [["a"]], [{"a": "b"}]])
@pytest.mark.parametrize("name", ["html", "text"])
def test_a_column_of_anything_else_is_refused(values: list[Any], name: str) -> None:
    with pytest.raises(WrongInput, match=f"the column '{name}' is of the type .*; pages are strings or binary"):
        clean_batch(batch(pa.array(values), name))


def test_a_parquet_file_of_numbers_is_refused_before_anything_is_written(tmp_path: Path, corpus: Corpus) -> None:
    pq.write_table(pa.table({"html": [5, 7]}), tmp_path / "numbers.parquet")
    ran = corpus("numbers.parquet")
    assert (ran.code, ran.output.exists()) == (2, False)
    assert "numbers.parquet: the column 'html' is of the type int64" in " ".join(ran.said.split())


def test_a_table_without_pages_is_told_what_to_write_in_python_too() -> None:
    with pytest.raises(WrongInput, match=r"there are: body. Name it: Columns\(html=NAME\) in Python"):
        clean_batch(batch(pa.array([PAGE]), "body"))
    named = clean_batch(batch(pa.array([PAGE]), "body"), columns=Columns(html="body"), wanted=Wanted(fields=("title",)))
    assert named.column("title").to_pylist() == ["Ferry late"]
    assert named.schema == batch_schema(Wanted(fields=("title",)))


def test_every_public_name_is_there() -> None:
    assert [name for name in corpora.__all__ if getattr(corpora, name, None) is None] == []


def test_rows_that_are_no_articles_are_refused() -> None:
    cleaned = clean_batch(batch(pa.array([PAGE])), wanted=Wanted(fields=("title", "text")))
    with pytest.raises(WrongInput, match="see its charset"):
        list(articles_of(cleaned))
    with pytest.raises(WrongInput, match="RecordBatch or Table, not list"):
        list(articles_of([]))
