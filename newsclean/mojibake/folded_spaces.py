"""Characters whose second byte showed as a no-break space, which was folded into a space: "Ã la carte", "namedÂ “…".

Such a lead byte alone proves nothing; it is read where the line or the page was misread in its encoding for sure. So
are words of one letter that show in the letters of another script: "├а" of ibm866 is "à".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cache
from typing import NamedTuple

from newsclean.mojibake.tables import codecs, facts, forms
from newsclean.mojibake.words import Proposals

_SENTENCE_END = frozenset(".!?:\n")
_NO_BREAK_SPACE = "\u00a0"
_AFTER_NO_SPACE = frozenset(".,)")  # signs that no language sets a space before
_LAST_OF_LATIN_1 = "\u00ff"


class _Lead(NamedTuple):
    """What shows for a lead byte, in an encoding; `own` are first and last letter of the encoding's own script."""

    name: str
    space: str  # of U+00A0
    grave: str  # of "à"
    caron: str  # of "Š"
    own: tuple[int, int] | None
    words: dict[str, str]  # of one letter, where the encoding has a script of its own: how they show -> what they are


def by_folded_spaces(words: list[str], given: list[str], on_line: Set[str], on_page: Set[str]) -> Proposals:
    """Place in `words` -> what stood there and the encoding, of those with a lead byte before a space.

    A lone "Ã" is the "à" of French; "Ã s" is Portuguese "às"; "cittÃ  e" is Italian "città e". The encodings are those
    that are proven; for "Å veices", which is a word of Danish and another one, on the same line. `given` are the words
    of the line as they were.
    """
    keeps_controls = max("".join(given), default="") > _LAST_OF_LATIN_1  # "groÃ" has not lost the rest of its "ß"
    found: Proposals = {}
    for lead in filter(None, map(_lead_of, sorted(on_line | on_page))):
        if lead.own and _holds_letters(words, lead):
            continue  # a text in that script: a letter is what it seems
        for place, word in enumerate(words):
            gap = "".join(words[place + 1 : place + 2])
            if lead.name in on_line and word in lead.words and _is_alone(words, place):
                found[place] = (lead.words[word], lead.name)
            elif _ends_in_grave(word, gap, lead, keeps_controls and lead.name in on_line):
                found[place] = (word[: -len(lead.grave)] + "à", lead.name)
                if gap[1:2] == " " or gap[1:2] in _AFTER_NO_SPACE:
                    found[place + 1] = (gap[1:], lead.name)
            elif not gap.startswith(" "):
                continue
            elif word == lead.grave and _is_grave(words, place, is_sure=lead.name in on_line and not lead.own):
                found[place] = ("à", lead.name)
                if gap == " " and _is_portuguese(words, place):
                    found[place + 1] = ("", lead.name)
            elif word == lead.caron and gap == " " and lead.name in on_line and not lead.own:
                if words[place + 2][:1].islower():
                    found |= {place: ("Š", lead.name), place + 1: ("", lead.name)}
            elif word.endswith(lead.space) and not lead.own and word[:-1].isascii() and not word[:-1].isupper():
                found[place] = (word[: -len(lead.space)] + _NO_BREAK_SPACE, lead.name)
                found[place + 1] = (gap[1:], lead.name)
    return found


def _holds_letters(words: Iterable[str], lead: _Lead) -> bool:
    first, last = lead.own or (0, 0)
    others = (word for word in words if word != lead.grave and word not in lead.words)
    return any(first <= ord(it) <= last for word in others for it in word)


def lacks_an_end(word: str, names: Iterable[str]) -> bool:
    """Whether a word ends in the first half of a small letter, misread in one of these encodings: "groÃ", "Ã".

    >>> lacks_an_end("groÃ", ["windows-1252"]), lacks_an_end("IRMÃ", ["windows-1252"])
    (True, False)
    """
    leads = filter(None, map(_lead_of, names))
    return any(_stem_of(word, lead) is not None for lead in leads)


def _stem_of(word: str, lead: _Lead) -> str | None:
    """What stands before the first half of a small letter at a word's end; None where the word has none there."""
    if lead.own or not word.endswith(lead.grave):
        return None
    stem = word[: -len(lead.grave)]
    return stem if not stem or stem[-1].islower() else None


def _ends_in_grave(word: str, gap: str, lead: _Lead, is_sure: bool) -> bool:
    """Whether a word ends in "à", whose second half is one of the two spaces behind it, or of those that were cut off.

    A single space may be the gap itself, and then the half was another that is lost: that asks for more evidence.
    """
    stem = _stem_of(word, lead)
    if stem is None or gap[:1] not in ("", " "):
        return False
    return gap[1:2] == " " or gap[1:2] in _AFTER_NO_SPACE or (is_sure and stem != "")


def _is_alone(words: list[str], place: int) -> bool:
    """Whether a word stands between spaces."""
    before, behind = "".join(words[max(place - 1, 0) : place]), "".join(words[place + 1 : place + 2])
    return before[-1:] in ("", " ") and behind[:1] in ("", " ")


def _is_grave(words: list[str], place: int, is_sure: bool) -> bool:
    """Whether "à" may stand here: a word by itself within a sentence, which begins with "À" or "É", that show alike.

    Before a capital it may be the initial of a name, but hardly behind a word of small letters.
    """
    before = words[place - 1] if place > 1 else "."
    if before[-1:] not in " '\n" or not _SENTENCE_END.isdisjoint(before):
        return False
    return not "".join(words[place + 2 : place + 3])[:1].isupper() or (is_sure and words[place - 2][:1].islower())


def _is_portuguese(words: list[str], place: int) -> bool:
    """Whether "à" and the next word are one; "à s'éloigner" is French."""
    return "".join(words[place + 2 : place + 3]) in facts()["after_grave"] and words[place + 3 : place + 4] != ["'"]


@cache
def _lead_of(name: str) -> _Lead | None:
    encoding = "windows-1252" if name == "iso-8859-1" else name
    scripts = {"windows-1252": None} | {codec.name: codec.script for codec in codecs()}
    if encoding not in scripts:
        return None
    space, grave, caron = (forms(encoding)[0][byte] for byte in (0xC2, 0xC3, 0xC5))
    if not (space and grave and caron):
        return None
    own = scripts[encoding]
    return _Lead(name, space, grave, caron, own, dict(_words_of_one_letter(encoding)) if own else {})


def _words_of_one_letter(encoding: str) -> Iterator[tuple[str, str]]:
    for letter in facts()["words_of_one_letter"]:
        for shown in forms(encoding):
            those = [shown[byte] for byte in letter.encode()]
            if None not in those:
                yield "".join(filter(None, those)), letter
