"""Labelled blocks and metadata as an Article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any, NamedTuple

from newsclean import article as parts
from newsclean.article import Article, PageKind
from newsclean.decoding import refusal
from newsclean.elsewhere import Elsewhere
from newsclean.metadata import Metadata
from newsclean.metadata.dateline import split_dateline
from newsclean.mojibake import Mender
from newsclean.reading import Reading
from newsclean.tree import Paths

NO_STORY = frozenset({"error", "listing"})  # what a page of this kind shows of authors and times is its teasers'
TOLD_ELSEWHERE = 0.5  # confidence of a story that JSON-LD or state tells: nothing was scored, and few pages measured
NO_ARTICLE = frozenset({"error", "listing", "other"})


class Pieces(NamedTuple):
    """All that an Article is made of."""

    kind: PageKind
    reason: str | None
    blocks: tuple[parts.Block, ...]
    chrome: tuple[parts.Chrome, ...]
    elsewhere: Elsewhere | None
    metadata: Metadata
    confidence: float
    reading: Reading
    paths: Paths


def compose(pieces: Pieces) -> Article:
    """Build the Article. A page without a story keeps its prose in `chrome`, so that nothing is lost."""
    blocks, chrome, kind, reason, source = _story(pieces)
    metadata = pieces.metadata
    figures = tuple(image for block in blocks if isinstance(block, parts.Figure) for image in block.images)
    values = values_of(metadata)
    if source != "dom":
        values |= _told_by(blocks, metadata)
        if not figures and metadata.lead_image is not None:
            figures = (metadata.lead_image,)
    if kind in NO_STORY:
        values |= _without_story(values)
    confidence = pieces.confidence if source == "dom" else TOLD_ELSEWHERE
    return Article(
        **values,
        kind=kind,
        reason=reason,
        blocks=blocks,
        chrome=chrome,
        images=figures,
        credits=tuple(block.text for block in blocks if isinstance(block, parts.Credit)),
        text_source=source,
        charset=pieces.reading.charset,
        repairs=repairs_of(
            pieces.reading.mender, lambda where: {"xpath": None if where is None else pieces.paths(where)}
        ),
        confidence=confidence if blocks else 0.0,
        warnings=(*pieces.reading.warnings, *metadata.warnings),
    )


def values_of(metadata: Metadata) -> dict[str, Any]:
    """The fields of an Article that its metadata fill."""
    return {name: getattr(metadata, name) for name in _METADATA}


def repairs_of(mender: Mender, placed: Callable[[Any], dict[str, Any]]) -> tuple[parts.Repair, ...]:
    """What was repaired. `placed` makes of where it was the fields that say so."""
    return tuple(
        parts.Repair(before=r.before, after=r.after, codec=r.codec, tier=r.tier, count=r.count, **placed(r.where))
        for r in mender.repairs()
    )


_METADATA = tuple(field.name for field in fields(Metadata) if field.name != "warnings")

_OF_STORY = ("deck", "kicker", "dateline", "agency")
_SEEN = ("visible", "time", "url")


def _without_story(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a page without a story does not have: parts of one, and dates and names seen on other stories' teasers."""
    seen = {name for name, source in values["evidence"].items() if source.startswith(_SEEN)}
    dates = dict.fromkeys(name for name in ("published", "modified") if name in seen)
    names = {"authors": ()} if "authors" in seen else {}
    return dict.fromkeys(_OF_STORY) | dates | names | {"tags": (), "videos": (), "truncated": False}


def _story(pieces: Pieces) -> tuple[Any, ...]:
    if pieces.elsewhere is not None:
        kind = "article" if pieces.kind in NO_ARTICLE else pieces.kind
        return pieces.elsewhere.blocks, pieces.chrome, kind, None, pieces.elsewhere.source
    foreign = pieces.reading.foreign
    reason = refusal(foreign) if foreign else pieces.reason
    return pieces.blocks, pieces.chrome, pieces.kind, reason, "dom"


def _told_by(blocks: Sequence[parts.Block], metadata: Metadata) -> dict[str, Any]:
    """What a story from the page's data says itself; the metadata has seen only the visible page."""
    told: dict[str, Any] = {"truncated": False}
    first = next((block.text for block in blocks if isinstance(block, parts.Paragraph)), "")
    dateline = split_dateline(first)
    if dateline is not None:
        told |= {"dateline": metadata.dateline or dateline.place or None, "agency": metadata.agency or dateline.agency}
    deck = next((block.text for block in blocks if isinstance(block, parts.Deck)), None)
    if metadata.deck is None and deck is not None:
        told["deck"] = deck
    return told
