"""The one walk over the tree: every text node goes into one block, in the order of the page.

Inline spaces are neither lost nor invented, with two exceptions that browsers show as gaps though the source has none:
links, buttons and the like that stand side by side, and two `<span>`s between which a word would change from a small
letter to a capital, from letters to digits ("5 May" + "By Jane Doe"), or from a label's colon to a letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from newsclean.blocks import Anchor, Block, Layout, Media, Scope, Shape
from newsclean.elements import elements
from newsclean.media import read_embed, read_image
from newsclean.opening import ALONE, TELLING, VOID, Opening, read_opening
from newsclean.run_text import LINE_BREAK, folded, is_seam, run_text

_LOOK_AT_CLOCK = 64  # scopes
_SHOWN = ("alt", "title")  # attributes that are text
_AFTER_LINK = ("apart", "wrapped")
# Thousands of records a page: a `NamedTuple` called by its name takes twice as long, in a function of its own.
_new = tuple.__new__


def walk(
    root: Any, mend: Callable[[str, object], str] | None = None, over: Callable[[], bool] | None = None
) -> Layout:
    """Lay the page out as blocks.

    Args:
        root: an lxml element; it is read, never written.
        mend: repairs one text node, given the element it stands in; None where the page needs no repair.
        over: tells whether time is over: what of the page comes after that is left out.

    >>> import lxml.html
    >>> page = lxml.html.fromstring("<div>One <b>big</b> bridge.<br><br>A second paragraph.<p>A third.</p></div>")
    >>> [block.text for block in walk(page).blocks]
    ['One big bridge.', 'A second paragraph.', 'A third.']
    """
    walker = _Walker(mend, over)
    cut_short = not walker.run(root)
    spans = tuple(zip(walker.starts, walker.ends, strict=True))
    return Layout(tuple(walker.blocks), tuple(walker.scopes), spans, cut_short)


class _TimeOver(Exception):
    """The walk ends here."""


class _Run:
    """The inline content met since the last block boundary. Most runs hold little of it: nothing is made before it."""

    anchors: list[Anchor] | None = None
    link_chars = 0
    bold_chars = 0
    control_chars = 0
    media_before: list[tuple[Shape, Media]] | None = None
    media_after: list[tuple[Shape, Media]] | None = None
    time: str | None = None


class _Walker:
    def __init__(self, mend: Callable[[str, object], str] | None, over: Callable[[], bool] | None) -> None:
        self.mend, self.over = mend, over
        treatment = elements().treatment
        self.alone = {tag: treated for tag, treated in treatment.items() if treated in ALONE}
        self.openings: dict[Any, Opening] = {}  # by tag and what of its attributes tells something
        self.blocks: list[Block] = []
        self.scopes: list[Scope] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.scope: Scope | None = None
        self.pieces: list[str] = []  # the text of the run
        self.hints = 0  # of inline elements that open the run
        self.run_ = _Run()
        self.link: tuple[str, int] | None = None  # the href of the open link, and the piece it starts at
        self.bold = 0
        self.control = 0
        self.controls: list[tuple[Scope, int]] = []  # open around a scope
        self.hidden_inline = 0
        # what closed just now, where two elements may stand side by side: "apart" (a link, say), "inline" (a span), or
        # "wrapped", a link and then the spans around it
        self.gap = ""

    def run(self, root: Any) -> bool:
        """Visit every node below `root`. Returns whether there was time for all."""
        tag = root.tag if isinstance(root.tag, str) else "html"
        self._open_scope(root, read_opening(tag, *[item for item in root.items() if item[0] in TELLING]))
        if root.text:
            self._text(root.text, root)
        stack: list[tuple[Any, Iterator[Any], str]] = [(root, iter(root), "block")]
        try:
            self._visit(stack)
        except _TimeOver:
            while stack:
                self._close(stack.pop()[2])
            return False
        return True

    def _visit(self, stack: list[tuple[Any, Iterator[Any], str]]) -> None:
        """Visit what is left of the elements on the stack. No recursion: pages nest deeper than Python's stack."""
        alone, pieces = self.alone, self.pieces
        while stack:
            element, children, kind = stack[-1]
            for child in children:
                tag = child.tag
                if tag in alone:
                    if alone[tag] != "skipped":
                        self._stand_alone(alone[tag], child)
                elif isinstance(tag, str):
                    opened = self._open(child, tag)
                    text = child.text
                    if text and (pieces or not text.isspace()):
                        self._text(text, child)
                    if len(child):
                        stack.append((child, iter(child), opened))
                        break
                    self._close(opened)
                tail = child.tail
                if tail and (pieces or not tail.isspace()):
                    self._text(tail, element)
            else:
                stack.pop()
                self._close(kind)
                tail = element.tail
                if stack and tail and (pieces or not tail.isspace()):
                    self._text(tail, stack[-1][0])

    # --- elements ------------------------------------------------------------------------------------------

    def _open(self, element: Any, tag: str) -> str:
        """Open an element whose content is walked. Returns how to close it."""
        key: Any = tag
        attributes = element.items()
        for item in attributes:
            if item[0] in TELLING:
                key = (key, item)
        opening = self.openings.get(key)
        if opening is None:
            opening = read_opening(tag, *[item for item in attributes if item[0] in TELLING])
            self.openings[key] = opening
        kind = opening[0]
        if kind == "block":
            self._open_scope(element, opening)
        elif kind == "player":
            self._media(Shape.EMBED, read_embed(self._attributes(element)))
        elif kind != "through":
            self._open_inline(kind, opening, element)
        return kind

    def _open_scope(self, element: Any, opening: Opening) -> None:
        if self.pieces or self.run_.media_before:
            self._make_blocks()
        self.gap = ""
        self.hints = 0
        _, tag, own, shape, level, hidden, signature, _, _ = opening
        scopes, parent = self.scopes, self.scope
        number = len(scopes)
        if parent is None:
            inherited, depth = own, 0
        else:
            _, _, _, depth, _, _, inherited, outer_shape, outer_level, outer_hidden, _ = parent
            inherited, depth = own | inherited, depth + 1
            hidden = hidden or outer_hidden or self.hidden_inline > 0
            if shape is None:
                shape, level = outer_shape, outer_level
        scope: Scope = _new(
            Scope,
            (number, parent, tag, depth, signature, own, inherited, shape or Shape.PARAGRAPH, level, hidden, element),
        )
        if self.over is not None and number % _LOOK_AT_CLOCK == _LOOK_AT_CLOCK - 1 and self.over():
            raise _TimeOver
        self.scope = scope
        scopes.append(scope)
        self.starts.append(len(self.blocks))
        self.ends.append(0)
        if self.control:
            # templates leave a <button> open, and the parser then puts the page into it
            self.controls.append((scope, self.control))
            self.control = 0

    def _stand_alone(self, kind: str, element: Any) -> None:
        if kind == "br":
            self._line_break()
        elif kind == "hr":
            self._end_run()
        elif kind == "image":
            self._media(Shape.IMAGE, read_image(self._attributes(element)))
        elif kind == "embed":
            self._media(Shape.EMBED, read_embed(_with_source(element, self._attributes(element))))

    def _attributes(self, element: Any) -> dict[str, str]:
        attributes = dict(element.items())
        if self.mend is not None:
            for name in _SHOWN:
                if name in attributes and not (text := attributes[name]).isascii():
                    attributes[name] = self.mend(text, element)
        return attributes

    def _open_inline(self, kind: str, opening: Opening, element: Any) -> None:
        pieces = self.pieces
        if not pieces:
            self.hints |= opening.hints
        elif kind == "icon" or (kind == "control" and not pieces[-1][-1:].isspace()):
            pieces.append(" ")  # the name of an icon ("expand_more") is text, and part of no word
        if self.gap:
            after_link = self.gap != "inline"
            if after_link and opening.tag in elements().apart:
                pieces.append(" ")
                after_link = False
            self.gap = ("wrapped" if after_link else "inline") if opening.breaks_seam else ""
        if kind == "link":
            if self.link is None:
                self.link = (element.get("href") or "", len(pieces))
        elif kind == "bold":
            self.bold += 1
        elif kind == "control":
            self.control += 1
        elif kind == "hidden":
            # what an inline element hides must not stand in the sentence around it
            self._end_run()
            self.hidden_inline += 1
        elif opening.time is not None and self.run_.time is None:
            self.run_.time = opening.time

    def _close(self, kind: str) -> None:
        if kind == "block":
            if self.pieces or self.run_.media_before:
                self._make_blocks()
            self.gap = ""
            self.hints = 0
            scope = self.scope
            assert scope is not None
            self.ends[scope[0]] = len(self.blocks)
            self.scope = scope[1]
            if self.controls and self.controls[-1][0] is scope:
                self.control = self.controls.pop()[1]
            return
        if kind in VOID:
            return
        self.gap = "wrapped" if self.gap in _AFTER_LINK else "inline"
        if kind == "link":
            self._end_link_in_run()
            self.link = None
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
            if self.pieces[-1:] != [" "]:
                self.pieces.append(" ")
        elif kind == "hidden":
            self._end_run()
            self.hidden_inline -= 1

    def _end_link_in_run(self) -> None:
        """Note what the open link has shown in this run."""
        if self.link is None:
            return
        url, start = self.link
        shown = self.pieces[start:]
        text = folded(shown[0] if len(shown) == 1 else "".join(shown).replace(LINE_BREAK, " "))
        if text:
            run = self.run_
            run.link_chars += len(text)
            if run.anchors is None:
                run.anchors = [_new(Anchor, (text, url))]
            else:
                run.anchors.append(_new(Anchor, (text, url)))

    # --- inline content ------------------------------------------------------------------------------------

    def _text(self, text: str, element: Any) -> None:
        if self.mend is not None and (not text.isascii() or "&" in text):
            text = self.mend(text, element)
        pieces = self.pieces
        if self.gap:
            if self.gap != "apart" and pieces and is_seam(pieces[-1], text):
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
        for piece in reversed(self.pieces):
            if piece == LINE_BREAK:
                self._end_run()
                return
            if not piece.isspace() and piece:
                self.pieces.append(LINE_BREAK)
                return
        self._drop_blanks()

    def _drop_blanks(self) -> None:
        """Keep one of the pieces, where all are blank, so that nobody has to look through them again and again."""
        del self.pieces[1:]
        if self.link is not None and self.link[1] > 1:
            self.link = (self.link[0], 1)

    def _media(self, shape: Shape, media: Media | None) -> None:
        self.gap = ""
        if media is None:
            return
        run = self.run_
        if self.pieces and any(piece and not piece.isspace() for piece in self.pieces):
            run.media_after = run.media_after or []
            run.media_after.append((shape, media))
            return
        self._drop_blanks()
        run.media_before = run.media_before or []
        run.media_before.append((shape, media))

    def _end_run(self) -> None:
        """End the run at the edge of a block; most edges meet nothing but white space."""
        if self.pieces or self.run_.media_before:
            self._make_blocks()
        self.gap = ""
        self.hints = 0

    def _make_blocks(self) -> None:
        """What the run holds becomes blocks."""
        run, scope = self.run_, self.scope
        assert scope is not None
        if self.link is not None:
            self._end_link_in_run()
            self.link = (self.link[0], 0)
        shape = scope.shape
        if len(self.pieces) == 1 and run.anchors is not None and shape is not Shape.PREFORMATTED:
            text = run.anchors[0][0]  # the text of a link and nothing else: an entry of a menu
        else:
            text = run_text(self.pieces, shape)
        self.run_ = _Run()
        self.pieces.clear()
        if run.media_before is not None:
            self._show(run.media_before, run)
        if text:
            size, anchors, controls = len(text), run.anchors, run.control_chars
            if controls * 2 > size:
                shape = Shape.CONTROL
            blocks = self.blocks
            blocks.append(_new(Block, (
                len(blocks), text, shape, scope.level if shape is Shape.HEADING else 0, scope, self.hints,
                () if anchors is None else tuple(anchors),
                run.link_chars if run.link_chars < size else size,
                run.bold_chars if run.bold_chars < size else size,
                controls if controls < size else size,
                None, scope.hidden or self.hidden_inline > 0, run.time,
            )))  # fmt: skip
        if run.media_after is not None:
            self._show(run.media_after, run)

    def _show(self, pictures: list[tuple[Shape, Media]], run: _Run) -> None:
        """Blocks of pictures and frames, which have no text of their own."""
        scope, blocks = self.scope, self.blocks
        assert scope is not None
        anchors = (Anchor("", self.link[0]),) if self.link else ()
        hidden = scope.hidden or self.hidden_inline > 0
        for shape, media in pictures:
            blocks.append(_new(
                Block, (len(blocks), "", shape, 0, scope, self.hints, anchors, 0, 0, 0, media, hidden, run.time)
            ))  # fmt: skip


def _with_source(element: Any, attributes: dict[str, str]) -> dict[str, str]:
    """A player's attributes, with the address of its first `<source>` where it has none of its own."""
    if "src" not in attributes:
        source = next(element.iterfind("source"), None)
        if source is not None and source.get("src"):
            return attributes | {"src": source.get("src")}
    return attributes
