"""A page as columns of numbers, one number a text block, for the fitted labeller.

Nothing here knows a language, a site, or what a reader would call a word: lengths, punctuation, links, the words of
class names, the shape of the containers, neighbours, and what the page's metadata says of its story. Columns rather
than rows, because blocks share most of what they are made from, and a loop over one number is a fast one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsclean.blocks import Layout
from newsclean.clues import Clues
from newsclean.features import containers, evidence, names, neighbours, place, words
from newsclean.features.page import Page
from newsclean.features.words import Column
from newsclean.measures import Measures

NAMES: Final = (
    *words.NAMES, *neighbours.NAMES, *place.NAMES, *containers.NAMES, *evidence.NAMES, *names.NAMES,
)  # fmt: skip


class PageFeatures:
    """The numbers of one page.

    Args:
        layout: the page.
        measures: of every block of the layout, in order.
        clues: what the metadata says of the story.
    """

    def __init__(self, layout: Layout, measures: Sequence[Measures], clues: Clues) -> None:
        page = Page(layout, measures, clues)
        self._blocks = layout.blocks
        self._groups = (
            words.Words(page), neighbours.Neighbours(page), place.Place(page), containers.Containers(page),
            evidence.Evidence(page), names.Names(),
        )  # fmt: skip

    def columns(self, wanted: Sequence[int]) -> list[Column]:
        """The numbers of the blocks that `wanted` lists by index: a column for each of `NAMES`, in order."""
        if not wanted:
            return [()] * len(NAMES)
        blocks = [self._blocks[i] for i in wanted]
        return [column for group in self._groups for column in group.columns(blocks)]
