"""Dates as people write them, in every language of newsclean/data/languages.

Digits of any script, month names, years of the Buddhist and Iranian calendars and of East Asian eras.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from newsclean.folding import folded_word
from newsclean.metadata.calendars import IRANIAN, Day, from_iranian, gregorian_year, iranian_months
from newsclean.metadata.clock_times import time_beside, zone_on
from newsclean.metadata.sources import sources
from newsclean.metadata.timestamps import Stamp, build
from newsclean.vocabulary import fold, languages

_NUMERIC = re.compile(
    r"(?<!\d)(?:((?:19|20|25|1[34])\d{2})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})(?!\d)(?:\s?[日號号일])?|"
    r"(\d{1,2})(?:[-/]|\.\s?)(\d{1,2})(?:[-/]|\.\s?)((?:19|20|25|1[34])\d{2}|\d{2})(?![\d:]))"
)
_HYPHENED = re.compile(r"(?<!\d)(\d{1,2})([-/])([^\W\d_]{3,10})\2(\d{2})(?!\d)")  # "03-May-31"
_OF_ERA = re.compile(r"([^\W\d]{2})\s?(\d{1,3}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")  # "令和13年5月3日"
# Every date has four digits in a row, or day, month and two digits of a year, or those after a Thai month or in an era.
_YEAR = re.compile(r"\d{4}|\d[-./]\s?(?:\d{1,2}|[^\W\d_]{3,10})[-./]\s?\d\d|[\u0e00-\u0e7f]\.?\s?\d\d|[\d元]\s?年")
# The same in ASCII, where nothing is looked for behind letters.
_YEAR_IN_ASCII = re.compile(r"[0-9](?:[0-9]{3}|[-./]\s?(?:[0-9]{1,2}|[a-zA-Z]{3,10})[-./]\s?[0-9][0-9])")
_DIGIT = re.compile(r"\d")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
# A year may stand glued to what follows, which only the style sheet sets off: "3 May 20315 min read", "20315:12 PM".
_WORD = re.compile(
    r"(?:19|20)\d\d(?=\d{1,2}(?: ?min|:\d\d))|"
    r"[^\W\d_]+(?:[\u0300-\u036f\u0900-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+[^\W\d_]*)*|\d+"
)
_APART = 3  # characters between two names of one month
_SHORT = 3  # letters of a word that may stand inside a date: "de", "of", "th", "г"


class WrittenDate(NamedTuple):
    """A date in a text: the stamp, and where its words begin and end."""

    stamp: Stamp
    start: int
    end: int


def may_hold_date(text: str) -> bool:
    """Whether a text has the digits that every date has: a quick look before `written_dates`."""
    if text.isascii():
        return _YEAR_IN_ASCII.search(text) is not None
    return _DIGIT.search(text) is not None and _YEAR.search(text) is not None


def written_dates(text: str, language: str | None = None) -> Iterator[WrittenDate]:
    """Every date in a short text, with the time next to it, in order.

    `language` (BCP 47) tells which month a name means and whether 03/04 is in March or April; any other language's
    names are understood too.

    >>> [found.stamp.isoformat() for found in written_dates("May 3, 2031 at 5:12 p.m. EDT | Updated 2031-05-04", "en")]
    ['2031-05-03T17:12:00-04:00', '2031-05-04']
    """
    if not may_hold_date(text):
        return
    if not text.isascii():
        text = _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    found = sorted(
        [*_numeric(text, language), *_named(text, language), *_hyphened(text, language), *_of_era(text)],
        key=lambda date: (date[1], -date[2]),
    )
    last = 0
    for day, start, end in found:
        if start < last:
            continue
        following = next((other[1] for other in found if other[1] >= end), len(text))
        time = time_beside(text, (start, end), (last, following))
        stamp = build(day, time.clock, zone_on(time.zone, day)) if time else build(day, None, None)
        last = max(end, time.end) if time else end
        if stamp is not None:
            yield WrittenDate(stamp, start, last)


def _numeric(text: str, language: str | None) -> Iterator[tuple[Day, int, int]]:
    code = (language or "").partition("-")[0]
    for match in _NUMERIC.finditer(text):
        if match[1]:
            year, month, day = int(match[1]), int(match[2]), int(match[3])
        else:
            year, first, second = int(match[6]), int(match[4]), int(match[5])
            mark = text[match.end(4)]
            day, month = (second, first) if _month_first(first, second, mark, language) else (first, second)
        if 1300 <= year < 1500:
            found = from_iranian(year, month, day) if code in sources().words["iranian_languages"] else None
        else:
            found = gregorian_year(year, buddhist=code == "th"), month, day
        if found is not None:
            yield found, match.start(), match.end()


def _hyphened(text: str, language: str | None) -> Iterator[tuple[Day, int, int]]:
    for match in _HYPHENED.finditer(text) if "-" in text or "/" in text else ():
        month = months_of(language).get(fold(match[3]), 0)
        if 0 < month <= 12:
            yield (gregorian_year(int(match[4])), month, int(match[1])), match.start(), match.end()


def _of_era(text: str) -> Iterator[tuple[Day, int, int]]:
    for match in _OF_ERA.finditer(text) if "年" in text else ():
        before = sources().eras.get(match[1])
        if before is not None:
            year = before + (1 if match[2] == "元" else int(match[2]))
            yield (year, int(match[3]), int(match[4])), match.start(), match.end()


def _month_first(first: int, second: int, mark: str, language: str | None) -> bool:
    """Whether 03/04 is the fourth of March. English without a country counts as American; a dot never does."""
    if first > 12 or second > 12:
        return second > 12
    code, _, region = (language or "").partition("-")
    if code == "en":
        return mark != "." and region.upper() in ("", "US", "PH")
    known = languages().get(code)
    return known is not None and known.dates.order == "mdy"


_Token = tuple[str, int, int]


def _named(text: str, language: str | None) -> Iterator[tuple[Day, int, int]]:
    """Dates with a month's name: day, month, year in any order that people use."""
    tokens = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    months = months_of(language)
    numbers = [at for at, token in enumerate(tokens) if token[0].isdigit()]
    beside = {at for number in numbers for at in range(number - 4, number + 5)}
    at = 0
    while at < len(tokens):
        month, width = _month(tokens, at, months) if at in beside else (0, 1)
        if month:
            width = _with_other_name(tokens, at, width, months)
            found = _around(tokens, at, width, month)
            if found:
                yield found
        at += width


