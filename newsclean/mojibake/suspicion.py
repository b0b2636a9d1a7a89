"""The gate before the repair: may a text hold mojibake at all? Only one page in seventy does, so this must be fast."""

from __future__ import annotations

import re
from itertools import islice

from newsclean.mojibake.marks import mark_pattern, misread_pairs
from newsclean.mojibake.readers import able, possible
from newsclean.mojibake.runs import BEYOND_ASCII, beyond_ascii
from newsclean.mojibake.words import REFERENCE

_PLACES = 4  # of a text, where runs beyond ASCII are looked at
_PLACE = 400  # characters of each
_RUNS_A_PLACE = 6
_FEWEST_CHARACTERS = 6
_PORTION = 100_000  # characters that are looked at before what they hold is judged
_FEW = 4  # of a text in Latin letters, at most one character in so many is beyond ASCII

# Character references are ASCII: "&acirc;&euro;&trade;", "&#195;&copy;", and "&#3650;&euro;&trade;" for Thai.
_REFERENCES = re.compile(
    r"&(?:[aA]circ|Atilde|#0*(?:226|19[45])|#[xX]0*(?:[eE]2|[cC][23]));[&\x80-\U0010ffff]"
    r"|&amp;(?:#(?:[0-9]{2,7}|[xX][0-9a-fA-F]{2,6})|[lr][sd]quo|[mn]dash|hellip|[a-zA-Z](?:acute|grave|circ|uml|tilde));"
    r"|&(?:euro|#8364|#[xX]20[aA][cC]);(?!&(?:nbsp|#160);)[&\xc0-\U0010ffff]"
)


def suspect(text: str, *, parsed: bool = False) -> bool:
    """Whether a text, or the source of a page, may hold mojibake. False means that no repair needs to be tried.

    `parsed` texts come from HTML, where each reference that is left was escaped twice.

    >>> suspect("<p>Okinawaโ€™s</p>"), suspect("<p>caf&Atilde;&copy;</p>"), suspect("<p>Café “Luna” – 5 €</p>")
    (True, True, False)
    """
    if "&" in text and (REFERENCE if parsed else _REFERENCES).search(text) is not None:
        return True
    return not text.isascii() and (has_marks(text) or _reads_as_utf_8(text))


def has_marks(text: str) -> bool:
    """Whether a text holds what no sound text does, but by accident.

    Dropping ASCII in C is the quicker way to the few characters that matter, but brings together what was apart.
    """
    rest = beyond_ascii(text)
    if len(rest) * _FEW < len(text) and not _holds_a_mark(rest, in_context=False):
        return False
    return _holds_a_mark(text, in_context=True)


def _holds_a_mark(text: str, *, in_context: bool) -> bool:
    search = mark_pattern(in_context=in_context).findall
    for start in range(0, len(text), _PORTION):
        found = set(search(text, start, start + _PORTION))
        if "" in found or not found.isdisjoint(misread_pairs()):
            return True
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
