"""Sums over runs of blocks, so that any container's share of links or prose costs two look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat


class Sums:
    """Prefix sums of one number a block.

    >>> lengths = Sums([10, 20, 30])
    >>> lengths.over(1, 3), lengths.total
    (50, 60)
    """

    __slots__ = ("totals",)

    def __init__(self, numbers: Iterable[float]) -> None:
        self.totals: Sequence[float] = list(accumulate(numbers, initial=0))  # before each block; at last of all

    def over(self, first: int, end: int) -> float:
        """The sum of blocks `first` up to, not including, `end`; both within the page."""
        return self.totals[end] - self.totals[first]

    def padded(self, reach: int) -> Sequence[float]:
        """The sums before each block, as if `reach` blocks of nothing stood at either end of the page."""
        return [*repeat(0, reach), *self.totals, *repeat(self.totals[-1], reach)]

    @property
    def total(self) -> float:
        """The sum over the whole page."""
        return self.totals[-1]
