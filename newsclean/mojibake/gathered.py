"""The texts of a page, gathered while the page is read a first time, which it mostly is for good."""

from __future__ import annotations

from newsclean.mojibake.suspicion import Need, need_of


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
        return need_of("\n".join(self.texts), parsed=True)
