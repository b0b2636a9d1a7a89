"""Dates as people write them, in every language of newsclean/data/languages.

Digits of any script, month names, Thai Buddhist years. A year of the Iranian calendar (1300 to 1450) is left alone:
its months are not those of the Gregorian one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import timezone
from functools import cache
from typing import NamedTuple

from newsclean.metadata.byline_words import folded_word
from newsclean.metadata.timestamps import Stamp, build, read_zone
from newsclean.vocabulary import fold, languages

_DIGITS = {
    code: str(unicodedata.decimal(chr(code)))
    for code in range(0x80, 0x1E960)
    if unicodedata.category(chr(code)) == "Nd"
}
_NUMERIC = re.compile(
    r"(?<!\d)(?:((?:19|20|25)\d{2})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})(?!\d)|"
    r"(\d{1,2})(?:[-/]|\.\s?)(\d{1,2})(?:[-/]|\.\s?)((?:19|20|25)\d{2}|\d{2})(?![\d:]))"
)
# Every date has four digits in a row, or day, month and two digits of a year.
_YEAR = re.compile(r"\d{4}|\d[-./]\s?\d{1,2}[-./]\s?\d\d")
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u0900-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+[^\W\d_]*)*|\d+")
_CLOCK = re.compile(
    r"(?P<before>上午|下午|午前|午後|오전|오후|凌晨|晚上|早上|中午)?\s?(?<!\d)(?P<hour>\d{1,2})\s?(?:[:.h時点时點시]|Uhr\b)\s?"
    r"(?:(?P<minute>\d{2})\s?[分분m]?)?(?!\d|[./-]\d)(?::\d{2})?(?:\s?(?P<half>[ap]\.?\s?m(?-i:(?![a-z]))\.?|[πμ]\.?\s?μ\.?|ص|م))?"
    r"(?:\s?(?:Uhr|Uur|น\.|ч\.?|hrs?|h)\b)?(?:[\s(,]{0,3}(?P<zone>(?:UTC|GMT)?\s?[+\-−]\d{1,2}(?::?\d{2})?|[A-ZМСК]{1,4}T?\b))?",
    re.IGNORECASE,
)
_AFTERNOON = ("p", "μ", "م", "下", "午後", "오후", "晚")
_NEAR = 30  # characters between a date and its time
_SHORT = 3  # letters of a word that may stand inside a date: "de", "of", "th", "г"


class WrittenDate(NamedTuple):
    """A date in a text: the stamp, and where its words begin and end."""

    stamp: Stamp
    start: int
    end: int


def written_dates(text: str, language: str | None = None) -> Iterator[WrittenDate]:
    """Every date in a short text, with the time next to it, in order.

    `language` (BCP 47) tells which month a name means and whether 03/04 is in March or April; any other language's
    names are understood too.

    >>> [found.stamp.isoformat() for found in written_dates("May 3, 2031 at 5:12 p.m. EDT | Updated 2031-05-04", "en")]
    ['2031-05-03T17:12:00-04:00', '2031-05-04']
    """
    if not text.isascii():
        text = text.translate(_DIGITS)
    if _YEAR.search(text) is None:
        return
    found = sorted([*_numeric(text, language), *_named(text, language)], key=lambda date: (date[1], -date[2]))
    last = 0
    for day, start, end in found:
        if start < last:
            continue
        following = next((other[1] for other in found if other[1] >= end), len(text))
        clock, zone, clock_end = _time_beside(text, last, start, end, following)
        stamp = build(day, clock, zone)
        last = max(end, clock_end)
        if stamp is not None:
            yield WrittenDate(stamp, start, last)


_Day = tuple[int, int, int]


def _numeric(text: str, language: str | None) -> Iterator[tuple[_Day, int, int]]:
    for match in _NUMERIC.finditer(text):
        if match[1]:
            yield (_year(match[1]), int(match[2]), int(match[3])), match.start(), match.end()
        else:
            first, second = int(match[4]), int(match[5])
            mark = text[match.end(4)]
            day, month = (second, first) if _month_first(first, second, mark, language) else (first, second)
            yield (_year(match[6]), month, day), match.start(), match.end()


def _month_first(first: int, second: int, mark: str, language: str | None) -> bool:
    """Whether 03/04 is the fourth of March. English without a country counts as American; a dot never does."""
    if first > 12 or second > 12:
        return second > 12
    code, _, region = (language or "").partition("-")
    if code == "en":
        return mark != "." and region.upper() in ("", "US", "PH")
    known = languages().get(code)
    return known is not None and known.dates.order == "mdy"


def _named(text: str, language: str | None) -> Iterator[tuple[_Day, int, int]]:
    """Dates with a month's name: day, month, year in any order that people use."""
    tokens = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    months = months_of(language)
    numbers = [at for at, token in enumerate(tokens) if token[0].isdigit()]
    beside = {at for number in numbers for at in range(number - 4, number + 5)}
    at = 0
    while at < len(tokens):
        month, width = _month(tokens, at, months) if at in beside else (0, 1)
        if month:
            found = _around(tokens, at, width, month)
            if found:
                yield found
        at += width


