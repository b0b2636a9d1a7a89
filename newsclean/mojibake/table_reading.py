"""What the tables of the encodings read, that ftfy does not know.

Two ways. A sign of three misread characters is restored wherever it stands, but not beside a letter of the encoding's
own script. A whole word is restored where all its runs beyond ASCII are sound UTF-8 in the encoding and yield letters:
firm where chance is out of the question, weak else. Weak ones count only in a line that has a firm one or a sign.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsclean.mojibake.plausibility import is_plausible
from newsclean.mojibake.tables import Codec, alternatives, codecs, misread_signs, possible_readers, read_as

_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_FEWEST_LETTERS = 3  # of a script's own, in one word, that chance does not produce
_USUAL_ENDS = ("é", "à")  # the letters beyond ASCII that words borrowed into English end in


class _Readings(NamedTuple):
    """What one encoding makes of a line's words, by their places."""

    codec: Codec
    firm: dict[int, str]
    weak: dict[int, str]


def by_tables(words: list[str]) -> dict[int, tuple[str, str]]:
    """Place in `words` -> what stood there and the encoding that it was misread in, for each word that is mojibake."""
    found = {}
    readable: dict[int, list[re.Match[str]]] = {}
    readers: dict[int, int] = {}
    for place, word in enumerate(words):
        if word.isascii():
            continue
        if restored := _restore_signs(word):
            found[place] = restored
        runs = list(_BEYOND_ASCII.finditer(word))
        mask = -1
        for run in runs:
            mask &= possible_readers(run.group())
        if mask:
            readable[place], readers[place] = runs, mask
    proven = {name for _, name in found.values()}
    candidates = []
    for bit, codec in enumerate(codecs()):
        runs_by_place = {place: runs for place, runs in readable.items() if readers[place] >> bit & 1}
        if runs_by_place:
            candidates.append(_read_words(words, runs_by_place, codec))
    # The encoding that explains most of a line comes first: two that are close to each other share words.
    candidates.sort(key=lambda it: -len(it.firm) - len(it.weak))
    read: set[int] = set()
    for codec, firm, weak in candidates:
        if not firm and codec.name not in proven:
            continue
        for place, text in (firm | weak).items():
            if place not in read:
                found[place] = (text, codec.name)
                read.add(place)
    return found


@cache
def _sign_pattern() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(set(misread_signs()))})+")


def _restore_signs(word: str) -> tuple[str, str] | None:
    pieces = []
    position = 0
    name = ""
    for match in _sign_pattern().finditer(word):
        run = match.group()
        readings = [misread_signs()[run[start : start + 3]] for start in range(0, len(run), 3)]
        if any(_beside_own_script(word, match, reading.codec) for reading in readings):
            continue
        pieces += [word[position : match.start()], *(reading.text for reading in readings)]
        position = match.end()
        name = name or readings[0].codec.name
    return ("".join(pieces) + word[position:], name) if name else None


def _beside_own_script(word: str, match: re.Match[str], codec: Codec) -> bool:
    if codec.script is None or codec.beside_script:
        return False
    first, last = codec.script
    neighbours = word[max(0, match.start() - 1) : match.start()] + word[match.end() : match.end() + 1]
    return any(first <= ord(character) <= last for character in neighbours)


def _read_words(words: list[str], runs_by_place: dict[int, list[re.Match[str]]], codec: Codec) -> _Readings:
    readings = _Readings(codec, {}, {})
    for place, runs in runs_by_place.items():
        word = words[place]
        texts = [read_as(run.group(), codec.name) for run in runs]
        if None in texts:
            continue
        after = word
        for run, text in zip(reversed(runs), reversed(texts), strict=True):
            after = after[: run.start()] + (text or "") + after[run.end() :]
        if not is_plausible(word, after):
            continue
        letters = [character for text in texts for character in text or "" if character.isalpha()]
        if letters and codec.script and all(codec.script[0] <= ord(it) <= codec.script[1] for it in letters):
            (readings.firm if len(letters) >= _FEWEST_LETTERS else readings.weak)[place] = after
        elif codec.letters and all(map(_is_latin, letters)):
            borrowed = letters and all(_is_within_word(word, run, text or "") for run, text in zip(runs, texts, strict=True))
            (readings.firm if borrowed else readings.weak)[place] = after
    return readings


def _is_within_word(word: str, run: re.Match[str], text: str) -> bool:
    """Whether Latin letters stand inside a word of small ASCII letters, are several, or end it as in "café"."""
    left = word[: run.start()][-1:]
    right = word[run.end() :][:1]
    if not any("a" <= neighbour <= "z" for neighbour in (left, right)):
        return False
    if left.isalpha() and right.isalpha():
        return True
    return sum(map(str.isalpha, text)) > 1 or (text in _USUAL_ENDS and run.start() >= 3 and not right)


def _is_latin(character: str) -> bool:
    return character < "\u0250" or "\u1e00" <= character <= "\u1eff"
