"""What one text of a page proves for the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newsclean.mojibake.runs import REPLACEMENT
from newsclean.mojibake.words import words_of

_MOST_WORDS = 20_000


class Evidence(NamedTuple):
    """The encodings that a page was misread in, and its words beyond ASCII that are sound."""

    codecs: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


NONE = Evidence()


def sound_words(texts: Iterable[str], broken: frozenset[str]) -> frozenset[str]:
    """The words of repaired texts that hold something beyond ASCII and are not among the broken ones."""
    found: set[str] = set()
    for text in texts:
        if text.isascii():
            continue
        for word in words_of(text):
            if not word.isascii() and REPLACEMENT not in word and word not in broken:
                found.add(word)
        if len(found) > _MOST_WORDS:
            break
    return frozenset(found)
