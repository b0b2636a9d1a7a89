"""The Arrow schema of an Article, derived from its model, so that a new field needs no second place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from newsclean.article import DERIVED, Article
from newsclean.corpora.extras import optional

GIVEN = ("id", "source_url")
"""The columns that say which page of the input a row is."""


def article_schema(fields: tuple[str, ...]) -> Any:
    """The `pyarrow.Schema` of rows with these fields of an Article.

    Dates are ISO 8601 strings, as in its JSON: a page may give a day without a time, or a time in its own zone, and no
    type of Arrow holds both. The blocks, a union in the model, are one struct with the fields of all of them.
    """
    pa = optional("pyarrow", "corpus")
    columns = [pa.field(name, pa.string()) for name in GIVEN]
    return pa.schema([*columns, *(pa.field(name, _arrow(_annotation(name), pa)) for name in fields)])


def _annotation(name: str) -> Any:
    if name in DERIVED:
        return Article.model_computed_fields[name].return_type
    return Article.model_fields[name].annotation


def _arrow(annotation: Any, pa: Any) -> Any:
    plain = {str: pa.string(), bool: pa.bool_(), int: pa.int64(), float: pa.float64(), datetime: pa.string(),
             date: pa.string()}  # fmt: skip
    if annotation in plain:
        return plain[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _arrow(arguments[0], pa)
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(_arrow(arguments[0], pa))
    if origin is Mapping:
        # no map: Hugging Face datasets has no such type
        return pa.list_(pa.struct([("key", _arrow(arguments[0], pa)), ("value", _arrow(arguments[1], pa))]))
    if origin in (Union, UnionType):
        return _either([each for each in arguments if each is not NoneType], pa)
    return _struct([annotation], pa)


def _either(kinds: list[Any], pa: Any) -> Any:
    if all(isinstance(kind, type) and issubclass(kind, BaseModel) for kind in kinds):
        return _struct(kinds, pa)
    types = {_arrow(kind, pa) for kind in kinds}
    if len(types) > 1:
        raise TypeError(f"Arrow has no type for {kinds}")
    return types.pop()


def _struct(models: list[type[BaseModel]], pa: Any) -> Any:
    found: dict[str, Any] = {}
    for model in models:
        for name, field in model.model_fields.items():
            kind = _arrow(field.annotation, pa)
            if found.setdefault(name, kind) != kind:
                raise TypeError(f"{name} has two types in {models}")
    return pa.struct(list(found.items()))
