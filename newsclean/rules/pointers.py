"""Lines inside a story that point at another one: "Read more: Ten bridges that …"."""

from __future__ import annotations

from newsclean.blocks import Block, Shape
from newsclean.labels import Label, Verdict
from newsclean.rules.view import View

WHOLE_LINK = 0.95
LEAST = 15  # mass of a paragraph that is a link and names a story
LINKED = 0.35  # share of the line that is a link: the lead-in itself is not


def by_lead_in(view: View, block: Block) -> Verdict | None:
    """A short line of a lead-in and a link."""
    measure = view.measures[block.index]
    if measure.lead_in and measure.link_density >= LINKED and measure.sentences <= 2:
        return Verdict(Label.RELATED, "lead_in", block.text[:60])
    return None


def by_whole_link(view: View, block: Block) -> Verdict | None:
    """A paragraph between paragraphs of the story that is nothing but one link."""
    measure = view.measures[block.index]
    if block.shape not in (Shape.PARAGRAPH, Shape.CELL) or measure.link_density < WHOLE_LINK or measure.mass < LEAST:
        return None
    if len(block.anchors) != 1 or not view.first < block.index:
        return None
    holder = block.scope.parent if block.scope.tag == "p" else block.scope
    if block.shape is Shape.CELL:
        return Verdict(Label.RELATED, "whole_link", block.text[:60])
    if holder is None or not view.holds_story(holder):
        return None
    return Verdict(Label.RELATED, "whole_link", block.text[:60])
