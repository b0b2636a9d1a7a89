"""The tree as a flat run of blocks, in one walk.

A block is a run of inline content under one block-level element. A scope is a block-level element; it knows its
parent, and `Layout.spans` says which blocks it covers. Nothing later looks at the tree again.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Shape(StrEnum):
    """What the markup says a block is."""

    PARAGRAPH = "paragraph"  # also bare text in a container
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TERM = "term"
    DEFINITION = "definition"
    QUOTE = "quote"
    CELL = "cell"
    CAPTION = "caption"
    PREFORMATTED = "preformatted"
    CONTROL = "control"  # button, label, legend
    IMAGE = "image"  # no text of its own; see Block.media
    EMBED = "embed"


class Anchor(NamedTuple):
    """A link inside a block. `url` is as the page wrote it."""

    text: str
    url: str


class Media(NamedTuple):
    """An image, or what a frame shows. `url` is as the page wrote it, lazy-loading attributes resolved."""

    url: str | None
    alt: str | None = None
    width: int | None = None
    height: int | None = None


class Scope(NamedTuple):
    """A block-level element."""

    index: int
    parent: Scope | None
    tag: str
    depth: int
    tokens: frozenset[str]  # class and id, split into whole lower-case words
    hints: int  # bits of newsclean/data/chrome.toml that the tokens and the tag set
    inherited: int  # the same for the scope and everything above it
    itemprop: str
    element: object  # the lxml element; only tree.py may look into it


class Block(NamedTuple):
    """A run of inline content. `text` has white space folded; "\\n" stands where the page breaks the line."""

    index: int
    text: str
    shape: Shape
    level: int  # of a heading: 1 to 6; 0 elsewhere
    scope: Scope
    anchors: tuple[Anchor, ...]
    link_chars: int
    bold_chars: int
    media: Media | None
    hidden: bool
    time: str | None  # the datetime attribute of a <time> in the block
    classes: frozenset[str]  # tokens of inline elements that hold the whole block


class Layout(NamedTuple):
    """A page as blocks and scopes, both in the order of the page."""

    blocks: tuple[Block, ...]
    scopes: tuple[Scope, ...]
    spans: tuple[tuple[int, int], ...]  # of each scope: its first block, and one past its last
