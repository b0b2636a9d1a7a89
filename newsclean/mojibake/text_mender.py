"""The repair of one text as others take it for an argument, and the one that does nothing."""

from __future__ import annotations

from collections.abc import Callable

Mend = Callable[[str], str]


def as_it_is(text: str) -> str:
    """No repair: what is only looked at, and perhaps not taken, is not to count."""
    return text
