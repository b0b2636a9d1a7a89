"""The entries of a live blog: containers made alike, one after the other, each with its time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from newsclean.blocks import Layout, Scope
from newsclean.metadata.timestamps import read_timestamp

ENTRIES = 3  # that make a page a live blog, if the page does not say so itself
HEADLINE = 25  # characters of a link that may be a headline
MOSTLY = 0.8  # share of the times of a live blog that are in one order
ROUND = 5  # minutes between the times of a programme
HEAD = 4  # blocks of an entry among which its time stands, from either end
_CLOCK = re.compile(r"(\d{1,2})\s?[:.h時时點点시]\s?(\d{2})\s?[分분]?\s?((?:[^\W\d_]\.?\s?){1,5})?(?:\s[^\W\d_]{1,5})?")


class LiveEntry(NamedTuple):
    """One entry: its container, the blocks it covers, and when it was posted (None: the page gives no full time)."""

    scope: Scope
    first: int
    end: int
    time: datetime | None


def timed_families(layout: Layout) -> tuple[tuple[LiveEntry, ...], ...]:
    """Siblings with the same tag and classes, at least three, each with a time of its own in a `<time datetime>`.

    At least two times differ: the tables of a results page share one.
    """
    families: dict[tuple[int, str], list[LiveEntry]] = {}
    for index in _timed(layout):
        for scope in _holders(layout.blocks[index].scope):
            family = (scope.parent.index if scope.parent else -1, scope.signature)
            entries = families.setdefault(family, [])
            first, end = layout.spans[scope.index]
            if (not entries or entries[-1].scope is not scope) and min(index - first, end - index) <= HEAD:
                entries.append(LiveEntry(scope, first, end, _moment(layout, index)))
    return tuple(tuple(entries) for entries in families.values() if _is_live(layout, entries))


def live_entries(families: Sequence[Sequence[LiveEntry]], story: Set[int]) -> tuple[LiveEntry, ...]:
    """The entries of the live blog on a page: the family that holds most of its story. None on any other page.

    Args:
        families: see `timed_families`.
        story: the indexes of the blocks that are story.
    """
    best: tuple[LiveEntry, ...] = ()
    for entries in families:
        telling = sum(any(i in story for i in range(entry.first, entry.end)) for entry in entries)
        if telling >= max(2, len(entries) / 2) and len(entries) > len(best):
            best = tuple(entries)
    return best


def under_clocks(layout: Layout, story: Set[int]) -> bool:
    """Whether a story is told under times of day: three headings or more that are nothing but one, the latest first.

    Programmes of a day are told from its morning on, at full hours and quarters; a time between these is a reporter's.
    """
    if not story:
        return False
    reach = layout.blocks[max(0, min(story) - HEAD) : max(story)]
    clocks = [clock for block in reach if block.level and (clock := _clock(block.text)) is not None]
    pairs = list(pairwise(clocks))
    if len(clocks) < ENTRIES or len(set(clocks)) < ENTRIES:
        return False
    falling = sum(later < earlier for earlier, later in pairs)
    if falling >= MOSTLY * len(pairs):
        return True
    return falling <= (1 - MOSTLY) * len(pairs) and any(clock % ROUND for clock in clocks)


def _clock(text: str) -> int | None:
    """The minute of the day that a text names which is nothing but a time: "10.05am GMT", "17:12"."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    hour, half = int(match[1]), (match[3] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return 60 * hour + int(match[2])


def _is_live(layout: Layout, entries: Sequence[LiveEntry]) -> bool:
    """Whether a family may be a live blog: several times, and no list of teasers."""
    if len(entries) < ENTRIES or len({entry.time for entry in entries}) == 1:
        return False
    return 2 * sum(_is_teaser(layout, entry) for entry in entries) < len(entries)


def _is_teaser(layout: Layout, entry: LiveEntry) -> bool:
    """Whether an entry points elsewhere: the entries of a live blog link to themselves at most."""
    for block in layout.blocks[entry.first : entry.end]:
        if len(block.text) > HEADLINE and block.link_chars * 10 > 9 * len(block.text):
            return not all(anchor.url.startswith("#") for anchor in block.anchors)
    return False


def _timed(layout: Layout) -> Iterator[int]:
    return (block.index for block in layout.blocks if block.time and block.text and not block.hidden)


def _holders(scope: Scope) -> Iterator[Scope]:
    """The containers around a time that may be its entry."""
    found: Scope | None = scope
    for _ in range(5):
        if found is None or found.tag in ("body", "main"):
            return
        yield found
        found = found.parent


def _moment(layout: Layout, index: int) -> datetime | None:
    stamp = read_timestamp(layout.blocks[index].time or "")
    return stamp if isinstance(stamp, datetime) and stamp.tzinfo is not None else None
