"""Lines that say nothing but who wrote a story, when, and for whom: "By Jane Roe | 19 December 2024 | Reuters"."""

from __future__ import annotations

import re

from newsclean.folding import fold
from newsclean.metadata.byline_words import byline_words, is_agency, split_prefix
from newsclean.metadata.fields_of_line import before_fields, fields_of_line
from newsclean.metadata.person_names import named_part, names_in
from newsclean.metadata.signed import signed_by
from newsclean.metadata.sources import sources
from newsclean.metadata.written_dates import written_dates
from newsclean.vocabulary import languages

_LONGEST = 160  # characters
_PARTS = re.compile(r"\s*[|｜•·\n]\s*|\s+[-–—/]\s+|(?<=\d)\s*,\s+")
_ADDRESS = re.compile(r"\S{0,80}@\S{1,80}")  # of mail, or the name of an account
_CLOCK = re.compile(r"\d{1,2}(?:[:.h]\d{2})?(?::\d{2})?(?:am|pm|h)?")
_LONGEST_AGO = 5  # words of "2 hours ago"


def is_head_line(text: str) -> bool:
    """Whether a line is nothing but a date, a byline or the name of an agency, or several of these.

    Templates without telling class names print such lines as paragraphs right below the headline.

    >>> [is_head_line(line) for line in ("By Jane Roe | 19 December 2024", "Reuters", "19.12.2024")]
    [True, True, True]
    >>> is_head_line("By Friday the harbour was open again, and nobody spoke of 2024.")
    False
    """
    if len(text) > _LONGEST:
        return False
    rest, told = _without_dates(text)
    if fields_of_line(rest):
        rest, told = before_fields(rest), True
    for part in filter(None, (part.strip(" ,.:()") for part in _PARTS.split(rest))):
        if _is_time(part) or _ADDRESS.fullmatch(part):
            continue
        if not (is_agency(part) or _is_byline(part) or _is_ago(part) or signed_by(part)):
            return False
        told = True
    return told


def _without_dates(text: str) -> tuple[str, bool]:
    pieces, at = [], 0
    for found in written_dates(text):
        pieces.append(text[at : found.start])
        at = max(at, found.end)
    return " | ".join([*pieces, text[at:]]), bool(pieces)


def _is_time(part: str) -> bool:
    """Whether a part is the hour, the day of the week, or the label of a date ("Published", "updated on")."""
    words = part.split()
    if fold(part) in byline_words().dates:
        return True
    return all(_CLOCK.fullmatch(word.lower()) or fold(word) in byline_words().dates or _is_zone(word) for word in words)


def _is_zone(word: str) -> bool:
    return word in sources().words["after_clock"] or (2 < len(word) < 6 and word.isupper())


def _is_byline(part: str) -> bool:
    """Whether a byline's prefix opens a part, and names are most of the rest."""
    role, rest = split_prefix(part)
    if role is None:
        return False
    return 2 * sum(map(len, names_in(rest))) > len(named_part(rest)) > 0


def _is_ago(part: str) -> bool:
    """Whether a part is a span of time up to now: "2 hours ago", "vor 3 Stunden"."""
    words = fold(part).split()
    if not 1 < len(words) <= _LONGEST_AGO or not any(word.isdigit() for word in words):
        return False
    folded = f" {' '.join(words)} "
    return any(f" {phrase} " in folded for language in languages().values() for phrase in language.dates.ago)
