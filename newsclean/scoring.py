"""The fitted labeller: the probability that a block belongs to the main story.

The weights are plain numbers in `newsclean/data/weights.json`, with the feature names and how they were fitted.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from newsclean import features
from newsclean.blocks import Layout, Shape
from newsclean.clues import Clues
from newsclean.data_files import Table, from_json
from newsclean.errors import BrokenData
from newsclean.forest import Cascade
from newsclean.hints import hints
from newsclean.limits import UNLIMITED, Limits
from newsclean.measures import Measures

AT_ONCE = 2_000  # blocks: no news page has as many, and the numbers of a page of millions would fill the memory


def candidates(layout: Layout, measures: Sequence[Measures]) -> list[int]:
    """The text blocks worth a score: not those amid a run of links, nor buttons, nor menus and footers but for prose.

    Of 1,140 news pages this leaves out six in ten of all blocks, and 0.4 % of the words of the stories.
    """
    site = hints().mask("nav", "footer_tag")
    texts = [block for block in layout.blocks if block.text]
    linked = [measures[block.index].is_link for block in texts]
    wanted = []
    for k, block in enumerate(texts):
        if block.shape is Shape.CONTROL:
            continue
        if block.scope.inherited & site and not measures[block.index].is_prose:
            continue
        amid_links = linked[k] and k > 0 and linked[k - 1] and k + 1 < len(texts) and linked[k + 1]
        if not amid_links:
            wanted.append(block.index)
    return wanted


def score(
    layout: Layout,
    measures: Sequence[Measures],
    clues: Clues,
    settled: Container[int] = frozenset(),
    limits: Limits = UNLIMITED,
) -> dict[int, float]:
    """The probability of being main content, by block index, of every block worth a score that is not settled yet.

    Where time is over, only of the first.
    """
    wanted = [i for i in candidates(layout, measures) if i not in settled]
    forest = weights()
    page = features.PageFeatures(layout, measures, clues)
    scores: dict[int, float] = {}
    for at in range(0, len(wanted), AT_ONCE):
        if at and limits.over():
            break
        some = wanted[at : at + AT_ONCE]
        scores.update(zip(some, forest.probabilities(page.columns(some), len(some)), strict=True))
    return scores


@cache
def weights() -> Cascade:
    """The shipped weights. Raises `BrokenData` where they were fitted on other features than these."""
    return from_json("weights.json", forest_from)


def forest_from(table: Table) -> Cascade:
    """A forest from the content of a weights file."""
    if tuple(table["features"]) != features.NAMES:
        raise BrokenData("weights.json was fitted on other features than this version computes; run make fit")
    return Cascade(table["trees"])
