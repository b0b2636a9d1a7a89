"""Sums over runs of blocks, so that any container's share of links or prose costs two look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate


class Sums:
    """Prefix sums of one number a block.

    >>> lengths = Sums([10, 20, 30])
    >>> lengths.over(1, 3), lengths.total
    (50, 60)
    """

    __slots__ = ("_totals",)

    def __init__(self, numbers: Iterable[float]) -> None:
        self._totals: Sequence[float] = list(accumulate(numbers, initial=0))

    def over(self, first: int, end: int) -> float:
        """The sum of blocks `first` up to, not including, `end`; both within the page."""
        return self._totals[end] - self._totals[first]

    def near(self, first: int, end: int) -> float:
        """The same where the run may reach over the ends of the page."""
        totals = self._totals
        last = len(totals) - 1
        return totals[min(max(end, 0), last)] - totals[min(max(first, 0), last)]

    @property
    def total(self) -> float:
        """The sum over the whole page."""
        return self._totals[-1]
