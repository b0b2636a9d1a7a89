"""A metadata value and where it was found."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A value and its source, such as "json_ld:datePublished", "meta:og:title", "microdata:author", "url"."""

    value: T
    evidence: str
