"""What the rules see of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.blocks import Block, Layout, Scope
from newsclean.clues import Clues
from newsclean.labels import Label
from newsclean.measures import Measures
from newsclean.sums import Sums


class BoxHeading(NamedTuple):
    """A line such as "Related" that names what follows it in its container."""

    index: int
    label: Label


class View(NamedTuple):
    """The page, its measures and clues, and the story as far as it is known.

    `story` holds the indexes of the blocks that the model took; `first` and `last` are its ends (-1 without a story).
    `boxes` gives, for each block, the last box heading above it that shares its container.
    """

    layout: Layout
    measures: Sequence[Measures]
    clues: Clues
    boxes: Sequence[BoxHeading | None]
    story: frozenset[int] = frozenset()
    first: int = -1
    last: int = -1
    story_text: str = ""
    story_counts: Sums = Sums(())

    def holds_story(self, scope: Scope) -> bool:
        """Whether a container holds a block of the story: then its names say nothing about the rest of it."""
        return self.story_counts.over(*self.layout.spans[scope.index]) > 0

    def story_before(self, index: int) -> int:
        """How many blocks of the story stand above a block."""
        return int(self.story_counts.over(0, index))

    def story_after(self, index: int) -> int:
        """How many blocks of the story stand below a block."""
        return int(self.story_counts.over(index + 1, len(self.layout.blocks)))

    def in_story(self, block: Block) -> bool:
        """Whether a block lies between the first and the last block of the story."""
        return self.first <= block.index <= self.last


def box_headings(layout: Layout, measures: Sequence[Measures]) -> tuple[BoxHeading | None, ...]:
    """For each block the box heading it stands under.

    A heading reaches as far as the container it stands in; where it is all that its container holds (a `<header>`
    around an `<h3>`), as far as the container around that.
    """
    found: list[BoxHeading | None] = []
    current: BoxHeading | None = None
    end = 0
    for block, measure in zip(layout.blocks, measures, strict=True):
        if block.index >= end:
            current = None
        if measure.whole is not None:
            current = BoxHeading(block.index, measure.whole)
            end = _reach(layout, block)
        elif current is not None and block.level and block.level <= layout.blocks[current.index].level:
            current = None  # a heading of the same rank opens something else
        found.append(current)
    return tuple(found)


def _reach(layout: Layout, block: Block) -> int:
    scope = block.scope
    while layout.spans[scope.index][1] <= block.index + 1 and scope.parent is not None:
        scope = scope.parent
    return layout.spans[scope.index][1]
