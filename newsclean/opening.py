"""What an opening tag means to the walk: worked out once for each distinct tag of a page."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from newsclean.blocks import Shape
from newsclean.elements import elements
from newsclean.hints import hints, hints_of_name

ALONE = frozenset({"br", "hr", "image", "embed", "skipped"})  # treatments of elements whose content is not walked
# Attributes that `read_opening` looks at. All others, such as where a link goes, leave an opening as it is.
TELLING = frozenset({"class", "id", "style", "hidden", "role", "itemprop", "aria-level", "datetime"})
_BLOCK_ROLES = frozenset({"heading", "paragraph", "listitem"})
_LEVELS = frozenset("123456")
VOID = frozenset({"through", "player"})  # kinds of void elements that hold what follows them
_MAY_BE_ICONS = frozenset({"inline", "apart"})
# Text right in these is no list item, cell or quote, though one may lie around them.
_SHAPELESS = frozenset({"table", "ul", "ol", "dl", "html", "body", "article", "main", "nav", "footer"})
_new = tuple.__new__


class Opening(NamedTuple):
    """How to open, and by `kind` how to close, an element.

    `kind` is "block" or, for inline elements, "link", "bold", "control", "apart", "icon", "hidden" or "inline"; and
    "through" or "player" for void elements that hold what follows them.
    """

    kind: str
    tag: str
    hints: int
    shape: Shape | None  # None: that of the element around it
    level: int
    hidden: bool
    signature: str
    breaks_seam: bool  # text on both sides of it may be two words
    time: str | None


@lru_cache(maxsize=1024)  # a larger one costs the garbage collector more than it spares where sites change
def read_opening(tag: str, *telling: tuple[str, str]) -> Opening:
    """Work out what a tag with these attributes means; those not in `TELLING` mean nothing.

    >>> read_opening("div", ("class", "related-stories"), ("style", "display: none")).hidden
    True
    """
    bare = _bare(tag)
    if not telling:
        return bare
    kind, _, bits, shape, level, hidden, signature, breaks_seam, _ = bare
    if kind in VOID:
        return bare
    attributes = dict(telling)
    classes = attributes.get("class")
    if classes is not None:
        signature += classes
    style = attributes["style"].replace(" ", "").lower() if "style" in attributes else ""
    hidden = hidden or "hidden" in attributes or "display:none" in style
    role = attributes.get("role")
    if kind == "block" or role in _BLOCK_ROLES or "display:block" in style:
        if role == "heading" or kind != "block":
            shape, level = _shape(tag, attributes)
        bits = _block_hints(tag, attributes)
        return _new(Opening, ("block", tag, bits, shape, level, hidden, signature, False, None))
    bits = hints_of_name(classes) if classes else 0
    if hidden:
        kind = "hidden"
    elif bits & hints().bit["icon"] and kind in _MAY_BE_ICONS:
        kind = "icon"
    moment = attributes.get("datetime") if tag == "time" else None
    return _new(Opening, (kind, tag, bits, None, 0, hidden, signature, breaks_seam, moment))


@lru_cache(maxsize=256)
def _bare(tag: str) -> Opening:
    """The opening of a tag without attributes."""
    table = elements()
    treated = table.treatment.get(tag) or ("block" if "-" in tag else "inline")
    if treated in VOID:
        return Opening(treated, tag, 0, None, 0, False, tag + ".", False, None)
    if treated != "inline":
        shape, level = _shape(tag, {})
        return Opening("block", tag, _block_hints(tag, {}), shape, level, treated == "hidden", tag + ".", False, None)
    if tag == "a":
        kind = "link"
    elif tag in table.bold:
        kind = "bold"
    elif tag in table.controls:
        kind = "control"
    else:
        kind = "apart" if tag in table.apart else "inline"
    return Opening(kind, tag, 0, None, 0, False, tag + ".", tag not in table.bold, None)


def _block_hints(tag: str, attributes: dict[str, str]) -> int:
    table = hints()
    bits = table.tags.get(tag, 0)
    if tag in ("html", "body"):
        return bits  # their classes describe the whole site, not this part of the page
    for name, value in attributes.items():
        if name == "class" or name == "id":
            bits |= hints_of_name(value)
        elif name == "role":
            bits |= table.roles.get(value.lower(), 0)
        elif name == "itemprop":
            for word in value.lower().split():
                bits |= table.itemprops.get(word, 0)
    return bits | hints_of_name(tag) if "-" in tag else bits


def _shape(tag: str, attributes: dict[str, str]) -> tuple[Shape | None, int]:
    """The shape of bare text in an element; None for that of the list item, cell or quote around it."""
    own = elements().shapes.get(tag)
    if own is not None:
        return own, int(tag[1]) if own is Shape.HEADING else 0
    if attributes.get("role") == "heading":
        level = attributes.get("aria-level", "2")
        return Shape.HEADING, int(level) if level in _LEVELS else 2
    return (Shape.PARAGRAPH, 0) if tag in _SHAPELESS else (None, 0)
