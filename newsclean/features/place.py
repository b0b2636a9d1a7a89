"""Where a block stands on the page: from its top, from the headline, among the prose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsclean.blocks import Block, Scope
from newsclean.features.page import Page
from newsclean.features.words import Column

LEVELS: Final = 4  # containers looked at from the block up
NAMES: Final = (
    "position", "mass_position", "after_headline", "mass_since_headline", "prose_before", "prose_after", "has_headline",
    "page_blocks", "page_prose", "headline_above_in_container", "blocks_since_prose", "blocks_until_prose",
)  # fmt: skip


class Place:
    """The places of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._distances = page.prose_distances()

    def columns(self, blocks: Sequence[Block]) -> list[Column]:
        """One column a name, one number a block."""
        page, (since, until) = self._page, self._distances
        wanted = [block.index for block in blocks]
        headline = page.clues.headline_block
        at = headline if headline is not None else 0
        texts, mass, prose = len(page.texts), page.mass.totals, page.prose.totals
        total, all_prose = page.mass.total or 1.0, page.prose.total
        return [
            [page.rank[i] / texts for i in wanted],
            [mass[i] / total for i in wanted],
            [i - at for i in wanted],
            [mass[i] - mass[at] for i in wanted],
            [prose[i] for i in wanted],
            [all_prose - prose[i + 1] for i in wanted],
            [headline is not None] * len(wanted),
            [texts] * len(wanted),
            [page.page_prose] * len(wanted),
            _beside_headline(page, blocks),
            [since[i] for i in wanted],
            [until[i] for i in wanted],
        ]


def _beside_headline(page: Page, blocks: Sequence[Block]) -> Column:
    """Whether one of the nearest containers around a block holds the headline."""
    headline = page.clues.headline_block
    if headline is None:
        return [False] * len(blocks)
    known: dict[int, bool] = {}
    found: list[float] = []
    for block in blocks:
        index = block.scope.index
        if index not in known:
            known[index] = _holds(page, block.scope, headline)
        found.append(known[index])
    return found


def _holds(page: Page, scope: Scope, headline: int) -> bool:
    level: Scope | None = scope
    for _ in range(LEVELS):
        if level is None:
            return False
        first, end = page.layout.spans[level.index]
        if first <= headline < end:
            return True
        level = level.parent
    return False
