"""The one walk over the tree: every text node goes into one block, in the order of the page.

Inline spaces are neither lost nor invented, with two exceptions that browsers show as gaps though the source has none:
links, buttons and the like that stand side by side, and two `<span>`s between which a word would change from a small
letter to a capital, or from letters to digits ("5 May" + "By Jane Doe").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from newsclean.blocks import Anchor, Block, Layout, Media, Scope, Shape
from newsclean.elements import elements
from newsclean.hints import hints, hints_of_name
from newsclean.media import read_embed, read_image

_BLOCK_ROLES = frozenset({"heading", "paragraph", "listitem"})
LINE_BREAK = "\x1e"  # stands for <br> inside a run; the parser lets no such character through
_ZERO_WIDTH = {0xAD: None, 0xFEFF: None, 0x2060: None}  # soft hyphen, BOM, word joiner: no part of a word


def walk(root: Any, mend: Callable[[str, object], str] | None = None) -> Layout:
    """Lay the page out as blocks.

    Args:
        root: an lxml element; it is read, never written.
        mend: repairs one text node, given the element it stands in; None where the page needs no repair.

    >>> import lxml.html
    >>> page = lxml.html.fromstring("<div>One <b>big</b> bridge.<br><br>A second paragraph.<p>A third.</p></div>")
    >>> [block.text for block in walk(page).blocks]
    ['One big bridge.', 'A second paragraph.', 'A third.']
    """
    walker = _Walker(mend)
    walker.run(root)
    return Layout(tuple(walker.blocks), tuple(walker.scopes), tuple(walker.spans))


def folded(text: str) -> str:
    """White space folded to one space, none at the ends; soft hyphens and zero-width no-break spaces dropped."""
    if not text.isascii():
        text = text.translate(_ZERO_WIDTH)
    return " ".join(text.split())


class _Run:
    """The inline content met since the last block boundary."""

    __slots__ = ("anchors", "bold_chars", "control_chars", "hints", "link_chars", "media_after", "media_before",
                 "pieces", "time")  # fmt: skip

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.anchors: list[Anchor] = []
        self.link_chars = 0
        self.bold_chars = 0
        self.control_chars = 0
        self.hints = 0
        self.media_before: list[tuple[Shape, Media]] = []
        self.media_after: list[tuple[Shape, Media]] = []
        self.time: str | None = None


class _Walker:
    def __init__(self, mend: Callable[[str, object], str] | None) -> None:
        self.mend = mend
        self.table = elements()
        self.icon = hints().bit["icon"]
        self.blocks: list[Block] = []
        self.scopes: list[Scope] = []
        self.spans: list[tuple[int, int]] = []
        self.scope: Scope | None = None
        self.run_ = _Run()
        self.link: tuple[str, int] | None = None  # the href of the open link, and the piece it starts at
        self.bold = 0
        self.control = 0
        self.controls: list[int] = []  # of the scopes around this one
        self.hidden_inline = 0
        self.gap = ""  # what closed just now, where two elements may stand side by side: "apart" or "inline"

    def run(self, root: Any) -> None:
        """Visit every node below `root` without recursion: pages nest deeper than Python's stack."""
        self._open_scope(root, root.tag.lower() if isinstance(root.tag, str) else "html", dict(root.items()), False)
        if root.text:
            self._text(root.text, root)
        stack: list[tuple[Any, Iterator[Any], str]] = [(root, iter(root), "block")]
        treatment, visit = elements().treatment, self._visit
        while stack:
            element, children, kind = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._leave(kind)
                if stack and element.tail:
                    self._text(element.tail, stack[-1][0])
                continue
            tag = child.tag
            if isinstance(tag, str):
                treated = treatment.get(tag)
                opened = visit(child, tag, treated or ("block" if "-" in tag else "inline"))
                if opened is not None:
                    if child.text:
                        self._text(child.text, child)
                    if len(child):
                        stack.append((child, iter(child), opened))
                        continue
                    self._leave(opened)
            if child.tail:
                self._text(child.tail, element)
        self._end_run()

    # --- elements ------------------------------------------------------------------------------------------

    def _visit(self, element: Any, tag: str, treated: str) -> str | None:
        """Open an element. Returns how to close it, or None for one whose content is not walked."""
        if treated == "skipped" or treated == "wbr":
            return None
        if treated == "br":
            self._line_break()
            return None
        if treated == "hr":
            self._end_run()
            return None
        attributes = dict(element.items())
        if treated == "image":
            self._media(Shape.IMAGE, read_image(attributes))
            return None
        if treated == "embed":
            self._media(Shape.EMBED, read_embed(_with_source(element, attributes)))
            return None
        hidden, is_block = treated == "hidden", treated != "inline"
        if "style" in attributes:
            style = attributes["style"].replace(" ", "").lower()
            hidden = hidden or "display:none" in style
            is_block = is_block or "display:block" in style
        if "hidden" in attributes:
            hidden = True
        if is_block or attributes.get("role") in _BLOCK_ROLES:
            self._open_scope(element, tag, attributes, hidden)
            return "block"
        return self._open_inline(tag, attributes, hidden)

    def _open_scope(self, element: Any, tag: str, attributes: dict[str, str], hidden: bool) -> None:
        self._end_run()
        parent = self.scope
        # classes of html and body describe the whole site, not this part of the page
        own = 0 if tag in ("html", "body") else _own_hints(tag, attributes)
        shape, level = _shape(tag, attributes, parent)
        self.scope = Scope(
            len(self.scopes),
            parent,
            tag,
            parent.depth + 1 if parent else 0,
            tag + "." + attributes.get("class", ""),
            own,
            own | (parent.inherited if parent else 0),
            shape,
            level,
            hidden or (parent is not None and parent.hidden) or self.hidden_inline > 0,
            element,
        )
        # templates leave a <button> open, and the parser then puts the page into it
        self.controls.append(self.control)
        self.control = 0
        self.scopes.append(self.scope)
        self.spans.append((len(self.blocks), 0))

    def _open_inline(self, tag: str, attributes: dict[str, str], hidden: bool) -> str:
        run = self.run_
        names = attributes.get("class")
        bits = hints_of_name(names) if names else 0
        if not run.pieces:
            run.hints |= bits
        elif bits & self.icon:
            run.pieces.append(" ")  # the name of an icon ("expand_more") is text, and part of no word
            return "icon"
        table = self.table
        if self.gap:
            if self.gap == "apart" and tag in table.apart:
                run.pieces.append(" ")
            self.gap = "inline" if tag not in table.bold else ""
        if hidden:
            # what an inline element hides must not stand in the sentence around it
            self._end_run()
            self.hidden_inline += 1
            return "hidden"
        if tag == "a":
            if self.link is None:
                self.link = (attributes.get("href", ""), len(run.pieces))
                return "link"
        elif tag in table.bold:
            self.bold += 1
            return "bold"
        elif tag in table.controls:
            if self.gap != "apart" and run.pieces and not run.pieces[-1][-1:].isspace():
                run.pieces.append(" ")
            self.control += 1
            return "control"
        elif tag == "time":
            run.time = run.time or attributes.get("datetime")
            return "apart"
        return "apart" if tag in table.apart else "inline"

    def _leave(self, kind: str) -> None:
        if kind == "block":
            self._close_scope()
            return
        self.gap = "inline"
        if kind == "link":
            self._close_link()
            self.gap = "apart"
        elif kind == "bold":
            self.bold -= 1
            self.gap = ""
        elif kind == "control":
            self.control -= 1
            self.gap = "apart"
        elif kind == "apart":
            self.gap = "apart"
        elif kind == "icon":
            self.run_.pieces.append(" ")
        elif kind == "hidden":
            self._end_run()
            self.hidden_inline -= 1

    def _close_scope(self) -> None:
        self._end_run()
        scope = self.scope
        assert scope is not None
        self.spans[scope.index] = (self.spans[scope.index][0], len(self.blocks))
        self.scope = scope.parent
        self.control = self.controls.pop()

    def _close_link(self) -> None:
        self._end_link_in_run()
        self.link = None

    def _end_link_in_run(self) -> None:
        """Note what the open link has shown in this run."""
        if self.link is None:
            return
        url, start = self.link
        text = folded("".join(self.run_.pieces[start:]).replace(LINE_BREAK, " "))
        if text:
            self.run_.link_chars += len(text)
            self.run_.anchors.append(Anchor(text, url))

    # --- inline content ------------------------------------------------------------------------------------

    def _text(self, text: str, element: Any) -> None:
        if self.mend is not None and not text.isascii():
            text = self.mend(text, element)
        pieces = self.run_.pieces
        if not pieces and text.isspace():
            return
        if self.gap:
            if self.gap == "inline" and pieces and _is_seam(pieces[-1], text):
                pieces.append(" ")
            self.gap = ""
        pieces.append(text)
        if self.bold or self.control:
            size = len(text.strip())
            if self.bold:
                self.run_.bold_chars += size
            if self.control:
                self.run_.control_chars += size

    def _line_break(self) -> None:
        """One `<br>` breaks the line, two break the paragraph."""
        self.gap = ""
        pieces = self.run_.pieces
        for piece in reversed(pieces):
            if piece == LINE_BREAK:
                self._end_run()
                return
            if not piece.isspace() and piece:
                pieces.append(LINE_BREAK)
                return

    def _media(self, shape: Shape, media: Media | None) -> None:
        self.gap = ""
        if media is None:
            return
        run = self.run_
        shows_text = any(piece and not piece.isspace() for piece in run.pieces)
        (run.media_after if shows_text else run.media_before).append((shape, media))

    def _end_run(self) -> None:
        """End the run at the edge of a block; most edges meet nothing but white space."""
        run = self.run_
        if run.pieces or run.media_before:
            self._flush()
        else:
            self.gap = ""
            run.hints = 0

    def _flush(self) -> None:
        """What the run holds becomes blocks."""
        self.gap = ""
        run = self.run_
        if self.link is not None:
            self._end_link_in_run()
            self.link = (self.link[0], 0)
        self.run_ = _Run()
        for shape, media in run.media_before:
            self._append(shape, "", run, media)
        scope = self.scope
        assert scope is not None
        text = _run_text(run.pieces, scope.shape)
        if text:
            shape = Shape.CONTROL if run.control_chars * 2 > len(text) else scope.shape
            self._append(shape, text, run, None)
        for shape, media in run.media_after:
            self._append(shape, "", run, media)

    def _append(self, shape: Shape, text: str, run: _Run, media: Media | None) -> None:
        scope = self.scope
        assert scope is not None
        size = len(text)
        if media is not None:
            anchors: tuple[Anchor, ...] = (Anchor("", self.link[0]),) if self.link else ()
        else:
            anchors = tuple(run.anchors)
        self.blocks.append(
            Block(
                len(self.blocks), text, shape, scope.level if shape is Shape.HEADING else 0, scope, run.hints, anchors,
                min(run.link_chars, size), min(run.bold_chars, size), min(run.control_chars, size), media,
                scope.hidden or self.hidden_inline > 0, run.time,
            )  # fmt: skip
        )


