"""Paragraphs that were wrapped at a column, put together again.

A wrapping program fills each line as far as it can. So in wrapped text a line goes on below where the next line's first
word would not have fitted in any more; where it would have, a paragraph ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsclean.unspaced import is_unspaced
from newsclean.vocabulary import chrome_phrases

Span = tuple[int, int]

WIDEST, NARROWEST = 120, 50  # columns that people and programs wrap at
NARROWEST_WIDE = 25  # characters of Han or Hangul, of which each takes two columns
TOO_LONG = 0.02  # share of lines that may be longer: addresses without a space in them
LABEL = 30  # characters of a line that may be a label by itself
LEAST_FULL = 4  # full lines without which nothing tells a wrapped text from short lines
LONG = 0.75  # of the width: a line that a paragraph filled, or nearly
FULL_SHARE = 0.45  # of the long lines that go on below; of lines cut at no column a fifth do, by chance
FIRST_WIDE = "\u0e00"  # letters from here on, Thai to Han, take as much room as two of others, or stand closer


def wrapped_runs(text: str, spans: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """The lines of each paragraph; of a text that is not wrapped, each line by itself.

    Args:
        text: what the spans point into.
        spans: of each line that is not blank, where it begins, indentation included, and where its last word ends.

    >>> list(wrapped_runs("one two three four\\nfive six seven", [(0, 18), (19, 33)]))
    [((0, 18),), ((19, 33),)]
    """
    width = wrapping_width(text, spans)
    return _runs(text, spans, width) if width else zip(spans)


def _runs(text: str, spans: Sequence[Span], width: int) -> Iterator[list[Span]]:
    run: list[Span] = []
    for span in spans:
        if run and not _goes_on(text, run[-1], span, width):
            yield run
            run = []
        run.append(span)
    if run:
        yield run


def wrapping_width(text: str, spans: Sequence[Span]) -> int:
    """The column a text is wrapped at; 0 for a text that is not wrapped."""
    looked_at = 1 + int(TOO_LONG * len(spans))
    if sum([end - start > WIDEST for start, end in spans]) >= looked_at:
        return 0
    longest = sorted(spans, key=lambda span: span[0] - span[1])[:looked_at]
    width, wide = next((seen for span in longest if (seen := _wrapped(text[slice(*span)]))), (0, False))
    if not (NARROWEST_WIDE if wide else NARROWEST) <= width <= WIDEST:
        return 0
    long = sum(end - start > LONG * width for start, end in spans)
    full = sum(_goes_on(text, one, other, width) for one, other in pairwise(spans))
    return width if full >= LEAST_FULL and full > FULL_SHARE * long else 0


def _wrapped(line: str) -> tuple[int, bool] | None:
    """The width of a line that was perhaps wrapped, and whether its letters are wide; None for an address."""
    wide = line[-1] >= FIRST_WIDE
    return (len(line), wide) if wide or " " in line.strip() else None


def _goes_on(text: str, one: Span, other: Span, width: int) -> bool:
    """Whether a line is filled up, so that the one right below it belongs to the same paragraph.

    "Share this" belongs to none, however full the line above.
    """
    return _is_filled(text, one, other, width) and not _is_label(text[slice(*other)])


def _is_label(line: str) -> bool:
    return len(line) < LABEL and chrome_phrases().whole(line.strip()) is not None


def _is_filled(text: str, one: Span, other: Span, width: int) -> bool:
    size = one[1] - one[0]
    if 2 * size < width or text.count("\n", one[1], other[0]) > 1:
        return False
    if is_unspaced(text[one[1] - 1]) and is_unspaced(text[other[0]]):  # cut at the column itself
        return size >= width - 1
    if text[other[0]].islower() and size > LONG * width:
        return True  # a word that a program would not part, such as an address, may have left the line short
    return size + 1 + _first_word(text, other) > width


def _first_word(text: str, span: Span) -> int:
    """The width of what a wrapping program would have moved up: to the first space, or past the first hyphen."""
    space = text.find(" ", *span)
    end = space if space >= 0 else span[1]
    hyphen = text.find("-", span[0] + 2, end - 1)
    if hyphen >= 0 and text[hyphen - 2 : hyphen].isalpha() and text[hyphen + 1].isalpha():
        end = hyphen + 1
    return end - span[0]
