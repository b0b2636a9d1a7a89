"""Whole stories below the first, as endless pages load them: each in a container of the same make."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.blocks import Scope
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.rules.page_parts import Area, PageParts

LEAST = 150  # mass of prose that makes a container a story rather than a teaser


def other_stories(page: PageParts) -> Iterator[Area]:
    """Siblings of the container of the headline and its prose, made alike, each with a headline of the same rank."""
    head = page.clues.headline_block
    if head is None or not page.layout.blocks[head].level:
        return
    story = _container(page, page.layout.blocks[head].scope)
    if story is None:
        return
    level = page.layout.blocks[head].level
    for scope in page.layout.scopes[story.index + 1 :]:
        if scope.depth < story.depth:
            return
        if scope.parent is not story.parent or scope.signature != story.signature:
            continue
        first, end = page.layout.spans[scope.index]
        if any(page.layout.blocks[i].level == level for i in range(first, end)) and page.prose_in(scope) >= LEAST:
            yield Area(first, end, Verdict(Label.OTHER, "another_story", scope.signature[:60]))


def _container(page: PageParts, scope: Scope) -> Scope | None:
    """The smallest `<article>`, or container named for a story, around the headline that holds prose too."""
    wanted = hints().mask("article", "story")
    found: Scope | None = scope
    while found is not None and (not found.own & wanted or page.prose_in(found) < LEAST):
        found = found.parent
    return found
