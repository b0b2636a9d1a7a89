"""One spelling for a phrase, however a page sets it: case, accents, quotes, spaces and outer marks do not count."""

from __future__ import annotations

import re
import string
import unicodedata
from functools import lru_cache
from typing import Final

_ASCII_EDGES: Final = string.punctuation + string.whitespace

_DROPPED: Final = re.compile(
    "["
    "\u0300-\u036f"  # accents: headings in capitals leave them out (A LIRE AUSSI, ΔΙΑΒΑΣΤΕ, LO MAS LEIDO)
    "\u0591-\u05bd\u05c1\u05c2"  # Hebrew points
    "\u0640"  # Arabic tatweel, set to stretch a word
    "\u064b-\u0655\u0670"  # Arabic vowel marks, and the hamza of a decomposed alef
    "\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"  # soft hyphen, zero-width space and joiners, direction marks
    "\ufe00-\ufe0f"  # variation selectors after emoji
    "]+"
)
_SAME: Final = {
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "ı": "i",  # Turkish: the capital I of a heading folds to i
    "ي": "ی",  # Arabic and Persian keyboards give different letters for one
    "ى": "ی",
    "ك": "ک",
}
_REPLACED: Final = re.compile(f"[{''.join(_SAME)}]")

# NFKC would turn a circled c into the letter; Korean and Japanese papers print it for "copyright".
_COPYRIGHT: Final = re.compile("[ⓒⒸ]")


SHORT: Final = 120  # characters: menu entries and headings, which are folded again and again


def fold(text: str) -> str:
    """`text` as phrases are compared: NFKC, caseless, accents dropped, straight quotes, single spaces, bare ends.

    Punctuation and symbols are stripped at both ends; "©" stays, since it opens copyright lines.

    >>> fold("  À lire\\u00a0aussi : ")
    'a lire aussi'
    >>> fold("» READ  MORE:")
    'read more'
    >>> fold("© 2031 The Daily Example")
    '© 2031 the daily example'
    """
    return _remembered(text) if len(text) <= SHORT else _folded(text)


def _folded(text: str) -> str:
    if text.isascii():
        return " ".join(text.lower().split()).strip(_ASCII_EDGES)
    return _strip(" ".join(_plain(text).split()))


_remembered = lru_cache(maxsize=2048)(_folded)


def _plain(text: str) -> str:
    """`text` without case and marks: decomposed to drop them, composed again for Hangul, kana and Indic letters."""
    letters = unicodedata.normalize("NFKD", _COPYRIGHT.sub("©", text)).casefold()
    same = _REPLACED.sub(_replacement, _DROPPED.sub("", letters))
    return unicodedata.normalize("NFC", same)


def _replacement(match: re.Match[str]) -> str:
    return _SAME[match[0]]


def _strip(text: str) -> str:
    start, end = 0, len(text)
    while start < end and _is_edge(text[start]):
        start += 1
    while end > start and _is_edge(text[end - 1]):
        end -= 1
    return text[start:end]


def _is_edge(char: str) -> bool:
    return not char.isalnum() and char != "©" and unicodedata.category(char)[0] in "PSZC"
