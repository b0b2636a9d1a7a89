"""When the story was published and last changed.

A time of day without a zone could be off by fourteen hours. Its zone is taken from another source on the page that
gives the same time with one, or the same clock in UTC; failing that, only the day is kept. A UTC time becomes one in
the page's own zone where the page also shows the local clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any, NamedTuple

from newsclean.article import PageWarning
from newsclean.blocks import Layout
from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found
from newsclean.metadata.json_ld import Node, as_texts
from newsclean.metadata.timestamps import Stamp, build, read_timestamp
from newsclean.metadata.visible_dates import Sighting, dates_afar, dates_near
from newsclean.metadata.written_dates import written_dates

# Also a number such as 203105031432000519: day, hour, minute and the number of the story.
_URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})([-/_]?)(\d{1,2})\2(\d{1,2})(?:(?!\d)|(?<=\d{8})(?:[01]\d|2[0-3])[0-5]\d(?=\d|\b))"
)
# Zones that are not whole hours, in minutes east of UTC.
_HALF_HOURS = frozenset({210, 270, 330, 345, 390, 525, 570, 630, 765, -150, -210, -570})
_TOGETHER = 4  # blocks between the lines of one masthead


class Dates(NamedTuple):
    """Either may be missing. A page that gives only its last change has that as `published`, and says so."""

    published: Found[Stamp] | None
    modified: Found[Stamp] | None
    warnings: tuple[PageWarning, ...] = ()


def find_dates(
    declared: Declared,
    layout: Layout,
    headline: int | None = None,
    url: str | None = None,
    language: str | None = None,
    story_end: int | None = None,
) -> Dates:
    """Both dates: aware `datetime`, or `date` where no time or no zone is known.

    Sources of publication in order: JSON-LD, meta, microdata, the visible line near the headline, meta names for any
    date, labelled dates elsewhere, the URL. `language` reads month names and numeric dates; `story_end` is the index of
    the story's last block.
    """
    near = dates_near(layout, headline, language)
    published = list(_declared(declared, _PUBLISHED, "published", language))
    modified = list(_declared(declared, _MODIFIED, "modified", language))
    dated = list(_from_meta(declared, "dated", language))
    known = [found.value for found in (*published, *modified, *dated)]
    shown = [sighting.stamp for sighting in near if sighting.role != "modified"]
    published += [*_seen(near, "published"), *dated]
    modified += _seen(near, "modified")
    if not published:
        afar = dates_afar(layout, headline, language, story_end)
        published += _seen(afar, "published")
        modified += _seen(afar, "modified")
    changed = next(iter(modified), None)
    first = _before_import(published, changed, near)
    found = first or next(iter(published), None) or from_url(url) or changed
    changes = [sighting.stamp for sighting in near if sighting.role == "modified"]
    return Dates(
        _settled(found, published, known + shown),
        _settled(changed, modified, known + changes),
        _conflict(published[0], first) if first else (),
    )


def _conflict(declared: Found[Stamp], shown: Found[Stamp]) -> tuple[PageWarning, ...]:
    detail = f"{declared.evidence} says {_day(declared.value)}, the page shows {_day(shown.value)}"
    return (PageWarning(code="dates_differ", detail=detail),)


_PUBLISHED = (("datePublished",), ("dateCreated", "uploadDate"))
_MODIFIED = (("dateModified",), ())


def _declared(
    declared: Declared, keys: tuple[tuple[str, ...], tuple[str, ...]], field: str, language: str | None
) -> Iterator[Found[Stamp]]:
    first, later = keys
    yield from _from_nodes(declared.articles, first, language)
    yield from _from_meta(declared, field, language)
    for item in declared.microdata:
        if item.path == first[0].lower():
            yield from _read(item.value, f"microdata:{first[0]}", language)
            break
    yield from _from_nodes(declared.pages, first, language)
    yield from _from_nodes(declared.articles, later, language)


def _from_meta(declared: Declared, field: str, language: str | None) -> Iterator[Found[Stamp]]:
    for name, text in declared.from_meta(field):
        yield from _read(text, f"meta:{name}", language)


def _from_nodes(nodes: Iterable[Node], keys: tuple[str, ...], language: str | None) -> Iterator[Found[Stamp]]:
    for key in keys:
        for node in nodes:
            for text in as_texts(node.data.get(key)):
                yield from _read(text, f"json_ld:{key}", language)


def _read(text: str, evidence: str, language: str | None) -> Iterator[Found[Stamp]]:
    stamp = read_timestamp(text)
    if stamp is None and len(text) < 80:
        stamp = next((written.stamp for written in written_dates(text, language)), None)
    if stamp is not None:
        yield Found(stamp, evidence)


def _seen(sightings: Sequence[Sighting], role: str) -> list[Found[Stamp]]:
    return [Found(sighting.stamp, sighting.evidence) for sighting in _of_role(sightings, role)]


def _of_role(sightings: Sequence[Sighting], role: str) -> list[Sighting]:
    """Sightings labelled so come first; a date that nothing labels is one of publication.

    It even comes first where it stands alone at the headline, and the labelled one in the story: "Released: 3 May".
    """
    labelled = [sighting for sighting in sightings if sighting.role == role]
    if role != "published":
        return labelled
    bare = [sighting for sighting in sightings if sighting.role is None]
    apart = labelled and bare and labelled[0].block - bare[0].block > _TOGETHER
    return bare + labelled if apart else labelled + bare


def from_url(url: str | None) -> Found[Stamp] | None:
    """The day that an address holds.

    >>> from_url("https://news.example/2031/05/03/rain.html").value
    datetime.date(2031, 5, 3)
    """
    for match in _URL_DATE.finditer(url or ""):
        if not match[2] and len(match[3] + match[4]) < 4:
            continue
        stamp = build((int(match[1]), int(match[3]), int(match[4])), None, None)
        if stamp is not None:
            return Found(stamp, "url")
    return None


def _before_import(
    published: list[Found[Stamp]], changed: Found[Stamp] | None, near: list[Sighting]
) -> Found[Stamp] | None:
    """The date shown at the headline, where the declared one is that of a later import.

    Told by a declared publication on the day of the last change, and an earlier date shown. Measured: of eleven such
    pages nine show the true date.
    """
    shown = next(iter(_of_role(near, "published")), None)
    if not published or changed is None or shown is None or published[0].evidence.startswith("visible"):
        return None
    declared, first = _day(published[0].value), _day(shown.stamp)
    swapped = (first.day, first.month) == (declared.month, declared.day)
    if shown.role is None and near[0].role == "modified":
        return None  # the page shows its last change there, and the bare date is one of the story
    if abs((_day(changed.value) - declared).days) > 1 or (declared - first).days < 2 or swapped:
        return None
    return Found(shown.stamp, shown.evidence)


def _settled(found: Found[Stamp] | None, same: list[Found[Stamp]], known: list[Stamp]) -> Found[Stamp] | None:
    """The value with the most precise time that agrees with it, in the page's own zone."""
    if found is None:
        return None
    stamp = found.value
    if not _has_time(stamp):
        stamp = next((other.value for other in same if _has_time(other.value) and _same_day(other.value, stamp)), stamp)
    return Found(_in_zone(stamp, known), found.evidence)


