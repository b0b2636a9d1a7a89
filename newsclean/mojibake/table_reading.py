"""What the tables of the single-byte encodings read.

Two ways. A sign of three misread characters is restored wherever it stands, but not beside a letter of the encoding's
own script. A whole word is restored where all its runs beyond ASCII are sound UTF-8 in the encoding and yield letters:
firm where chance is out of the question, weak else. Weak ones count only in a line that has a firm one or a sign.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from newsclean.mojibake.plausibility import is_plausible
from newsclean.mojibake.rivals import settle
from newsclean.mojibake.runs import runs_of, stands_within_word, with_runs_replaced
from newsclean.mojibake.tables import Codec, alternatives, codecs, misread_signs, possible_readers, read_as

_FEWEST_LETTERS = 3  # of a script's own, in one word, that chance does not produce


class _Reading(NamedTuple):
    """What one encoding makes of a word."""

    codec: Codec
    text: str
    firm: bool


def by_tables(words: list[str]) -> dict[int, tuple[str, str]]:
    """Place in `words` -> what stood there and the encoding that it was misread in, for each word that is mojibake."""
    found = {}
    readings: dict[Codec, dict[int, _Reading]] = {codec: {} for codec in codecs()}
    sound = []
    for place, word in enumerate(words):
        if word.isascii():
            continue
        if restored := _restored_signs(word):
            found[place] = restored
        for reading in _readings(word):
            readings[reading.codec][place] = reading
        if not restored and not _may_be_read(word):
            sound.append(word)
    proven = {name for _, name in found.values()}
    accepted = {}
    for codec, by_place in readings.items():
        if codec.name in proven or any(reading.firm for reading in by_place.values()):
            # Beside sound text in the encoding's script a weak reading may be a word of that text.
            firm_only = any(_holds_script(word, codec) for word in sound)
            accepted[codec] = {at: reading.text for at, reading in by_place.items() if reading.firm or not firm_only}
    return found | settle(accepted)


def _may_be_read(word: str) -> bool:
    return all(possible_readers(run.group()) for run in runs_of(word))


@lru_cache(maxsize=8192)
def _readings(word: str) -> tuple[_Reading, ...]:
    runs = runs_of(word)
    readers = -1
    for run in runs:
        readers &= possible_readers(run.group())
        if not readers:
            return ()
    readings = (_read(word, runs, codec) for bit, codec in enumerate(codecs()) if readers >> bit & 1)
    return tuple(reading for reading in readings if reading)


def _read(word: str, runs: list[re.Match[str]], codec: Codec) -> _Reading | None:
    texts = []
    for run in runs:
        text = read_as(run.group(), codec.name)
        if text is None:
            return None
        texts.append(text)
    after = with_runs_replaced(word, runs, texts)
    if not is_plausible(word, after):
        return None
    letters = [character for text in texts for character in text if character.isalpha()]
    if letters and all(map(codec.is_own, letters)):
        return _Reading(codec, after, firm=len(letters) >= _FEWEST_LETTERS)
    if all(map(_is_latin, letters)):
        return _Reading(codec, after, bool(letters) and all(map(stands_within_word, [word] * len(runs), runs, texts)))
    return None


@cache
def _sign_pattern() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(set(misread_signs()))})+")


@lru_cache(maxsize=8192)
def _restored_signs(word: str) -> tuple[str, str] | None:
    pieces = []
    position = 0
    name = ""
    for match in _sign_pattern().finditer(word):
        run = match.group()
        readings = [misread_signs()[run[start : start + 3]] for start in range(0, len(run), 3)]
        neighbours = word[max(0, match.start() - 1) : match.start()] + word[match.end() : match.end() + 1]
        if any(_holds_script(neighbours, reading.codec) and not reading.codec.beside_script for reading in readings):
            continue
        pieces += [word[position : match.start()], *(reading.text for reading in readings)]
        position = match.end()
        name = name or readings[0].codec.name
    return ("".join(pieces) + word[position:], name) if name else None


def _holds_script(text: str, codec: Codec) -> bool:
    return codec.script is not None and any(map(codec.is_own, text))


def _is_latin(character: str) -> bool:
    return character < "\u0250" or "\u1e00" <= character <= "\u1eff"
