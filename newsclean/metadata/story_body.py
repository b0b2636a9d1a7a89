"""The text of a story that a page holds in its data, cut into paragraphs: plain text or HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from newsclean.metadata.wording import one_line

_MARKUP = re.compile(r"<(?:/?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|em|strong|b|i|a|span)\b[^<>]{0,2000}|!--)", re.I)
_ESCAPED = re.compile(r"&lt;/?(?:p|br|div|h[1-6]|li|blockquote)\b", re.I)
_DROPPED = re.compile(
    r"<(script|style|figure|iframe|noscript|svg|template|aside|button|form|table)\b[^<>]{0,2000}>.*?</\1\s*>|<!--.*?-->",
    re.I | re.DOTALL,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,40})(?:\s[^<>]{0,4000})?/?>")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n")
_ESCAPED_BREAK = re.compile(r"\\r\\n|\\n|\\r")
_LONG_LINE = 40  # characters; shorter lines on the average are a wrapped text

Kind = Literal["paragraph", "heading", "list_item", "quote", "deck"]


class BodyPart(NamedTuple):
    """A part of a story: its text on one line. A deck comes from an application's state only."""

    kind: Kind
    text: str


_KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
        "li": "list_item",
        "blockquote": "quote",
    }
)
_BLOCKS = frozenset((
    "p", "div", "br", "ul", "ol", "section", "article", "header", "footer", "hr", "tr", "td", "th", "dl", "dt", "dd",
    "pre", "figcaption", "main", "center", *_KINDS,
))  # fmt: skip


def body_paragraphs(article_body: str) -> tuple[BodyPart, ...]:
    """The parts of a story as (kind, text), kind being "paragraph", "heading", "list_item" or "quote".

    Plain text gives paragraphs only: cut at blank lines where it has any, else at line breaks. Entities are resolved,
    also doubly escaped ones; scripts, figures and frames inside HTML are left out.

    >>> [part.text for part in body_paragraphs("It rained.\\r\\n\\r\\nThen it snowed.")]
    ['It rained.', 'Then it snowed.']
    >>> body_paragraphs("<h2>Rain</h2><p>It <b>snowed</b>.</p>")
    (BodyPart(kind='heading', text='Rain'), BodyPart(kind='paragraph', text='It snowed.'))
    """
    text = article_body.replace("\r\n", "\n").replace("\r", "\n")
    if _ESCAPED.search(text) and not _MARKUP.search(text):
        text = html.unescape(text)
    if "<" in text and _MARKUP.search(text):
        return _from_html(text)
    return tuple(BodyPart("paragraph", line) for line in _lines(_resolved(text)))


def _from_html(text: str) -> tuple[BodyPart, ...]:
    parts = _Parts()
    at = 0
    text = _DROPPED.sub("\n", text) if _is_balanced(text) else text
    broken = re.search(r"</?p\b|<br", text, re.I) is None
    for tag in _TAG.finditer(text):
        parts.add(text[at : tag.start()], broken)
        parts.meet(tag[2].lower(), closing=bool(tag[1]))
        at = tag.end()
    parts.add(text[at:], broken)
    parts.end()
    return tuple(parts.found)


def _is_balanced(text: str) -> bool:
    """Whether opened scripts and comments are closed: else each would be searched to the end of the text."""
    lower = text.lower()
    names = ("script", "style", "figure", "iframe", "noscript", "svg", "template", "aside", "button", "form", "table")
    return all(lower.count(f"<{name}") <= lower.count(f"</{name}") for name in names) and (
        lower.count("<!--") <= lower.count("-->")
    )


class _Parts:
    """The parts met so far, and the one being read."""

    def __init__(self) -> None:
        self.found: list[BodyPart] = []
        self.pieces: list[str] = []
        self.open: list[Kind] = []  # heading, list_item, quote: elements that give their text a kind

    def add(self, text: str, breaks_at_lines: bool) -> None:
        """Text between two tags. Line breaks count only where the HTML has neither `<p>` nor `<br>`."""
        if breaks_at_lines and "\n" in text:
            first, *others = _LINE.split(text)
            self.pieces.append(first)
            for line in others:
                self.end()
                self.pieces.append(line)
        else:
            self.pieces.append(text)

    def meet(self, tag: str, closing: bool) -> None:
        """A tag: one of a block ends the part."""
        if tag not in _BLOCKS:
            return
        self.end()
        kind = _KINDS.get(tag)
        if kind is None:
            return
        if not closing:
            self.open.append(kind)
        elif kind in self.open:
            while self.open.pop() != kind:
                pass

    def end(self) -> None:
        """The part read so far is complete."""
        text = one_line(_resolved("".join(self.pieces)))
        self.pieces.clear()
        if text:
            self.found.append(BodyPart(self.open[-1] if self.open else "paragraph", text))


def _resolved(text: str) -> str:
    """Entities resolved; twice, since templates escape what is escaped."""
    if "&" in text:
        text = html.unescape(text)
        if "&" in text:
            text = html.unescape(text)
    return text


def _lines(text: str) -> list[str]:
    """The paragraphs of plain text."""
    if "\n" not in text and "\\n" in text:
        text = _ESCAPED_BREAK.sub("\n", text)
    text = text.strip()
    lines = text.split("\n")
    blank = _BLANK_LINES.split(text)
    wrapped = len(blank) > 2 and len(lines) > 3 * len(blank) and _is_wrapped(lines)
    return [line for part in (blank if wrapped else lines) if (line := one_line(part))]


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines of a text are cut at a width, so that only blank lines end a paragraph."""
    filled = [line.rstrip() for line in lines if line.strip()]
    ended = sum(line[-1] in ".!?…。！？।۔»”\"" for line in filled)
    return max(map(len, filled)) < 3 * _LONG_LINE and ended * 2 < len(filled)
