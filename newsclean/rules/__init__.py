"""The rules, in the order they are asked. The first to answer for a block names it.

`CERTAIN` stands above the fitted model; `STORY` gives the parts of the story their names once the model has spoken;
`CHROME` names the kind of what is left. A rule sees the page as blocks and measures, never the tree.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsclean.blocks import Block
from newsclean.labels import Verdict
from newsclean.rules import (
    adopted,
    author_bios,
    boxes,
    breadcrumbs,
    captions,
    credit_lines,
    hinted,
    live_blogs,
    masthead,
    placed,
    pointers,
    pull_quotes,
)
from newsclean.rules.view import View

Rule = Callable[[View, Block], Verdict | None]

CERTAIN: Final[tuple[Rule, ...]] = (
    masthead.headline,
    masthead.byline,
    boxes.by_area,
    boxes.by_whole_phrase,
    pointers.by_lead_in,
    captions.by_element,
    captions.beside_picture,
)

STORY: Final[tuple[Rule, ...]] = (
    credit_lines.by_phrase,
    masthead.deck,
    pull_quotes.by_repetition,
    author_bios.by_name,
    boxes.by_links,
    pointers.by_whole_link,
    adopted.sub_heading,
    adopted.embedded_post,
    adopted.table,
    adopted.paragraph,
    adopted.list_item,
    live_blogs.in_entry,
)

CHROME: Final[tuple[Rule, ...]] = (
    masthead.deck_above,
    adopted.opening_heading,
    author_bios.by_name,
    masthead.time_alone,
    breadcrumbs.by_separators,
    breadcrumbs.by_ordered_list,
    boxes.by_links,
    boxes.by_phrase,
    boxes.by_heading,
    pointers.by_lead_in,
    masthead.named,
    author_bios.by_box,
    hinted.by_names,
    hinted.by_element,
    masthead.before_story,
    placed.by_place,
)
