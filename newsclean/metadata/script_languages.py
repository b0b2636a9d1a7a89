"""Which of the languages of one script a text is in, by its letters and its small words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from newsclean.data_files import Table, from_toml

_STRAY = 0.004  # share of the letters that may be of other languages: names, quotations
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0900-\u097f\u0980-\u09ff])*")  # vowel signs of India are no letters


class Tell(NamedTuple):
    """What tells one language from the others of its script."""

    language: str
    letters: frozenset[str]
    share: float  # of all letters
    words: frozenset[str]
    word_share: float  # of all words
    lacks: frozenset[str]


@cache
def _tells() -> MappingProxyType[str, tuple[Tell, ...]]:
    """By script. Raises `BrokenData` if newsclean/data/script_languages.toml is missing or lacks a part."""
    return from_toml("script_languages.toml", _by_script)


def _by_script(table: Table) -> MappingProxyType[str, tuple[Tell, ...]]:
    return MappingProxyType({script: tuple(map(_tell, entries)) for script, entries in table.items()})


def _tell(entry: Table) -> Tell:
    return Tell(
        language=entry["language"],
        letters=frozenset(entry.get("has", "")),
        share=entry.get("share", 0.0),
        words=frozenset(entry.get("words", ())),
        word_share=entry.get("word_share", 0.0),
        lacks=frozenset(entry.get("lacks", "")),
    )


def is_shared(script: str) -> bool:
    """Whether a script is used by several languages that this module tells apart.

    >>> is_shared("cyrillic"), is_shared("thai")
    (True, False)
    """
    return script in _tells()


def language_of(text: str, script: str) -> str | None:
    """The language that the letters and words of a text tell; None where it stays open between several.

    >>> [language_of(text, "cyrillic") for text in ("Пором вийшов у море; її чекали", "Фериботът пътува", "Паром")]
    ['uk', 'bg', None]
    """
    lower = text.lower()
    letters = [char for char in lower if char.isalpha() and not char.isascii()]
    words = _WORD.findall(lower)
    return next((tell.language for tell in _tells().get(script, ()) if _fits(tell, letters, words)), None)


def _fits(tell: Tell, letters: list[str], words: list[str]) -> bool:
    if _share(tell.lacks, letters) > _STRAY:
        return False
    told = bool(tell.letters) and _share(tell.letters, letters) >= tell.share
    return told or (bool(tell.words) and _share(tell.words, words) >= tell.word_share)


def _share(of: frozenset[str], texts: Iterable[str]) -> float:
    found = [text in of for text in texts]
    return sum(found) / len(found) if found else 0.0
