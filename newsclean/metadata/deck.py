"""The deck: the standfirst under the headline."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.blocks import Layout, Shape
from newsclean.folding import letters
from newsclean.hints import hints
from newsclean.labels import Label
from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found
from newsclean.metadata.json_ld import as_text
from newsclean.metadata.labelled import NO_PARTS, Parts
from newsclean.metadata.wording import one_line

_BELOW = 12  # blocks between headline and deck
_SHORTEST, _LONGEST = 20, 700  # characters
_ALIKE = 40  # letters at the start that make two texts one; descriptions are cut


def find_deck(
    declared: Declared, layout: Layout, parts: Parts = NO_PARTS, headline: int | None = None
) -> Found[str] | None:
    """The blocks labelled as deck; else one between headline and story that is the declared description or
    alternative headline, or that markup calls a deck. A description that is the first paragraph is no deck.
    """
    labelled = [block.text for block in parts.get(Label.DECK, ())]
    if labelled:
        return Found(one_line(" ".join(labelled)), "visible:deck")
    if headline is None:
        return None
    descriptions = {letters(text)[:_ALIKE]: evidence for evidence, text in _declared(declared)}
    marks = hints().bit["deck"]
    story = {block.index for block in parts.get(Label.MAIN, ())}
    near = 0
    for block in layout.blocks[headline + 1 :]:
        text = one_line(block.text)
        if not text or block.hidden:
            continue
        near += 1
        if near > _BELOW:
            return None
        if block.index in story:
            return None
        if not _SHORTEST <= len(text) <= _LONGEST or block.shape in (Shape.CAPTION, Shape.LIST_ITEM, Shape.CONTROL):
            continue
        evidence = descriptions.get(letters(text)[:_ALIKE])
        if evidence:
            return Found(text, evidence)
        if (block.scope.own | block.hints) & marks and not block.anchors:
            return Found(text, "visible:deck")
    return None


def _declared(declared: Declared) -> Iterator[tuple[str, str]]:
    for key in ("alternativeHeadline", "description"):
        for value in declared.from_articles(key):
            text = as_text(value)
            if text and len(text) >= _SHORTEST:
                yield f"json_ld:{key}", text
    for name, text in declared.from_meta("description"):
        if len(text) >= _SHORTEST:
            yield f"meta:{name}", text
