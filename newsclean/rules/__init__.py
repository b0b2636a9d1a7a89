"""The rules, in the order they are asked. The first to answer for a block names it.

`CERTAIN` stands above the fitted model; `STORY` gives the parts of the story their names once the model has spoken;
`CHROME` names the kind of what is left. A rule sees the page as blocks and measures, never the tree; it is asked only
about blocks that have the traits it needs.
"""

from __future__ import annotations

from typing import Final

from newsclean.rules import (
    adopted,
    author_bios,
    boxes,
    breadcrumbs,
    captions,
    credit_lines,
    end_lines,
    hinted,
    link_lists,
    live_blogs,
    masthead,
    paywalls,
    placed,
    pointers,
    pull_quotes,
    rights,
    tables,
    traits,
)
from newsclean.rules.order import Order, Rule

CERTAIN: Final = Order(
    Rule(masthead.headline, traits.HEADLINE),
    Rule(masthead.byline, traits.UNDER_HEADLINE),
    Rule(boxes.by_area, traits.IN_AREA),
    Rule(boxes.by_whole_phrase, traits.WHOLE),
    Rule(pointers.by_lead_in, traits.LEAD_IN),
    Rule(boxes.by_first_line, traits.LINKS),
    Rule(captions.by_element, traits.CAPTION),
    Rule(masthead.by_words, traits.UNDER_HEADLINE),
    Rule(captions.beside_picture, traits.BELOW_PICTURE),
)

STORY: Final = Order(
    Rule(credit_lines.by_phrase, traits.NEAR_END),
    Rule(credit_lines.signature, traits.NEAR_END),
    Rule(rights.by_words, traits.NEAR_END),
    Rule(rights.by_buttons, traits.NEAR_END),
    Rule(masthead.deck, traits.OPENING),
    Rule(pull_quotes.by_repetition, traits.TAKEN),
    Rule(author_bios.by_phrase, traits.NEAR_END),
    Rule(author_bios.by_name, traits.AUTHORS | traits.NEAR_END),
    Rule(paywalls.at_end, traits.TAKEN | traits.NEAR_END),
    Rule(end_lines.by_opening, traits.TAKEN | traits.PHRASE),
    Rule(end_lines.by_credit_or_date, traits.TAKEN),
    Rule(end_lines.by_tags, traits.TAKEN),
    Rule(end_lines.by_words, traits.TAKEN | traits.NEAR_END),
    Rule(boxes.by_links, traits.LINKS),
    Rule(pointers.by_whole_link, traits.IS_LINK),
    Rule(link_lists.by_list, traits.IS_LINK | traits.LIST_ITEM),
    Rule(adopted.sub_heading, traits.LEFT | traits.HEADING),
    Rule(adopted.question, traits.LEFT | traits.NAMED),
    Rule(adopted.embedded_post, traits.LEFT | traits.QUOTE),
    Rule(tables.cell, traits.LEFT | traits.CELL),
    Rule(tables.cell, traits.LEFT | traits.CAPTION),
    Rule(adopted.paragraph, traits.LEFT),
    Rule(adopted.list_item, traits.LEFT | traits.LIST_ITEM),
    Rule(live_blogs.in_entry, traits.ENTRY),
)

CHROME: Final = Order(
    Rule(masthead.deck_above, traits.BETWEEN),
    Rule(adopted.opening_heading, traits.BETWEEN),
    Rule(author_bios.by_name, traits.AUTHORS),
    Rule(masthead.time_alone, traits.TIMED | traits.HEAD),
    Rule(breadcrumbs.by_separators, traits.LINKS),
    Rule(breadcrumbs.by_ordered_list, traits.LIST_ITEM),
    Rule(boxes.by_links, traits.LINKS),
    Rule(boxes.by_phrase, traits.PHRASE),
    Rule(boxes.by_heading, traits.BOXED),
    Rule(pointers.by_lead_in, traits.LEAD_IN),
    Rule(masthead.named, traits.HEAD),
    Rule(author_bios.by_box, traits.AFTER),
    Rule(hinted.by_names, traits.NAMED),
    Rule(hinted.by_element, traits.NAMED),
    Rule(masthead.before_story, traits.HEAD),
    Rule(placed.by_place, traits.ALWAYS),
)
