"""newsclean/data/names.toml: names that people have, and places and sections have not."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newsclean.data_files import Table, from_toml
from newsclean.folding import fold


class KnownNames(NamedTuple):
    """Words; `given`, `titles` and `ordinary` are folded."""

    given: frozenset[str]
    family_first: frozenset[str]  # family names that stand before the given name
    japanese: tuple[str, ...]  # family names of Japan
    family_ends: tuple[str, ...]  # of family names
    titles: frozenset[str]  # before a name: "Dr."
    not_initials: frozenset[str]
    ordinary: frozenset[str]  # words of places and labels


@cache
def known_names() -> KnownNames:
    """The file, read when the first name needs it. Raises `BrokenData` if it is missing or lacks a part."""
    return from_toml("names.toml", _known)


def _known(table: Table) -> KnownNames:
    return KnownNames(
        given=frozenset(map(fold, table["given"].split())),
        family_first=frozenset(table["family_first"].split()),
        japanese=tuple(table["japanese"].split()),
        family_ends=tuple(table["family_ends"]),
        titles=frozenset(map(fold, table["titles"])),
        not_initials=frozenset(table["not_initials"]),
        ordinary=frozenset(map(fold, table["ordinary"].split())),
    )
