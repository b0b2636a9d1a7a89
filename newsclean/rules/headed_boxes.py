"""Boxes of links to other stories, with a heading that says so, and teasers that read like prose."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.blocks import Block
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.measures import HEADLINE_MASS
from newsclean.rules.box_headings import reach
from newsclean.rules.page_parts import Area, PageParts

LINKED = 0.3  # share of links in the text of a box; teasers under the headlines are no links, often
HEADLINES = 2
STORY_BEFORE = 200  # mass of prose above comments

_POINTING = frozenset({Label.RELATED, Label.POPULAR, Label.LATEST, Label.SPONSORED})


def headed_boxes(page: PageParts) -> Iterator[Area]:
    """Containers that open with "Related stories" or its like and hold headlines with links; one, if names say so,
    too.
    """
    blocks, head = page.layout.blocks, page.clues.headline_block
    for block, measure in zip(blocks, page.measures, strict=True):
        label = measure.whole
        if label not in _POINTING or block.index == head or (measure.is_link and not block.level):
            continue
        scope = reach(page.layout, block, head)
        first, end = page.layout.spans[scope.index]
        if first != block.index or page.holds_headline(scope):
            continue
        end = next((i for i in range(first + 1, end) if _is_beside(block, blocks[i])), end)
        inner = page.measures[first + 1 : end]
        linked = sum(m.mass * m.link_density for m in inner)
        headlines = sum(m.link_density > 0.5 and m.mass > HEADLINE_MASS for m in inner)
        needed = 1 if scope.own & hints().mask("related", "popular", "latest") else HEADLINES
        if headlines >= needed and linked >= LINKED * page.mass.over(first, end):
            yield Area(first, end, Verdict(label, "headed_box", block.text))


def headed_comments(page: PageParts) -> Iterator[Area]:
    """What "Comments (2)" opens below the story, whatever its entries look like."""
    head = page.clues.headline_block
    for block, measure in zip(page.layout.blocks, page.measures, strict=True):
        if measure.whole is not Label.COMMENTS or measure.is_link or block.index == head or block.control_chars:
            continue
        scope = reach(page.layout, block, head)
        first, end = page.layout.spans[scope.index]
        alone = first == block.index and end > first + 1 and not page.holds_headline(scope)
        # a count of comments may stand above the story, too
        if alone and page.prose_before(scope) >= max(STORY_BEFORE, page.prose_in(scope)):
            yield Area(first, end, Verdict(Label.COMMENTS, "headed_box", block.text))


def _is_beside(heading: Block, other: Block) -> bool:
    """Whether another heading of the same rank, no headline of a story, opens the next box in the same container."""
    return 0 < other.level <= heading.level and not other.anchors and other.scope.depth <= heading.scope.depth
