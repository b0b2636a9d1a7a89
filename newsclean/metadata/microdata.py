"""Microdata of a page as flat properties, each with the item that holds it (HTML Living Standard, clause 5.2).

A property outside every item, invalid but common on news pages, belongs to item -1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from newsclean.folding import letters
from newsclean.metadata.sources import sources
from newsclean.metadata.wording import one_line

_MARKED = etree.XPath("descendant-or-self::*[@itemprop]")  # "/@itemprop/.." is quadratic in libxml2
_LIMIT = 3_000  # elements; a page of honest markup has under 300
_MANY = 3  # articles marked up on one page that are not all its own
_SHORTEST_TITLE = 8  # letters
_TEXT_LIMIT = 2_000  # characters; a longer value is the story, which is read elsewhere


class Property(NamedTuple):
    """`path` is "author", or "author.name" where the property's own item holds a name."""

    path: str
    value: str
    item: int  # number of the outermost item on the way; -1 for none
    type: str  # that item's type in lower case, "newsarticle"; "" where untyped


def of_own_story(found: tuple[Property, ...], titles: frozenset[str]) -> tuple[Property, ...]:
    """The properties without those of other stories: a page may mark up each of its teasers.

    Of several items that are articles the page's own is the one whose headline is a declared title; of many without
    such a headline none is. `titles` are as `letters` writes them.
    """
    items = {item.item for item in found if item.type in sources().article_types}
    if len(items) < _MANY:
        return found
    own = {item.item for item in found if item.path in ("headline", "name") and _is_title(item.value, titles)} & items
    return tuple(item for item in found if item.item in own or item.item not in items)


def _is_title(headline: str, titles: frozenset[str]) -> bool:
    bare = letters(headline)
    return len(bare) > _SHORTEST_TITLE and any(bare in title for title in titles)


class _Item(NamedTuple):
    number: int
    type: str
    path: str  # of the property that opens the item inside another


def read_microdata(root: _Element, mend: Callable[[str], str]) -> tuple[Property, ...]:
    """Properties in the order of the page. `mend` repairs mojibake."""
    items: dict[_Element | None, _Item] = {None: _Item(-1, "", "")}
    numbers = count()
    found: list[Property] = []
    marked: list[_Element] = _MARKED(root)  # type: ignore[assignment]  # an expression that yields elements only
    for element in marked[:_LIMIT]:
        item = _item_around(element.getparent(), items, numbers)
        text = _value(element)
        if not text:
            continue
        for name in element.get("itemprop", "").lower().split()[:4]:
            path = f"{item.path}.{name}" if item.path else name
            found.append(Property(path, mend(text), item.number, item.type))
    return tuple(found)


def _item_around(element: _Element | None, items: dict[_Element | None, _Item], numbers: Iterator[int]) -> _Item:
    """The item that the children of `element` belong to. What was climbed over is remembered: one climb a page."""
    climbed: list[_Element] = []
    while element not in items:
        assert element is not None
        climbed.append(element)
        element = element.getparent()
    item = items[element]
    for inner in reversed(climbed):
        if inner.get("itemscope") is not None:
            item = _open(inner, item, numbers)
        items[inner] = item
    return item


def _open(element: _Element, outer: _Item, numbers: Iterator[int]) -> _Item:
    name = element.get("itemprop", "").lower().partition(" ")[0]
    if name and outer.number >= 0:
        return _Item(outer.number, outer.type, f"{outer.path}.{name}" if outer.path else name)
    kind = element.get("itemtype", "").strip().rstrip("/").rpartition("/")[2].lower()
    return _Item(next(numbers), kind, name)


def _value(element: _Element) -> str:
    """The value by the element's kind (clause 5.2.4); an item's own value is its short text."""
    for attribute in ("content", "datetime"):
        value = element.get(attribute)
        if value:
            return one_line(value)
    if element.tag in ("img", "source", "video", "iframe", "embed"):
        return (element.get("src") or "").strip()
    if element.tag in ("link", "a") and (element.tag == "link" or "url" in element.get("itemprop", "").lower()):
        return (element.get("href") or "").strip()
    pieces: list[str] = []
    size = 0
    for piece in element.itertext():
        pieces.append(str(piece))
        size += len(piece)
        if size > _TEXT_LIMIT:
            return ""
    return one_line(" ".join(pieces))
