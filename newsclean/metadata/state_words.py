"""newsclean/data/state.toml: keys and types under which content systems keep a story."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, Literal

from newsclean.data_files import Table, from_toml

_KEYS = (
    "text", "inside", "type", "title", "address", "deck", "body", "foreign", "published", "modified", "authors",
    "section", "topics", "free", "locked", "named",
)  # fmt: skip
_WORDS = re.compile(r"[A-Z]?[a-z]+[0-9]?|[A-Z]+(?![a-z])|[0-9]+")
_LONGEST_TYPE = 60  # characters; a longer value is no type

Element = Literal["dropped", "heading", "quote", "list_item", "list", "paragraph", ""]

# the first that fits counts
_TYPES: Final[tuple[Element, ...]] = ("dropped", "heading", "quote", "list_item", "list", "paragraph")


@cache
def state_words() -> MappingProxyType[str, tuple[str, ...]]:
    """The lists of the file by name. Raises `BrokenData` if it is missing or lacks one."""
    return from_toml("state.toml", _lists)


def _lists(table: Table) -> MappingProxyType[str, tuple[str, ...]]:
    return MappingProxyType({name: tuple(table[name]) for name in (*_KEYS, *_TYPES)})


@cache
def foreign_keys() -> frozenset[str]:
    """Keys, in lower case, under which no part of the page's own story lies."""
    return frozenset(state_words()["foreign"])


@cache
def body_keys() -> frozenset[str]:
    """Keys, in lower case, under which a story lies."""
    return frozenset(state_words()["body"])


@lru_cache(maxsize=512)
def element_of(type_name: str) -> Element:
    """What an element of this type is to the story; "" if nothing is known of the type.

    >>> element_of("relatedLink"), element_of("core/paragraph"), element_of("header-two")
    ('dropped', 'paragraph', 'heading')
    """
    if len(type_name) > _LONGEST_TYPE:
        return ""
    words = {word.lower() for word in _WORDS.findall(type_name)} | {type_name.lower()}
    for element in _TYPES:
        if not words.isdisjoint(state_words()[element]):
            return element
    return ""
