"""The encoding of bytes that are no UTF-8 and do not say truthfully what they are.

Two light tests, each linear and bounded. Multi-byte encodings: does a sample decode nearly without errors, into the
characters that make up nearly all of such text? Single-byte encodings: does the page use the letters beyond ASCII about
as often as one of the languages written in that encoding does?
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from newsclean.charsets import decode_as, index
from newsclean.data_files import Table, from_toml

_SAMPLE = 100_000  # bytes; a page's encoding shows in less
_NON_ASCII = re.compile(rb"[\x80-\xff]")
_ASCII = bytes(range(0x80))
_FEWEST_CHARACTERS = 4  # of a multi-byte text
_SURE_MULTI_BYTE = 0.85
_NTH_CODEC = 0.97  # of two encodings that fit the same, the one listed first
_HOUSE_BONUS = 0.05  # of two that fit nearly the same, the encoding that browsers assume
# No evidence for or against any encoding: typographic signs stand at the same bytes in most windows encodings.
_NEUTRAL = frozenset("‘’‚“”„«»‹›–—…•·†‡‰€£§©®™°№¤\u00a0\u00ad\u200c\u200d\u200e\u200f")

_FULL_WIDTH = frozenset(map(chr, range(0xFF01, 0xFF5F)))
_EUC_CELLS = range(0xA1, 0xFF)
# First and second bytes of the characters that nearly all text of an encoding consists of: level 1 of its standard.
_LEVEL_1: dict[str, tuple[Iterable[int], Iterable[int]]] = {
    "euc-jp": ((0xA4, 0xA5, *range(0xB0, 0xD0)), _EUC_CELLS),
    "shift_jis": ((0x82, 0x83, *range(0x88, 0x99)), (*range(0x40, 0x7F), *range(0x80, 0xFD))),
    "euc-kr": (range(0xB0, 0xC9), _EUC_CELLS),
    "big5": (range(0xA4, 0xC7), (*range(0x40, 0x7F), *_EUC_CELLS)),
    "gb18030": (range(0xB0, 0xD8), _EUC_CELLS),
}


class Guess(NamedTuple):
    """An encoding and how well the page fits it, 0 to 1."""

    name: str
    fit: float


class _Language(NamedTuple):
    shares: dict[str, float]  # of each letter; the squares sum to 1
    codecs: tuple[str, ...]


def guess(data: bytes) -> Guess | None:
    """The encoding that fits best, or None where nothing beyond ASCII tells."""
    multi_byte = _best_multi_byte(data)
    if multi_byte and multi_byte.fit >= _SURE_MULTI_BYTE:
        return multi_byte
    counts = Counter(data[: 10 * _SAMPLE].translate(None, _ASCII))
    guesses = [
        Guess(name, fit * _NTH_CODEC**rank)
        for language in _languages()
        for rank, name in enumerate(language.codecs)
        if (fit := _language_fit(counts, index(name), language)) > 0
    ]
    return max(guesses, key=lambda it: it.fit + (_HOUSE_BONUS if it.name == "windows-1252" else 0.0), default=None)


def fit(data: bytes, name: str) -> float:
    """How well the page fits a single-byte encoding, 0 to 1."""
    counts = Counter(data[: 10 * _SAMPLE].translate(None, _ASCII))
    fits = [_language_fit(counts, index(name), language) for language in _languages() if name in language.codecs]
    return max(fits, default=0.0)


@cache
def _languages() -> tuple[_Language, ...]:
    return from_toml("charset_languages.toml", _all_languages)


def _all_languages(table: Table) -> tuple[_Language, ...]:
    return tuple(_language(entry["letters"], entry["codecs"]) for entry in table["languages"])


def _language(letters: str, codecs: list[str]) -> _Language:
    # Letter frequencies fall off roughly as the inverse of the rank, flatter at the top.
    weights = {letter: 1 / (rank + 4) for rank, letter in enumerate(letters)}
    norm = math.sqrt(sum(weight * weight for weight in weights.values()))
    return _Language({letter: weight / norm for letter, weight in weights.items()}, tuple(codecs))


def _language_fit(counts: Counter[int], characters: str, language: _Language) -> float:
    """Cosine of the page's letters and the language's, times the share of letters that the language has at all."""
    found: dict[str, int] = {}
    capitals = total = 0
    for byte, count in counts.items():
        character = characters[byte]
        if character in _NEUTRAL:
            continue
        total += count
        letter = character.lower()
        if letter in language.shares:
            found[letter] = found.get(letter, 0) + count
            if letter != character:
                capitals += count
    known = sum(found.values())
    if not known:
        return 0.0
    norm = math.sqrt(sum(count * count for count in found.values()))
    cosine = sum(count * language.shares[letter] for letter, count in found.items()) / norm
    # Text of mostly capitals is KOI8 read as windows-1251, or the reverse.
    shouting = 0.7 if capitals * 2 > known else 1.0
    return cosine * known / total * shouting


def _best_multi_byte(data: bytes) -> Guess | None:
    first = _NON_ASCII.search(data)
    if first is None:
        return None
    sample = data[first.start() : first.start() + _SAMPLE]
    # A cut in the middle of a character must not count as an error.
    sample = sample[: max(sample.rfind(b"<"), sample.rfind(b"\n"), sample.rfind(b" ")) + 1] or sample
    guesses = [Guess(name, _multi_byte_fit(sample, name)) for name in _LEVEL_1]
    return max(guesses, key=lambda it: it.fit)


def _multi_byte_fit(sample: bytes, name: str) -> float:
    text = decode_as(sample, name)
    counts = Counter(text)
    wide = {char: count for char, count in counts.items() if char > "\x7f" and char not in _NEUTRAL}
    total = sum(count for character, count in wide.items() if not "\u3000" <= character <= "\u3020")
    if total < _FEWEST_CHARACTERS:
        return 0.0
    errors = max(0, counts["\ufffd"] - 1) / total  # the sample may end within a character
    common = sum(wide.get(character, 0) for character in common_characters(name)) / total
    kana = sum(count for character, count in wide.items() if "\u3041" <= character <= "\u30ff") / total
    if (name in ("euc-jp", "shift_jis")) != (kana > 0.1):
        return 0.0
    return max(0.0, common - 10 * errors)


@cache
def common_characters(name: str) -> frozenset[str]:
    """What nearly all text in an encoding of East Asia consists of."""
    rows, cells = _LEVEL_1[name]
    text = b" ".join(bytes([row, cell]) for row in rows for cell in cells)
    return frozenset(decode_as(text, name)) - {"\ufffd", " "} | _FULL_WIDTH
