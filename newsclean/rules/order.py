"""Rules in the order they are asked, each with the traits a block must have for it to say anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from newsclean.blocks import Block
from newsclean.labels import Verdict
from newsclean.rules.view import View

Judge = Callable[[View, Block], Verdict | None]


class Rule(NamedTuple):
    """A rule, and the bits of `newsclean.rules.traits` without which it need not be asked."""

    judge: Judge
    needs: int


class Order:
    """An ordered list of rules.

    >>> from newsclean.rules import CERTAIN
    >>> [rule.judge.__name__ for rule in CERTAIN][:2]
    ['headline', 'byline']
    """

    def __init__(self, *rules: Rule) -> None:
        self._rules = rules
        self._needed = reduce(or_, (rule.needs for rule in rules), 0)
        self._by_traits = lru_cache(maxsize=4096)(self._judges)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules)

    def worth_asking(self, traits: int) -> tuple[Judge, ...]:
        """The rules that may say something about a block with these traits, in order."""
        return self._by_traits(traits & self._needed)

    def _judges(self, traits: int) -> tuple[Judge, ...]:
        return tuple(rule.judge for rule in self._rules if rule.needs & traits == rule.needs)
