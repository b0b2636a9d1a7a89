"""JSON in scripts, most of which hold other things: None where there is none."""

from __future__ import annotations

import json
from typing import Any

_decoder = json.JSONDecoder(strict=False)


def json_of(text: str) -> Any:
    """The value that a text is; None where it is no JSON.

    >>> json_of('{"boats": 3}'), json_of("{boats: 3}")
    ({'boats': 3}, None)
    """
    try:
        return _decoder.decode(text)
    except (ValueError, RecursionError):
        return None


def json_at(text: str, at: int) -> tuple[Any, int]:
    """The value at a place and where it ends; None and the place itself where JavaScript stands that is no JSON.

    >>> json_at('boats = [3]; ships = []', 8)
    ([3], 11)
    """
    try:
        return _decoder.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None, at
