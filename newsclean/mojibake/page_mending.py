"""The repairs of one page: its texts are evidence for each other, and what was done is collected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsclean.mojibake.evidence import NONE, Evidence, sound_words
from newsclean.mojibake.home_script import not_at_home
from newsclean.mojibake.line_mending import Mended, mend, read_together, tidy
from newsclean.mojibake.line_reading import may_be_read
from newsclean.mojibake.suspicion import suspect

_PROVING = ("line", "sign")  # tiers that prove an encoding for the rest of the page


@dataclass(frozen=True, slots=True)
class PageRepair:
    """A repair of a page: `before` became `after` `count` times, first at `where`."""

    before: str
    after: str
    codec: str
    tier: str
    count: int
    where: object


class Mender:
    """Repairs the texts of one page and counts what it did. Not active, it hands every text back at once.

    >>> mender = Mender(True)
    >>> mender.mend("Hereโ€™s why", "/html/body/p[1]"), mender.mend("And hereโ€™s how", "/html/body/p[2]")
    ('Here’s why', 'And here’s how')
    >>> [(repair.before, repair.count, repair.where) for repair in mender.repairs()]
    [('Hereโ€™s', 1, '/html/body/p[1]'), ('hereโ€™s', 1, '/html/body/p[2]')]
    """

    def __init__(self, active: bool, texts: Iterable[str] = (), *, reading: bool = True) -> None:
        """Make one for a page.

        Args:
            active: whether to do anything.
            texts: those of the page, as evidence for each other.
            reading: look for mojibake; else only for controls and the like.
        """
        self.active = active
        self.reading = reading
        self._known, self._evidence = mend_together(texts) if active and reading else ({}, NONE)
        self._found: dict[tuple[str, str, str, str], tuple[int, object]] = {}
        self._unrepaired: dict[str, None] = {}

    def mend(self, text: str, where: object = None) -> str:
        """Repair a text as it stands in the page, before white space is folded. `where` is kept of the first only."""
        if not self.active or (text.isascii() and "&" not in text):
            return text
        return self._told((self._known.get(text) or mend(text, self._evidence)) if self.reading else tidy(text), where)

    def mend_other(self, text: str) -> str:
        """Repair a text that is not among those of the page, may be HTML, and was not looked at."""
        if text.isascii() and "&" not in text:
            return text
        return self._told(mend(text, self._evidence, parsed=False) if suspect(text) else tidy(text), None)

    def repairs(self) -> tuple[PageRepair, ...]:
        """What was repaired so far, each kind once, in the order of the page."""
        return tuple(PageRepair(*step, count, where) for step, (count, where) in self._found.items())

    def unrepaired(self) -> tuple[str, ...]:
        """The words that are broken and could not be decided, each once."""
        return tuple(self._unrepaired)

    def _told(self, mended: Mended, where: object) -> str:
        for step in mended.steps:
            count, first = self._found.get(step[:4], (0, where))
            self._found[step[:4]] = (count + 1, first)
        self._unrepaired.update(dict.fromkeys(mended.unrepaired))
        return mended.text


def mend_together(texts: Iterable[str], *, parsed: bool = True) -> tuple[dict[str, Mended], Evidence]:
    """Mend the texts of a page: each by itself, then, where something is left, by what the others prove.

    >>> mended, evidence = mend_together(["Hereโ€™s why", "In the café"])
    >>> sorted(evidence.codecs), mended["Hereโ€™s why"].text
    (['windows-874'], 'Here’s why')
    """
    given = dict.fromkeys(text for text in texts if not text.isascii() or "&" in text)
    broken = {text for text in given if suspect(text, parsed=parsed)}
    known = read_together(text for text in given if text in broken and "&" not in text)
    mended = {text: mend(text, known=known, parsed=parsed) if text in broken else tidy(text) for text in given}
    evidence = _proven(mended)
    if evidence != NONE:
        for text, first in mended.items():
            if first.unrepaired or may_be_read(first.text, evidence.codecs):
                mended[text] = mend(text, evidence, parsed=parsed)
    return mended, evidence


def _proven(mended: Mapping[str, Mended]) -> Evidence:
    """The encodings that texts were misread in, and their sound words if a broken word is left to compare with."""
    named = {step.codec for each in mended.values() for step in each.steps if step.tier in _PROVING}
    proven = {"windows-1252" if name == "iso-8859-1" else name for name in named}
    codecs = not_at_home(proven, ((text, each.text) for text, each in mended.items()))
    broken = frozenset(word for each in mended.values() for word in each.unrepaired)
    return Evidence(codecs, sound_words((each.text for each in mended.values()), broken) if broken else frozenset())
