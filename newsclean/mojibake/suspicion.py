"""The gate before the repair: may a text hold mojibake at all? Only one page in seventy does, so this must be fast."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from itertools import islice

from newsclean.mojibake.leftovers import LEFTOVERS
from newsclean.mojibake.lost_signs import has_stripped
from newsclean.mojibake.marks import (
    alone,
    has_thai_marks,
    is_marked,
    scanning_pattern,
    wide_characters,
    wide_pattern,
)
from newsclean.mojibake.pairs import FIRST_OF_OTHER_SCRIPTS, seconds_of
from newsclean.mojibake.readers import able, possible
from newsclean.mojibake.runs import BEYOND_ASCII, beyond_ascii, beyond_plain
from newsclean.mojibake.words import TELLING_REFERENCE

_PLACES = 4  # of a text, where runs beyond ASCII are looked at
_PLACE = 400  # characters of each
_RUNS_A_PLACE = 6
_FEWEST_CHARACTERS = 6
_FIRST_PORTION = 500  # characters that are looked at before what they hold is judged: broken text shows it soon
_PORTION = 100_000
_SHARE = 5  # pairs that are looked for in the time in which a character is scanned
_FEW = 1_000  # characters beyond ASCII, of a text in East Asian ones
_LONG = 20_000  # above it a text is scanned once, whatever it holds
_FEWEST_KINDS = 3

# Character references are ASCII: "&acirc;&euro;&trade;", "&#195;&copy;", and "&#3650;&euro;&trade;" for Thai. An "&" or
# what is not ASCII follows: said by what may not follow, as to compile a class of a million characters takes 7 ms.
_REFERENCES = re.compile(
    r"&(?:[aA]circ|Atilde|#0*(?:226|19[45])|#[xX]0*(?:[eE]2|[cC][23]));[^\x00-%'-\x7f]"
    r"|&amp;(?:#(?:[0-9]{2,7}|[xX][0-9a-fA-F]{2,6})|[lr][sd]quo|[mn]dash|hellip|[a-zA-Z](?:acute|grave|circ|uml|tilde));"
    r"|&(?:euro|#8364|#[xX]20[aA][cC]);(?!&(?:nbsp|#160);)[^\x00-%'-\xbf]"
)


class Need(IntEnum):
    """What a text, or the texts of a page together, need."""

    NOTHING = 0
    TIDYING = 1  # byte order marks, line separators and characters of private use go
    READING = 2  # it may hold mojibake


def need_of(text: str, *, parsed: bool = False) -> Need:
    """What a text needs. `parsed` texts come from HTML, where each reference that is left was escaped twice.

    >>> need_of("<p>Okinawaโ€™s</p>").name, need_of("<p>Café “Luna” – 5 €</p>").name
    ('READING', 'NOTHING')
    """
    if "&" in text and (TELLING_REFERENCE if parsed else _REFERENCES).search(text) is not None:
        return Need.READING
    lines = text.replace("\u2028", "\n").replace("\u2029", "\n")  # as they will be
    rest = beyond_plain(lines)
    if not rest.isascii() and _looks_misread(lines, rest):
        return Need.READING
    return Need.TIDYING if lines is not text or LEFTOVERS.search(rest) else Need.NOTHING


def suspect(text: str, *, parsed: bool = False) -> bool:
    """Whether a text, or the source of a page, may hold mojibake. False means that no repair needs to be tried.

    >>> suspect("<p>Okinawaโ€™s</p>"), suspect("<p>caf&Atilde;&copy;</p>"), suspect("<p>Café “Luna” – 5 €</p>")
    (True, True, False)
    """
    return need_of(text, parsed=parsed) is Need.READING


def _looks_misread(text: str, rest: str) -> bool:
    """Whether a text may hold misread characters. `rest` is the text without ASCII."""
    if _are_few(rest, text):
        characters = frozenset(rest)
        return _few_hold_a_mark(rest, characters, text) or (_has_other_letters(characters) and _reads_as_utf_8(text))
    return _scan_finds_a_mark(text) or _reads_as_utf_8(text)


def has_marks(text: str) -> bool:
    """Whether a text holds what no sound text does, but by accident."""
    rest = beyond_ascii(text)
    if _are_few(rest, text):
        return _few_hold_a_mark(rest, frozenset(rest), text)
    return _scan_finds_a_mark(text)


def _are_few(rest: str, text: str) -> bool:
    """Whether looking for each pair that its characters could make costs less than to scan a text once."""
    if len(rest) > _LONG:
        return False
    characters = frozenset(rest)
    if len(rest) > _FEW and not characters.isdisjoint(wide_characters()):
        return False
    return len(rest) * len(_pairs_of(characters)) <= _SHARE * len(text)


def _few_hold_a_mark(rest: str, characters: frozenset[str], text: str) -> bool:
    """Whether a text has marks whose characters beyond ASCII are few: what they are says which pairs to look for."""
    if not characters.isdisjoint(alone()):
        return True
    if not characters.isdisjoint(wide_characters()) and wide_pattern().search(text):
        return True
    if "â" in characters and has_stripped(text):
        return True
    if any(pair in rest and is_marked(text, pair) for pair in _pairs_of(characters)):
        return True
    return "ธ" in characters and has_thai_marks(text)


@lru_cache(maxsize=2048)
def _pairs_of(characters: frozenset[str]) -> tuple[str, ...]:
    """The pairs that these characters could make, and that may be marks."""
    return tuple(first + second for first in characters for second in characters & seconds_of(first).every)


@lru_cache(maxsize=2048)
def _has_other_letters(characters: frozenset[str]) -> bool:
    """Whether enough letters beyond Latin ones are there to be text of another script, misread."""
    return sum(it >= FIRST_OF_OTHER_SCRIPTS and it.isalpha() for it in characters) >= _FEWEST_KINDS


def _scan_finds_a_mark(text: str) -> bool:
    if has_thai_marks(text) or has_stripped(text):
        return True
    search = scanning_pattern().findall
    start, size = 0, _FIRST_PORTION
    while start < len(text):
        pairs = {"".join(groups) for groups in set(search(text, start, start + size))}
        if "" in pairs or any(is_marked(text, pair) for pair in pairs):
            return True
        start, size = start + size, _PORTION
    return False


def _reads_as_utf_8(text: str) -> bool:
    """Whether runs beyond ASCII that follow each other are all sound UTF-8 in one encoding, at a few places of a text.

    No sound text is. This finds text in one script misread in an encoding that was made for another, which has no
    marks. Only a sample is looked at: in a page that is broken so, most of it is.
    """
    step = max(len(text) // _PLACES, _PLACE)
    return any(_reads_here(text, start) for start in range(0, len(text), step))


def _reads_here(text: str, start: int) -> bool:
    common = -1
    length = followers = 0
    for match in islice(BEYOND_ASCII.finditer(text, start, start + _PLACE), _RUNS_A_PLACE):
        run = match.group()
        common &= possible(run) and able(run)
        if not common:
            return False
        length += len(run)
        followers += 1
    return length >= _FEWEST_CHARACTERS * max(1, 3 - followers)
