"""Pairs of characters that no language writes side by side: what an encoding shows for the first two bytes of a letter.

A lead byte of UTF-8 and a byte that follows one. Worked out for each first character when it is first met: a page has
few of the 40,000 pairs.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from newsclean.mojibake.likelihood import language_facts
from newsclean.mojibake.tables import codecs, facts, forms

FIRST_OF_OTHER_SCRIPTS = "\u0370"
_LEAD_BYTES = range(0xC2, 0xF5)
_FOLLOWING = slice(0x80, 0xC0)
_LEAD_OF_LATIN = 0xC3  # that of à to ÿ and most of their capitals

# Signs that follow a letter in sound text, and those that do so where the letter is small.
_CLOSING = frozenset("“”‘’«»…–—·•‹›،؛؟")
_AFTER_SMALL = frozenset("„‚¿¡\u00ad\u00a0©®™°€º²³½")
_BOXES = frozenset(map(chr, range(0x2500, 0x25A0)))  # one draws on another
_BEHIND_OTHER_LETTERS = "\u00a0\u200c\u200d"


class Seconds(NamedTuple):
    """The second characters of pairs that begin with the same one, by what must stand beside the pair."""

    sure: frozenset[str]  # nothing
    before_letters: frozenset[str]  # an ASCII letter behind
    of_signs: dict[str, frozenset[str]]  # one of these behind
    beside_letters: frozenset[str]  # ASCII letters on both sides, or a small one behind
    every: frozenset[str]


_NONE = Seconds(frozenset(), frozenset(), {}, frozenset(), frozenset())


@cache
def firsts() -> frozenset[str]:
    """The characters that pairs begin with."""
    return frozenset(first for first in _shown_as() if seconds_of(first).every)


def seconds_of(first: str) -> Seconds:
    """What makes a pair with a character.

    >>> "€" in seconds_of("â").sure, "n" in seconds_of("a").every
    (True, False)
    """
    return _seconds_of(first) if first in _shown_as() else _NONE


@cache
def _seconds_of(first: str) -> Seconds:
    sure, before_letters = set(), set()
    beside_letters: set[str] = set()
    signs: dict[str, set[str]] = defaultdict(set)
    starts = _starts_of_signs()
    latin = first < FIRST_OF_OTHER_SCRIPTS and first.isalpha()
    for lead, following, of_other_script in _shown_as()[first]:
        behind = [it for it in following if it]
        for byte, second in enumerate(following, _FOLLOWING.start):
            if not second:
                continue
            if (lead, byte) == (0xE2, 0x80) or not _is_ordinary(first, second, lead < 0xC6):
                sure.add(second)
            elif latin and lead < 0xD0:
                before_letters.add(second)
            if bytes((lead, byte)) in starts:
                signs[second].update(behind)
        if of_other_script and lead == _LEAD_OF_LATIN:
            beside_letters.update(it for it in behind if it not in _CLOSING)
    if first.isalpha():
        # Small letters of other scripts are most of their text; what holds these pairs holds others too.
        sure = {it for it in sure if not it.isalpha() or it <= FIRST_OF_OTHER_SCRIPTS or it.isupper()}
    of_signs = {second: frozenset(thirds) for second, thirds in signs.items() if second not in sure}
    every = sure.union(before_letters, of_signs, beside_letters)
    return Seconds(
        frozenset(sure), frozenset(before_letters - sure), of_signs, frozenset(beside_letters - sure), frozenset(every)
    )


@cache
def _shown_as() -> dict[str, set[tuple[int, tuple[str | None, ...], bool]]]:
    """The lead bytes that a character stands for, with what shows for bytes that follow, and whether the encoding was
    made for another script than Latin."""
    found: dict[str, set[tuple[int, tuple[str | None, ...], bool]]] = defaultdict(set)
    for name, of_other_script in (("windows-1252", False), *((codec.name, bool(codec.script)) for codec in codecs())):
        for shown in forms(name):
            following = shown[_FOLLOWING]
            for lead in _LEAD_BYTES:
                if first := shown[lead]:
                    found[first].add((lead, following, of_other_script))
    return dict(found)


@cache
def _starts_of_signs() -> frozenset[bytes]:
    """The first two bytes of signs that have three."""
    signs = (sign.encode() for sign in facts()["punctuation"])
    general = (bytes((0xE2, byte)) for byte in range(0x80, 0xA0))
    return frozenset({b"\xef\xbf", *general, *(sign[:2] for sign in signs if len(sign) == 3)})


def _is_ordinary(first: str, second: str, has_two_bytes: bool) -> bool:
    """Whether sound text holds these two side by side. `has_two_bytes`: they may be one Latin letter, misread."""
    if not is_letter(first):
        return _is_ordinary_behind_a_sign(first, second)
    is_latin = first < FIRST_OF_OTHER_SCRIPTS
    if second in _CLOSING or (second in _BEHIND_OTHER_LETTERS and not is_latin):
        return True
    if not second.isalpha():
        return is_latin and second in _AFTER_SMALL and not has_two_bytes
    return bool(_languages_of(first) & _languages_of(second)) and (first.isupper() or not second.isupper())


@cache
def is_letter(character: str) -> bool:
    """Whether a character is a letter, or a language counts it among its own."""
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
