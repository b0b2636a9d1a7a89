"""Boilerplate that words give away: "Related Articles", "Share this", "Sign up for our newsletter"."""

from __future__ import annotations

from newsclean.blocks import Block
from newsclean.labels import Label, Verdict
from newsclean.rules.view import View

# A line of these words alone is furniture wherever it stands; the other kinds ("home", "video") may be a sub-heading.
_UNMISTAKABLE = frozenset({
    Label.ADVERTISEMENT, Label.SHARE, Label.RELATED, Label.POPULAR, Label.NEWSLETTER, Label.COMMENTS, Label.SUBSCRIBE,
    Label.CONSENT,
})  # fmt: skip


def by_whole_phrase(view: View, block: Block) -> Verdict | None:
    """A block that is nothing but a phrase which only furniture uses."""
    label = view.measures[block.index].whole
    if label in _UNMISTAKABLE:
        return Verdict(label, "phrase", block.text)
    return None


def by_phrase(view: View, block: Block) -> Verdict | None:
    """A block that is a chrome phrase, or opens with one."""
    measure = view.measures[block.index]
    label = measure.whole or measure.starts
    return Verdict(label, "phrase", block.text[:60]) if label is not None else None


def by_heading(view: View, block: Block) -> Verdict | None:
    """A block under a box heading such as "Most read", in the same container."""
    box = view.boxes[block.index]
    if box is None or box.index == block.index or box.label in (Label.NAVIGATION, Label.MASTHEAD):
        return None
    return Verdict(box.label, "box_heading", view.layout.blocks[box.index].text)
