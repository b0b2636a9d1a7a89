"""The lines around the headline, in which a page says who wrote the story and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.blocks import Block
from newsclean.metadata.byline_block import after_title

_ABOVE = 8  # blocks above the headline
_BELOW = 150  # blocks below it
_PROSE = 1_500  # characters of text below it: after so many the story has begun


class Window(NamedTuple):
    """Blocks on either side of the headline, in the order of the page."""

    above: Sequence[Block]
    below: Sequence[Block]  # what the headline's own block says below the title first


def around_headline(blocks: Sequence[Block], headline: int) -> Window:
    """The blocks below the headline up to a good deal of prose, and those right above it."""
    end, prose = headline + 1, 0
    while end < min(len(blocks), headline + _BELOW) and prose < _PROSE:
        prose += len(blocks[end].text)
        end += 1
    return Window(
        blocks[max(0, headline - _ABOVE) : headline],
        [*after_title(blocks[headline]), *blocks[headline + 1 : end]],
    )