def _with_other_name(tokens: list[_Token], at: int, width: int, months: Mapping[str, int]) -> int:
    """The tokens of a month with those of its other name, as Arab papers give both: "12 آذار/مارس 2031"."""
    if at + width < len(tokens) and tokens[at + width][1] - tokens[at + width - 1][2] <= _APART:
        again, more = _month(tokens, at + width, months)
        if again and again == _month(tokens, at, months)[0]:
            return width + more
    return width


def _month(tokens: list[_Token], at: int, months: Mapping[str, int]) -> tuple[int, int]:
    """The month whose name begins at a token, and how many tokens it takes. Vietnamese names take two or three."""
    first = folded_word(tokens[at][0])
    if first in _first_of_long_names():
        for width in (3, 2):
            name = fold(" ".join(token[0] for token in tokens[at : at + width]))
            if name in months:
                return months[name], width
    return (0 if first.isdigit() else months.get(first, 0)), 1


def _around(tokens: list[_Token], at: int, width: int, month: int) -> tuple[Day, int, int] | None:
    before = _numbers(tokens, range(at - 1, max(-1, at - 5), -1))
    after = _numbers(tokens, range(at + width, min(len(tokens), at + width + 5)))
    buddhist = "\u0e00" <= tokens[at][0][0] <= "\u0e7f"
    days_before = [item for item in before[:1] if item[0] <= 31]
    days_after = [item for item in after[:1] if item[0] <= 31]
    years_after = [item for item in after[:2] if 1000 < item[0] < 2700 or (buddhist and 31 < item[0] < 100)]
    years_before = [item for item in before[:2] if 1000 < item[0] < 2700]
    if days_before and years_after and years_after[0] == after[0]:
        day, year = days_before[0], years_after[0]
    elif days_after and years_after:
        day, year = days_after[0], years_after[0]
    elif days_after and years_before and years_before[0] == before[0]:
        day, year = days_after[0], years_before[0]
    elif days_before and years_before and _in_words(tokens, years_before[0][1], days_before[0][1]):
        day, year = days_before[0], years_before[0]
    else:
        return None
    found = _day(year[0], month, day[0], buddhist=buddhist)
    places = [tokens[item[1]] for item in (day, year)] + [tokens[at], tokens[at + width - 1]]
    return (found, min(place[1] for place in places), max(place[2] for place in places)) if found else None


def _in_words(tokens: list[_Token], year: int, day: int) -> bool:
    """Whether the word for "year" stands between a year and a day: "2031. gada 3. maijā"."""
    return any(folded_word(token[0]) in _date_words() for token in tokens[year + 1 : day])


def _day(year: int, month: int, day: int, *, buddhist: bool) -> Day | None:
    """The Gregorian day; None if the month is of the Iranian calendar and the year is not."""
    if month > IRANIAN:
        return from_iranian(year, month - IRANIAN, day)
    return gregorian_year(year, buddhist=buddhist), month, day


def _numbers(tokens: list[_Token], places: range) -> list[tuple[int, int]]:
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


@cache
def months_of(language: str | None) -> Mapping[str, int]:
    """Folded month names to numbers: those of the language first, then of all others, then of the Iranian calendar.

    "listopad" is November in Poland and October in Croatia, so the page's own language decides.
    """
    own = languages().get((language or "").partition("-")[0])
    names: dict[str, int] = {}
    for known in [*([own] if own else []), *languages().values()]:
        for number, forms in enumerate(known.dates.months, 1):
            for form in forms:
                names.setdefault(form, number)
    return {**iranian_months(), **names}


@cache
def _first_of_long_names() -> frozenset[str]:
    """First words of month names of more than one word."""
    return frozenset(name.partition(" ")[0] for name in months_of(None) if " " in name)


@cache
def _date_words() -> frozenset[str]:
    """Longer words that stand between the numbers of a date: "năm", "gada"."""
    return frozenset(map(fold, sources().words["within_dates"]))
