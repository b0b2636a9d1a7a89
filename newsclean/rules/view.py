"""What the rules see of a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from newsclean.blocks import Layout, Scope
from newsclean.clues import Clues
from newsclean.labels import Verdict
from newsclean.measures import Measures
from newsclean.rules.areas import areas
from newsclean.rules.box_headings import BoxHeading, box_headings
from newsclean.sums import Sums
from newsclean.updates import LiveEntry, timed_families


class Remembered:
    """What rules ask of one page's story again and again, worked out when first asked for."""

    __slots__ = ("hosts", "letters", "named")

    def __init__(self) -> None:
        self.hosts: frozenset[str] | None = None  # the page's own: see `link_lists`
        self.letters: str | None = None  # of the whole story: see `pull_quotes`
        self.named: dict[tuple[int, int], tuple[int, int] | None] = {}  # by container and names: see `hinted`


class View(NamedTuple):
    """The page, its measures and clues, and the story as far as it is known.

    `story` holds the indexes of the blocks that the model took; `first` and `last` are its ends (-1 without a story).
    `boxes` gives, for each block, the last box heading above it that shares its container;
    `areas` the verdict of the container it stands in, where that was enough to decide; `families` the containers
    that may be entries of a live blog.
    """

    layout: Layout
    measures: Sequence[Measures]
    clues: Clues
    boxes: Sequence[BoxHeading | None]
    areas: Mapping[int, Verdict]
    remembered: Remembered
    families: Sequence[Sequence[LiveEntry]] = ()
    entries: frozenset[int] = frozenset()
    story: frozenset[int] = frozenset()
    first: int = -1
    last: int = -1
    story_counts: Sums = Sums(())

    @classmethod
    def of(cls, layout: Layout, measures: Sequence[Measures], clues: Clues) -> Self:
        """The page before any block is judged."""
        boxes = box_headings(layout, measures, clues.headline_block)
        none = Sums([0.0] * len(layout.blocks))
        families = timed_families(layout)
        judged = areas(layout, measures, clues)
        return cls(layout, measures, clues, boxes, judged, Remembered(), families, story_counts=none)

    def holds_story(self, scope: Scope) -> bool:
        """Whether a container holds a block of the story: then its names say nothing about the rest of it."""
        return self.story_counts.over(*self.layout.spans[scope.index]) > 0

    def story_before(self, index: int) -> int:
        """How many blocks of the story stand above a block."""
        return int(self.story_counts.over(0, index))

    def story_after(self, index: int) -> int:
        """How many blocks of the story stand below a block."""
        return int(self.story_counts.over(index + 1, len(self.layout.blocks)))
