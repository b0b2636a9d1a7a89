"""What the data of a single-page application says of its story, for pages that declare nothing elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from lxml.etree import _Element

from newsclean.metadata.state import own_objects
from newsclean.metadata.state_elements import Entities, resolved
from newsclean.metadata.state_words import state_words
from newsclean.metadata.wording import sound
from newsclean.mojibake import Mend, as_it_is

# Names of schema.org to the lists of newsclean/data/state.toml that hold other keys for the same.
_FIELDS = MappingProxyType(
    {
        "datePublished": "published",
        "dateModified": "modified",
        "author": "authors",
        "articleSection": "section",
        "keywords": "topics",
    }
)
_DEEPEST = 5  # levels below a key, as in {"authors": {"edges": [{"node": {"name": …}}]}}
_MOST = 60  # values under one key
_LONGEST = 120  # characters of a value


def state_article(root: _Element, mend: Mend = as_it_is) -> dict[str, Any]:
    """The fields of the story in the page's state, under schema.org's names as a JSON-LD node has them; perhaps none.

    `mend` repairs the mojibake of one text, and is given none but those of the fields.

    >>> from lxml.html import document_fromstring
    >>> state = '{"headline": "Harbour frozen", "publishedAt": "2031-05-03", "authors": [{"name": "Jane Roe"}]}'
    >>> page = f'<title>Harbour frozen</title><script type="application/json">{state:<1100}</script>'
    >>> state_article(document_fromstring(page))
    {'datePublished': ['2031-05-03'], 'author': ['Jane Roe']}
    """
    best: dict[str, Any] = {}
    for item, entities in own_objects(root):
        found = _fields(item, entities)
        if len(found) > len(best):
            best = found
    return {
        name: [sound(mend(text)) for text in value] if isinstance(value, list) else value
        for name, value in best.items()
    }


def _fields(item: Mapping[str, Any], entities: Entities) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, keys in _FIELDS.items():
        for key in state_words()[keys]:
            texts = list(dict.fromkeys(_texts(item.get(key), entities)))
            if texts:
                found[name] = texts
                break
    free = _is_free(item)
    return found if free is None else found | {"isAccessibleForFree": free}


def _is_free(item: Mapping[str, Any]) -> bool | None:
    words = state_words()
    for key in (*words["free"], *words["locked"]):
        value = item.get(key)
        if isinstance(value, bool):
            return value == (key in words["free"])
        level = value.get("level", value.get("type")) if isinstance(value, dict) else value
        if isinstance(level, str) and level.lower() == "free":
            return True
    return None


def _texts(value: Any, entities: Entities) -> Iterator[str]:
    """The short texts in a value: itself, its name, or those of what it holds."""
    waiting = [(value, _DEEPEST)]
    for _ in range(_MOST):
        if not waiting:
            return
        value, depth = waiting.pop()
        value = resolved(value, entities)
        if isinstance(value, str | int) and not isinstance(value, bool):
            text = str(value).strip()
            if 1 < len(text) <= _LONGEST:
                yield text
        elif isinstance(value, list) and depth:
            waiting.extend((inner, depth - 1) for inner in reversed(value))
        elif isinstance(value, dict) and depth:
            held = next((value[key] for key in state_words()["named"] if value.get(key)), None)
            waiting.append((held, depth - 1))
