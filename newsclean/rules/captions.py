"""Words that belong to a picture."""

from __future__ import annotations

from newsclean.blocks import Block, Scope, Shape
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.metadata.credits import opens_caption, split_caption_credit
from newsclean.rules.view import View

LONGEST = 600  # mass of a caption
NEAR = 400  # blocks of a container that a picture and its caption share


def by_element(view: View, block: Block) -> Verdict | None:
    """A `<figcaption>`, or text of a `<figure>` that is no quote and no table."""
    if block.shape is Shape.CAPTION and not block.scope.inherited & hints().bit["table"]:
        return Verdict(Label.CAPTION, "figcaption")
    return None


def beside_picture(view: View, block: Block) -> Verdict | None:
    """A short text right below a picture that is named a caption, or that ends with a picture credit."""
    before = view.layout.blocks[block.index - 1] if block.index else block
    if before.shape is not Shape.IMAGE or block.scope.parent is None or view.measures[block.index].mass > LONGEST:
        return None
    named = (block.hints | block.scope.own) & hints().bit["caption"]
    if (block.level and not named) or not _shares_box(view, block, block.scope.parent):
        return None
    if not named and not opens_caption(block.text) and not split_caption_credit(block.text)[1]:
        return None
    return Verdict(Label.CAPTION, "named_caption")


def _shares_box(view: View, block: Block, box: Scope) -> bool:
    """Whether a small container around a block, two levels up at most, holds the picture before it too."""
    for _ in range(2):
        first, end = view.layout.spans[box.index]
        if first < block.index:
            return end - first <= NEAR
        if box.parent is None:
            return False
        box = box.parent
    return False
