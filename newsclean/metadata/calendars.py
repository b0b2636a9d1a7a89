"""Years and months of other calendars that newspapers date by, as Gregorian days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from newsclean.folding import fold
from newsclean.metadata.sources import sources

Day = tuple[int, int, int]
"""Year, month, day; perhaps of no month or day that exists."""

IRANIAN = 12
"""What is added to the number of a month of the Iranian calendar, to tell it from a Gregorian one."""

_IRANIAN_YEARS = range(1300, 1426)  # 1921 to 2046; later ones are, in newspapers, Islamic years
_BUDDHIST = 543
_BUDDHIST_YEARS = range(2400, 2700)
_ANCHOR = 1400, date(2021, 3, 21)
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})  # of 33 years, exact from 1178 to 1633


def gregorian_year(year: int, *, buddhist: bool = False) -> int:
    """A year as printed, with two digits or of the Buddhist era; `buddhist`: two digits are those of a Thai year.

    >>> gregorian_year(31), gregorian_year(2574), gregorian_year(74, buddhist=True)
    (2031, 2031, 2031)
    """
    if year < 100 and buddhist:
        year += 2500
    if year < 100:
        return year + (2000 if year < 70 else 1900)
    return year - _BUDDHIST if year in _BUDDHIST_YEARS else year


def from_iranian(year: int, month: int, day: int) -> Day | None:
    """The Gregorian day of one of the Iranian (solar Hijri) calendar; None if there is no such day.

    >>> from_iranian(1410, 2, 13), from_iranian(1400, 12, 30)
    ((2031, 5, 3), None)
    """
    if year not in _IRANIAN_YEARS or not 1 <= month <= 12 or not 1 <= day <= _days(year, month):
        return None
    first, anchor = _ANCHOR
    days = 365 * (year - first) + _leaps_before(year) - _leaps_before(first)
    days += 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1
    found = anchor + timedelta(days)
    return found.year, found.month, found.day


def _days(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month < 12 or year % 33 in _LEAP else 29


def _leaps_before(year: int) -> int:
    cycles, rest = divmod(year, 33)
    return cycles * len(_LEAP) + sum(leap < rest for leap in _LEAP)


@cache
def iranian_months() -> Mapping[str, int]:
    """Folded name of a month of the Iranian calendar to `IRANIAN` + its number."""
    months = enumerate(sources().iranian_months, IRANIAN + 1)
    return MappingProxyType({fold(name): number for number, names in months for name in names})