def _run_text(pieces: list[str], shape: Shape) -> str:
    joined = pieces[0] if len(pieces) == 1 else "".join(pieces)
    if shape is Shape.PREFORMATTED:
        return joined.replace(LINE_BREAK, "\n").strip("\r\n").rstrip()
    if LINE_BREAK not in joined:
        return folded(joined)
    return "\n".join(line for part in joined.split(LINE_BREAK) if (line := folded(part)))


def _is_seam(before: str, after: str) -> bool:
    """Whether two words meet without a space at the edge of two inline elements; a drop cap is part of its word."""
    left, right = before[-1:], after[:1]
    if right.isupper():
        return left.islower() or (left.isalnum() and before[-2:-1].isalnum())
    return (left.isdigit() and right.isalpha()) or (left.isalpha() and right.isdigit())


def _own_hints(tag: str, attributes: dict[str, str]) -> int:
    table = hints()
    bits = table.tags.get(tag, 0)
    for name, value in attributes.items():
        if name == "class" or name == "id":
            bits |= hints_of_name(value)
        elif name == "role":
            bits |= table.roles.get(value.lower(), 0)
        elif name == "itemprop":
            for word in value.lower().split():
                bits |= table.itemprops.get(word, 0)
    if "-" in tag:
        bits |= hints_of_name(tag)
    return bits


_SHAPELESS = frozenset({"table", "ul", "ol", "dl", "html", "body", "article", "main", "nav", "footer"})


def _shape(tag: str, attributes: dict[str, str], parent: Scope | None) -> tuple[Shape, int]:
    """The shape of bare text in an element: its own, or that of the list item, cell or quote around it."""
    own = elements().shapes.get(tag)
    if own is not None:
        return own, int(tag[1]) if own is Shape.HEADING else 0
    if attributes.get("role") == "heading":
        level = attributes.get("aria-level", "2")
        return Shape.HEADING, int(level) if level in ("1", "2", "3", "4", "5", "6") else 2
    if parent is None or tag in _SHAPELESS:
        return Shape.PARAGRAPH, 0
    return parent.shape, parent.level


def _with_source(element: Any, attributes: dict[str, str]) -> dict[str, str]:
    """A player's attributes, with the address of its first `<source>` where it has none of its own."""
    if "src" not in attributes:
        source = next(element.iterfind("source"), None)
        if source is not None and source.get("src"):
            return attributes | {"src": source.get("src")}
    return attributes
