"""Articles as rows: the same values whatever they are written to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from newsclean.article import DERIVED, Article
from newsclean.corpora.records import Record
from newsclean.corpora.schema import GIVEN, article_schema
from newsclean.corpora.settings import Wanted
from newsclean.errors import WrongInput


def row(record: Record, wanted: Wanted, article: Article) -> dict[str, Any]:
    """The wanted fields of an Article as JSON types, with the id and the URL that the input gave."""
    values = json.loads(article.model_dump_json(include=set(wanted.fields)))
    return {"id": record.id, "source_url": record.url} | {name: values[name] for name in wanted.fields}


def batch_of(rows: Iterable[dict[str, Any]], schema: Any) -> Any:
    """Rows as a `pyarrow.RecordBatch` of the schema."""
    from pyarrow import RecordBatch

    return RecordBatch.from_pylist([_listed(each) for each in rows], schema=schema)


def _listed(values: dict[str, Any]) -> dict[str, Any]:
    """A row with its dicts as the lists of keys and values that the schema has."""
    evidence = values.get("evidence")
    if evidence is None:
        return values
    return values | {"evidence": [{"key": key, "value": value} for key, value in evidence.items()]}


def schema_of(wanted: Wanted) -> Any:
    """The schema of the rows that are wanted."""
    return article_schema(wanted.fields)


def article_of(values: dict[str, Any]) -> Article:
    """The Article of a row that was read back. Fields that were not written have their defaults.

    Raises:
        WrongInput: the row has no `charset`, which every Article has, or is no Article's at all.
    """
    fields = {name: value for name, value in values.items() if name not in (*GIVEN, *DERIVED, "failure")}
    if isinstance(fields.get("evidence"), list):
        fields["evidence"] = {pair["key"]: pair["value"] for pair in fields["evidence"]}
    fields["blocks"] = [_without_none(block) for block in fields.get("blocks") or ()]
    try:
        return Article.model_validate({name: value for name, value in fields.items() if value is not None})
    except ValidationError as error:
        wrong = ", ".join(dict.fromkeys(str(each["loc"][0]) for each in error.errors()))
        raise WrongInput(f"a row is no Article: see its {wrong}. Have charset written: every Article has one") from None


def _without_none(block: dict[str, Any]) -> dict[str, Any]:
    """A block of the union: what the other kinds of block have is None in its struct."""
    return {name: value for name, value in block.items() if value is not None}