def _month(tokens: list[tuple[str, int, int]], at: int, months: Mapping[str, int]) -> tuple[int, int]:
    """The month whose name begins at a token, and how many tokens it takes. Vietnamese names take two or three."""
    first = folded_word(tokens[at][0])
    if first in _first_of_long_names():
        for width in (3, 2):
            name = fold(" ".join(token[0] for token in tokens[at : at + width]))
            if name in months:
                return months[name], width
    return (0 if first.isdigit() else months.get(first, 0)), 1


def _around(tokens: list[tuple[str, int, int]], at: int, width: int, month: int) -> tuple[_Day, int, int] | None:
    before = _numbers(tokens, range(at - 1, max(-1, at - 5), -1))
    after = _numbers(tokens, range(at + width, min(len(tokens), at + width + 5)))
    days_before = [item for item in before[:1] if item[0] <= 31]
    days_after = [item for item in after[:1] if item[0] <= 31]
    years_after = [item for item in after[:2] if 1000 < item[0] < 2700]
    years_before = [item for item in before[:2] if 1000 < item[0] < 2700]
    if days_before and years_after and years_after[0] == after[0]:
        day, year = days_before[0], years_after[0]
    elif days_after and years_after:
        day, year = days_after[0], years_after[0]
    elif days_after and years_before and years_before[0] == before[0]:
        day, year = days_after[0], years_before[0]
    else:
        return None
    places = [tokens[item[1]] for item in (day, year)] + [tokens[at], tokens[at + width - 1]]
    start, end = min(place[1] for place in places), max(place[2] for place in places)
    return (_year(str(year[0])), month, day[0]), start, end


def _numbers(tokens: list[tuple[str, int, int]], places: range) -> list[tuple[int, int]]:
    """The numbers beside a month with their places, across short words only."""
    found = []
    for place in places:
        word = tokens[place][0]
        if word.isdigit():
            if len(word) <= 4:
                found.append((int(word), place))
            if len(found) == 2:
                break
        elif len(word) > _SHORT and folded_word(word) not in _date_words():
            break
    return found


def _year(text: str) -> int:
    year = int(text)
    if year < 100:
        return year + (2000 if year < 70 else 1900)
    return year - 543 if 2400 < year < 2700 else year


@cache
def months_of(language: str | None) -> Mapping[str, int]:
    """Folded month names to numbers: those of the language first, then of all others.

    "listopad" is November in Poland and October in Croatia, so the page's own language decides.
    """
    own = languages().get((language or "").partition("-")[0])
    names: dict[str, int] = {}
    for known in [*([own] if own else []), *languages().values()]:
        for number, forms in enumerate(known.dates.months, 1):
            for form in forms:
                names.setdefault(form, number)
    return names


@cache
def _first_of_long_names() -> frozenset[str]:
    """First words of month names of more than one word."""
    return frozenset(name.partition(" ")[0] for name in months_of(None) if " " in name)


@cache
def _date_words() -> frozenset[str]:
    """Longer words that stand between the numbers of a date: "año", "năm", "luna"."""
    return frozenset({"year", "anno", "años", "ngay", "thang", "nam", "metų"})


def _time_beside(
    text: str, first: int, start: int, end: int, following: int
) -> tuple[tuple[int, int, int] | None, timezone | None, int]:
    """The time of day after the date, or before it: "17:12, 3 May 2031"."""
    match = _CLOCK.search(text, end, min(len(text), end + _NEAR + 15, following))
    if match is None or match.start() - end > _NEAR or not _is_clock(match):
        earlier = [m for m in _CLOCK.finditer(text, max(first, start - _NEAR), start) if _is_clock(m)]
        if not earlier:
            return None, None, end
        match = earlier[-1]
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or match["before"] or "").lower()
    if half.startswith(_AFTERNOON) and hour < 12:
        hour += 12
    elif half and hour == 12 and not half.startswith(_AFTERNOON):
        hour = 0
    if hour > 23 or minute > 59:
        return None, None, end
    return (hour, minute, 0), read_zone(match["zone"] or ""), max(end, match.end())


def _is_clock(match: re.Match[str]) -> bool:
    return bool(match["minute"] or match["half"] or match["before"] or "uhr" in match[0].lower())
