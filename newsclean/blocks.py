"""The records of a page that is laid out flat: blocks, the scopes that hold them, and the layout of both.

A block is a run of inline content under one block-level element. A scope is a block-level element; it knows its
parent, and `Layout.spans` says which blocks it covers. After `newsclean.walk` nothing looks at the tree again.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple


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
    CONTROL = "control"  # button, label, legend, summary
    IMAGE = "image"  # no text of its own; see Block.media
    EMBED = "embed"  # a frame, a video, an audio player


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
    """A block-level element. `own` and `inherited` are bits of `newsclean.hints`."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody calls on a scope
    parent: Scope | None
    tag: str
    depth: int
    signature: str  # tag and class attribute: equal for siblings made by the same template
    own: int  # hints that the element itself gives
    inherited: int  # the same for the scope and all above it
    shape: Shape
    level: int
    hidden: bool
    element: Any  # the lxml element; only newsclean.tree looks into it


class Block(NamedTuple):
    """A run of inline content. `text` has white space folded; "\\n" stands where the page breaks the line."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody calls on a block
    text: str
    shape: Shape
    level: int  # of a heading: 1 to 6; 0 elsewhere
    scope: Scope
    hints: int  # of inline elements in the run; the scope's own are in `scope.own`
    anchors: tuple[Anchor, ...]
    link_chars: int
    bold_chars: int
    control_chars: int
    media: Media | None
    hidden: bool
    time: str | None  # the datetime attribute of a <time> in the run


class Layout(NamedTuple):
    """A page as blocks and scopes, both in the order of the page."""

    blocks: tuple[Block, ...]
    scopes: tuple[Scope, ...]
    spans: tuple[tuple[int, int], ...]  # of each scope: its first block, and one past its last
    cut_short: bool = False  # the page goes on, but time was over


def near_hints(block: Block) -> int:
    """The hints of a block's inline elements, of its own element and of the one around that."""
    parent = block.scope.parent
    return block.hints | block.scope.own | (parent.own if parent is not None else 0)


def enclosing(scope: Scope, *tags: str) -> Scope | None:
    """The nearest element with one of the tags, the scope itself included."""
    found: Scope | None = scope
    while found is not None and found.tag not in tags:
        found = found.parent
    return found


def container_of(scope: Scope) -> int:
    """The container that a paragraph lies in: a `<p>` lies in its parent, bare text in its own element."""
    return scope.parent.index if scope.parent is not None and scope.tag in ("p", "li") else scope.index


def shared_scope(one: Scope, other: Scope) -> Scope:
    """The smallest scope around both."""
    while one is not other:
        if one.depth >= other.depth and one.parent is not None:
            one = one.parent
        elif other.parent is not None:
            other = other.parent
    return one
