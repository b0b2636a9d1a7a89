"""What stands around a block: the two text blocks before and after it, prose, links and pictures close by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Final

from newsclean.blocks import Block
from newsclean.features.page import Page
from newsclean.features.words import Column

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
        self._texts = [page.layout.blocks[i] for i in page.texts]
        measures = [page.measures[i] for i in page.texts]
        self._values = [
            _padded(m.mass for m in measures),
            _padded(m.link_density for m in measures),
            _padded(m.is_prose for m in measures),
            _padded(block.level for block in self._texts),
            _padded(m.ends_sentence for m in measures),
            _padded(m.whole is not None or m.starts is not None for m in measures),
        ]
        self._prose, self._links = page.prose.padded(5), page.links.padded(3)

    def columns(self, blocks: Sequence[Block]) -> list[Column]:
        """One column a name, one number a block; -1 for a neighbour beyond the ends of the page."""
        texts = self._texts
        found: list[Column] = []
        for _, step in _STEPS:
            ranks = [self._page.rank[block.index] + step for block in blocks]
            mass, density, prose, level, ends, phrase = (
                list(map(numbers.__getitem__, [rank + _REACH for rank in ranks])) for numbers in self._values
            )
            alike = [
                texts[rank].scope.signature == block.scope.signature if 0 <= rank < len(texts) else -1
                for rank, block in zip(ranks, blocks, strict=True)
            ]
            found += [mass, density, prose, level, alike, ends, phrase]
        return [*found, *self._close_by(blocks)]

    def _close_by(self, blocks: Sequence[Block]) -> list[Column]:
        wanted = [block.index for block in blocks]
        prose, links = self._prose, self._links
        around = self._page.layout.blocks
        before = [around[i - 1] if i else None for i in wanted]
        after = [around[i + 1] if i + 1 < len(around) else None for i in wanted]
        above = [b is not None and b.media is not None for b in before]
        below = [b is not None and b.media is not None for b in after]
        linked = [
            bool((up and b is not None and b.anchors) or (down and a is not None and a.anchors))
            for up, b, down, a in zip(above, before, below, after, strict=True)
        ]
        return [
            [prose[i + 5] - prose[i] for i in wanted],
            [prose[i + 11] - prose[i + 6] for i in wanted],
            [links[i + 3] - links[i] for i in wanted],
            [links[i + 7] - links[i + 4] for i in wanted],
            above,
            below,
            linked,
        ]


def _padded(numbers: Iterable[float]) -> list[float]:
    return [*repeat(-1, _REACH), *numbers, *repeat(-1, _REACH)]
