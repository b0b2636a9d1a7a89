"""Mojibake that lost a byte: "won�t", "â€?", "鈥�". What was there is decided by what stands around it, or not at all.

Four kinds of evidence: the letter that an encoding of two bytes took along ("�셲" can only be "’s"); a clean copy of
the same word elsewhere on the page; what signs can stand in a place; and the letters of the line's language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import lru_cache
from typing import NamedTuple

from newsclean.charsets import codec_of, index, is_single_byte
from newsclean.mojibake.evidence import Evidence
from newsclean.mojibake.folded_spaces import by_folded_spaces
from newsclean.mojibake.lost_letters import by_letters_left
from newsclean.mojibake.lost_signs import SIGNS, by_lost_signs, halves, has_stripped
from newsclean.mojibake.readers import readers
from newsclean.mojibake.runs import BEYOND_ASCII, REPLACEMENT, beyond_ascii
from newsclean.mojibake.swallowed_letters import by_swallowed_letters
from newsclean.mojibake.tables import encodings, read_as
from newsclean.mojibake.words import Proposals

MISREAD_REPLACEMENT = "ï¿½"
_RUN = re.compile(f"([^\\x00-\\x7f{SIGNS}]+)")
_LOSS = re.compile(f"(?:{REPLACEMENT}|{MISREAD_REPLACEMENT})+")  # browsers and Python count lost bytes differently
_FEWEST_LETTERS = 3  # of a word of which nothing but ASCII is left


@lru_cache(maxsize=8192)
def is_lossy(word: str) -> bool:
    """Whether a word holds mojibake that lost a byte: U+FFFD, or the first two characters of a misread sign alone."""
    return REPLACEMENT in word or MISREAD_REPLACEMENT in word or halves().search(word) is not None or has_stripped(word)


class SoFar(NamedTuple):
    """What was read of a line: its words before; those that were read whole, before -> after; and the encodings."""

    given: list[str]
    whole: Mapping[str, str]
    codecs: Set[str]


def by_evidence(words: list[str], so_far: SoFar, evidence: Evidence) -> Proposals:
    """Place in `words` -> what stood there and the encoding it was misread in, for words that lost a byte."""
    found = by_swallowed_letters(words) or by_folded_spaces(words, so_far.given, so_far.codecs, evidence.codecs)
    if found:
        return _finished(found)
    lossy = [place for place, word in enumerate(words) if not word.isascii() and is_lossy(word)]
    if not lossy and not (so_far.codecs and "??" in "".join(words)):
        return {}
    copies = _clean_copies(evidence)
    found = {place: copies[form] for place in lossy if (form := _LOSS.sub(REPLACEMENT, words[place])) in copies}
    if found:
        return found
    known = _encodings_of(so_far.whole).union(so_far.codecs, evidence.codecs)
    names = [name for name in encodings() if name in known]
    return _finished(by_lost_signs(words, so_far.given, names)) or by_letters_left(words, so_far.given, names)


def _encodings_of(read: Mapping[str, str]) -> frozenset[str]:
    """The encodings that every one of these words may have been misread in."""
    pairs = {(beyond_ascii(before), beyond_ascii(after)) for before, after in read.items()}
    return frozenset(name for name in encodings() if pairs and all(_is_of(name, *pair) for pair in pairs))


@lru_cache(maxsize=4096)
def _is_of(name: str, before: str, after: str) -> bool:
    if is_single_byte(name):
        return read_as(before, name) == after
    return _misread(after, name) == before


def _finished(found: Proposals) -> Proposals:
    """The proposals with what else of their words was misread in the same encoding, read too."""
    return {
        place: ("".join(_read_run(run, name) for run in _RUN.split(word)), name)
        for place, (word, name) in found.items()
    }


def _read_run(run: str, name: str) -> str:
    if run.isascii() or run in SIGNS:
        return run
    return next((text for reader in readers() if reader.codec.name == name and (text := reader.read(run))), run)


@lru_cache(maxsize=8)
def _clean_copies(evidence: Evidence) -> dict[str, tuple[str, str]]:
    """Each lossy form of the page's sound words, where no two words share it."""
    found: dict[str, tuple[str, str]] = {}
    shared = set()
    for word in evidence.words:
        forms = {_misread(word, name): name for name in evidence.codecs}
        for form, name in (*forms.items(), (BEYOND_ASCII.sub(REPLACEMENT, word), "utf-8")):
            form = _LOSS.sub(REPLACEMENT, form)
            if REPLACEMENT in form and _says_enough(form) and found.setdefault(form, (word, name))[0] != word:
                shared.add(form)
    return {form: copy for form, copy in found.items() if form not in shared}


def _misread(word: str, name: str) -> str:
    data = word.encode("utf-8", "replace")
    if is_single_byte(name):
        return "".join(map(index(name).__getitem__, data))
    return data.decode(codec_of(name), "replace")


def _says_enough(form: str) -> bool:
    kept = [character for character in form if character != REPLACEMENT]
    return sum(map(str.isalpha, kept)) >= _FEWEST_LETTERS
