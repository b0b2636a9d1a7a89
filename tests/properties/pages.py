"""News-like pages from fictional words, no word twice: so that a lost, doubled or invented word shows.

`words` is the way to ask what a page shows: it reads the tree by itself, and shares nothing with the library.
"""

from __future__ import annotations

from itertools import count

from hypothesis import strategies as st
from lxml import etree

STEMS = {
    "en": "the ferry to norholm left harbour late after fog covered sound and crew waited on monday morning",
    "de": "die fähre nach norholm fuhr wegen nebel später über den sund während besatzung größere wellen sah",
    "ru": "паром норхольм вышел позже обычного потому что туман накрыл пролив экипаж ждал рассвета",
    "ar": "غادرت العبارة ميناء نورهولم متأخرة بسبب الضباب الكثيف وانتظر الطاقم حتى الصباح",
    "hi": "नाव कोहरे के कारण देर से बंदरगाह से निकली और यात्री सुबह तक रुके रहे",
    "zh": "渡轮 因为 大雾 晚点 离开 港口 船员 等到 早晨 才 出发",
    "th": "เรือ ข้ามฟาก ออก ช้า เพราะ หมอก หนา ลูกเรือ รอ จน เช้า",
}
STOPS = {"zh": "。", "hi": "।", "th": ""}

# What no reader sees: not laid out at all, or only where scripts are off.
_UNSEEN = frozenset({"script", "style", "head", "title", "select", "textarea", "noscript", "template", "svg"})
_VEILED = frozenset({"noscript", "template"})
_INLINE = ("b", "i", "em", "strong", "span", "a", "u", "small", "mark", "font")


def words(root: etree._Element) -> list[str]:
    """The words that a page shows, in order, text node by text node."""
    found: list[str] = []
    stack: list[tuple[etree._Element, bool]] = [(root, False)]
    while stack:
        element, tail = stack.pop()
        if tail:
            found += (element.tail or "").split()
            continue
        stack.append((element, True))
        if not isinstance(element.tag, str) or element.tag in _UNSEEN or _is_hidden(element):
            continue
        found += (element.text or "").split()
        stack += [(child, False) for child in reversed(element)]
    return found


def hidden_words(root: etree._Element) -> list[str]:
    """The words that are laid out, and hidden until a script shows them."""
    found: list[str] = []
    for element in root.iter(etree.Element):
        parent = element.getparent()
        if _is_veiled(element) and not any(map(_is_veiled, element.iterancestors())) and parent is not None:
            for inner in element.iter(etree.Element):
                skipped = inner.tag in _UNSEEN and inner.tag not in _VEILED
                found += "" if skipped else (inner.text or "").split()
                found += (inner.tail or "").split() if inner is not element else []
    return found


def _is_veiled(element: etree._Element) -> bool:
    return element.tag in _VEILED or _is_hidden(element)


def _is_hidden(element: etree._Element) -> bool:
    return "hidden" in element.attrib or "display:none" in element.get("style", "").replace(" ", "")


