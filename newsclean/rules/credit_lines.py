"""The line under a wire story that says who reported, wrote and edited it."""

from __future__ import annotations

from newsclean.blocks import Block
from newsclean.labels import Label, Verdict
from newsclean.metadata.credits import is_credit_line
from newsclean.rules.view import View

LONGEST = 500  # characters


def by_phrase(view: View, block: Block) -> Verdict | None:
    """A short block that opens with a reporting phrase of any language, from the middle of the story on."""
    if not block.text or len(block.text) > LONGEST or block.level or block.index < view.first:
        return None
    if view.story_after(block.index) > 3 or not is_credit_line(block.text):
        return None
    return Verdict(Label.CREDIT, "credit_line", block.text[:60])
