"""What the containers around a block are like. Blocks of one container share all but their place in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from newsclean.blocks import Block, Scope, container_of
from newsclean.features.page import ARTICLE_PROSE, Page, path_of
from newsclean.features.words import Column

_LEVELS: Final = ("scope", "parent", "grandparent", "great_grandparent")
_OF_CONTAINER: Final = ("blocks", "mass", "link_density", "prose_share", "place_in")
NAMES: Final = (
    *(f"{level}_{what}" for level in _LEVELS for what in _OF_CONTAINER),
    "in_top", "top_distance", "top_prose_share", "top_place_in", "path_prose_share", "parent_own_prose_share",
    "article_prose_share", "article_ordinal", "articles", "siblings_alike", "repeats", "in_largest_article",
)  # fmt: skip
_NONE: Final = (-1.0, -1.0, -1.0, -1.0)
_PARENT, _SIGNATURE = attrgetter("parent"), attrgetter("signature")


class _Around(NamedTuple):
    """What the blocks of one scope share."""

    densities: tuple[float, ...]  # four a level
    spans: tuple[tuple[int, int] | None, ...]  # one a level
    rest: tuple[float, ...]


class Containers:
    """The containers of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.repeats = page.repeats()
        self.spans = page.layout.spans
        self.top = page.top_container()
        scopes = page.layout.scopes
        self.articles = [scope for scope in scopes if scope.tag == "article"]
        with_prose = [scope.index for scope in self.articles if page.prose_in(scope) > ARTICLE_PROSE]
        self.ordinals = {index: ordinal for ordinal, index in enumerate(with_prose, 1)}
        self.largest = max(self.articles, key=page.prose_in, default=None)
        self.article_of = _articles_around(scopes) if self.articles else [None] * len(scopes)
        # by the identity of the parent: a page has thousands
        self.siblings = Counter(zip(map(id, map(_PARENT, scopes)), map(_SIGNATURE, scopes), strict=True))
        self.levels: dict[int, tuple[float, ...]] = {}
        self.known: dict[int, _Around] = {}

    def around(self, scope: Scope) -> _Around:
        """What blocks of `scope` share, worked out once."""
        found = self.known.get(scope.index)
        if found is None:
            densities: tuple[float, ...] = ()
            spans: list[tuple[int, int] | None] = []
            level: Scope | None = scope
            for _ in _LEVELS:
                densities += self._densities(level)
                spans.append(self.spans[level.index] if level is not None else None)
                level = level.parent if level is not None else None
            found = self.known[scope.index] = _Around(densities, tuple(spans), self._rest(scope))
        return found

    def _densities(self, scope: Scope | None) -> tuple[float, ...]:
        if scope is None:
            return _NONE
        if scope.index not in self.levels:
            self.levels[scope.index] = self.page.densities(scope)
        return self.levels[scope.index]

    def _rest(self, scope: Scope) -> tuple[float, ...]:
        page, article = self.page, self.article_of[scope.index]
        return (
            page.prose_of_path.get(path_of(scope), 0.0) / page.page_prose,
            page.prose_of_parent.get(container_of(scope), 0.0) / page.page_prose,
            page.prose_in(article) / page.page_prose if article else -1,
            self.ordinals.get(article.index, 0) if article else -1,
            len(self.articles),
            self.siblings[id(scope.parent), scope.signature],
            article is not None and article is self.largest,
        )

    def columns(self, blocks: Sequence[Block]) -> list[Column]:
        """One column a name, one number a block; -1 where there is no such container."""
        around = [self.around(block.scope) for block in blocks]
        densities = list(zip(*(one.densities for one in around), strict=True))
        found: list[Column] = []
        for level, spans in enumerate(zip(*(one.spans for one in around), strict=True)):
            found += densities[4 * level : 4 * level + 4]
            found.append([
                (block.index - span[0]) / (span[1] - span[0]) if span else -1
                for block, span in zip(blocks, spans, strict=True)
            ])
        *rest, in_largest = zip(*(one.rest for one in around), strict=True)
        repeats = [self.repeats[block.text] for block in blocks]
        return [*found, *_top(self.page, self.top, blocks), *rest, repeats, in_largest]


def _articles_around(scopes: Sequence[Scope]) -> list[Scope | None]:
    """For each scope the nearest `<article>`; parents come before their children."""
    around: list[Scope | None] = []
    for scope in scopes:
        parent = scope.parent
        around.append(scope if scope.tag == "article" else around[parent.index] if parent is not None else None)
    return around


def _top(page: Page, top: Scope | None, blocks: Sequence[Block]) -> list[Column]:
    if top is None:
        return [[number] * len(blocks) for number in (0, -1, 0, -1)]
    first, end = page.layout.spans[top.index]
    size = max(1, end - first)
    return [
        [first <= block.index < end for block in blocks],
        [block.scope.depth - top.depth if first <= block.index < end else -1 for block in blocks],
        [page.prose.over(first, end) / page.page_prose] * len(blocks),
        [(block.index - first) / size for block in blocks],
    ]
