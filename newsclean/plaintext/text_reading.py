"""The first half of a flattened text's journey: from characters to lines and measures. Nothing is judged here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.article import Charset, PageWarning
from newsclean.blocks import Block, Layout, Scope, Shape
from newsclean.decoding import decode, foreign, refusal
from newsclean.errors import WrongInput
from newsclean.limits import UNLIMITED, Limits, out_of_time
from newsclean.measures import Measures
from newsclean.mojibake import Mender, suspect
from newsclean.plaintext.line_measures import BODY, measure_line
from newsclean.plaintext.lines import Line, read_lines
from newsclean.surrogates import surrogates_warnings, without_surrogates

SAMPLE = 4_000  # characters looked at to tell HTML and binary data from text
LOOK_AT_CLOCK = 256  # lines
MARKUP = 8  # tags in the sample that make it HTML
UNREADABLE = 0.05  # share of control and replacement characters that makes a text none
_OPENS_HTML = re.compile(
    r"\s*<(?:!doctype html|\?xml|html|head|body|main|section|article|div|p|h[1-6]|ul|ol|table|span|b|strong)\b[^<>]*>",
    re.IGNORECASE,
)
_TAGS = ("</p>", "</div>", "</a>", "</li>", "</span>", "<br", "<script", "<meta ", "<link ", "</td>")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


class TextReading(NamedTuple):
    """A text, read: its lines and their measures."""

    charset: Charset
    lines: tuple[Line, ...]
    measures: tuple[Measures, ...]
    mender: Mender
    warnings: tuple[PageWarning, ...]


def read_text(text: str | bytes, *, repair: bool = True, limits: Limits = UNLIMITED) -> TextReading:
    """Split a text into lines and measure them.

    Raises:
        WrongInput: `text` is neither str nor bytes.
    """
    charset, given, warnings = _given(text)
    told = _told(given)
    readable = all(warning.code != "not_text" for warning in told)
    mender = Mender(repair and readable and suspect(given), given.split("\n"))
    lines = read_lines(given, mender)
    measures = _measures(lines, limits)
    late = (out_of_time(f"the text was read up to line {len(measures)}"),) if len(measures) < len(lines) else ()
    return TextReading(charset, lines[: len(measures)], measures, mender, (*warnings, *told, *late))


def _measures(lines: Sequence[Line], limits: Limits) -> tuple[Measures, ...]:
    """The measures of the lines, of the first where time is over meanwhile."""
    found: list[Measures] = []
    for at in range(0, len(lines), LOOK_AT_CLOCK):
        if at and limits.over():
            break
        some = lines[at : at + LOOK_AT_CLOCK]
        found += [measure_line(line.text) for line in some]
    return tuple(found)


def as_layout(lines: Sequence[Line]) -> Layout:
    """The lines as blocks side by side in one container, for all that reads blocks."""
    scope = Scope(1, BODY, "div", 1, "div", 0, 0, Shape.PARAGRAPH, 0, False, None)
    shapes = (Shape.PARAGRAPH, Shape.LIST_ITEM)
    blocks = tuple([
        tuple.__new__(Block, (i, text, shapes[bullet], 0, scope, 0, (), 0, 0, 0, None, False, None))
        for i, (_, _, text, bullet, _) in enumerate(lines)
    ])
    return Layout(blocks, (BODY, scope), ((0, len(blocks)), (0, len(blocks))))


def _given(text: str | bytes) -> tuple[Charset, str, tuple[PageWarning, ...]]:
    if isinstance(text, str):
        sound, count = without_surrogates(text)
        return Charset(name="unicode", decided_by="given"), sound, surrogates_warnings(count)
    if not isinstance(text, (bytes, bytearray, memoryview)):
        raise WrongInput(f"clean_text takes str or bytes, not {type(text).__name__}")
    kind = foreign(bytes(text))
    if kind is not None:
        warning = PageWarning(code="not_text", detail=refusal(kind, "text"))
        return Charset(name="binary", decided_by="magic bytes"), "", (warning,)
    decoded = decode(bytes(text))
    return Charset(name=decoded.charset, decided_by=decoded.decided_by), decoded.text, decoded.warnings


def _told(text: str) -> tuple[PageWarning, ...]:
    """What can be said of the text at once: that it is empty, binary, or HTML."""
    sample = text[:SAMPLE]
    if not text.strip():
        return (PageWarning(code="empty", detail="there is nothing in this text"),)
    if len(_NO_TEXT.findall(sample)) > UNREADABLE * len(sample):
        return (PageWarning(code="not_text", detail="control characters: this looks like binary data"),)
    if _OPENS_HTML.match(sample) or sum(map(sample.lower().count, _TAGS)) >= MARKUP:
        return (PageWarning(code="html_as_text", detail="this looks like HTML: give it to newsclean.extract"),)
    return ()
