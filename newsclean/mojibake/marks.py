"""What mojibake looks like: pairs of characters that no language writes side by side, and a few characters alone.

A pair is what an encoding shows for a lead byte of UTF-8 and a byte that follows one. Some pairs are no mark alone, as
sound text ends a quotation so ("Ä«"); they are one where a letter follows at once ("RÄ«ga"), or a sign's third byte.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from newsclean.charsets import codec_of
from newsclean.mojibake.likelihood import language_facts
from newsclean.mojibake.lost_signs import start_of
from newsclean.mojibake.swallowed_letters import letter_halves
from newsclean.mojibake.tables import codecs, facts, forms

# Signs that follow a letter in sound text, and those that do so where the letter is small.
_CLOSING = frozenset("“”‘’«»…–—·•‹›،؛؟")
_AFTER_SMALL = frozenset("„‚¿¡\u00ad\u00a0©®™°€º²³½")
_BOXES = frozenset(map(chr, range(0x2500, 0x25A0)))  # one draws on another
_BEHIND_OTHER_LETTERS = "\u00a0\u200c\u200d"
_FIRST_OF_OTHER_SCRIPTS = "\u0370"
_FIRST_ASTRAL = "\U00010000"


class Marks(NamedTuple):
    """The characters that are a mark alone; and the pairs, by what must stand beside them."""

    alone: frozenset[str]
    sure: frozenset[str]  # nothing
    before_letters: frozenset[str]  # an ASCII letter behind
    of_signs: dict[str, frozenset[str]]  # one of these behind
    beside_letters: frozenset[str]  # ASCII letters on both sides, or a small one behind
    firsts: frozenset[str]
    seconds: dict[str, frozenset[str]]  # of all pairs, by their firsts


@cache
def marks() -> Marks:
    """All marks of all encodings."""
    sure, before_letters, signs = _pairs()
    beside = _beside_ascii().difference(sure)
    seconds: dict[str, set[str]] = defaultdict(set)
    for pair in (*sure, *before_letters, *signs, *beside):
        seconds[pair[0]].add(pair[1])
    alone = frozenset({"\ufffd", *map(chr, range(0x80, 0xA0)), *_starts_of_two_bytes()})
    by_first = {first: frozenset(those) for first, those in seconds.items()}
    return Marks(alone, sure, before_letters, signs, beside, frozenset(by_first), by_first)


def is_marked(text: str, pair: str) -> bool:
    """Whether a pair stands in a text, and beside it what makes it a mark."""
    found = marks()
    if pair in found.sure:
        return pair in text
    return pair[1] in found.seconds.get(pair[0], ()) and pair in text and _context(pair).search(text) is not None


@lru_cache(maxsize=1024)
def _context(pair: str) -> re.Pattern[str]:
    """Begins with the pair, by which the engine skips."""
    found = marks()
    behind = [_class(found.of_signs[pair])] if pair in found.of_signs else []
    behind += ["[a-zA-Z]"] * (pair in found.before_letters)
    behind += ["[a-z]", r"(?<=[a-zA-Z]..)(?=[\x00-\x7f]|\Z)"] * (pair in found.beside_letters)
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
    found = marks()
    firsts = {first for first in found.seconds if first < _FIRST_OF_OTHER_SCRIPTS or not _is_letter(first)}
    their_seconds = set().union(*(found.seconds[first] for first in firsts))
    beside = {pair[0] for pair in found.beside_letters if pair[0] not in firsts}
    other_seconds = set().union(*(found.seconds[first] for first in beside))
    pairs = {pair for pair in found.sure if pair[0] not in firsts}
    seconds = {pair[1] for pair in pairs}
    others = found.alone.union(firsts, beside, wide_characters())
    return re.compile(
        f"{_class(others | seconds)}(?:(?<=({_behind(pairs)}))"
        f"|(?<!{_class(seconds - others)})(?:(?<={_class(found.alone)})"
        f"|(?<=({_class(beside)}))(?=({_class(other_seconds)})(?:[a-z]|(?<=[a-zA-Z]..)))"
        f"|(?<=({_class(firsts)}))(?=({_class(their_seconds)}))"
        f"|(?<=[a-zA-Z]{_class(_accents_of_two_bytes())})"
        f"|(?<=\\?{_class(letter_halves())})))"
    )


def _behind(pairs: Iterable[str]) -> str:
    """A pattern of pairs and few others: by whether the second is a letter."""
    kinds: dict[bool, list[str]] = {True: [], False: []}
    for pair in pairs:
        kinds[pair[1].isalpha()].append(pair)
    return "|".join(f"{_class({p[0] for p in those})}{_class({p[1] for p in those})}" for those in kinds.values())


def _pairs() -> tuple[frozenset[str], frozenset[str], dict[str, frozenset[str]]]:
    """Pairs where nobody writes both side by side; those where a letter must follow; those of signs of three bytes."""
    sure, before_letters = set(), set()
    signs: dict[str, set[str]] = defaultdict(set)
    starts = {sign.encode()[:2] for sign in facts()["punctuation"] if len(sign.encode()) == 3}
    starts.update((b"\xef\xbf", *(bytes([0xE2, byte]) for byte in range(0x80, 0xA0))))
    for shown in {shown for name in _names() for shown in forms(name)}:
        followers = [(byte, shown[byte]) for byte in range(0x80, 0xC0)]
        for lead_byte, (byte, second) in product(range(0xC2, 0xF5), followers):
            first = shown[lead_byte]
            if not first or not second:
                continue
            if (lead_byte, byte) == (0xE2, 0x80) or not _is_ordinary(first, second, lead_byte < 0xC6):
                sure.add(first + second)
            elif lead_byte < 0xD0 and first < _FIRST_OF_OTHER_SCRIPTS and first.isalpha():
                before_letters.add(first + second)
            if bytes((lead_byte, byte)) in starts:
                signs[first + second].update(it for it in shown[0x80:0xC0] if it)
    # Small letters of other scripts are most of their text; what holds these pairs holds others too.
    sure = {pair for pair in sure if not (pair.isalpha() and pair[1] > "\u0370" and not pair[1].isupper())}
    of_signs = {pair: frozenset(thirds) for pair, thirds in signs.items() if pair not in sure}
    return frozenset(sure), frozenset(before_letters - sure), of_signs


def _is_ordinary(first: str, second: str, has_two_bytes: bool) -> bool:
    """Whether sound text holds these two side by side. `has_two_bytes`: they may be one Latin letter, misread."""
    if not _is_letter(first):
        return _is_ordinary_behind_a_sign(first, second)
    is_latin = first < _FIRST_OF_OTHER_SCRIPTS
    if second in _CLOSING or (second in _BEHIND_OTHER_LETTERS and not is_latin):
        return True
    if not second.isalpha():
        return is_latin and second in _AFTER_SMALL and not has_two_bytes
    return bool(_languages_of(first) & _languages_of(second)) and (first.isupper() or not second.isupper())


@cache
def _is_letter(character: str) -> bool:
    return character.isalpha() or bool(_languages_of(character))


def _is_ordinary_behind_a_sign(sign: str, second: str) -> bool:
    usual = language_facts()["signs"]["usual"]
    if sign in "“”‘’\u00ad" or "\u0300" <= sign <= "\u036f":
        return True
    return (sign in usual and (second.isalpha() or second in usual)) or (sign in _BOXES and second in _BOXES)


@cache
def _languages_of(letter: str) -> int:
    """The languages that write with a letter, a bit each."""
    small = letter.lower()
    alphabets = (alphabet for each in language_facts()["alphabets"].values() for alphabet in each)
    return sum(1 << number for number, letters in enumerate(alphabets) if small in letters)


def _beside_ascii() -> frozenset[str]:
    """Latin letters misread in the encodings that were made for other scripts."""
    return frozenset(
        shown[0xC3] + second
        for codec in codecs()
        if codec.script
        for shown in forms(codec.name)
        for second in shown[0x80:0xC0]
        if shown[0xC3] and second and second not in _CLOSING
    )


@cache
def _accents_of_two_bytes() -> frozenset[str]:
    """What Latin letters show as in encodings of two bytes a character, the first character of it."""
    letters = [chr(code_point).encode() for code_point in range(0xC0, 0x100)]
    names = facts()["multi_byte"]
    return frozenset(letter.decode(codec_of(name), "replace")[0] for name in names for letter in letters)


def _starts_of_two_bytes() -> set[str]:
    """What the first two bytes of signs show as in encodings of two bytes a character."""
    return {start for name in facts()["halves"] for start in start_of(name) if len(start) == 1}


def _names() -> list[str]:
    return ["windows-1252", *(codec.name for codec in codecs())]


def _class(characters: Iterable[str]) -> str:
    # The engine compiles no quick class of characters beyond U+FFFF.
    return "[" + re.escape("".join(sorted(it for it in characters if it < _FIRST_ASTRAL))) + "]"
