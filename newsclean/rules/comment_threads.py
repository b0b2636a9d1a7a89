"""What readers wrote under a story: a container named for comments, or one entry of a kind after the other."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.rules.page_parts import Area, PageParts

STORY_BEFORE = 200  # mass of prose above a thread; without it the name may be that of the whole page


def comment_threads(page: PageParts) -> Iterator[Area]:
    """Containers whose class or id says "comments" (or a word for it in another language), below the story."""
    bit = hints().bit["comments"]
    body = hints().mask("body", "item_body")
    done = -1
    for scope in page.layout.scopes:
        if not scope.own & bit or scope.own & body & ~bit:
            continue
        first, end = page.layout.spans[scope.index]
        if end <= first or first < done or page.holds_headline(scope) or page.prose_before(scope) < STORY_BEFORE:
            continue
        done = end
        yield Area(first, end, Verdict(Label.COMMENTS, "comment_thread", scope.signature[:60]))
