"""Flattened gold pages as rows and labels: of story lines, and of headlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsclean.fitting.align import align, align_segments, words
from newsclean.fitting.examples import USUAL_LENGTH, Example
from newsclean.fitting.flattening import flattened
from newsclean.fitting.gold import GoldPage
from newsclean.forest import Cascade
from newsclean.labelling import THRESHOLDS
from newsclean.metadata.wording import letters
from newsclean.plaintext import line_features
from newsclean.plaintext.headline_features import headline_rows
from newsclean.plaintext.line_features import Column
from newsclean.plaintext.line_labelling import story_lines
from newsclean.plaintext.line_scoring import Scores, candidates
from newsclean.plaintext.text_reading import TextReading, as_layout, read_text

OTHERWISE = 3  # of so many pages one is laid out in other ways, too


@dataclass(frozen=True, slots=True)
class TextExample:
    """The lines of one flattened page: those that the labeller is fitted on, and all that it scores.

    `columns` are the numbers of the lines that `scored` lists.
    """

    labelled: Example
    reading: TextReading
    scored: Sequence[int]
    columns: list[Column]


def text_examples(pages: Iterable[GoldPage]) -> Iterator[TextExample]:
    """Read each flattening of each page as `clean_text` does, and label its lines from the gold."""
    for number, page in enumerate(pages):
        for text in flattened(page.html, otherwise=number % OTHERWISE == 0):
            reading = read_text(text)
            wanted = candidates(reading.measures)
            columns = line_features.columns(reading.lines, reading.measures, wanted)
            blocks = as_layout(reading.lines).blocks
            labels = align(blocks, page.text) if page.text else align_segments(blocks, page.inside, page.outside)
            by_line = dict(zip(wanted, zip(*columns, strict=True), strict=True))
            known = [i for i in wanted if i in labels]
            labelled = Example(
                page, [list(by_line[i]) for i in known], [labels[i] for i in known],
                [len(words(blocks[i].text)) for i in known], len(words(page.text)) or USUAL_LENGTH,
            )  # fmt: skip
            yield TextExample(labelled, reading, wanted, columns)


def headline_example(example: TextExample, labeller: Cascade) -> Example | None:
    """The lines that may be the headline of a page whose gold title one of them is; None for any other page.

    Args:
        example: the page.
        labeller: one that has not seen the page.
    """
    title = letters(example.labelled.page.title)
    lines, measures = example.reading.lines, example.reading.measures
    chances = labeller.probabilities(example.columns, len(example.scored))
    scores = Scores(dict(zip(example.scored, chances, strict=True)), example.columns)
    story = story_lines(scores.chances, measures, THRESHOLDS["balanced"])
    if not title or not story:
        return None
    rows = headline_rows(lines, measures, scores, story)
    labels = [letters(lines[i].text) == title for i in rows]
    if not any(labels):
        return None
    return Example(example.labelled.page, list(rows.values()), labels, [1] * len(rows), USUAL_LENGTH)
