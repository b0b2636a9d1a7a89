"""The box below a story that says who its author is."""

from __future__ import annotations

import re

from newsclean.blocks import Block, Shape, near_hints, shared_scope
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.metadata.byline_words import is_agency
from newsclean.rules.view import View
from newsclean.vocabulary import chrome_phrases

LONGEST = 500  # mass
LONGEST_OPENING = 40  # characters
NEAR_END = 2  # blocks of the story that may stand below the box
_OPENING = re.compile(r"[.:：\n]")


def by_phrase(view: View, block: Block) -> Verdict | None:
    """A short block at the story's end that opens with "About the author"."""
    if not _is_near_end(view, block) or chrome_phrases().whole(_opening(block.text)) is not Label.AUTHOR_BIO:
        return None
    return Verdict(Label.AUTHOR_BIO, "phrase", block.text[:60])


def by_name(view: View, block: Block) -> Verdict | None:
    """A short block at the story's end that opens with the declared author's full name, or follows one that is it.

    Stories do not open a late paragraph with the full name of their own author; boxes about the author do.
    """
    if not _is_near_end(view, block) or block.shape in (Shape.CAPTION, Shape.CELL):
        return None
    for name in view.clues.authors:
        if is_agency(name):
            continue
        if _opens_with(name, block.text) and len(block.text) > len(name) + 20 and "\n" not in block.text:
            return Verdict(Label.AUTHOR_BIO, "author_name", name)
        if _under_name(view, block, name):
            return Verdict(Label.AUTHOR_BIO, "under_author_name", name)
    return None


def _opens_with(name: str, text: str) -> bool:
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()


def _is_near_end(view: View, block: Block) -> bool:
    """Whether a block is short, and stands at the story's end or below it."""
    if not 0 <= view.first < block.index or view.measures[block.index].mass > LONGEST:
        return False
    if block.index <= view.last and view.story_after(block.index) > NEAR_END:
        return False
    return view.story_before(block.index) >= 1


def _opening(text: str) -> str:
    """What stands before the first colon, full stop or line break, if it is short: "About the author"."""
    return _OPENING.split(text[:LONGEST_OPENING], maxsplit=1)[0]


def _under_name(view: View, block: Block, name: str) -> bool:
    """Whether the block before is the author's name, in a container of the two that holds nothing else to read."""
    if block.index in view.story and not view.measures[block.index].is_prose:
        return False
    before = next((b for b in reversed(view.layout.blocks[max(0, block.index - 3) : block.index]) if b.text), None)
    if before is None or before.text != name or before.index in view.story:
        return False
    box = shared_scope(before.scope, block.scope)
    first, end = view.layout.spans[box.index]
    return end - first <= 6 and first <= before.index and block.index < end


def by_box(view: View, block: Block) -> Verdict | None:
    """A sentence below the story in a container named for an author."""
    measure = view.measures[block.index]
    if not 0 <= view.last < block.index or not measure.ends_sentence or not 30 < measure.mass <= LONGEST:
        return None
    if measure.link_density > 0.5 or view.layout.blocks[view.last].scope is block.scope:
        return None
    near = near_hints(block)
    if near & hints().mask("byline", "author_bio") and not near & hints().mask("comments", "related", "card"):
        return Verdict(Label.AUTHOR_BIO, "author_box", block.text[:60])
    return None
