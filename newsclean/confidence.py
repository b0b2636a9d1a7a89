"""How sure we are that the story is right: one number from the scores of the page's blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log1p

from newsclean.measures import Measures

# Chosen on 1,141 pages with gold, out of fold by site: of the 707 at 0.9 or more, 90 in 100 have a word F1 of 0.95 or
# better; see docs/benchmarks.md.
SLOPE = 4.0


def page_confidence(
    scores: Mapping[int, float], measures: Sequence[Measures], story: frozenset[int], slope: float = SLOPE
) -> float:
    """The confidence of a page, 0 to 1.

    Doubt is the mass of text that the labeller may have put on the wrong side, as a share of the story: a page whose
    every block is scored near 0 or 1 leaves no doubt. A very short story is doubtful by itself.

    >>> page_confidence({}, (), frozenset())
    0.0
    """
    mass = sum(measures[i].plain_mass for i in story)
    if not mass:
        return 0.0
    doubt = sum(min(score, 1 - score) * measures[i].plain_mass for i, score in scores.items()) / mass
    enough = min(1.0, log1p(mass) / log1p(600))
    return round(enough * exp(-slope * doubt), 4)
