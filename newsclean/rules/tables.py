"""Small tables between paragraphs of the story, whole: the fitted model may take one cell and leave the next."""

from __future__ import annotations

from newsclean.blocks import Block, Scope, Shape, enclosing
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.rules.view import View

LONGEST_CELL = 120  # mass
FEWEST_CELLS = 4
MOST_CELLS = 30  # a longer one is a box of figures beside the story, mostly
LINKED = 0.3
MOST_BESIDE = 2  # text blocks beside the table in what wraps it: its caption, its source


def cell(view: View, block: Block) -> Verdict | None:
    """A cell or the caption of a small table that stands between blocks of the story."""
    if block.index in view.story or block.hidden:
        return None
    table = enclosing(block.scope, "table")
    if table is None or (block.shape is not Shape.CELL and block.scope.tag != "caption"):
        return None
    return Verdict(Label.MAIN, "table_in_story", table.signature[:60]) if _belongs(view, table) else None


def _belongs(view: View, table: Scope) -> bool:
    if table.own & _unwanted():
        return False
    blocks, measures = view.layout.blocks, view.measures
    first, end = view.layout.spans[table.index]
    if end - first > MOST_CELLS or not _stands_in_story(view, table):
        return False
    texts = [i for i in range(first, end) if blocks[i].text]
    mass = sum(measures[i].mass for i in texts)
    linked = sum(measures[i].link_density * measures[i].mass for i in texts)
    return (
        len(texts) >= FEWEST_CELLS
        and linked <= LINKED * mass
        and not any(measures[i].mass > LONGEST_CELL for i in texts)
    )


def _stands_in_story(view: View, table: Scope) -> bool:
    """Whether the story stands above and below a table in what holds it, wrappers of the table alone left aside."""
    first, end = view.layout.spans[table.index]
    story, blocks, holder = view.story_counts, view.layout.blocks, table.parent
    while holder is not None:
        start, stop = view.layout.spans[holder.index]
        above, below = story.over(start, first) > 0, story.over(end, stop) > 0
        if above or below:
            return above and below
        beside = sum(bool(block.text) for block in (*blocks[start:first], *blocks[end:stop]))
        if beside > MOST_BESIDE or holder.own & _unwanted():
            return False
        holder = holder.parent
    return False


def _unwanted() -> int:
    return hints().mask("advertisement", "related", "navigation")
