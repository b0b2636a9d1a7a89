"""What callers of a neighbour give by name: taken, or refused with the equivalent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsclean.errors import BadOptions


def taken(given: Mapping[str, Any], known: Mapping[str, Any], refused: Mapping[str, str]) -> dict[str, Any]:
    """The known arguments with their defaults filled in.

    Args:
        given: what the caller gave.
        known: names and defaults of what is taken.
        refused: names of what the neighbour takes and newsclean does not, each with what to do instead. Given as None
            or False, it asks for nothing and is let through.

    Raises:
        BadOptions: an argument that is refused or that nobody knows.
    """
    for name, value in given.items():
        if name in refused and value is not None and value is not False:
            raise BadOptions(f"{name} is not taken: {refused[name]}")
        if name not in refused and name not in known:
            raise BadOptions(f"{name} is no argument of this function; it takes {', '.join(known)}")
    return {**known, **{name: value for name, value in given.items() if name in known}}
