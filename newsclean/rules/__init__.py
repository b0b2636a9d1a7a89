"""The rules, in the order they are asked. The first to answer for a block names it.

`CERTAIN` stands above the fitted model; `STORY` gives the parts of the story their names once the model has spoken;
`CHROME` names the kind of what is left. A rule sees the page as blocks and measures, never the tree.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsclean.blocks import Block
from newsclean.labels import Verdict
from newsclean.rules import boxes, captions, credit_lines, hinted, masthead, placed, pointers, pull_quotes
from newsclean.rules.view import View

Rule = Callable[[View, Block], Verdict | None]

CERTAIN: Final[tuple[Rule, ...]] = (
    masthead.headline,
    boxes.by_area,
    boxes.by_whole_phrase,
    pointers.by_lead_in,
    captions.by_element,
)

STORY: Final[tuple[Rule, ...]] = (
    credit_lines.by_phrase,
    masthead.deck,
    pull_quotes.by_repetition,
)

CHROME: Final[tuple[Rule, ...]] = (
    boxes.by_phrase,
    boxes.by_heading,
    pointers.by_lead_in,
    hinted.by_names,
    hinted.by_element,
    masthead.before_story,
    placed.by_place,
)
