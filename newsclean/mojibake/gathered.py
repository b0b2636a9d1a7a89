"""The texts of a page, gathered while the page is read a first time, which it mostly is for good."""

from __future__ import annotations

from enum import IntEnum

from newsclean.mojibake.leftovers import LEFTOVERS
from newsclean.mojibake.runs import beyond_ascii
from newsclean.mojibake.suspicion import looks_misread
from newsclean.mojibake.words import TELLING_REFERENCE


class Need(IntEnum):
    """What the texts of a page need."""

    NOTHING = 0
    TIDYING = 1  # byte order marks, line separators and characters of private use go
    READING = 2  # they may hold mojibake


class Gathered:
    """The texts of a page that may hold mojibake, each once, with the first place it stands at.

    They are a tenth of the page and are met anyway, so that looking at them costs next to nothing.

    >>> found = Gathered()
    >>> found.see("Hereโ€™s why", "/html/body/p[1]"), found.need().name
    ('Hereโ€™s why', 'READING')
    """

    def __init__(self) -> None:
        self.texts: dict[str, object] = {}

    def see(self, text: str, place: object = None) -> str:
        """Take note of a text, and hand it back."""
        self.texts.setdefault(text, place)
        return text

    def need(self) -> Need:
        """What they need, all of them together."""
        text = "\n".join(self.texts)
        if "&" in text and TELLING_REFERENCE.search(text) is not None:
            return Need.READING
        rest = beyond_ascii(text)
        if looks_misread(text, rest):
            return Need.READING
        return Need.TIDYING if LEFTOVERS.search(rest) else Need.NOTHING
