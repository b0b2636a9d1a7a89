"""Sentences that the page sets apart from a story which has them already."""

from __future__ import annotations

from newsclean.blocks import Block, Shape, near_hints
from newsclean.folding import letters
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.rules.view import View

LONGEST_STORY = 200_000  # letters; in a longer text each quotation would cost a search of all of it


def by_repetition(view: View, block: Block) -> Verdict | None:
    """A quote whose words stand in another block of the story too."""
    if block.index not in view.story or len(block.text) < 20:
        return None
    near = near_hints(block)
    named = near & hints().mask("quote", "blockquote")
    if not named and block.shape is not Shape.QUOTE:
        return None
    said, story = letters(block.text), _story_letters(view)
    if said and len(story) < LONGEST_STORY and story.count(said) > 1:
        return Verdict(Label.PULL_QUOTE, "said_twice", hints().spelled(named))
    return None


def _story_letters(view: View) -> str:
    remembered = view.remembered
    if remembered.letters is None:
        remembered.letters = "\n".join(letters(view.layout.blocks[i].text) for i in sorted(view.story))
    return remembered.letters
