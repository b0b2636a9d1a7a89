"""Flattened gold pages as rows and labels: of the first and second look at a line, and of headlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsclean.fitting.align import align, align_segments, words
from newsclean.fitting.examples import USUAL_LENGTH, Example
from newsclean.fitting.flattening import Form, flattened
from newsclean.fitting.gold import GoldPage
from newsclean.folding import letters
from newsclean.plaintext import line_features
from newsclean.plaintext.headline_features import headline_rows
from newsclean.plaintext.line_features import Column
from newsclean.plaintext.line_scoring import LineWeights, Scores, candidates, second_scores
from newsclean.plaintext.text_reading import TextReading, as_layout, read_text

OTHERWISE = 3  # of so many pages one is laid out in other ways, too
NEAR = 4  # lines around one of the story, all of which are learnt
THINNED = 3
TAKEN = 0.4  # score of a line that counts as story here, whatever the modes of `clean_text` take
LEAST_RIGHT = 0.4  # share of the words taken that are gold: under it, with all the gold taken, the gold is cut short
MOST_FOUND = 0.85


@dataclass(frozen=True, slots=True)
class TextExample:
    """One flattened page. `columns` are the first numbers of the lines that `scored` lists; `labels` are by line."""

    page: GoldPage
    form: Form
    reading: TextReading
    scored: Sequence[int]
    columns: list[Column]
    labels: dict[int, bool]
    words: dict[int, int]

    @property
    def gold_words(self) -> int:
        """How many words the page's story has, or has usually."""
        return len(words(self.page.text)) or USUAL_LENGTH

    def first(self, chances: Sequence[float]) -> Scores:
        """First scores of the lines as `score` holds them."""
        return Scores(dict(zip(self.scored, chances, strict=True)), self.columns)

    def worth_learning(self) -> list[int]:
        """The lines to fit the first look on: of short ones far from the story, some teach what all do."""
        story = [i for i, label in self.labels.items() if label]
        near = {j for i in story for j in range(i - NEAR, i + NEAR + 1)}
        measures = self.reading.measures
        return [i for i in self.scored if i in near or measures[i].mass >= line_features.SHORT or not i % THINNED]

    def labelled(self, rows: dict[int, list[float]]) -> Example:
        """The rows of lines whose label is known."""
        known = [i for i in rows if i in self.labels]
        return Example(
            self.page, [rows[i] for i in known], [self.labels[i] for i in known], [self.words[i] for i in known],
            self.gold_words,
        )  # fmt: skip

    def cut_short(self, scores: Scores) -> bool:
        """Whether the gold is but the beginning of the story: teaches nothing but to leave stories out.

        Seen on what a fast extractor left, where nearly all is story.
        """
        if self.form is not Form.REST or not self.page.text:
            return False
        taken = {i for i, chance in scores.chances.items() if chance >= TAKEN and i in self.labels}
        gold = sum(self.words[i] for i, label in self.labels.items() if label)
        right = sum(self.words[i] for i in taken if self.labels[i])
        return right < LEAST_RIGHT * sum(self.words[i] for i in taken) and right > MOST_FOUND * gold


def text_examples(pages: Iterable[GoldPage]) -> Iterator[TextExample]:
    """Read each flattening of each page as `clean_text` does, and label its lines from the gold."""
    for number, page in enumerate(pages):
        for form, text in flattened(page.html, otherwise=number % OTHERWISE == 0):
            reading = read_text(text)
            wanted = candidates(reading.measures)
            columns = line_features.columns(reading.lines, reading.measures, wanted)
            blocks = as_layout(reading.lines).blocks
            labels = align(blocks, page.text) if page.text else align_segments(blocks, page.inside, page.outside)
            spoken = {i: len(words(blocks[i].text)) for i in labels}
            if wanted:
                yield TextExample(page, form, reading, wanted, columns, labels, spoken)


def headline_example(example: TextExample, first: Scores, weights: LineWeights) -> Example | None:
    """The lines that may be the headline of a page whose gold title one of them is; None for any other page.

    Args:
        example: the page.
        first: its first scores.
        weights: such as have not seen the page.
    """
    title = letters(example.page.title)
    lines, measures = example.reading.lines, example.reading.measures
    scores = Scores(first.chances | second_scores(lines, measures, first, weights), first.columns)
    story = sorted(i for i, chance in scores.chances.items() if chance >= TAKEN)
    if not title or not story:
        return None
    rows = headline_rows(lines, measures, scores, story)
    labels = [letters(lines[i].text) == title for i in rows]
    if not any(labels):
        return None
    return Example(example.page, list(rows.values()), labels, [1] * len(rows), USUAL_LENGTH)
