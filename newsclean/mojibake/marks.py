"""What mojibake looks like: pairs of characters that no language writes side by side, and a few characters alone.

A pair is what an encoding shows for a lead byte of UTF-8 and a byte that follows one. The regex engine skips by the
second of the two, which is rare in most languages, and looks back from there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import product

from newsclean.charsets import codec_of
from newsclean.mojibake.likelihood import language_facts
from newsclean.mojibake.lossy_reading import letter_halves, start_of
from newsclean.mojibake.tables import codecs, facts, forms

# Signs that follow a letter in sound text, and those that do so where the letter is small.
_CLOSING = frozenset("“”‘’«»…–—·•‹›،؛؟")
_AFTER_SMALL = frozenset("„‚¿¡\u00ad\u00a0©®™°€º²³½")
_BOXES = frozenset(map(chr, range(0x2500, 0x25A0)))  # one draws on another
_FIRST_ASTRAL = "\U00010000"
_BEHIND_OTHER_LETTERS = "\u00a0\u200c\u200d"
_ASCII_NEXT = r"(?=[\x00-\x7f]|\Z)"


@cache
def mark_pattern(*, in_context: bool) -> re.Pattern[str]:
    """What mojibake looks like: one class, which the engine skips by, and then what must stand before and behind it.

    The group is the character and the one before it where these may be a pair, and else empty.
    """
    alone = {"\ufffd", *map(chr, range(0x80, 0xA0)), *_starts_of_two_bytes()}
    beside, accents, halves = _beside_ascii(), _accents_of_two_bytes(), set(letter_halves())
    branches = [f"(?<={_class(alone)})", f"(?<=เ){_thai()}"]
    if in_context:
        branches += [f"(?<=[a-zA-Z]{_class(accents)})", f"(?<=\\?{_class(halves)})"]
        branches += [
            f"(?<={lead})(?:(?<=[a-zA-Z].){second}{_ASCII_NEXT}|{second}(?=[a-z]))" for lead, second in beside.items()
        ]
    else:
        branches += [f"(?<={_class(accents | halves)})", *(f"(?<={lead}){second}" for lead, second in beside.items())]
    others = set().union(alone, "เ", beside, accents, halves)
    pairs = _kinds_of_pairs()
    first = others.union(*(seconds for _, seconds in pairs))
    either = "|".join(f"{_class(leads)}{_class(seconds)}" for leads, seconds in pairs)
    return re.compile(f"{_class(first)}(?:(?<={_class(others)})(?:{'|'.join(branches)})|(?<=({either})))")


def _kinds_of_pairs() -> list[tuple[set[str], set[str]]]:
    """The firsts and the seconds of pairs, apart by what the first is, so that few sound pairs are among them."""
    kinds: dict[str, tuple[set[str], set[str]]] = {kind: (set(), set()) for kind in ("sign", "Latin", "other")}
    for pair in misread_pairs():
        firsts, seconds = kinds["sign" if not pair[0].isalpha() else "Latin" if pair[0] < "\u0250" else "other"]
        firsts.add(pair[0])
        seconds.add(pair[1])
    return list(kinds.values())


@cache
def misread_pairs() -> frozenset[str]:
    """Two characters that stand for a lead byte and what follows it, where nobody writes both side by side."""
    found = set()
    for name, lead_byte, byte in product(_names(), range(0xC2, 0xF5), range(0x80, 0xC0)):
        for shown in forms(name):
            first, second = shown[lead_byte], shown[byte]
            starts_a_sign = lead_byte == 0xE2 and byte == 0x80
            if first and second and (starts_a_sign or not _is_ordinary(first, second, has_two_bytes=lead_byte < 0xC6)):
                found.add(first + second)
    # Small letters of other scripts are most of their text; what holds these pairs holds others too.
    return frozenset(pair for pair in found if not (pair.isalpha() and pair[1] > "\u0370" and not pair[1].isupper()))


def _is_ordinary(first: str, second: str, *, has_two_bytes: bool) -> bool:
    """Whether sound text holds these two side by side. `has_two_bytes`: they may be one Latin letter, misread."""
    if not first.isalpha() and not _languages_of(first):
        return _is_ordinary_behind_a_sign(first, second)
    is_latin = first < "\u0370"
    if second in _CLOSING or (second in _BEHIND_OTHER_LETTERS and not is_latin):
        return True
    if not second.isalpha():
        return is_latin and second in _AFTER_SMALL and not has_two_bytes
    return (first.isupper() or not second.isupper()) and bool(_languages_of(first) & _languages_of(second))


def _is_ordinary_behind_a_sign(sign: str, second: str) -> bool:
    usual = language_facts()["signs"]["usual"]
    if sign in "“”‘’\u00ad" or "\u0300" <= sign <= "\u036f":
        return True
    return (sign in usual and (second.isalpha() or second in usual)) or (sign in _BOXES and second in _BOXES)


@cache
def _languages_of(letter: str) -> frozenset[int]:
    alphabets = [alphabet for each in language_facts()["alphabets"].values() for alphabet in each]
    return frozenset(number for number, letters in enumerate(alphabets) if letter.lower() in letters)


def _beside_ascii() -> dict[str, str]:
    """Latin letters misread as letters of another script: the first -> what may follow, beside ASCII letters."""
    seconds: dict[str, set[str]] = defaultdict(set)
    for codec in codecs():
        for shown in forms(codec.name) if codec.script else ():
            if shown[0xC3]:
                seconds[shown[0xC3]] |= {it for it in shown[0x80:0xC0] if it} - _CLOSING
    return {lead: _class(characters) for lead, characters in seconds.items()}


def _accents_of_two_bytes() -> set[str]:
    """What Latin letters show as in encodings of two bytes a character, the first character of it."""
    letters = [chr(code_point).encode() for code_point in range(0xC0, 0x100)]
    return {letter.decode(codec_of(name), "replace")[0] for name in facts()["multi_byte"] for letter in letters}


def _thai() -> str:
    """What follows the first byte of three Thai letters in a row, misread in the encoding that was made for Thai."""
    second = _class({it for shown in forms("windows-874") for it in shown[0x80:0xC0] if it})
    return f"(?:[ธน]{second}เ){{2}}[ธน]"


def _starts_of_two_bytes() -> set[str]:
    """What the first two bytes of signs show as in encodings of two bytes a character."""
    return {start for name in facts()["halves"] for start in start_of(name) if len(start) == 1}


def _names() -> list[str]:
    return ["windows-1252", *(codec.name for codec in codecs())]


def _class(characters: Iterable[str]) -> str:
    # The engine compiles no quick class of characters beyond U+FFFF.
    return "[" + re.escape("".join(sorted(it for it in characters if it < _FIRST_ASTRAL))) + "]"
