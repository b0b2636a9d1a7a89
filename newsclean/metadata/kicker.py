"""The kicker: the label over the headline."""

from __future__ import annotations

from newsclean.blocks import Layout, Shape, near_hints
from newsclean.folding import letters
from newsclean.hints import hints
from newsclean.metadata.found import Found
from newsclean.metadata.wording import one_line
from newsclean.vocabulary import chrome_phrases

_LONGEST = 60  # characters
_ABOVE = 4  # blocks


def find_kicker(layout: Layout, headline: int | None, section: str | None = None) -> Found[str] | None:
    """The short text above the headline that markup calls a kicker, or that is the section, right above and no link."""
    if headline is None:
        return None
    title = layout.blocks[headline]
    kicker = hints().bit["kicker"]
    avoided = hints().mask("breadcrumb", "nav", "navigation", "byline", "time", "share", "tags")
    for block in reversed(layout.blocks[max(0, headline - _ABOVE) : headline]):
        near = near_hints(block)
        text = one_line(block.text)
        if not 1 < len(text) <= _LONGEST or block.hidden or near & avoided:
            continue
        names_section = block.index == headline - 1 and not block.anchors and text == section
        if not near & kicker and not names_section:
            continue
        if block.shape is Shape.LIST_ITEM or any(map(str.isdigit, text)) or chrome_phrases().whole(text) is not None:
            continue
        if letters(text) != letters(title.text):
            return Found(text, "visible:kicker")
    return None
