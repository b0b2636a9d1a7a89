"""What the entries of a live blog hold: story, short as it may be."""

from __future__ import annotations

from newsclean.blocks import Block, Shape
from newsclean.labels import Label, Verdict
from newsclean.rules.view import View

SHAPES = frozenset({Shape.PARAGRAPH, Shape.HEADING, Shape.LIST_ITEM, Shape.QUOTE})
LINKED = 0.5


def in_entry(view: View, block: Block) -> Verdict | None:
    """A block of an entry, where at least half of the entries hold story already."""
    measure = view.measures[block.index]
    if block.index not in view.entries or block.shape not in SHAPES or block.hidden or block.time:
        return None
    if measure.starts is not None or measure.whole is not None or measure.lead_in or measure.link_density > LINKED:
        return None
    return Verdict(Label.MAIN, "live_entry", block.text[:60])
