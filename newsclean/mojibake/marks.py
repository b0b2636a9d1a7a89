"""What mojibake looks like: pairs of characters that no language writes side by side, and a few characters alone.

A pair is what an encoding shows for a lead byte of UTF-8 and a byte that follows one. Some pairs are no mark alone, as
sound text ends a quotation so ("Ä«"); they are one where a letter follows at once ("RÄ«ga"), or a sign's third byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from newsclean.charsets import codec_of
from newsclean.mojibake.lost_signs import start_of
from newsclean.mojibake.pairs import FIRST_OF_OTHER_SCRIPTS, firsts, is_letter, seconds_of
from newsclean.mojibake.swallowed_letters import letter_halves
from newsclean.mojibake.tables import facts, forms

_FIRST_ASTRAL = "\U00010000"


@cache
def alone() -> frozenset[str]:
    """The characters that are a mark alone."""
    return frozenset({"\ufffd", *map(chr, range(0x80, 0xA0)), *_starts_of_two_bytes()})


def is_marked(text: str, pair: str) -> bool:
    """Whether a pair stands in a text, and beside it what makes it a mark."""
    first, second = pair[0], pair[1]
    found = seconds_of(first)
    if second in found.sure:
        return pair in text
    return second in found.every and pair in text and _context(pair).search(text) is not None


def count_sure(word: str) -> int:
    """How many pairs that are a mark whatever stands beside them a word holds: one may be an accident, two are none.

    >>> count_sure("à¤¨à¤®"), count_sure("Übergröße")
    (3, 0)
    """
    return sum(second in seconds_of(first).sure for first, second in pairwise(word))


@lru_cache(maxsize=1024)
def _context(pair: str) -> re.Pattern[str]:
    """Begins with the pair, by which the engine skips."""
    first, second = pair[0], pair[1]
    found = seconds_of(first)
    behind = [_class(found.of_signs[second])] if second in found.of_signs else []
    behind += ["[a-zA-Z]"] * (second in found.before_letters)
    behind += ["[a-z]", r"(?<=[a-zA-Z]..)(?=[\x00-\x7f]|\Z)"] * (second in found.beside_letters)
    return re.compile(f"{re.escape(pair)}(?:{'|'.join(behind)})")


@cache
def wide_pattern() -> re.Pattern[str]:
    """Marks in East Asian characters, which stand for Latin letters or halves of signs."""
    accents, halves = _accents_of_two_bytes(), set(letter_halves())
    return re.compile(f"{_class(accents | halves)}(?:(?<=[a-zA-Z]{_class(accents)})|(?<=\\?{_class(halves)}))")


@cache
def wide_characters() -> frozenset[str]:
    """The characters that `wide_pattern` begins with."""
    return frozenset({*_accents_of_two_bytes(), *letter_halves()})


def has_thai_marks(text: str) -> bool:
    """Whether three Thai letters in a row stand in a text, misread in the encoding that was made for Thai."""
    return "เธ" in text and _thai_pattern().search(text) is not None


@cache
def _thai_pattern() -> re.Pattern[str]:
    second = _class({it for shown in forms("windows-874") for it in shown[0x80:0xC0] if it})
    return re.compile(f"เ[ธน]{second}เ[ธน]{second}เ[ธน]")


@cache
def scanning_pattern() -> re.Pattern[str]:
    """Finds what may be a mark in text of any script: one class, by which the engine skips, and then what is beside it.

    Signs and Latin letters are rare in text of other scripts, so their pairs are found by the first of the two; pairs
    that begin with another letter, by the second, a capital or a sign. The groups are pairs that may be marks.
    """
    every = {first: seconds_of(first) for first in firsts()}
    usual = {first for first in every if first < FIRST_OF_OTHER_SCRIPTS or not is_letter(first)}
    their_seconds = frozenset[str]().union(*(every[first].every for first in usual))
    beside = {first for first, those in every.items() if those.beside_letters and first not in usual}
    other_seconds = frozenset[str]().union(*(every[first].every for first in beside))
    pairs = [first + second for first, those in every.items() if first not in usual for second in those.sure]
    seconds = {pair[1] for pair in pairs}
    others = alone().union(usual, beside, wide_characters())
    return re.compile(
        f"{_class(others | seconds)}(?:(?<=({_behind(pairs)}))"
        f"|(?<!{_class(seconds - others)})(?:(?<={_class(alone())})"
        f"|(?<=({_class(beside)}))(?=({_class(other_seconds)})(?:[a-z]|(?<=[a-zA-Z]..)))"
        f"|(?<=({_class(usual)}))(?=({_class(their_seconds)}))"
        f"|(?<=[a-zA-Z]{_class(_accents_of_two_bytes())})"
        f"|(?<=\\?{_class(letter_halves())})))"
    )


def _behind(pairs: Iterable[str]) -> str:
    """A pattern of pairs and few others: by whether the second is a letter."""
    kinds: dict[bool, list[str]] = {True: [], False: []}
    for pair in pairs:
        kinds[pair[1].isalpha()].append(pair)
    return "|".join(f"{_class({p[0] for p in those})}{_class({p[1] for p in those})}" for those in kinds.values())


@cache
def _accents_of_two_bytes() -> frozenset[str]:
    """What Latin letters show as in encodings of two bytes a character, the first character of it."""
    letters = [chr(code_point).encode() for code_point in range(0xC0, 0x100)]
    names = facts()["multi_byte"]
    return frozenset(letter.decode(codec_of(name), "replace")[0] for name in names for letter in letters)


def _starts_of_two_bytes() -> set[str]:
    """What the first two bytes of signs show as in encodings of two bytes a character."""
    return {start for name in facts()["halves"] for start in start_of(name) if len(start) == 1}


def _class(characters: Iterable[str]) -> str:
    # The engine compiles no quick class of characters beyond U+FFFF.
    return "[" + re.escape("".join(sorted(it for it in characters if it < _FIRST_ASTRAL))) + "]"
