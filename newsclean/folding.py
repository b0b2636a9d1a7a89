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
_NO_LETTERS: Final = re.compile(r"[\W_]+")
_REPLACED: Final = re.compile(f"[{''.join(_SAME)}]")

# NFKC would turn a circled c into the letter; Korean and Japanese papers print it for "copyright".
_COPYRIGHT: Final = re.compile("[ⓒⒸ]")


WIDTH: Final = 8  # characters of an opening
_LOOKED_AT: Final = 16  # characters of a text that an opening is taken from
# What folding takes off in front of a text, as far as pages often have it there.
_BEFORE: Final = _ASCII_EDGES + "“”„‘’«»–—…•·►▶★☆›→€°§"
_LAST_LETTER: Final = 0x052F  # up to here, Latin to Cyrillic, letters are folded one by one
_PUNCTUATION: Final = range(0x2010, 0x2027)
_UNKNOWN: Final = "\0"

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


class _Letters(dict[int, str]):
    """Single characters folded, for `str.translate`; those that nothing can be said of without a look at others are
    unknown.
    """

    def __missing__(self, code: int) -> str:
        if code > _LAST_LETTER and code not in _PUNCTUATION:
            return _UNKNOWN
        found = chr(code).lower() if code < 128 else _plain(chr(code))
        known = found and all(char.isascii() or char.isalpha() for char in found)
        self[code] = found if known and (code < 128 or not any(map(str.isdigit, found))) else _UNKNOWN
        return self[code]


_LETTERS: Final = _Letters()


def opening_letters(text: str) -> str:
    """The first eight characters of a folded text where they are letters of ASCII and single spaces, else "".

    What folding takes off at the end of a short text is still there.

    >>> opening_letters("Read more: boats"), opening_letters("Élysée"), opening_letters("12 boats")
    ('read mor', '', '')
    """
    head = text[:WIDTH]
    bare = head.replace(" ", "")
    if bare.isascii() and bare.isalpha() and "  " not in head and head[0] != " ":
        return head.lower()
    return ""


def opening(text: str) -> str:
    """The same of a text that begins otherwise, with digits or marks or in an alphabet up to Cyrillic; "" where a quick
    look does not tell.

    >>> opening("Élysée"), opening("“12 boats”"), opening("港の橋")
    ('elysee', '12 boats', '')
    """
    head = text[:_LOOKED_AT].lstrip(_BEFORE)[:WIDTH]
    if len(head) < WIDTH and len(text) > _LOOKED_AT:
        return ""
    head = head.lower() if head.isascii() else head.translate(_LETTERS)[:WIDTH]
    return head if head[:1].isalnum() and head.isprintable() and "  " not in head else ""


def letters(text: str) -> str:
    """Letters and digits only, in one case: equal for two spellings of one headline, name or sentence.

    >>> letters("“Rain”, again!") == letters('"rain" AGAIN')
    True
    """
    return _remembered_letters(text) if len(text) <= SHORT else _letters(text)


def _folded(text: str) -> str:
    if text.isascii():
        return " ".join(text.lower().split()).strip(_ASCII_EDGES)
    return _strip(" ".join(_plain(text).split()))


_remembered = lru_cache(maxsize=2048)(_folded)
# `fold` of a single word; the words of bylines and dates recur on every page.
folded_word = lru_cache(maxsize=8192)(_folded)


def _letters(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _NO_LETTERS.sub("", text.casefold())


_remembered_letters = lru_cache(maxsize=512)(_letters)


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
