"""The path to the page: "Home › Food › Recipes"."""

from __future__ import annotations

from urllib.parse import urlsplit

from newsclean.blocks import Block, Shape
from newsclean.labels import Label, Verdict
from newsclean.rules.view import View

LONGEST = 200  # mass
DEEPEST = 6  # links from the front page down
SEPARATORS = frozenset("›»>/→»❯⟩")


def by_separators(view: View, block: Block) -> Verdict | None:
    """A line above the headline, or the story, of links and other words between signs that point the way down."""
    head = view.clues.headline_block
    below = head if head is not None else view.first
    if not 0 <= block.index < below or not block.anchors or view.measures[block.index].mass > LONGEST:
        return None
    pieces = block.text.split()
    if SEPARATORS.isdisjoint(pieces):
        return None
    signs = sum(piece in SEPARATORS for piece in pieces)
    if pieces[0] in SEPARATORS or signs > len(block.anchors) + 1:
        return None
    return Verdict(Label.BREADCRUMB, "separators", block.text[:60])


def by_ordered_list(view: View, block: Block) -> Verdict | None:
    """An entry of a short ordered list of links above the story, the first of them to the front page."""
    if block.shape is not Shape.LIST_ITEM or block.scope.tag != "li" or block.scope.parent is None:
        return None
    holder = block.scope.parent
    if holder.tag != "ol":
        return None
    first, end = view.layout.spans[holder.index]
    head = view.clues.headline_block
    limit = head if head is not None else view.first if view.first >= 0 else len(view.layout.blocks) // 2
    if end > limit or end - first > DEEPEST:
        return None
    top = view.layout.blocks[first]
    if not top.anchors or urlsplit(top.anchors[0].url).path not in ("", "/"):
        return None
    return Verdict(Label.BREADCRUMB, "ordered_links", block.text[:60])
