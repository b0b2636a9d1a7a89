"""Pages nested deeper than libxml2 reads, made shallow enough without losing a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

DEEPEST = 400  # elements; libxml2 gives up at 2,048, and those left out of the count may stand between any two of these

RAW_TEXT = rb"script|style|textarea|title|xmp|iframe|noembed|noframes"
"""A choice of the elements whose content is no markup (HTML Living Standard, 13.1.2)."""

_TAG = re.compile(
    rb"<!--.*?(?:-->|\Z)"
    rb"|<(" + RAW_TEXT + rb")(?=[\s/>]).*?(?:</\1|\Z)"
    rb"""|<(/?)([a-zA-Z][^\s/<>]{0,100})(?:[^>"']|"[^"]*"|'[^']*')*>""",
    re.I | re.S,
)
VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr html head body".split())
"""Void elements: all others count."""
MOST = VOID.union(b"p li dt dd tr td th thead tbody tfoot option optgroup".split())
"""Those that the next of their kind ends count neither."""


def flattened(data: bytes, uncounted: frozenset[bytes] = MOST) -> bytes:
    """The page with no element deeper than `DEEPEST`: one that is becomes a sibling of the deepest, as in Chromium.

    >>> shallow = flattened(b"<div>" * 5_000 + b"<h1>Ferry late</h1>It left at nine.")
    >>> shallow.count(b"<div>") - shallow.count(b"</div>") <= DEEPEST, shallow[-46:]
    (True, b'</div><h1>Ferry late</h1><div>It left at nine.')
    """
    return b"".join(_pieces(data, uncounted))


def _pieces(data: bytes, uncounted: frozenset[bytes]) -> Iterator[bytes]:
    stack: list[bytes] = []
    too_deep = 0  # elements open that have become siblings
    position = 0
    for tag in _TAG.finditer(data):
        name = (tag.group(3) or b"").lower()
        if not name or name in uncounted:
            continue
        yield data[position : tag.start()]
        position = tag.end()
        if not tag.group(2):
            if len(stack) < DEEPEST:
                stack.append(name)
            else:
                too_deep += 1
                yield b"</" + stack[-1] + b">"
                stack[-1] = name
            yield tag.group()
        elif too_deep:
            too_deep -= 1
            if stack[-1] == name:
                stack[-1] = b"div"
                yield tag.group() + b"<div>"
        else:
            if name in stack:
                while stack.pop() != name:
                    pass
            yield tag.group()
    yield data[position:]
