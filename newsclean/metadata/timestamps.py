"""Times as machines write them: ISO 8601 and its misspellings, Unix seconds, RFC 5322."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from newsclean.metadata.sources import sources

Stamp = datetime | date
"""A `datetime`, aware or naive, or a `date` where only the day is known."""

_SEPARATED = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"
    r"(?:[T\s,]{1,3}(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d{1,9})?\s{0,2}(\S{0,9})(?:\s|$))?"
)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(?:\.\d{1,9})?\s?(\S{0,9}))?$")
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?$")
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+\-−])(\d{1,2}):?(\d{2})?$", re.IGNORECASE)
_EARLIEST, _LATEST = 1700, 2100  # years of a story; before them lies a template's default


def read_timestamp(text: str) -> Stamp | None:
    """The time that a machine wrote, or None. A default such as "0000-00-00" or the epoch's start is none.

    >>> read_timestamp("2031-05-03T17:12:00.000+0200").isoformat()
    '2031-05-03T17:12:00+02:00'
    >>> read_timestamp("2031-05-03"), read_timestamp("0001-01-01T00:00:00Z")
    (datetime.date(2031, 5, 3), None)
    """
    text = text.partition("[")[0].strip()[:60]  # Java appends "[Europe/Berlin]"
    if epoch := _EPOCH.match(text):
        moment = datetime.fromtimestamp(int(epoch[1]), UTC)
        return moment if 1980 < moment.year <= _LATEST else None
    match = _SEPARATED.match(text) or _COMPACT.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    return build((int(year), int(month), int(day)), _clock(hour, minute, second), read_zone(zone or ""))


def build(day: tuple[int, int, int], clock: tuple[int, int, int] | None, zone: timezone | None) -> Stamp | None:
    """A day and perhaps a time of day as a stamp; None if there is no such day or no paper that old."""
    if not _EARLIEST <= day[0] <= _LATEST or day == (1970, 1, 1):
        return None
    try:
        return datetime(*day, *clock, tzinfo=zone) if clock else date(*day)
    except ValueError:
        try:
            return date(*day)
        except ValueError:
            return None


def read_zone(text: str) -> timezone | None:
    """A zone from "+02:00", "Z", "GMT+2" or an abbreviation such as "EDT"; None if the text is no zone.

    >>> read_zone("EDT"), read_zone("p.m.")
    (datetime.timezone(datetime.timedelta(days=-1, seconds=72000)), None)
    """
    text = text.strip(" ()[],.;|")
    match = _OFFSET.match(text)
    if match:
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        if minutes > 14 * 60:
            return None
        return timezone(timedelta(minutes=minutes if match[1] == "+" else -minutes))
    offset = sources().zones.get(text.lower())
    return None if offset is None else timezone(timedelta(minutes=offset))


def _clock(hour: str | None, minute: str | None, second: str | None) -> tuple[int, int, int] | None:
    return None if hour is None else (int(hour), int(minute or 0), min(int(second or 0), 59))
