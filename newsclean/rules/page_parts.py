"""A page as containers, for the rules that judge whole containers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple, Self

from newsclean.blocks import Layout, Scope
from newsclean.clues import Clues
from newsclean.labels import Verdict
from newsclean.measures import Measures
from newsclean.sums import Sums


class Area(NamedTuple):
    """A run of blocks, from `first` up to and without `end`, that one rule has judged."""

    first: int
    end: int
    verdict: Verdict


class PageParts(NamedTuple):
    """The layout, and how much prose lies where. `prose` sums the mass of prose outside links."""

    layout: Layout
    measures: Sequence[Measures]
    clues: Clues
    prose: Sums
    mass: Sums
    children: Callable[[], Mapping[int, Sequence[Scope]]]  # of each container that has some, by index; few pages ask

    @classmethod
    def of(cls, layout: Layout, measures: Sequence[Measures], clues: Clues) -> Self:
        """Add the page's prose up once, so that each container costs two look-ups."""
        prose = Sums([m.plain_mass if m.is_prose else 0.0 for m in measures])
        children = cache(partial(_by_parent, layout.scopes))
        return cls(layout, measures, clues, prose, Sums([m.mass for m in measures]), children)

    def parts_of(self, scope: Scope) -> Sequence[Scope]:
        """The containers right inside a container."""
        return self.children().get(scope.index, ())

    def prose_in(self, scope: Scope) -> float:
        """The mass of prose in a container."""
        return self.prose.over(*self.layout.spans[scope.index])

    def mass_in(self, scope: Scope) -> float:
        """The mass of all text in a container."""
        return self.mass.over(*self.layout.spans[scope.index])

    def prose_before(self, scope: Scope) -> float:
        """The mass of prose between the headline, or the top of the page, and a container."""
        return self.prose.over(self.clues.headline_block or 0, max(self.layout.spans[scope.index][0], 0))

    def holds_headline(self, scope: Scope) -> bool:
        """Whether a container holds the block that shows the headline."""
        first, end = self.layout.spans[scope.index]
        head = self.clues.headline_block
        return head is not None and first <= head < end


def _by_parent(scopes: Sequence[Scope]) -> Mapping[int, Sequence[Scope]]:
    children: dict[int, list[Scope]] = {}
    for scope in scopes:
        if scope.parent is not None:
            children.setdefault(scope.parent.index, []).append(scope)
    return children
