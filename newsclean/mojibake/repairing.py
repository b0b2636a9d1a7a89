"""`newsclean.repair`: mojibake in a text that somebody has already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from newsclean.article import Repair
from newsclean.errors import WrongInput
from newsclean.mojibake.line_mending import Mended, tidy
from newsclean.mojibake.page_mending import mend_together
from newsclean.mojibake.suspicion import Need, need_of

# Not what splitlines cuts at: U+0085 is a byte of misread characters.
_LINE_END = re.compile("([\n\u2028\u2029])")


@dataclass(frozen=True, slots=True)
class Repaired:
    """The repaired text; each repair once with its count and places; and what is broken but could not be decided."""

    text: str
    repairs: tuple[Repair, ...] = ()
    unrepaired: tuple[str, ...] = ()

    def undone(self) -> str:
        """The text as it was before.

        >>> repair("Okinawaโ€™s pier").undone()
        'Okinawaโ€™s pier'
        """
        places = sorted((at, each.before, each.after) for each in self.repairs for at in each.at)
        pieces = []
        position = 0
        for at, before, after in places:
            pieces += [self.text[position:at], before]
            position = at + len(after)
        return "".join(pieces) + self.text[position:]


def repair(text: str) -> Repaired:
    """Repair mojibake in a text, line by line. Sound text stays as it is; what no author writes (controls, byte order
    marks, private use) is taken out, line and paragraph separators become line ends, and all of it is told.

    Raises:
        WrongInput: for bytes, and whatever else is no str.

    >>> repair("Okinawaโ€™s").text
    'Okinawa’s'
    """
    return repair_all([text])[0]


def repair_all(texts: Iterable[str]) -> list[Repaired]:
    """Repair the texts of one page, which are evidence for each other.

    An encoding that one text was surely misread in is believed for less in the others; and a word that lost a byte is
    restored where another text has a clean copy of it.

    Raises:
        WrongInput: one of the texts is no str, or `texts` is one text.

    >>> [each.text for each in repair_all(["Señora Lorca’s café", "the caf�", "don鈥檛", "漏 2031"])]
    ['Señora Lorca’s café', 'the café', 'don’t', '© 2031']
    """
    if isinstance(texts, str | bytes | bytearray | memoryview) or not isinstance(texts, Iterable):
        raise WrongInput(f"repair_all() takes several texts, not one {type(texts).__name__}; repair() takes one.")
    given = list(texts)
    for text in given:
        _refuse_what_is_no_text(text)
    needs = list(map(need_of, given))
    if Need.READING not in needs:
        return [
            _repaired([tidy(line) for line in _LINE_END.split(text)]) if need else Repaired(text)
            for text, need in zip(given, needs, strict=True)
        ]
    lines = [_LINE_END.split(text) for text in given]
    mended, _ = mend_together((line for page in lines for line in page), parsed=False)
    return [_repaired([mended.get(line) or tidy(line) for line in page]) for page in lines]


def _refuse_what_is_no_text(text: object) -> None:
    if isinstance(text, bytes | bytearray | memoryview):
        raise WrongInput("repair() takes text. Decode the bytes, or give the page's bytes to extract(), which does.")
    if not isinstance(text, str):
        raise WrongInput(f"repair() takes a str, not {type(text).__name__}.")


def _repaired(lines: list[Mended]) -> Repaired:
    """The lines and their ends in one; a line end of Unicode was made one of all programs."""
    places: dict[tuple[str, str, str, str], list[int]] = {}
    start = 0
    for line in lines:
        for step in line.steps:
            places.setdefault(step[:4], []).append(start + step.at)
        start += len(line.text)
    repairs = (
        Repair(before=before, after=after, codec=codec, tier=tier, count=len(at), at=tuple(at))
        for (before, after, codec, tier), at in places.items()
    )
    unrepaired = dict.fromkeys(word for line in lines for word in line.unrepaired)
    return Repaired("".join(line.text for line in lines), tuple(repairs), tuple(unrepaired))
