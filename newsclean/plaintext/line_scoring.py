"""The fitted labeller of lines: the probability that a line belongs to the main story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from newsclean.forest import Cascade
from newsclean.measures import Measures
from newsclean.plaintext import line_features, second_features
from newsclean.plaintext.lines import Line
from newsclean.plaintext.prose_runs import distances, prose_share

ALONE: Final = 8  # lines without prose on both sides that leave a short line without a chance
SHORT: Final = 80  # mass of such a line
MOSTLY_STORY: Final = 0.8  # share of prose over which a text has hardly any menus, and every line a chance
FEW: Final = 60  # lines of a text so short that it has none, either


class LineWeights(NamedTuple):
    """The forests of the first and second look at a line and of headlines, and what single words say of a line."""

    first: Cascade
    words: Mapping[str, float]
    second: Cascade
    headline: Cascade


class Scores(NamedTuple):
    """By line the probability of being main content, of every line worth a score; and the numbers behind it."""

    chances: dict[int, float]
    columns: list[line_features.Column]

    def rows(self, wanted: Iterable[int]) -> dict[int, list[float]]:
        """By line, the numbers behind its score."""
        places = {i: row for row, i in enumerate(self.chances)}
        return {i: [column[places[i]] for column in self.columns] for i in wanted if i in places}


def candidates(measures: Sequence[Measures]) -> list[int]:
    """The lines worth a score: not those of menus and lists far from any prose, where a text has such.

    Of 1,600 flattened news pages this leaves out half of all lines, and 1 % of the words of the stories.
    """
    if len(measures) <= FEW or prose_share(measures) > MOSTLY_STORY:
        return list(range(len(measures)))
    since, until = distances([m.mass if m.is_prose else 0.0 for m in measures])
    return [
        i for i, m in enumerate(measures) if m.is_prose or m.mass >= SHORT or since[i] <= ALONE or until[i] <= ALONE
    ]


def score(lines: Sequence[Line], measures: Sequence[Measures], weights: LineWeights) -> Scores:
    """The probability of being main content of every line worth a score."""
    first = first_scores(lines, measures, weights.first)
    return Scores(first.chances | second_scores(lines, measures, first, weights), first.columns)


def first_scores(lines: Sequence[Line], measures: Sequence[Measures], forest: Cascade) -> Scores:
    """What lengths, sentences and places say."""
    wanted = candidates(measures)
    columns = line_features.columns(lines, measures, wanted)
    chances = forest.probabilities(columns, len(wanted)) if wanted else []
    return Scores(dict(zip(wanted, chances, strict=True)), columns)


def second_scores(
    lines: Sequence[Line], measures: Sequence[Measures], first: Scores, weights: LineWeights
) -> dict[int, float]:
    """What a look at the first scores all around says of the lines that those left open."""
    wanted = second_features.open_lines(first.chances)
    columns = second_features.columns(lines, measures, first.chances, first.columns, weights.words)
    return dict(zip(wanted, weights.second.probabilities(columns, len(wanted)), strict=True)) if wanted else {}


def probabilities(forest: Cascade, rows: Sequence[Sequence[float]]) -> list[float]:
    """What a forest says of rows; it reads columns."""
    return forest.probabilities(list(zip(*rows, strict=True)), len(rows)) if rows else []
