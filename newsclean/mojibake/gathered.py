"""The texts of a page, gathered while the page is read a first time, which it mostly is for good."""

from __future__ import annotations

from newsclean.mojibake.leftovers import LEFTOVERS
from newsclean.mojibake.runs import beyond_ascii
from newsclean.mojibake.suspicion import suspect


class Gathered:
    """The texts of a page that may hold mojibake, each once, with the first place it stands at.

    They are a tenth of the page and are met anyway, so that looking at them costs next to nothing.

    >>> found = Gathered()
    >>> found.see("Hereโ€™s why", "/html/body/p[1]"), found.is_suspect()
    ('Hereโ€™s why', True)
    """

    def __init__(self) -> None:
        self.texts: dict[str, object] = {}

    def see(self, text: str, place: object = None) -> str:
        """Take note of a text, and hand it back."""
        self.texts.setdefault(text, place)
        return text

    def is_suspect(self) -> bool:
        """Whether one of the texts may hold mojibake."""
        return suspect("\n".join(self.texts), parsed=True)

    def has_leftovers(self) -> bool:
        """Whether one of them holds byte order marks, line separators or characters of private use."""
        return LEFTOVERS.search(beyond_ascii("".join(self.texts))) is not None
