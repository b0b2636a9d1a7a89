"""What stands around a block: the two text blocks before and after it, prose, links and pictures close by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import repeat
from typing import Final

from newsclean.blocks import Block
from newsclean.features.page import Page
from newsclean.features.words import Column, Made

_OF_NEIGHBOUR: Final = ("mass", "link_density", "is_prose", "heading", "same_template", "ends_sentence", "phrase")
_STEPS: Final = (("prev1", -1), ("prev2", -2), ("next1", 1), ("next2", 2))
_REACH: Final = 2  # text blocks
NAMES: Final = (
    *(f"{where}_{what}" for where, _ in _STEPS for what in _OF_NEIGHBOUR),
    "prose_before5", "prose_after5", "links_before3", "links_after3", "image_before", "image_after",
    "linked_image_near",
)  # fmt: skip


class Neighbours:
    """The text blocks of one page, each to be looked up from its neighbour."""

    def __init__(self, page: Page) -> None:
        self._page = page
        texts = [page.layout.blocks[i] for i in page.texts]
        measures = [page.measures[i] for i in page.texts]
        self._values = [
            _padded(m.mass for m in measures),
            _padded(m.link_density for m in measures),
            _padded(m.is_prose for m in measures),
            _padded(block.level for block in texts),
            _padded(m.ends_sentence for m in measures),
            _padded(m.whole is not None or m.starts is not None for m in measures),
        ]
        self._signatures = [*repeat(None, _REACH), *(block.scope.signature for block in texts), *repeat(None, _REACH)]
        self._prose, self._links = page.prose.padded(5), page.links.padded(3)

    def columns(self, blocks: Sequence[Block]) -> list[Made]:
        """One column a name, one number a block; -1 for a neighbour beyond the ends of the page."""
        found: list[Made] = []
        for _, step in _STEPS:
            ranks = [self._page.rank[block.index] + step + _REACH for block in blocks]
            mass, density, prose, level, ends, phrase = (partial(_looked_up, some, ranks) for some in self._values)
            found += [mass, density, prose, level, partial(self._alike, blocks, ranks), ends, phrase]
        return [*found, *self._close_by(blocks)]

    def _alike(self, blocks: Sequence[Block], ranks: Sequence[int]) -> Column:
        signatures = self._signatures
        return [
            -1 if (neighbour := signatures[rank]) is None else neighbour == block.scope.signature
            for rank, block in zip(ranks, blocks, strict=True)
        ]

    def _close_by(self, blocks: Sequence[Block]) -> list[Made]:
        wanted = [block.index for block in blocks]
        prose, links = self._prose, self._links
        around = [None, *self._page.layout.blocks, None]
        before, after = [around[i] for i in wanted], [around[i + 2] for i in wanted]
        return [
            lambda: [prose[i + 5] - prose[i] for i in wanted],
            lambda: [prose[i + 11] - prose[i + 6] for i in wanted],
            lambda: [links[i + 3] - links[i] for i in wanted],
            lambda: [links[i + 7] - links[i + 4] for i in wanted],
            lambda: [_is_picture(block) for block in before],
            lambda: [_is_picture(block) for block in after],
            lambda: [_is_linked(b) or _is_linked(a) for b, a in zip(before, after, strict=True)],
        ]


def _is_picture(block: Block | None) -> bool:
    return block is not None and block.media is not None


def _is_linked(block: Block | None) -> bool:
    return block is not None and block.media is not None and bool(block.anchors)


def _looked_up(numbers: Sequence[float], ranks: Sequence[int]) -> Column:
    return [numbers[rank] for rank in ranks]


def _padded(numbers: Iterable[float]) -> list[float]:
    return [*repeat(-1, _REACH), *numbers, *repeat(-1, _REACH)]