def _has_time(stamp: Any) -> bool:
    """Midnight is what templates print for a day without a time."""
    return isinstance(stamp, datetime) and (stamp.hour, stamp.minute, stamp.second) != (0, 0, 0)


def _same_day(one: Stamp, other: Stamp) -> bool:
    return _day(one) == _day(other)


def _day(stamp: Stamp) -> date:
    return stamp.date() if isinstance(stamp, datetime) else stamp


def _in_zone(stamp: Stamp, known: list[Stamp]) -> Stamp:
    if not isinstance(stamp, datetime):
        return stamp
    others = [other for other in known if isinstance(other, datetime) and other is not stamp]
    aware = [other for other in others if other.tzinfo is not None]
    if stamp.tzinfo is None:
        return _zoned(stamp, aware)
    if stamp.utcoffset():
        return stamp
    local = [other for other in aware if other.utcoffset() and abs(other - stamp) < timedelta(minutes=1)]
    if local:
        return stamp.astimezone(local[0].tzinfo)
    for other in others:
        if other.tzinfo is None and _has_time(other):
            offset = _offset(other, stamp)
            if offset:
                return stamp.astimezone(timezone(offset))
    return stamp


def _zoned(stamp: datetime, aware: list[datetime]) -> Stamp:
    """A naive time with the zone of the same clock elsewhere, or of the same instant in UTC; else only its day."""
    for other in aware:
        if abs(other.replace(tzinfo=None) - stamp) < timedelta(minutes=1):
            return stamp.replace(tzinfo=other.tzinfo)
    for other in aware:
        offset = None if other.utcoffset() else _offset(stamp, other)
        if offset is not None:
            return stamp.replace(tzinfo=timezone(offset))
    return stamp.date()


def _offset(local: datetime, utc: datetime) -> timedelta | None:
    """How far a local clock is ahead of UTC, if any zone of the world is."""
    ahead = local.replace(second=0) - utc.replace(tzinfo=None, second=0, microsecond=0)
    minutes = ahead // timedelta(minutes=1)
    if not -12 * 60 <= minutes <= 14 * 60 or (minutes % 60 and minutes not in _HALF_HOURS):
        return None
    return ahead
