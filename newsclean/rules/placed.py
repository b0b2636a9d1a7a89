"""The kind of a block that no word and no name gives away: from where it stands and how much of it is links."""

from __future__ import annotations

from newsclean.blocks import Block
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.rules.view import View

LINKED = 0.6  # share of the text in links that makes a block a pointer elsewhere
HEADLINE_MASS = 25  # a link shorter than this is a menu entry rather than a headline


def by_place(view: View, block: Block) -> Verdict:
    """Before, in or after the story; a link or not."""
    measure = view.measures[block.index]
    linked = measure.link_density > LINKED
    headline_like = linked and measure.mass > HEADLINE_MASS
    if "©" in block.text[:80]:
        return Verdict(Label.FOOTER, "copyright_sign")
    if view.first < 0:
        kind = Label.LATEST if headline_like else Label.NAVIGATION if linked else Label.OTHER
        return Verdict(kind, "no_story")
    if block.index < view.first:
        kind = Label.RELATED if headline_like else Label.NAVIGATION if linked else Label.OTHER
        return Verdict(kind, "above_story")
    if block.index <= view.last:
        return Verdict(Label.RELATED if linked else Label.OTHER, "inside_story")
    if block.scope.inherited & hints().bit["footer_tag"]:
        return Verdict(Label.FOOTER, "below_story")
    kind = Label.RELATED if headline_like else Label.NAVIGATION if linked else Label.OTHER
    return Verdict(kind, "below_story")
