"""Lines inside a story that point at another one: "Read more: Ten bridges that …"."""

from __future__ import annotations

from newsclean.blocks import Block
from newsclean.labels import Label, Verdict
from newsclean.rules.view import View

LINKED = 0.35  # share of the line that is a link: the lead-in itself is not


def by_lead_in(view: View, block: Block) -> Verdict | None:
    """A short line of a lead-in and a link."""
    measure = view.measures[block.index]
    if measure.lead_in and measure.link_density >= LINKED and measure.sentences <= 2:
        return Verdict(Label.RELATED, "lead_in", block.text[:60])
    return None
