"""The repairs of one page, collected."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.mojibake.mending import mend


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repair of a page: `before` became `after` `count` times, first at `where`."""

    before: str
    after: str
    codec: str
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

    def __init__(self, active: bool) -> None:
        self.active = active
        self._found: dict[tuple[str, str, str], tuple[int, object]] = {}

    def mend(self, text: str, where: object = None) -> str:
        """Repair a text as it stands in the page, before white space is folded. `where` is kept of the first only."""
        if not self.active or text.isascii():
            return text
        mended, steps = mend(text)
        for step in steps:
            count, first = self._found.get(step, (0, where))
            self._found[step] = (count + 1, first)
        return mended

    def repairs(self) -> tuple[Repaired, ...]:
        """What was repaired so far, each kind once, in the order of the page."""
        return tuple(Repaired(*step, count, where) for step, (count, where) in self._found.items())
