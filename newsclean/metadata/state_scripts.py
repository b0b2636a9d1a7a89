"""The data that a single-page application carries in its page, as JSON values.

Next.js, Nuxt 3 and Remix write it into a script of JSON; Arc, Apollo and Redux into an assignment in JavaScript.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import _Element

from newsclean.metadata.sources import sources
from newsclean.metadata.state_json import json_at, json_of

# "window.__APOLLO_STATE__ = {", "Fusion.globalContent={", "self.__DATA__=[", "state = JSON.parse("
_ASSIGNED = re.compile(r"=\s{0,3}(?:JSON\.parse\(\s{0,3}(?=[\"'])|(?=[{\[]\s{0,40}[\"{\[]))")
_NAME = re.compile(r"[\w$\])]{1,60}\s{0,3}\Z")
_LONGEST_NAME = 63  # characters, with the spaces behind it
_UNDEFINED = re.compile(r"(?<=[:,\[])\s{0,3}(?:undefined|void 0)(?=\s{0,3}[,}\]])")
_SHORTEST = 300  # characters: less holds no story
_MOST = 30  # assignments tried in a script
_DEEPEST = 60  # levels of a Nuxt payload


def state_values(root: _Element) -> Iterator[Any]:
    """Every JSON value in the page's scripts that is large enough to hold a story."""
    limit = sources().json_limit
    for script in root.iter("script"):
        text = script.text or ""
        if not _SHORTEST <= len(text) <= limit:
            continue
        kind = (script.get("type") or "").lower()
        if "ld+json" in kind:
            continue
        if "json" in kind:
            value = json_of(text.strip())
            yield _hydrated(value) if script.get("id") == "__NUXT_DATA__" else value
        elif "{" in text:
            yield from _assigned(text)


def _assigned(text: str) -> Iterator[Any]:
    """The values of the assignments in a script. `undefined` counts as null; it is looked for once a script."""
    at, patched = 0, "undefined" not in text and "void 0" not in text
    for _ in range(_MOST):
        found = _next_assignment(text, at)
        if found is None:
            return
        name, value_at = found
        value, end = json_at(text, value_at)
        if value is None and not patched:
            text, at, patched = _UNDEFINED.sub("null", text[name:]), 0, True
            continue
        at = end
        if isinstance(value, str):
            value = json_of(value)
        if value is not None:
            yield value


def _next_assignment(text: str, at: int) -> tuple[int, int] | None:
    """Where the name of the next variable stands, and its value. Of a minified script few characters are "="."""
    for match in _ASSIGNED.finditer(text, at):
        name = _NAME.search(text, max(at, match.start() - _LONGEST_NAME), match.start())
        if name is not None:
            return name.start(), match.end()
    return None


def _hydrated(flat: Any) -> Any:
    """A Nuxt 3 payload: a flat list whose objects and lists hold indexes into it (the `devalue` format)."""
    if not isinstance(flat, list):
        return flat
    known: dict[int, Any] = {}

    def value_of(index: Any, depth: int) -> Any:
        if not isinstance(index, int) or not 0 <= index < len(flat) or depth > _DEEPEST:
            return None
        if index in known:
            return known[index]
        item = flat[index]
        if isinstance(item, dict):
            known[index] = made = {}
            made.update({key: value_of(inner, depth + 1) for key, inner in item.items()})
        elif isinstance(item, list) and item and isinstance(item[0], str):
            known[index] = value_of(item[1], depth + 1) if len(item) == 2 else None
        elif isinstance(item, list):
            known[index] = [value_of(inner, depth + 1) for inner in item]
        else:
            known[index] = item
        return known[index]

    return value_of(0, 0)
