"""The time of day beside a written date, with its zone."""

from __future__ import annotations

import re
from datetime import date, timedelta, timezone
from functools import cache
from typing import NamedTuple

from newsclean.folding import fold
from newsclean.metadata.sources import sources
from newsclean.metadata.timestamps import read_zone

_NEAR = 30  # characters between a date and its time
_NIGHTFALL = 6  # "8:30 malam" is in the evening, "2:30 malam" is not
_SUNDAY = 6


class ClockTime(NamedTuple):
    """Hour, minute and second, the zone if one is named, and where the words end."""

    clock: tuple[int, int, int]
    zone: str
    end: int


@cache
def _clock() -> re.Pattern[str]:
    known = sources().clock
    half = "|".join(
        r"\.?\s?".join(word) + r"(?-i:(?![a-z]))\.?" if len(word) > 1 else word for word in known["halves"]
    )
    behind = "|".join(map(re.escape, (*known["hour_words"], *known["after"])))
    return re.compile(
        rf"(?P<before>{'|'.join(known['before'])})?\s?(?<!\d)(?P<hour>\d{{1,2}})\s?"
        rf"(?:[:.{''.join(known['hours'])}]|(?:{'|'.join(known['hour_words'])})\b)\s?"
        rf"(?:(?P<minute>\d{{2}})\s?[{''.join(known['minutes'])}]?)?(?!\d|[./-]\d)(?::\d{{2}})?(?:\s?(?P<half>{half}))?"
        rf"(?:\s?(?:{behind})\b)?"
        r"(?:[\s(,]{0,3}(?P<zone>(?:UTC|GMT)?\s?[+\-−]\d{1,2}(?::?\d{2})?|[A-ZМСК]{1,4}T?\b))?",
        re.IGNORECASE,
    )


def time_beside(text: str, span: tuple[int, int], free: tuple[int, int]) -> ClockTime | None:
    """The time of day after the date, or before it: "17:12, 3 May 2031".

    Args:
        text: the line.
        span: where the date begins and ends.
        free: from where to where the line belongs to no other date.
    """
    start, end = span
    match = _clock().search(text, end, min(end + _NEAR + 15, free[1]))
    if match is None or match.start() - end > _NEAR or not _is_clock(match):
        earlier = [m for m in _clock().finditer(text, max(free[0], start - _NEAR), start) if _is_clock(m)]
        if not earlier:
            return None
        match = earlier[-1]
    hour, minute = _hour(text, match), int(match["minute"] or 0)
    if hour > 23 or minute > 59:
        return None
    return ClockTime((hour, minute, 0), match["zone"] or "", match.end())


def _hour(text: str, match: re.Match[str]) -> int:
    """The hour of 24: by "p.m." of the match, or by the word beside it, as in "5:12 petang"."""
    hour = int(match["hour"])
    half = (match["half"] or match["before"] or "").lower()
    afternoon = half.startswith(sources().clock["afternoon"])
    if not half:
        end = max(match.end("hour"), match.end("minute"))
        beside = {*map(fold, text[: match.start()].split()[-1:] + text[end:].split()[:1])}
        night = not beside.isdisjoint(_words("night"))
        afternoon = not beside.isdisjoint(_words("afternoon")) or (night and _NIGHTFALL <= hour < 12)
        if not afternoon and not night and beside.isdisjoint(_words("morning")):
            return hour
    if afternoon:
        return hour + 12 if hour < 12 else hour
    return 0 if hour == 12 else hour


@cache
def _words(time_of_day: str) -> frozenset[str]:
    return frozenset(map(fold, sources().words[time_of_day]))


def zone_on(name: str, day: tuple[int, int, int]) -> timezone | None:
    """The zone of a name on a day: "ET" is EST in winter and EDT in summer (Energy Policy Act of 2005, section 110).

    >>> zone_on("ET", (2031, 5, 3)) == zone_on("EDT", (2031, 5, 3)), zone_on("ET", (2031, 1, 3)) == read_zone("EST")
    (True, True)
    """
    zone = read_zone(name)
    if zone is None or name.lower() not in sources().words["seasonal_zones"] or not _is_summer(day):
        return zone
    return timezone(zone.utcoffset(None) + timedelta(hours=1))


def _is_summer(day: tuple[int, int, int]) -> bool:
    """From the second Sunday in March to the first one in November."""
    year, month, of_month = day
    if month in (3, 11):
        first = 1 + (_SUNDAY - date(year, month, 1).weekday()) % 7
        return of_month >= first + 7 if month == 3 else of_month < first
    return 3 < month < 11


def _is_clock(match: re.Match[str]) -> bool:
    if match["minute"] or match["half"] or match["before"]:
        return True
    return any(word.lower() in match[0].lower() for word in sources().clock["hour_words"])
