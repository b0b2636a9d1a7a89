"""The words that give boilerplate, bylines, dates and credits away, in every language at once.

Nothing is read before the first call; everything is cached and immutable. Chrome phrases of all languages are looked up
together, because a page's own statement of its language is not to be trusted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from newsclean import language_files
from newsclean.data_files import Table, from_toml, naming
from newsclean.folding import fold
from newsclean.language_files import PRECEDENCE, split
from newsclean.phrases import PhraseIndex, Phrases

__all__ = [
    "PRECEDENCE", "Access", "Byline", "Credits", "Dates", "Language", "PhraseIndex", "Phrases", "Status",
    "agencies", "chrome_phrases", "fold", "languages",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Byline:
    """Words of a line that names who wrote a story. `roles` maps a role of `Author` to phrases before a name."""

    prefixes: tuple[str, ...]
    conjunctions: tuple[str, ...]
    staff: tuple[str, ...]
    jobs: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Dates:
    """Words of a written date. `months` has twelve entries, each every form of the month's name."""

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[str, ...]
    published: tuple[str, ...]
    modified: tuple[str, ...]
    ago: tuple[str, ...]
    order: Literal["dmy", "mdy", "ymd"]


@dataclass(frozen=True, slots=True)
class Credits:
    """Phrases that open a credit line of a story, and of a picture."""

    reporting: tuple[str, ...]
    photo: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Access:
    """Phrases that open the furniture of a paywall, and those that say the story goes on elsewhere."""

    locked: tuple[str, ...]
    continue_: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """Phrases of a page that is an error message, or a wall against robots."""

    error: tuple[str, ...]
    bot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """What newsclean knows of a language, chrome phrases apart. All phrases are folded."""

    byline: Byline
    dates: Dates
    credits: Credits
    access: Access
    status: Status


@cache
def chrome_phrases() -> Phrases:
    """The chrome phrases of all languages. Raises `BrokenData` for a malformed language file."""
    with naming(language_files.COMPILED):
        return Phrases(_loaded()["chrome"])


@cache
def languages() -> Mapping[str, Language]:
    """Language code to language, in the order of the codes. Raises `BrokenData` for a malformed language file.

    >>> languages()["en"].dates.months[0][:2]
    ('january', 'jan')
    """
    with naming(language_files.COMPILED):
        return MappingProxyType({code: _language(table) for code, table in _loaded()["languages"].items()})


@cache
def agencies() -> Mapping[str, str]:
    """Folded name of a news agency to the name to show, from newsclean/data/agencies.toml.

    >>> agencies()["associated press"]
    'AP'
    """
    return from_toml("agencies.toml", lambda table: MappingProxyType(_agencies(table)))


@cache
def _loaded() -> Mapping[str, Any]:
    return MappingProxyType(language_files.load())


def _agencies(table: Table) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, variants in table.items():
        if not isinstance(variants, list) or not all(isinstance(variant, str) for variant in variants):
            raise TypeError(f"{name}: a list of strings expected")
        for variant in map(fold, (name, *variants)):
            if found.setdefault(variant, name) != name:
                raise ValueError(f"{name}: {variant!r} already belongs to {found[variant]}")
    return found


def _language(table: Mapping[str, Any]) -> Language:
    byline, dates, credit = table["byline"], table["dates"], table["credits"]
    return Language(
        byline=Byline(
            prefixes=split(byline["prefixes"]),
            conjunctions=split(byline["conjunctions"]),
            staff=split(byline["staff"]),
            jobs=split(byline["jobs"]),
            roles=MappingProxyType({role: split(phrases) for role, phrases in byline["roles"].items()}),
        ),
        dates=Dates(
            months=tuple(split(names) for names in dates["months"]),
            weekdays=split(dates["weekdays"]),
            published=split(dates["published"]),
            modified=split(dates["modified"]),
            ago=split(dates["ago"]),
            order=dates["order"],
        ),
        credits=Credits(reporting=split(credit["reporting"]), photo=split(credit["photo"])),
        access=Access(locked=split(table["access"]["locked"]), continue_=split(table["access"]["continue"])),
        status=Status(error=split(table["status"]["error"]), bot=split(table["status"]["bot"])),
    )
