"""newsclean/data/metadata.toml: where each value stands, first choice first."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from newsclean.data_files import Table, from_toml


class Sources(NamedTuple):
    """Names in lower case. `meta` maps a field to the meta names that may hold it, `words` a list to its words."""

    json_limit: int  # characters of one JSON-LD block
    article_types: frozenset[str]
    page_types: frozenset[str]
    own_keys: frozenset[str]
    goods: frozenset[str]
    discussion: frozenset[str]
    shown: frozenset[str]
    meta: MappingProxyType[str, tuple[str, ...]]
    words: MappingProxyType[str, frozenset[str]]
    clock: MappingProxyType[str, tuple[str, ...]]  # words of a time of day, by where they stand
    zones: MappingProxyType[str, int]  # minutes east of UTC
    eras: MappingProxyType[str, int]  # name of an era to the year before its first
    iranian_months: tuple[tuple[str, ...], ...]
    scripts: MappingProxyType[str, str]  # script to the language it tells
    written_in: MappingProxyType[str, frozenset[str]]  # script to the languages that use it


@cache
def sources() -> Sources:
    """The file, read once. Raises `BrokenData` if it is missing or lacks a part."""
    return from_toml("metadata.toml", _sources)


def _sources(table: Table) -> Sources:
    block, words, fields = table["json_ld"], table["words"], table["fields"]
    return Sources(
        json_limit=block["limit"],
        article_types=frozenset(block["article"]),
        page_types=frozenset(block["page"]),
        own_keys=frozenset(block["own"]),
        goods=frozenset(block["goods"]),
        discussion=frozenset(block["discussion"]),
        shown=frozenset(block["shown"]),
        meta=MappingProxyType({field: tuple(names) for field, names in fields.items()}),
        words=MappingProxyType({name: frozenset(values) for name, values in words.items()}),
        clock=MappingProxyType({part: tuple(words) for part, words in table["clock"].items()}),
        zones=MappingProxyType(table["zones"]),
        eras=MappingProxyType(table["eras"]),
        iranian_months=tuple(map(tuple, table["iranian"]["months"])),
        scripts=MappingProxyType(table["scripts"]),
        written_in=MappingProxyType({script: frozenset(codes) for script, codes in table["written_in"].items()}),
    )
