"""Gold pages as rows and labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsclean import features
from newsclean.blocks import Block
from newsclean.fitting.align import align, align_segments, words
from newsclean.fitting.gold import GoldPage
from newsclean.reading import read
from newsclean.scoring import candidates

USUAL_LENGTH = 500  # words of a story, where the gold does not tell


@dataclass(frozen=True, slots=True)
class Example:
    """The candidate blocks of one gold page. `gold_words` counts the story's words: each page weighs the same."""

    page: GoldPage
    rows: Sequence[Sequence[float]]
    labels: list[bool]
    words: list[int]  # of each block
    gold_words: int


def examples(pages: Iterable[GoldPage]) -> Iterator[Example]:
    """Read each page as `extract` does, and label its candidate blocks from the gold."""
    for page in pages:
        reading = read(page.html)
        wanted = candidates(reading.layout, reading.measures)
        labels = _labels(reading.layout.blocks, page)
        wanted = [i for i in wanted if i in labels]
        columns = features.PageFeatures(reading.layout, reading.measures, reading.clues).columns(wanted)
        rows = list(zip(*columns, strict=True))
        spoken = [len(words(reading.layout.blocks[i].text)) for i in wanted]
        yield Example(page, rows, [labels[i] for i in wanted], spoken, len(words(page.text)) or USUAL_LENGTH)


def _labels(blocks: Sequence[Block], page: GoldPage) -> dict[int, bool]:
    if page.text:
        return align(blocks, page.text)
    return align_segments(blocks, page.inside, page.outside)
