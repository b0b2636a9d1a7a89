"""The measures of one line, as `newsclean.measures` has them, but quicker for a line in ASCII.

A page has hundreds of short lines. One pass of C leaves of a line what is counted: a character for each comma,
quotation mark, digit, capital and stop. Of these few, many lines have the same.
"""

from __future__ import annotations

import re
import string
from functools import lru_cache
from typing import Final

from newsclean.blocks import Block, Scope, Shape
from newsclean.measures import COUNTED, PHRASE, PROSE, SHORT, Measures, measure
from newsclean.vocabulary import chrome_phrases

REMEMBERED: Final = 40  # characters of a line whose measures are kept: a site's menus stand on each of its pages

_STOPS: Final = ".!?"
_KINDS: Final = (",;", '"', string.digits, string.ascii_uppercase, _STOPS)
_TO_KIND: Final = bytes.maketrans("".join(_KINDS).encode(), "".join(kind[0] * len(kind) for kind in _KINDS).encode())
_OF_NO_KIND: Final = bytes(set(range(256)).difference("".join(_KINDS).encode()))
_FEW: Final = 12  # characters of these kinds whose counts are kept
_SENTENCE_ENDS: Final = re.compile(r"[.!?]+[\"')\]]*(?= |$)")
_CLOSERS: Final = "\"')] *"
BODY: Final = Scope(0, None, "body", 0, "body", 0, 0, Shape.PARAGRAPH, 0, False, None)


def measure_line(text: str) -> Measures:
    """The measures of a line: not empty, all on one line, its white space folded to single spaces.

    >>> measures = measure_line("The ferry left at 9 a.m. Nobody saw it.")
    >>> measures.sentences, measures.words, measures.capitals > 0, measures.is_prose
    (2, 9, True, False)
    """
    if len(text) <= REMEMBERED:
        return _remembered(text)
    return _measure_ascii(text) if text.isascii() and len(text) <= COUNTED else _measure_as_block(text)


def _measure(text: str) -> Measures:
    return _measure_ascii(text) if text.isascii() else _measure_as_block(text)


_remembered = lru_cache(maxsize=16_384)(_measure)


def _measure_as_block(text: str) -> Measures:
    return measure(Block(0, text, Shape.PARAGRAPH, 0, BODY, 0, (), 0, 0, 0, None, False, None), chrome_phrases())


def _measure_ascii(text: str) -> Measures:
    kinds = text.encode().translate(_TO_KIND, _OF_NO_KIND)
    commas, quotes, digits, capitals, stops = _counted(kinds) if len(kinds) <= _FEW else _count(kinds)
    size, first, last = len(text), text[0], text[-1]
    ends = colon = ellipsis = False
    if not last.isalnum():
        end = text.rstrip(_CLOSERS)[-1:]
        ends, colon, ellipsis = end != "" and end in _STOPS, end == ":", text.endswith(("...", "[...]"))
    sentences = stops if stops == (last in _STOPS) else len(_SENTENCE_ENDS.findall(text))
    short = size <= SHORT
    mass = float(size)
    phrases = chrome_phrases()
    known = phrases.knows(text)
    return tuple.__new__(Measures, (  # in the order of the fields, and not by their names, which takes as long
        mass, mass, text.count(" ") + 1, 0.0, 0.0, sentences, commas, quotes, digits / size, capitals / size,
        ends, colon, ellipsis, first.islower(), first.isdigit(), not first.isalnum(), short and "|" in text,
        short and ("http" in text or "www." in text or "@" in text), 0,
        phrases.whole(text) if known and size <= PHRASE else None, phrases.starts(text) if known and short else None,
        False,
        size > PROSE and (ends or sentences > 1), False,
    ))  # fmt: skip


def _count(kinds: bytes) -> tuple[int, ...]:
    return tuple([kinds.count(kind[0].encode()) for kind in _KINDS])


_counted = lru_cache(maxsize=4096)(_count)
