"""Words that belong to a picture."""

from __future__ import annotations

from newsclean.blocks import Block, Shape
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.rules.view import View


def by_element(view: View, block: Block) -> Verdict | None:
    """A `<figcaption>`, or text of a `<figure>` that is no quote and no table."""
    if block.shape is Shape.CAPTION and not block.scope.inherited & hints().bit["table"]:
        return Verdict(Label.CAPTION, "figcaption")
    return None
