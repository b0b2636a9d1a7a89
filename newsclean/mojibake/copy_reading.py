"""Words of which a clean copy stands on the line or the page: what no letters decide, the copy does."""

from __future__ import annotations

import re

from newsclean.mojibake.evidence import Evidence
from newsclean.mojibake.line_reading import possible_readers, readings_of
from newsclean.mojibake.words import Proposals

_LETTER = re.compile("[a-zA-Z]")  # which a word and its copy share


def by_copies(words: list[str], evidence: Evidence) -> Proposals:
    """Place in `words` -> what stood there and the encoding, for words of which one reading is a clean word."""
    misread = {word for word in set(words) if not word.isascii() and possible_readers(word)}
    if not misread:
        return {}
    sound = evidence.words.union(word for word in words if not word.isascii()) - misread
    found = {word: reading for word in misread if _LETTER.search(word) and (reading := _copy_of(word, sound))}
    return {place: found[word] for place, word in enumerate(words) if word in found}


def _copy_of(word: str, sound: frozenset[str]) -> tuple[str, str] | None:
    if not sound:
        return None
    return next(((text, name) for text, name in readings_of(word) if text in sound), None)
