"""Characters whose second byte showed as a no-break space, which was folded into a space: "Ã la carte", "namedÂ “…".

Such a lead byte alone proves nothing; it is read where the line or the page was misread in its encoding for sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import cache
from typing import NamedTuple

from newsclean.charsets import is_single_byte
from newsclean.mojibake.tables import codecs, facts, forms

Proposals = dict[int, tuple[str, str]]

_NO_BREAK_SPACE = "\u00a0"


class _Lead(NamedTuple):
    """What shows for a lead byte, in an encoding; `own` are first and last letter of the encoding's own script."""

    name: str
    space: str  # of U+00A0
    grave: str  # of "à"
    own: tuple[int, int] | None


def by_folded_spaces(words: list[str], names: Set[str]) -> Proposals:
    """Place in `words` -> what stood there and the encoding, of those with a lead byte before a space.

    A lone "Ã" is the "à" of French; "Ã s" is Portuguese "às". `names` are the encodings that are proven.
    """
    found: Proposals = {}
    for lead in filter(None, map(_lead_of, sorted(names))):
        if lead.own and _holds_letters(words, lead):
            continue  # a text in that script: a letter is what it seems
        for place, word in enumerate(words):
            gap = "".join(words[place + 1 : place + 2])
            if not gap.startswith(" "):
                continue
            if word == lead.grave and _is_grave(words, place):
                found[place] = ("à", lead.name)
                if gap == " " and _is_portuguese(words, place):
                    found[place + 1] = ("", lead.name)
            elif word.endswith(lead.space) and not lead.own and word[:-1].isascii() and not word[:-1].isupper():
                found[place] = (word[: -len(lead.space)] + _NO_BREAK_SPACE, lead.name)
                found[place + 1] = (gap[1:], lead.name)
    return found


def _holds_letters(words: Iterable[str], lead: _Lead) -> bool:
    first, last = lead.own or (0, 0)
    return any(first <= ord(it) <= last for word in words if word != lead.grave for it in word)


def _is_grave(words: list[str], place: int) -> bool:
    """Whether "à" may stand here: a word by itself, and not before a capital, which may follow the initial of a name."""
    return (place < 2 or words[place - 1][-1:] in " '\n") and not "".join(words[place + 2 : place + 3])[:1].isupper()


def _is_portuguese(words: list[str], place: int) -> bool:
    """Whether "à" and the next word are one; "à s'éloigner" is French."""
    return "".join(words[place + 2 : place + 3]) in facts()["after_grave"] and words[place + 3 : place + 4] != ["'"]


@cache
def _lead_of(name: str) -> _Lead | None:
    if not is_single_byte("windows-1252" if name == "iso-8859-1" else name):
        return None
    shown = forms("windows-1252" if name == "iso-8859-1" else name)[0]
    script = next((codec.script for codec in codecs() if codec.name == name), None)
    return _Lead(name, shown[0xC2] or "", shown[0xC3] or "", script) if shown[0xC2] and shown[0xC3] else None
