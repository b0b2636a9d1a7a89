"""The stream that the app router of Next.js writes into scripts: `self.__next_f.push([1,"1f:[…]\\n"])`.

Joined, the strings are rows. "1f:" opens a row that others call "$1f"; JSON follows up to the end of the line, or "T",
the length in bytes as a hexadecimal number, a comma and that much text.
"""

from __future__ import annotations

import re
from typing import Any

from lxml.etree import _Element

from newsclean.metadata.sources import sources
from newsclean.metadata.state_json import json_at, json_of

_PUSH = re.compile(r"__next_f\s{0,3}(?:\|\|\s{0,3}\[\]\)\s{0,3})?\.push\(\s{0,3}(?=\[)")
_ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")


def flight_rows(root: _Element) -> dict[str, Any]:
    """Reference ("$1f") to the value of its row: a text or JSON. Empty for pages of other makers."""
    limit = sources().json_limit
    chunks: list[str] = []
    size = 0
    for script in root.iter("script"):
        text = script.text or ""
        if "__next_f" in text and size + len(text) <= limit:
            size += len(text)
            chunks.extend(_chunks(text))
    return _rows("".join(chunks).encode("utf-8", "replace")) if chunks else {}


def _chunks(text: str) -> list[str]:
    found = []
    for match in _PUSH.finditer(text):
        value, _ = json_at(text, match.end())
        if isinstance(value, list) and len(value) > 1 and isinstance(value[1], str):
            found.append(value[1])
    return found


def _rows(stream: bytes) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    at = 0
    while at < len(stream):
        match = _ROW.match(stream, at)
        end = stream.find(b"\n", at)
        end = len(stream) if end < 0 else end
        if match and match[2]:
            end = match.end() + int(match[2], 16)
            rows["$" + match[1].decode()] = stream[match.end() : end].decode("utf-8", "replace")
            at = end
            continue
        if match and stream[match.end() : match.end() + 1] in (b"[", b"{", b'"'):
            value = json_of(stream[match.end() : end].decode("utf-8", "replace"))
            if value is not None:
                rows["$" + match[1].decode()] = rows["$L" + match[1].decode()] = value
        at = end + 1
    return rows
