"""The lines above a story as rows of numbers: which of them is the headline. Their names are in `names()`, in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsclean.measures import Measures
from newsclean.metadata.byline_words import split_prefix
from newsclean.plaintext import line_features
from newsclean.plaintext.line_scoring import Scores
from newsclean.plaintext.lines import Line

ABOVE = 30  # lines above the story that are looked at
INTO = 4  # lines of the story itself: headlines are taken for story, too
SHORTEST, LONGEST = 8, 300  # mass of a headline
OPENING = 12  # lines of the story whose words a headline shares

_OF_LINE: Final = (
    "mass", "words", "lower_words", "ends_sentence", "ends_ellipsis", "starts_digit", "digits", "capitals", "bullet",
    "gap", "gap_below", "repeats", "repeats_head", "is_prose", "sentences", "above1_mass", "above1_lower_words",
    "below1_mass", "below1_lower_words", "below1_ends_sentence", "shared_words", "since_prose", "core_from_start",
    "gap_share", "position", "prose_share",
)  # fmt: skip
_OF_PLACE: Final = (
    "score", "above_story", "story_words", "in_story", "mass_to_story", "byline", "phrase", "longest_above", "rank",
    "of_longest",
)  # fmt: skip
WHOLE: Final = line_features.WHOLE.intersection(_OF_LINE) | {"above_story", "in_story", "byline", "phrase", "rank"}
_COLUMNS: Final = tuple(line_features.names().index(name) for name in _OF_LINE)


def names() -> tuple[str, ...]:
    """The names of a row's numbers, in order."""
    return (*_OF_LINE, *_OF_PLACE)


def headline_rows(
    lines: Sequence[Line], measures: Sequence[Measures], scores: Scores, story: Sequence[int]
) -> dict[int, list[float]]:
    """By line, the numbers of every line that may be the headline of a story.

    Args:
        lines: the text.
        measures: of every line.
        scores: of every line worth one.
        story: the lines of the story, in order; not empty.
    """
    first, taken = story[0], frozenset(story)
    start = max(0, first - ABOVE)
    spoken = frozenset().union(*(_long_words(lines[i]) for i in story[:OPENING]))
    largest = max(m.mass for m in measures[start : first + 1])
    around = range(start, min(first + INTO, len(lines)))
    likely = (i for i in around if SHORTEST <= measures[i].mass <= LONGEST and measures[i].whole is None)
    found = scores.rows(likely)
    rows: dict[int, list[float]] = {}
    longest_above = 0.0
    to_story = sum(m.mass for m in measures[start:first])
    for i in around:
        m = measures[i]
        if i in found:
            words = _long_words(lines[i])
            shared = len(words & spoken) / len(words) if words else -1.0
            rows[i] = [
                *(found[i][column] for column in _COLUMNS), scores.chances[i], first - i, shared, i in taken,
                max(0.0, to_story), split_prefix(lines[i].text)[0] is not None, m.starts is not None, longest_above,
                len(rows) + 1, m.mass / largest,
            ]  # fmt: skip
            longest_above = max(longest_above, m.mass)
        to_story -= m.mass
    return rows


def _long_words(line: Line) -> frozenset[str]:
    return line_features.long_words(line.text)
