"""JSON-LD blocks of a page as flat nodes: tolerant of everything that templates print into them.

A block that cannot be read becomes a warning; the others stay. Shapes repaired were met on real pages: CDATA and
HTML comment wrappers, `//` comments, trailing commas and semicolons, raw line breaks and unescaped quotes in strings,
entities instead of quotes, several objects one after the other.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from newsclean.article import PageWarning
from newsclean.metadata.sources import sources
from newsclean.metadata.wording import plain, sound

# Templates wrap a block for browsers of the nineties, and end it as a JavaScript statement.
_OPENERS = ("<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA[")
_CLOSERS = ("-->", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>", "//", ";")
# Possessive quantifiers and bounds keep every pattern linear on hostile input.
_STRING_OR_COMMENT = re.compile(r'("(?:[^"\\]++|\\.)*+")|//[^\n]*+|/\*.{0,500}?\*/', re.DOTALL)
_STRING_OR_COMMA = re.compile(r'("(?:[^"\\]++|\\.)*+")|,(?=\s*+[}\]])', re.DOTALL)
_LOOSE_STRING = re.compile(r'"((?:[^"\\]|\\.|"(?!\s{0,40}[,}\]:]))*)"', re.DOTALL)
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_BARE_QUOTE = re.compile(r'(?<!\\)"')
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_REPAIR_LIMIT = 300_000  # characters; a longer broken block is not worth the time

_decoder = json.JSONDecoder(strict=False)


class Node(NamedTuple):
    """A JSON object with a type, and the keys that lead to it from the top of its block ("" at the top)."""

    types: frozenset[str]  # lower case, without "schema:" or "https://schema.org/"
    data: Mapping[str, Any]
    path: str


def read_blocks(
    texts: Iterable[str], mend: Callable[[str], str] | None = None
) -> tuple[tuple[Node, ...], tuple[PageWarning, ...]]:
    """Every typed object in the blocks, in order, and a warning for each block that could not be read.

    `mend` repairs mojibake; it sees each string of a node once, unless no string of the block can be other than ASCII.
    """
    nodes: list[Node] = []
    warnings: list[PageWarning] = []
    limit = sources().json_limit
    for text in dict.fromkeys(texts):
        if len(text) > limit:
            warnings.append(PageWarning(code="json_ld_too_large", detail=f"{len(text)} characters, block skipped"))
            continue
        try:
            values = _values(text)
        except (ValueError, RecursionError) as error:
            warnings.append(PageWarning(code="json_ld_broken", detail=str(error)[:200]))
            continue
        repair = _repair_of(text, mend)
        for value in values:
            nodes.extend(_flatten(value, repair))
    return tuple(nodes), tuple(warnings)


def _repair_of(text: str, mend: Callable[[str], str] | None) -> Callable[[str], str] | None:
    """What the strings of a block need: looking at every string of a large block costs as much as reading it."""
    if mend is not None and (not text.isascii() or "\\u" in text):
        return mend
    return sound if _SURROGATE.search(text) else None


def _values(text: str) -> list[Any]:
    """The JSON values of a block: as it stands, or else repaired step by step."""
    text = _unwrap(text)
    try:
        return _consecutive(text)
    except ValueError as error:
        if len(text) > _REPAIR_LIMIT:
            raise
        first = error
    for repair in (_unescape, _strip_comments, _strip_commas, _escape_quotes):
        text = repair(text)
        try:
            return _consecutive(text)
        except ValueError:
            continue  # the next repair may be the one that is missing
    raise first


def _unwrap(text: str) -> str:
    text = text.strip()
    while opener := next((mark for mark in _OPENERS if text.startswith(mark)), None):
        text = text[len(opener) :].lstrip()
    while closer := next((mark for mark in _CLOSERS if text.endswith(mark)), None):
        text = text[: -len(closer)].rstrip()
    return text


def _consecutive(text: str) -> list[Any]:
    """All values of a text that holds one JSON value after the other, with commas or semicolons between them."""
    found, at = [], 0
    while at < len(text):
        value, at = _decoder.raw_decode(text, at)
        found.append(value)
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
    return found


def _unescape(text: str) -> str:
    """A template engine escaped the whole block: no quote of its own is left at its start."""
    return html.unescape(text) if '"' not in text[:40] and "&" in text[:40] else text


def _strip_comments(text: str) -> str:
    return _STRING_OR_COMMENT.sub(lambda match: match[1] or "", text)


def _strip_commas(text: str) -> str:
    return _STRING_OR_COMMA.sub(lambda match: match[1] or "", text)


def _escape_quotes(text: str) -> str:
    """A quote inside a string is one that no comma, colon or bracket follows."""

    def escape(match: re.Match[str]) -> str:
        inner = _BAD_ESCAPE.sub(r"\\\\", match[1])
        return '"' + _BARE_QUOTE.sub(r"\"", inner) + '"'

    return _LOOSE_STRING.sub(escape, text)


def _flatten(value: Any, mend: Callable[[str], str] | None) -> Iterator[Node]:
    """Typed objects of a parsed block, parents first. The freshly parsed value is mended in place."""
    waiting: list[tuple[Any, str]] = [(value, "")]
    while waiting:
        value, path = waiting.pop()
        if mend is not None:
            _mend_strings(value, mend)
        if isinstance(value, list):
            waiting.extend([(item, path) for item in reversed(value) if isinstance(item, (dict, list))])
        elif isinstance(value, dict):
            types = _types(value.get("@type", value.get("type")))
            if types or "@id" in value:
                yield Node(types, value, path)
            inner = [(item, _below(path, key)) for key, item in value.items() if isinstance(item, (dict, list))]
            inner.reverse()
            waiting.extend(inner)


def _mend_strings(value: Any, mend: Callable[[str], str]) -> None:
    pairs: Iterable[tuple[Any, Any]] = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        pairs = enumerate(value)
    for key, item in pairs:
        if isinstance(item, str):
            value[key] = mend(item)


def _below(path: str, key: str) -> str:
    return path if key == "@graph" else f"{path}/{key}" if path else key


def _types(value: Any) -> frozenset[str]:
    if isinstance(value, str):
        return _type(value)
    names = value if isinstance(value, list) else ()
    return frozenset[str]().union(*(_type(name) for name in names if isinstance(name, str)))


@lru_cache(maxsize=256)
def _type(name: str) -> frozenset[str]:
    return frozenset({name.rstrip("/#").rpartition("/")[2].rpartition(":")[2].lower()})


def as_texts(value: Any) -> list[str]:
    """The texts in a value that may be a text, a number, a language-tagged value, or a list of these."""
    found = []
    for outer in value if isinstance(value, list) else [value]:
        named = outer.get("@value", outer.get("name")) if isinstance(outer, dict) else outer
        for item in named if isinstance(named, list) and isinstance(outer, dict) else [named]:
            if isinstance(item, str):
                found.append(plain(item))
            elif isinstance(item, int) and not isinstance(item, bool):
                found.append(str(item))
    return [text for text in found if text and text.lower() not in ("null", "none", "undefined")]


def as_text(value: Any) -> str | None:
    """The first text in a value, or None.

    >>> as_text([None, {"@value": "Rain &amp; wind"}])
    'Rain & wind'
    """
    texts = as_texts(value)
    return texts[0] if texts else None
