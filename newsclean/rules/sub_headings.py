"""Headings inside a story, told from headings of boxes by what stands around them."""

from __future__ import annotations

from newsclean.blocks import Block, Scope
from newsclean.rules.view import View

LINKED = 0.3  # share of links in a paragraph that may be a teaser


def heads_prose(view: View, block: Block) -> bool:
    """Whether a heading or a line in bold stands between paragraphs of prose in one container."""
    measure = view.measures[block.index]
    holder = block.scope.parent
    if block.anchors or holder is None or not (block.level > 1 or measure.bold_share > 0.9):
        return False
    first, end = view.layout.spans[holder.index]
    below = next((i for i in range(block.index + 1, min(end, block.index + 3)) if view.layout.blocks[i].text), None)
    if below is None or not _is_paragraph(view, below, holder):
        return False
    return any(_is_paragraph(view, i, holder) for i in range(max(first, block.index - 8), block.index))


def _is_paragraph(view: View, index: int, holder: Scope) -> bool:
    measure = view.measures[index]
    if view.layout.blocks[index].scope.parent is not holder or measure.starts is not None:
        return False
    return measure.is_prose and measure.link_density < LINKED
