"""The kind of a block that no word and no name gives away: from where it stands and how much of it is links."""

from __future__ import annotations

import re

from newsclean.blocks import Block
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.measures import HEADLINE_MASS
from newsclean.rules.hinted import of_story
from newsclean.rules.view import View

LINKED = 0.6  # share of the text in links that makes a block a pointer elsewhere
SHORT_LINK = 16  # characters, on average, of the links in a row that is a menu
TEASER_BLOCKS = 8
DATED_BELOW = 6  # blocks below a story among which the line with its date may stand
DATED_MASS = 60
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def by_place(view: View, block: Block) -> Verdict:
    """Before, in or after the story; a link or not."""
    measure = view.measures[block.index]
    linked = measure.link_density > LINKED
    headline_like = linked and measure.mass > HEADLINE_MASS and not _is_row(block)
    if "©" in block.text[:80]:
        return Verdict(Label.FOOTER, "copyright_sign")
    if view.first < 0:
        kind = Label.SECTION_LIST if headline_like or _is_teaser(view, block) else Label.OTHER
        return Verdict(Label.NAVIGATION if linked and not headline_like else kind, "no_story")
    if block.index < view.first:
        kind = Label.RELATED if headline_like else Label.NAVIGATION if linked else Label.OTHER
        return Verdict(kind, "above_story")
    if _heads_links(view, block):
        return Verdict(Label.RELATED, "heads_links")
    if block.index <= view.last:
        return Verdict(Label.RELATED if linked else Label.OTHER, "inside_story")
    if block.scope.inherited & hints().bit["footer_tag"] and not of_story(view, block.scope):
        return Verdict(Label.FOOTER, "below_story")
    near = block.index <= view.last + DATED_BELOW and measure.mass <= DATED_MASS
    if near and not linked and _YEAR.search(block.text):
        return Verdict(Label.MASTHEAD, "dated_line")
    kind = Label.RELATED if headline_like else Label.NAVIGATION if linked else Label.OTHER
    return Verdict(kind, "below_story")


def _is_teaser(view: View, block: Block) -> bool:
    """Whether a small container around a block holds a link as long as a headline."""
    scope = block.scope
    for _ in range(3):
        first, end = view.layout.spans[scope.index]
        if end - first > TEASER_BLOCKS or scope.parent is None:
            return False
        if any(m.link_density > LINKED and m.mass > HEADLINE_MASS for m in view.measures[first:end]):
            return True
        scope = scope.parent
    return False


def _is_row(block: Block) -> bool:
    """Whether a block is a row of short links, as menus are where they are no lists."""
    return len(block.anchors) >= 3 and sum(len(a.text) for a in block.anchors) <= SHORT_LINK * len(block.anchors)


def _heads_links(view: View, block: Block) -> bool:
    """Whether a heading has a link to a story right below it, in its own container."""
    if not block.level or block.anchors or block.scope.parent is None:
        return False
    end = view.layout.spans[block.scope.parent.index][1]
    below = next((b for b in view.layout.blocks[block.index + 1 : min(end, block.index + 4)] if b.text), None)
    return below is not None and below.index not in view.story and view.measures[below.index].link_density > LINKED
