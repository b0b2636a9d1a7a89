"""Lines of buttons: links that lead nowhere, or out to a network to share the page."""

from __future__ import annotations

from functools import cache

from newsclean.blocks import Block
from newsclean.folding import folded_word
from newsclean.metadata.byline_block import is_profile
from newsclean.metadata.byline_words import byline_words
from newsclean.metadata.sources import sources

_MOSTLY = 0.8  # share of a text in links that makes it a row of them
_BETWEEN = frozenset("|/,;•·、，；&+")


def is_bar(block: Block) -> bool:
    """Whether the links of a block are no people: buttons, addresses that share the page, or several in a row.

    Names of several people have a mark between them, or link to their pages.
    """
    if block.control_chars * 2 > len(block.text):
        return True
    if any(is_button(anchor.url) for anchor in block.anchors):
        return True
    if len(block.anchors) < 2 or block.link_chars < _MOSTLY * len(block.text):
        return False
    if any(is_profile(anchor.url) for anchor in block.anchors):
        return False
    joining = byline_words().conjunctions
    return _BETWEEN.isdisjoint(block.text) and not any(folded_word(word) in joining for word in block.text.split())


def is_button(url: str) -> bool:
    """Whether an address leads nowhere, runs a script, or shares the page on a network.

    >>> is_button("#"), is_button("javascript:void(0)"), is_button("https://www.facebook.com/sharer.php?u=x")
    (True, True, True)
    >>> is_button("/people/jane-roe")
    False
    """
    address = url.strip().lower()
    if address.startswith(("#", *_schemes())):
        return True
    return any(part in address for part in sources().words["share_addresses"])


@cache
def _schemes() -> tuple[str, ...]:
    """"javascript:" and others that open no page."""
    return tuple(sources().words["button_schemes"])
