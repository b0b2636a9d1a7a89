"""Short parts that the fitted model leaves out in the middle of a story: sub-headings, list items, short lines."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.blocks import Block, Scope, Shape, enclosing
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.rules.sub_headings import heads_prose
from newsclean.rules.view import View

LONGEST_HEADING = 120  # mass
LINKED = 0.3
SHORTEST_SENTENCE = 20  # mass
NEAR = 8  # blocks around a paragraph in which its kin is looked for


def sub_heading(view: View, block: Block) -> Verdict | None:
    """A heading with a block of the story right below it, in a container that holds more of the story above it."""
    measure = view.measures[block.index]
    if block.shape is not Shape.HEADING or block.index in view.story or measure.mass > LONGEST_HEADING:
        return None
    if measure.link_density > LINKED or block.hidden:
        return None
    if (measure.starts is not None or measure.whole is not None) and not heads_prose(view, block):
        return None
    below = next((b for b in view.layout.blocks[block.index + 1 : block.index + 4] if b.text), None)
    if below is None or below.index not in view.story or below.shape is Shape.HEADING:
        return None
    holder = block.scope.parent
    if holder is None or not _runs_around(view, holder, block.index, block.index):
        return None
    return Verdict(Label.MAIN, "sub_heading", block.text[:60])


def opening_heading(view: View, block: Block) -> Verdict | None:
    """A heading right above the first block of the story, in one container with it: "What we know so far"."""
    head, measure = view.clues.headline_block, view.measures[block.index]
    if head is None or not head < block.index < view.first or block.level < 2 or block.scope.parent is None:
        return None
    if measure.link_density > LINKED or measure.starts is not None or measure.whole is not None or block.hidden:
        return None
    first, end = view.layout.spans[block.scope.parent.index]
    between = view.layout.blocks[block.index + 1 : view.first]
    if view.first >= end or first <= head or any(other.text for other in between) or measure.mass > LONGEST_HEADING:
        return None
    return Verdict(Label.MAIN, "opening_heading", block.text[:60])


def list_item(view: View, block: Block) -> Verdict | None:
    """An item of a list most of which is story."""
    measure = view.measures[block.index]
    holder = block.scope.parent
    if block.shape is not Shape.LIST_ITEM or block.index in view.story or block.scope.tag != "li" or holder is None:
        return None
    if measure.link_density > LINKED or measure.starts is not None or measure.whole is not None or block.hidden:
        return None
    first, end = view.layout.spans[holder.index]
    if view.story_counts.over(first, end) * 2 < end - first:
        return None
    return Verdict(Label.MAIN, "in_story_list", block.text[:60])


def paragraph(view: View, block: Block) -> Verdict | None:
    """A short sentence among paragraphs of the same make that are story, or right below the last of them."""
    measure = view.measures[block.index]
    if block.index in view.story or block.scope.tag != "p" or block.hidden or block.scope.parent is None:
        return None
    if measure.link_density > 0 or measure.mass < SHORTEST_SENTENCE:
        return None
    if measure.starts is not None or measure.whole is not None or measure.lead_in or measure.has_furniture:
        return None
    first, end = view.layout.spans[block.scope.parent.index]
    kin = [
        i
        for i in range(max(first, block.index - NEAR), min(end, block.index + NEAR))
        if i in view.story and view.layout.blocks[i].scope.signature == block.scope.signature
        and view.layout.blocks[i].scope.parent is block.scope.parent
    ]
    if not kin or (kin[0] > block.index and not measure.is_prose):
        return None
    # Thai and Lao sentences end without a mark
    if not measure.ends_sentence and any(view.measures[i].ends_sentence for i in kin):
        return None
    return Verdict(Label.MAIN, "among_paragraphs", block.text[:60])


def question(view: View, block: Block) -> Verdict | None:
    """The `<summary>` of a `<details>` whose answer is story."""
    measure, holder = view.measures[block.index], block.scope.parent
    if block.scope.tag != "summary" or holder is None or block.hidden or measure.mass > LONGEST_HEADING:
        return None
    if measure.starts is not None or measure.whole is not None or measure.link_density > LINKED:
        return None
    end = view.layout.spans[holder.index][1]
    answered = holder.tag == "details" and not view.story.isdisjoint(range(block.index + 1, end))
    return Verdict(Label.MAIN, "summary_of_story", block.text[:60]) if answered else None


def embedded_post(view: View, block: Block) -> Verdict | None:
    """A post of another site, as its snippet embeds it: a `<blockquote>` of that name, amid the story."""
    if block.shape is not Shape.QUOTE or block.index in view.story or block.hidden:
        return None
    scope = enclosing(block.scope, "blockquote")
    if scope is None or not scope.own & hints().bit["embed"] or not any(_posts(view, scope)):
        return None
    first, end = view.layout.spans[scope.index]
    if not (view.first < first and end <= view.last + 2):
        return None
    return Verdict(Label.MAIN, "embedded_post", scope.signature[:60])


def _posts(view: View, scope: Scope) -> Iterator[bool]:
    """Whether the links of a container lead to another site."""
    first, end = view.layout.spans[scope.index]
    return ("//" in anchor.url for block in view.layout.blocks[first:end] for anchor in block.anchors)


def _runs_around(view: View, holder: Scope, first: int, last: int) -> bool:
    """Whether a container holds blocks of the story before and after a run of its blocks."""
    start, end = view.layout.spans[holder.index]
    return view.story_counts.over(start, first) > 0 and view.story_counts.over(last + 1, end) > 0
