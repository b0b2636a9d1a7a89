"""What the columns of one page share: sums over its blocks, and what is known of each container."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log1p

from newsclean.blocks import Layout, Scope, container_of
from newsclean.clues import Clues
from newsclean.labels import Label
from newsclean.measures import Measures
from newsclean.sums import Sums

TEASERS = frozenset({Label.RELATED, Label.POPULAR, Label.LATEST, Label.SECTION_LIST})
FURTHEST = 60  # blocks: prose further away is as good as none
ARTICLE_PROSE = 200  # mass of prose that makes an `<article>` one of several stories, and no teaser


class Page:
    """The sums and look-ups of one page.

    Args:
        layout: the page.
        measures: of every block of the layout, in order.
        clues: what the metadata says of the story.
    """

    def __init__(self, layout: Layout, measures: Sequence[Measures], clues: Clues) -> None:
        self.layout, self.measures, self.clues = layout, measures, clues
        blocks = layout.blocks
        pairs = zip(measures, blocks, strict=True)
        self.prose_mass = [m.plain_mass if m.is_prose and not b.hidden else 0.0 for m, b in pairs]
        self.mass = Sums(m.mass for m in measures)
        self.link_mass = Sums(m.mass - m.plain_mass for m in measures)
        self.prose = Sums(self.prose_mass)
        self.links = Sums(float(m.is_link) for m in measures)
        self.texts = [b.index for b in blocks if b.text]
        self.rank = {i: k for k, i in enumerate(self.texts)}
        self.page_prose = self.prose.total or 1.0
        self.prose_of_path, self.prose_of_parent = self._prose_by_place()

    def base_depth(self) -> int:
        """The depth of the innermost element around all text: wrappers around the page change nothing."""
        if not self.texts:
            return 0
        last = self.texts[-1]
        scope = self.layout.blocks[self.texts[0]].scope
        while scope.parent is not None and self.layout.spans[scope.index][1] <= last:
            scope = scope.parent
        return scope.depth

    def _prose_by_place(self) -> tuple[dict[str, float], dict[int, float]]:
        by_path: dict[str, float] = defaultdict(float)
        by_parent: dict[int, float] = defaultdict(float)
        for block, prose in zip(self.layout.blocks, self.prose_mass, strict=True):
            if prose:
                by_path[path_of(block.scope)] += prose
                by_parent[container_of(block.scope)] += prose
        return by_path, by_parent

    def top_container(self) -> Scope | None:
        """The container that holds the most prose near its surface: each level further up counts half."""
        scores: dict[int, float] = defaultdict(float)
        for block, prose in zip(self.layout.blocks, self.prose_mass, strict=True):
            if not prose:
                continue
            scope, weight = block.scope.parent, 1.0
            if block.scope.tag != "p" and block.scope.tag != "li":
                scope = block.scope
            for _ in range(4):
                if scope is None:
                    break
                scores[scope.index] += prose * weight
                scope, weight = scope.parent, weight * 0.5
        if not scores:
            return None
        return self.layout.scopes[max(scores, key=lambda i: (scores[i], -i))]

    def prose_in(self, scope: Scope) -> float:
        """The mass of prose in a container."""
        return self.prose.over(*self.layout.spans[scope.index])

    def densities(self, scope: Scope) -> tuple[float, float, float, float]:
        """Of a container: blocks, logarithm of its mass, link density, and share of the page's prose."""
        first, end = self.layout.spans[scope.index]
        mass = self.mass.over(first, end)
        return (
            end - first, log1p(mass), self.link_mass.over(first, end) / (mass or 1.0),
            self.prose.over(first, end) / self.page_prose,
        )  # fmt: skip

    def chrome_headings(self) -> tuple[list[int], list[bool]]:
        """For each block its box heading, the last above it in its container: index or -1, and whether of teasers."""
        at: list[int] = []
        of_teasers: list[bool] = []
        current, end, teasers = -1, 0, False
        spans = self.layout.spans
        for block, measure in zip(self.layout.blocks, self.measures, strict=True):
            if block.index >= end:
                current = -1
            if measure.whole is not None:
                scope = block.scope.parent or block.scope
                if spans[scope.index][1] <= block.index + 1 and scope.parent is not None:
                    scope = scope.parent
                current, end = block.index, spans[scope.index][1]
                teasers = measure.whole in TEASERS
            at.append(current)
            of_teasers.append(teasers)
        return at, of_teasers

    def prose_distances(self) -> tuple[dict[int, int], dict[int, int]]:
        """For each text block how many text blocks above, and below it, the nearest prose stands."""
        since: dict[int, int] = {}
        until: dict[int, int] = {}
        for order, distances in ((self.texts, since), (self.texts[::-1], until)):
            last = None
            for step, i in enumerate(order):
                distances[i] = min(step - last, FURTHEST) if last is not None else FURTHEST
                if self.prose_mass[i]:
                    last = step
        return since, until

    def repeats(self) -> Counter[str]:
        """How often each text stands on the page."""
        return Counter(block.text for block in self.layout.blocks if block.text)


def path_of(scope: Scope) -> str:
    """The template that made the scope: its tag under its parent's tag and classes."""
    return f"{scope.parent.signature if scope.parent else ''}/{scope.tag}"
