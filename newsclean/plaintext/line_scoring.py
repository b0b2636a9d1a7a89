"""The fitted labeller of lines: the probability that a line belongs to the main story, and which one is the headline.

The weights are plain numbers in `newsclean/data/text_weights.json`, with the feature names and how they were fitted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from newsclean.errors import BrokenData
from newsclean.forest import Cascade
from newsclean.measures import Measures
from newsclean.plaintext import headline_features, line_features
from newsclean.plaintext.lines import Line
from newsclean.plaintext.prose_runs import distances
from newsclean.vocabulary import chrome_phrases

ALONE = 8  # lines without prose on both sides that leave a short line without a chance
SHORT = 80  # mass of such a line


class LineWeights(NamedTuple):
    """The two forests: of story lines, and of headlines."""

    story: Cascade
    headline: Cascade


def candidates(measures: Sequence[Measures]) -> list[int]:
    """The lines worth a score: not those of menus and lists far from any prose.

    Of 1,600 flattened news pages this leaves out half of all lines, and 1 % of the words of the stories.
    """
    since, until = distances([m.mass if m.is_prose else 0.0 for m in measures])
    return [
        i for i, m in enumerate(measures) if m.is_prose or m.mass >= SHORT or since[i] <= ALONE or until[i] <= ALONE
    ]


def score(
    lines: Sequence[Line], measures: Sequence[Measures], weights: LineWeights | None = None
) -> tuple[dict[int, float], dict[int, list[float]]]:
    """The probability of being main content of every line worth a score, and the numbers behind it, by line."""
    wanted = candidates(measures)
    forest = (weights or shipped_weights()).story
    rows = dict(zip(wanted, line_features.rows(lines, measures, chrome_phrases(), wanted), strict=True))
    return dict(zip(wanted, probabilities(forest, list(rows.values())), strict=True)), rows


def probabilities(forest: Cascade, rows: Sequence[Sequence[float]]) -> list[float]:
    """What a forest says of rows; it reads columns."""
    return forest.probabilities(list(zip(*rows, strict=True)), len(rows)) if rows else []


@cache
def shipped_weights() -> LineWeights:
    """The shipped weights. Raises `BrokenData` where they were fitted on other features than these."""
    return weights_from(json.loads(files("newsclean").joinpath("data/text_weights.json").read_text("utf-8")))


def weights_from(table: Mapping[str, Any]) -> LineWeights:
    """The forests from the content of a weights file."""
    known = (*line_features.names(), *headline_features.names())
    if (*table["features"], *table["headline_features"]) != known:
        raise BrokenData("text_weights.json was fitted on other features than this version computes; run make fit")
    return LineWeights(Cascade(table["trees"]), Cascade(table["headline_trees"]))
