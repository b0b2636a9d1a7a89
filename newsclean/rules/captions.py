"""Words that belong to a picture."""

from __future__ import annotations

from newsclean.blocks import Block, Shape
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
    if not named and (block.level or not (opens_caption(block.text) or split_caption_credit(block.text)[1])):
        return None
    box = block.scope.parent
    for _ in range(2):
        first, end = view.layout.spans[box.index]
        if first < block.index:
            return Verdict(Label.CAPTION, "named_caption") if end - first <= NEAR else None
        if box.parent is None:
            return None
        box = box.parent
    return None