class Writer:
    """Writes parts of a page in one language; hands out each word once."""

    def __init__(self, language: str, shape: list[int]) -> None:
        self.language = language
        self._numbers = count()
        self._shape = shape or [0]
        self._step = count()

    def pick(self, choices: int) -> int:
        """The next decision: 0 up to, not including, `choices`."""
        return self._shape[next(self._step) % len(self._shape)] % choices

    def word(self) -> str:
        number = next(self._numbers)
        stems = STEMS[self.language].split()
        suffix = chr(97 + number // 676 % 26) + chr(97 + number // 26 % 26) + chr(97 + number % 26)
        return stems[number % len(stems)] + suffix

    def words(self, many: int) -> str:
        return " ".join(self.word() for _ in range(many))

    def sentence(self, many: int = 14) -> str:
        return f"{self.words(many)}, {self.words(3)}{STOPS.get(self.language, '.')}"

    def rich(self) -> str:
        """Two or three sentences, some words of them in inline elements."""
        pieces = []
        for _ in range(2 + self.pick(2)):
            tag = _INLINE[self.pick(len(_INLINE))]
            href = f' href="/s/{next(self._numbers)}"' if tag == "a" else ""
            pieces.append(f"{self.sentence()} <{tag}{href}>{self.words(2)}</{tag}> {self.sentence(6)}")
        return " ".join(pieces)

    def link(self, many: int = 6) -> str:
        return f'<a href="/story/{next(self._numbers)}">{self.words(many)}</a>'

    # --- parts ---------------------------------------------------------------------------------------------

    def paragraphs(self) -> str:
        return "".join(f"<p>{self.rich()}</p>" for _ in range(1 + self.pick(4)))

    def breaks(self) -> str:
        return f"<div>{'<br><br>'.join(self.rich() for _ in range(1 + self.pick(3)))}<br>{self.sentence()}</div>"

    def bare_text(self) -> str:
        return f"<section>{self.sentence()} <div>{self.rich()}</div> {self.sentence()}</section>"

    def heading(self) -> str:
        level = 1 + self.pick(6)
        return f"<h{level}>{self.words(5)}</h{level}>"

    def items(self) -> str:
        tag = ("ul", "ol")[self.pick(2)]
        inner = f"<ul><li>{self.words(4)}</li></ul>" if self.pick(2) else ""
        return f"<{tag}>" + "".join(f"<li>{self.sentence(8)}{inner}</li>" for _ in range(3)) + f"</{tag}>"

    def table(self) -> str:
        rows = "".join(f"<tr><th>{self.words(2)}</th><td>{self.sentence(5)}</td></tr>" for _ in range(3))
        return f"<table><caption>{self.words(3)}</caption>{rows}</table>"

    def quote(self) -> str:
        return f"<blockquote><p>{self.rich()}</p><cite>{self.words(2)}</cite></blockquote>"

    def figure(self) -> str:
        return f'<figure><img src="/i.jpg" alt=""><figcaption>{self.sentence(8)}</figcaption></figure>'

    def terms(self) -> str:
        return f"<dl><dt>{self.words(2)}</dt><dd>{self.sentence()}</dd></dl>"

    def preformatted(self) -> str:
        return f"<pre>{self.words(4)}\n  {self.words(4)}</pre>"

    def hidden(self) -> str:
        how = ("hidden", 'style="display: none"')[self.pick(2)]
        return f"<div {how}>{self.words(6)}</div><noscript>{self.words(3)}</noscript>"

    def unseen(self) -> str:
        return f"<script>var x = '{self.word()}';</script><style>.x {{}}</style><select><option>{self.word()}</select>"

    def nav(self) -> str:
        return f"<nav><ul>{''.join(f'<li>{self.link(2)}</li>' for _ in range(4))}</ul></nav>"

    def related(self) -> str:
        return f'<aside class="related"><h3>{self.words(2)}</h3>{self.nav()}{self.link(8)} {self.link(8)}</aside>'

    def form(self) -> str:
        return f"<form><label>{self.words(3)}</label> <input> <button>{self.words(1)}</button></form>"

    def footer(self) -> str:
        return f"<footer>{self.link(2)} {self.link(2)} <p>{self.words(4)}</p></footer>"


_PARTS = (
    "paragraphs", "breaks", "bare_text", "heading", "items", "table", "quote", "figure", "terms", "preformatted",
    "hidden", "unseen", "nav", "related", "form", "footer", "paragraphs", "paragraphs",
)  # fmt: skip
# Markup that HTML forbids, or that libxml2 reads in its own way; no word in it.
LITTER = (
    "</div>", "<div>", "</p>", "<b>", "</b>", "<p>", "<a href=x>", "</a>", "<li>", "<td>", "</body></html>",
    "<!-- x -->",
)  # fmt: skip


@st.composite
def pages(draw: st.DrawFn, litter: bool = False) -> str:
    """A whole page. `litter` strews forbidden markup between its parts."""
    writer = Writer(draw(st.sampled_from(sorted(STEMS))), draw(st.lists(st.integers(0, 59), min_size=1, max_size=8)))
    parts = [getattr(writer, name)() for name in draw(st.lists(st.sampled_from(_PARTS), max_size=10))]
    for i, wrap in enumerate(draw(st.lists(st.integers(0, 4), max_size=len(parts)))):
        if i < len(parts):
            parts[i] = "<div>" * wrap + parts[i] + "</div>" * wrap
    if litter:
        for at in draw(st.lists(st.integers(0, 10), max_size=5)):
            parts.insert(at, draw(st.sampled_from(LITTER)))
    title = f"<h1>{writer.words(6)}</h1>" if draw(st.booleans()) else ""
    head = f'<head><title>{writer.words(4)}</title><meta name="description" content="{writer.words(5)}"></head>'
    return f'<!doctype html><html lang="{writer.language}">{head}<body>{title}{" ".join(parts)}</body></html>'

