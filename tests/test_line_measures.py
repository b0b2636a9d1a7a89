"""Lines of flattened text: their quick measures are those of blocks, and whole numbers are whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from newsclean.measures import measure
from newsclean.plaintext import headline_features, line_features, second_features
from newsclean.plaintext.line_features import Column
from newsclean.plaintext.line_measures import measure_line
from newsclean.plaintext.line_scoring import first_scores
from newsclean.plaintext.text_reading import TextReading, as_layout, read_text
from newsclean.plaintext.text_weights import shipped_weights
from newsclean.reading import read
from newsclean.vocabulary import chrome_phrases

CORPUS = Path(__file__).parents[1] / "corpus"


@cache
def golden_texts() -> tuple[TextReading, ...]:
    pages = [read(path.read_bytes()) for path in sorted(CORPUS.glob("*/*/page.html"))[::6]]
    return tuple(read_text("\n\n".join(block.text for block in page.layout.blocks if block.text)) for page in pages)


def assert_measured_as_a_block(text: str) -> None:
    [line] = read_text(text, repair=False).lines
    [block] = as_layout([line]).blocks
    assert measure_line(line.text) == measure(block, chrome_phrases())


def test_lines_of_pages_are_measured_as_blocks() -> None:
    for reading in golden_texts():
        for line, block in zip(reading.lines, as_layout(reading.lines).blocks, strict=True):
            assert measure_line(line.text) == measure(block, chrome_phrases()), line.text


@given(st.text(alphabet="aB ,.!?…\"'”’)]*:;|@7é", min_size=1, max_size=260))
def test_lines_of_marks_are_measured_as_blocks(text: str) -> None:
    assert_measured_as_a_block(f"a{text}")


@given(st.sampled_from(["Share this", "3 comments", "Read more:", "Élysée", "By", ""]), st.text(max_size=30))
def test_lines_that_open_with_a_phrase_are_measured_as_blocks(opening: str, rest: str) -> None:
    assert_measured_as_a_block(f"1 {opening} {' '.join(filter(str.isprintable, rest.split()))}")


def assert_whole(names: tuple[str, ...], whole: frozenset[str], columns: Sequence[Column]) -> None:
    assert whole <= set(names)
    for name, column in zip(names, columns, strict=True):
        if name in whole:
            assert all(isinstance(number, int) for number in column), name


def test_columns_said_to_be_whole_are() -> None:
    weights = shipped_weights()
    for lines, measures in [(reading.lines, reading.measures) for reading in golden_texts()]:
        first = first_scores(lines, measures, weights.first)
        assert_whole(line_features.names(), line_features.WHOLE, first.columns)
        second = second_features.columns(lines, measures, first.chances, first.columns, weights.words)
        assert_whole(second_features.names(), second_features.WHOLE, second)
        story = [i for i, chance in first.chances.items() if chance > 0.5]
        rows = headline_features.headline_rows(lines, measures, first, story) if story else {}
        columns = list(zip(*rows.values(), strict=True)) or [()] * len(headline_features.names())
        assert_whole(headline_features.names(), headline_features.WHOLE, columns)
