"""Stories that the page hides until a script or a subscription shows them."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.blocks import Layout
from newsclean.measures import Measures

TIMES = 2.0  # as much hidden prose as visible: then what is hidden is the story, not a dialogue box
LEAST = 600.0  # mass of hidden prose worth unveiling
LEAST_ALONE = 150.0  # the same, where the page shows no prose at all


def unveiled(layout: Layout, measures: Sequence[Measures]) -> Layout:
    """The layout with its hidden blocks taken as visible, where nearly all prose of the page is hidden.

    Measured: of 1,600 news pages twenty-odd hide the story (`display: none` until a script runs, a "subscriber-only"
    section); most others hide dialogues and menus, which are short.
    """
    hidden = {b.text: m.plain_mass for b, m in zip(layout.blocks, measures, strict=True) if b.hidden and m.is_prose}
    mass = sum(hidden.values())
    if mass < LEAST_ALONE:
        return layout
    shown = sum(m.plain_mass for b, m in zip(layout.blocks, measures, strict=True) if not b.hidden and m.is_prose)
    if mass < max(TIMES * shown, LEAST if shown else LEAST_ALONE):
        return layout
    return layout._replace(blocks=tuple(b._replace(hidden=False) if b.hidden else b for b in layout.blocks))
