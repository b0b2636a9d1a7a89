"""The dates of publication and change as the page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from newsclean.blocks import Block, Layout, Shape
from newsclean.hints import hints
from newsclean.metadata.byline_words import split_prefix
from newsclean.metadata.date_labels import Role, label_after, label_before
from newsclean.metadata.headline_window import around_headline
from newsclean.metadata.posts import is_post_signature
from newsclean.metadata.timestamps import Stamp, read_timestamp
from newsclean.metadata.written_dates import WrittenDate, may_hold_date, written_dates

_LONGEST = 300  # characters of a line with a date
_OTHER_WORDS = 60  # characters that may stand beside a date which nothing labels
_FIRST_YEAR = 1990  # of a page on the web; older years are dates of what the story tells
_AFAR = 250  # blocks on either side of headline and story's end that may hold a date labelled as the story's


class Sighting(NamedTuple):
    """A date on the page, what the words beside it say of it, and the index of its block."""

    stamp: Stamp
    role: Role | None
    evidence: str
    block: int
    written: bool = True  # False: only the attribute of a <time> says it, beside words such as "1 day ago"


def dates_near(layout: Layout, headline: int | None, language: str | None) -> list[Sighting]:
    """Dates of the lines around the headline: those below it, those above it, the nearest first, then its own."""
    if headline is None:
        return []
    blocks = layout.blocks
    above, below = around_headline(blocks, headline)
    near = [*below, *reversed(above)]
    avoided = hints().mask("comments", "figcaption", "figure") & ~blocks[headline].scope.inherited
    # a page that hides its headline hides it until a script runs, and the date with it
    shown = [block for block in near if not block.hidden or block.time or blocks[headline].hidden]
    found = list(_sightings(shown, blocks, avoided, language))
    return found + list(_in_headline(blocks[headline], language))


def dates_afar(
    layout: Layout, headline: int | None, language: str | None, story_end: int | None = None
) -> list[Sighting]:
    """Dates farther from the headline that words label, unless they belong to comments or to other stories; or else
    the only one.

    A line that is nothing but a date counts if no such line has another day. `story_end` is the index of the story's
    last block. On a page of many blocks only those around headline and story's end are looked at.
    """
    blocks = layout.blocks
    mask = hints().mask
    avoided = mask("comments", "caption", "figcaption", "figure", "related", "popular", "latest", "card", "aside")
    if headline is not None:
        avoided &= ~blocks[headline].scope.inherited
    places = sorted({place or 0 for place in (headline, story_end)})
    looked_at = dict.fromkeys(i for at in places for i in range(max(0, at - _AFAR), min(len(blocks), at + _AFAR)))
    found = list(_sightings((blocks[i] for i in looked_at if not blocks[i].hidden), blocks, avoided, language))
    labelled = [sighting for sighting in found if sighting.role]
    if labelled:
        beside = {sighting.block for sighting in labelled}
        return [sighting for sighting in found if sighting.block in beside]  # "3 May 2031. Updated 4 May 2031"
    return found if len({str(sighting.stamp)[:10] for sighting in found}) == 1 else []


def _sightings(
    candidates: Iterable[Block], blocks: Sequence[Block], avoided: int, language: str | None
) -> Iterator[Sighting]:
    time = hints().mask("time", "byline")
    for block in candidates:
        if len(block.text) > _LONGEST or not (block.time or may_hold_date(block.text)) or is_post_signature(block.text):
            continue
        marked = bool((block.scope.own | block.hints) & time) or split_prefix(block.text)[0] == "author"
        if block.scope.inherited & avoided and not marked:
            continue
        before = blocks[block.index - 1].text if block.index else ""
        yield from _of_block(block, before if len(before) < 40 else "", marked, language)


def _in_headline(block: Block, language: str | None) -> Iterator[Sighting]:
    """A date set into the headline's own element, before its words or after them."""
    if len(block.text) > _LONGEST:
        return
    for date in written_dates(block.text, language):
        if date.start == 0 or date.end >= len(block.text.rstrip(" )")):
            yield Sighting(date.stamp, None, "visible:headline", block.index)


def _of_block(block: Block, before: str, marked: bool, language: str | None) -> Iterator[Sighting]:
    text = block.text
    written = list(written_dates(text, language))
    attribute = read_timestamp(block.time) if block.time else None
    evidence = "visible:time" if block.time else "visible:date"
    if not written:
        if attribute is not None:
            role = label_before(text) or label_before(before)
            yield Sighting(attribute, role, "visible:time", block.index, written=False)
        return
    for date, own_role in zip(written, _roles(text, written), strict=True):
        role = own_role or (label_before(before) if date.start < 3 else None)
        beside = _beside(text, date, written)
        if role is None and beside > _OTHER_WORDS and not marked and not block.time:
            continue
        if (block.shape is Shape.HEADING and beside > 20 and not block.time) or date.stamp.year < _FIRST_YEAR:
            continue
        yield Sighting(_with_attribute(date.stamp, attribute), role, evidence, block.index)


def _beside(text: str, date: WrittenDate, written: Sequence[WrittenDate]) -> int:
    """How many characters stand in the line of a date and are part of none."""
    start = text.rfind("\n", 0, date.start) + 1
    end = text.find("\n", date.end)
    end = end if end >= 0 else len(text)
    return end - start - sum(other.end - other.start for other in written if start <= other.start < end)


def _roles(text: str, written: Sequence[WrittenDate]) -> list[Role | None]:
    """What the line says of each of its dates. Labels stand before the dates, or after them as in Japan and Korea.

    A label between two dates is the second's, unless one follows the last: "3 May 2031 Updated 4 May 2031".
    """
    starts = [0, *(date.end for date in written)]
    ends = [*(date.start for date in written), len(text)]
    between = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    before = [label_before(words) for words in between[:-1]]
    if before[0] is None and label_after(between[-1]):
        return [label_after(words) for words in between[1:]]
    return before


def _with_attribute(stamp: Stamp, attribute: Stamp | None) -> Stamp:
    """The machine's time where it is on the day shown, or within a day of it: zones shift the day."""
    if not isinstance(attribute, datetime):
        return stamp
    apart = abs((attribute.date() - (stamp.date() if isinstance(stamp, datetime) else stamp)).days)
    return attribute if apart == 0 or (apart == 1 and not isinstance(stamp, datetime)) else stamp
