"""The line under a wire story that says who reported, wrote and edited it."""

from __future__ import annotations

from newsclean.blocks import Block, Shape
from newsclean.labels import Label, Verdict
from newsclean.metadata.bare_names import signature as signature_of
from newsclean.metadata.credits import is_credit_line
from newsclean.metadata.person_names import NO_SITE
from newsclean.rules.view import View

LONGEST = 500  # characters


def by_phrase(view: View, block: Block) -> Verdict | None:
    """A short block that opens with a reporting phrase of any language, from the middle of the story on."""
    if not block.text or len(block.text) > LONGEST or block.level or block.index < view.first:
        return None
    if view.story_after(block.index) > 3 or not is_credit_line(block.text):
        return None
    return Verdict(Label.CREDIT, "credit_line", block.text[:60])


def signature(view: View, block: Block) -> Verdict | None:
    """The last line of a story, if it is nothing but names known for people's and prose stands above it."""
    if block.shape is not Shape.PARAGRAPH or view.story_after(block.index) or block.index > view.last + 1:
        return None
    above = max((i for i in view.story if i < block.index), default=None)
    if above is None or not view.measures[above].is_prose or not signature_of(block.text, NO_SITE):
        return None
    return Verdict(Label.CREDIT, "signature", block.text[:60])
