"""What readers wrote under a story: a container named for comments, or one entry of a kind after the other."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.blocks import Scope
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.rules.page_parts import Area, PageParts

STORY_BEFORE = 200  # mass of prose above a thread; without it the name may be that of the whole page
A_FEW_WORDS = 400  # mass of a container so small that its name alone will do
ENTRIES = 3  # alike, one after the other, that make a thread
SHORT = 80  # mass of an entry's head (name and time) and of what can be pressed below it
LARGEST_ENTRY = 60  # blocks
OF_ITS_OWN = 150  # mass of prose beside the entries that a thread's container may hold


def comment_threads(page: PageParts) -> Iterator[Area]:
    """Threads below the story, by name and by shape."""
    done = -1
    comments = hints().bit["comments"]
    for scope, (first, end) in zip(page.layout.scopes, page.layout.spans, strict=True):
        if end <= first or first < done:
            continue
        if scope.own & comments and _is_named(page, scope):
            done = end
            yield Area(first, end, Verdict(Label.COMMENTS, "comment_thread", scope.signature[:60]))
        elif end - first >= ENTRIES and scope.tag in ("ul", "ol", "div", "section") and _is_shaped(page, scope):
            first, end = page.layout.spans[_widened(page, scope).index]
            done = end
            yield Area(first, end, Verdict(Label.COMMENTS, "entries_alike", scope.signature[:60]))


def _is_named(page: PageParts, scope: Scope) -> bool:
    """Whether the name of a container that is named for comments is to be believed."""
    if scope.own & hints().bit["item_body"] or page.holds_headline(scope):
        return False
    return page.prose_before(scope) >= STORY_BEFORE or page.mass_in(scope) <= A_FEW_WORDS


def _is_shaped(page: PageParts, scope: Scope) -> bool:
    """Whether a container's parts are entries: a name and a time, prose, and something to press."""
    if page.prose_in(scope) < STORY_BEFORE or page.prose_before(scope) < STORY_BEFORE or page.holds_headline(scope):
        return False
    entries = [part for part in page.parts_of(scope) if page.mass_in(part) > SHORT]
    if len(entries) < ENTRIES or len({part.signature for part in entries}) > 2:
        return False
    return sum(_is_entry(page, part) for part in entries) * 5 >= 4 * len(entries)


def _is_entry(page: PageParts, scope: Scope) -> bool:
    first, end = page.layout.spans[scope.index]
    if end - first > 2 * LARGEST_ENTRY:
        return False
    shown = [i for i in range(first, end) if page.layout.blocks[i].text]
    if not 3 <= len(shown) <= LARGEST_ENTRY or any(page.layout.blocks[i].level for i in shown):
        return False
    head, last = page.measures[shown[0]], page.measures[shown[-1]]
    timed = head.digits > 0 or any(page.layout.blocks[i].time for i in shown[:3])
    pressed = last.mass <= SHORT and (last.link_density > 0.5 or page.layout.blocks[shown[-1]].control_chars > 0)
    return timed and pressed and head.mass <= SHORT and not head.ends_sentence and page.prose_in(scope) > 0


def _widened(page: PageParts, thread: Scope) -> Scope:
    """The thread with its heading and its form: the container around it that holds no other prose."""
    scope = thread
    own = page.prose_in(thread)
    while scope.parent is not None and scope.parent.tag != "body" and not page.holds_headline(scope.parent):
        if page.prose_in(scope.parent) - own > OF_ITS_OWN:
            break
        scope = scope.parent
    return scope
