"""When the story was published and last changed.

A time of day without a zone could be off by fourteen hours. Its zone is taken from another source on the page that
gives the same time with one, or the same clock in UTC; failing that, only the day is kept. A UTC time becomes one in
the page's own zone where the page also shows the local clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import Any, NamedTuple

from newsclean.article import PageWarning
from newsclean.blocks import Layout
from newsclean.metadata.date_conflicts import conflict, day_of, shown_instead, unswapped
from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found
from newsclean.metadata.json_ld import Node, as_texts
from newsclean.metadata.sources import sources
from newsclean.metadata.timestamps import Stamp, build, read_timestamp
from newsclean.metadata.visible_dates import Sighting, dates_afar, dates_near
from newsclean.metadata.written_dates import months_of, written_dates

# Also a number such as 203105031432000519: day, hour, minute and the number of the story.
_URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})([-/_]?)(\d{1,2})\2(\d{1,2})(?:(?!\d)|(?<=\d{8})(?:[01]\d|2[0-3])[0-5]\d(?=\d|\b))"
)
_URL_NAMED = re.compile(r"/((?:19|20)\d{2})/([a-zA-Z]{3,12})/(\d{1,2})(?!\d)")
# Zones that are not whole hours, in minutes east of UTC.
_HALF_HOURS = frozenset({210, 270, 330, 345, 390, 525, 570, 630, 765, -150, -210, -570})
_NO_LETTERS = re.compile(r"[\W\d_]+")
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
    published += [*_seen(near, "published"), *dated, *_from_other_names(declared, language)]
    modified += _seen(near, "modified")
    if not published:
        afar = dates_afar(layout, headline, language, story_end)
        published += _seen(afar, "published")
        modified += _seen(afar, "modified")
    changed = next(iter(modified), None)
    declared_first, address = next(iter(published), None), from_url(url)
    seen = next(iter(_of_role(near, "published")), None)
    shown_first = shown_instead(declared_first, changed, seen, near, headline, address.value if address else None)
    found = unswapped(shown_first or declared_first, address) or address or changed
    changes = [sighting.stamp for sighting in near if sighting.role == "modified"]
    return Dates(
        _settled(found, [*published, *modified] if shown_first else published, known + shown),
        _settled(changed, modified, known + changes),
        (conflict(declared_first, shown_first),) if declared_first and shown_first else (),
    )


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


def _from_other_names(declared: Declared, language: str | None) -> Iterator[Found[Stamp]]:
    """Meta elements whose name nobody lists, and says what it holds: "x-page-published-date"."""
    for name, contents in declared.meta.items():
        if _is_publication(name):
            yield from _read(contents[0], f"meta:{name}", language)


@lru_cache(maxsize=4096)
def _is_publication(name: str) -> bool:
    known = sources()
    words = set(_NO_LETTERS.split(name))
    return not words.isdisjoint(known.words["publication"]) and not words.isdisjoint(known.words["moments"])


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
    for match in _URL_NAMED.finditer(url or ""):
        month = months_of(None).get(match[2].lower(), 0)
        stamp = build((int(match[1]), month, int(match[3])), None, None) if 0 < month <= 12 else None
        if stamp is not None:
            return Found(stamp, "url")
    return None


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
    return day_of(one) == day_of(other)


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
