"""Words beside a date that say what it dates: "Published", "Last updated on"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from newsclean.vocabulary import fold, languages

Role = Literal["published", "modified"]

_BREAKS = re.compile(r"[•·|｜]")  # between the parts of a line: "Jane Roe•Updated on"
_WORDS = 7  # of the text before a date that may hold its label
_HEAD = 80  # characters of it
_SHORTEST = 4  # letters of a label in a script with capitals: "on" and "am" stand before dates in any sentence


def label_before(text: str) -> Role | None:
    """The role that the words at the end of a text give to the date after them.

    >>> label_before("Jane Roe | Last updated on Friday,"), label_before("Jane Roe |")
    ('modified', None)
    """
    words = fold(_BREAKS.sub(" ", text[-_HEAD:])).split()[-_WORDS:]
    labels, weekdays = _labels(), _weekdays()
    while words and words[-1] in weekdays:
        words.pop()
    for start in range(len(words)):
        found = labels.get(fold(" ".join(words[start:])))
        if found:
            return found
    return None


def label_after(text: str) -> Role | None:
    """The role that the words right after a date give to it, as in Japanese and Korean."""
    words = fold(text[:_HEAD]).split()[:4]
    if words and words[0].strip("()（）") in _weekdays():
        words = words[1:]
    for end in range(len(words), 0, -1):
        found = _labels().get(" ".join(words[:end]))
        if found:
            return found
    return None


@cache
def _labels() -> dict[str, Role]:
    """Folded phrases to roles. A phrase that both lists of different languages hold says "modified": the narrower."""
    labels: dict[str, Role] = {}
    for language in languages().values():
        labels.update(dict.fromkeys(language.dates.published, "published"))
    for language in languages().values():
        labels.update(dict.fromkeys(language.dates.modified, "modified"))
    return {phrase: role for phrase, role in labels.items() if len(phrase) >= _SHORTEST or phrase > "\u0600"}


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(day for language in languages().values() for day in language.dates.weekdays)
