"""Flattened text as lines: where each stands, what it says, what white space and bullets say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.folding import fold
from newsclean.metadata.byline_words import byline_words
from newsclean.mojibake import Mender
from newsclean.plaintext.unwrapping import wrapped_runs
from newsclean.run_text import folded
from newsclean.unspaced import is_unspaced

# U+0085 breaks no line here: in mojibake it is a byte of a character ("â€\x85").
_OTHER_BREAKS = "\r\x0b\x0c\u2028\u2029"
_OTHER_BREAK = re.compile(f"[{_OTHER_BREAKS}]")
_BULLETS = "•◦▪‣●○■□∙·*+–—-"
_BULLET = re.compile(rf"[{_BULLETS}]\s+(?=\S)")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2063"  # zero-width space, joiners, direction marks, separator
MOST_BLANKS = 3  # line ends above a line that count: more say no more


class Line(NamedTuple):
    """A line with something on it, or the lines of a paragraph that was wrapped.

    `start` and `end` are offsets into the given text, white space at the ends left out. `text` is mended, on one line
    and without its bullet; `gap` counts the line ends above it, from 1 to 3.
    """

    start: int
    end: int
    text: str
    bullet: bool
    gap: int


def read_lines(text: str, mender: Mender) -> tuple[Line, ...]:
    """The lines of a text, wrapped paragraphs joined.

    >>> [(line.text, line.bullet, line.gap) for line in read_lines("Home\\n\\n • Sport ", Mender(False))]
    [('Home', False, 1), ('Sport', True, 2)]
    """
    if any(mark in text for mark in _OTHER_BREAKS):
        text = _OTHER_BREAK.sub("\n", text.replace("\r\n", " \n"))
    lines = []
    before = 0
    for run in wrapped_runs(text, _spans(text)):
        (start, first_end), end = run[0], run[-1][1]
        said = text[start:first_end].lstrip()
        start = first_end - len(said)
        mark = _BULLET.match(text, start, end) if said[0] in _BULLETS else None
        if mark is not None:
            said = text[mark.end() : first_end]
        if len(run) > 1 or mender.active or not _is_plain(said):
            said = _said(text, run, mark.end() if mark else start, mender)
            if not said.strip(_INVISIBLE):
                continue
        ends = text.count("\n", before, start) if start - before > 1 else 1
        gap = 1 if ends < 1 else MOST_BLANKS if ends > MOST_BLANKS else ends
        lines.append(tuple.__new__(Line, (start, end, said, mark is not None, gap)))
        before = end
    return tuple(lines)


def _is_plain(said: str) -> bool:
    """Whether there is nothing to fold: all white space but the ASCII space is unprintable."""
    return said.isprintable() and "  " not in said


def _spans(text: str) -> list[tuple[int, int]]:
    """Where each line that is not blank begins, indentation included, and where its last word ends."""
    spans = []
    start = 0
    for line in text.split("\n"):
        if line:
            size = len(line.rstrip())
            if size:
                spans.append((start, start + size))
            start += len(line)
        start += 1
    return spans


def _first(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _said(text: str, run: Sequence[tuple[int, int]], start: int, mender: Mender) -> str:
    """The words of a line. Mended before white space is folded: U+0085 and U+00A0 are bytes of misread characters."""
    said = text[start : run[0][1]]
    for first, end in run[1:]:
        piece = text[_first(text, first, end) : end]
        said += piece if _meets(said, piece) else f" {piece}"
    if _is_plain(said) and not mender.active:
        return said
    return folded(_NO_TEXT.sub("", mender.mend(said, start)))


def _meets(above: str, below: str) -> bool:
    """Whether a wrapped line goes on below without a space: in a script that has none, and after a hyphen."""
    last, first = above[-1], below[0]
    if last == "-":
        return above[-2:-1].isalnum() and first.isalnum() and fold(below.split()[0]) not in byline_words().conjunctions
    return is_unspaced(last) and is_unspaced(first)
