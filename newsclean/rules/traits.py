"""What is true of a block at a glance, as bits of one integer: they say which rules are worth asking about it.

Most blocks of a page are links in menus, of which one rule in five could say anything; bits cost less than calls.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from newsclean.blocks import Block, Shape
from newsclean.measures import Measures
from newsclean.rules.hinted import naming_bits
from newsclean.rules.view import View

ALWAYS: Final = 0
# of the block itself
LINKS: Final = 1 << 0  # has a link
IS_LINK: Final = 1 << 1  # is nothing but a link
WHOLE: Final = 1 << 2  # is a chrome phrase
PHRASE: Final = 1 << 3  # is one, or opens with one
LEAD_IN: Final = 1 << 4
HEADING: Final = 1 << 5
LIST_ITEM: Final = 1 << 6
CELL: Final = 1 << 7
QUOTE: Final = 1 << 8
CAPTION: Final = 1 << 9
TIMED: Final = 1 << 10
BELOW_PICTURE: Final = 1 << 11
# of its place on the page
HEADLINE: Final = 1 << 12
UNDER_HEADLINE: Final = 1 << 13
IN_AREA: Final = 1 << 14
BOXED: Final = 1 << 15
NAMED: Final = 1 << 16  # it, or a container around it, has a name or role that a rule knows
AUTHORS: Final = 1 << 17  # the page declares its authors
# of its place in the story
TAKEN: Final = 1 << 18
LEFT: Final = 1 << 19
OPENING: Final = 1 << 20  # among the first blocks of the story
NEAR_END: Final = 1 << 21  # among the last blocks of the story, or close below
ENTRY: Final = 1 << 22
BETWEEN: Final = 1 << 23  # below the headline, above the story
HEAD: Final = 1 << 24  # from above the headline to the story's end
AFTER: Final = 1 << 25

HEAD_ABOVE: Final = 6  # blocks above the headline
HEAD_BELOW: Final = 12
OPENING_BLOCKS: Final = 4
LAST_BLOCKS: Final = 3
BELOW_STORY: Final = 12  # blocks

_OF_SHAPE: Final[Mapping[Shape, int]] = {
    Shape.HEADING: HEADING, Shape.LIST_ITEM: LIST_ITEM, Shape.CELL: CELL, Shape.QUOTE: QUOTE, Shape.CAPTION: CAPTION,
    Shape.CONTROL: NAMED,
}  # fmt: skip


def traits_of_page(view: View) -> list[int]:
    """The traits of every block that do not depend on the story."""
    blocks, boxes, areas = view.layout.blocks, view.boxes, view.areas
    naming = naming_bits()
    shared = AUTHORS if view.clues.authors else 0
    found = []
    above: Shape | None = None
    for block, measure in zip(blocks, view.measures, strict=True):
        bits = shared | _own(block, measure)
        if above is Shape.IMAGE:
            bits |= BELOW_PICTURE
        above = block.shape
        if (block.hints | block.scope.inherited) & naming:
            bits |= NAMED
        if boxes[block.index] is not None:
            bits |= BOXED
        found.append(bits)
    for index in areas:
        found[index] |= IN_AREA
    head = view.clues.headline_block
    if head is not None:
        found[head] |= HEADLINE
        _add(found, UNDER_HEADLINE, head + 1, head + 1 + HEAD_BELOW)
    return found


def _own(block: Block, measure: Measures) -> int:
    bits = _OF_SHAPE.get(block.shape, 0)
    if block.anchors:
        bits |= LINKS | IS_LINK if measure.is_link else LINKS
    if measure.whole is not None:
        bits |= WHOLE | PHRASE
    elif measure.starts is not None:
        bits |= PHRASE
    if measure.lead_in:
        bits |= LEAD_IN
    if block.time:
        bits |= TIMED
    return bits


def traits_with_story(view: View, of_page: Sequence[int]) -> list[int]:
    """The same, with those that depend on the story."""
    found = [bits | LEFT for bits in of_page]
    first, last, head = view.first, view.last, view.clues.headline_block
    if first < 0:
        return found
    taken = sorted(view.story)
    for rank, index in enumerate(taken):
        found[index] ^= LEFT | TAKEN | (OPENING if rank < OPENING_BLOCKS else 0)
    _add(found, NEAR_END, taken[-LAST_BLOCKS - 1 :][0], last + 1 + BELOW_STORY)
    _add(found, AFTER, last + 1, len(found))
    for index in view.entries:
        found[index] |= ENTRY
    if head is not None:
        _add(found, BETWEEN, head + 1, first)
        _add(found, HEAD, head - HEAD_ABOVE, max(last, head + HEAD_BELOW) + 1)
    return found


def _add(found: list[int], bits: int, first: int, end: int) -> None:
    for i in range(max(first, 0), min(end, len(found))):
        found[i] |= bits
