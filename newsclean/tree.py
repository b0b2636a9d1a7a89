"""Text -> lxml tree, with nothing lost that the page shows.

libxml2 loses parts of a page in ways that browsers do not. What this stage does about each (libxml2 2.14):

- everything after the first `</html>`, and the place of everything after `</body>`: such end tags are taken out
  wherever content follows them;
- everything below 2,048 levels of nesting, and all that follows it: such a page is flattened and read again, warning
  `nesting_cut`;
- minutes for a tag of 100,000 attributes, each of which is compared with all before it: such a tag loses its
  attributes, warning `attributes_cut`;
- characters that lxml refuses in a str: control characters are dropped, warning `controls_dropped`; lone surrogates
  become U+FFFD, warning `surrogates_replaced`. C1 controls and U+00A0 stay: mojibake repair needs them. An XML
  declaration's encoding is overruled.

`colspan=9e15` exhausts the memory of whoever lays tables out by it. Nobody does here; warning `span_ignored` says so.

libxml2 reads numeric references to C1 as windows-1252, as HTML asks: `&#153;` is "™". References to C0 controls pass:
`&#1;` is U+0001 in the tree. Nesting that HTML forbids ends the outer element early (`<a>` in `<a>`, `<table>` in
`<p>`) or is kept as written (`<p>` in `<a>`); no text is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from newsclean.article import PageWarning
from newsclean.nesting import RAW_TEXT, VOID, flattened
from newsclean.surrogates import surrogates_warnings

_CONTROLS = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0C, 0x0D})
# No angle brackets or quotes inside: an attribute may hold "</body", and must not be cut open.
_CLOSE = re.compile(rb"""</(?:body|html)(?=[\s/>])[^<>"']{0,200}>""", re.I)
# White space, comments and further end tags do not count as content after an end tag.
_NO_CONTENT = re.compile(rb"\s+|<!--|</(?:body|html)\b[^<>]{0,200}>", re.I)
_OPAQUE = re.compile(rb"<(?:!--|(" + RAW_TEXT + rb"|plaintext)(?=[\s/>]))", re.I)
_QUOTED = re.compile(rb""""[^"]*"|'[^']*'""")
# HTML clamps colspan to 1,000 and rowspan to 65,534 (Living Standard, 4.9.11).
_ABSURD_SPAN = re.compile(rb"""span\s*=\s*["']?\s*(?:\d{6}|\d[\d.]*e\d)""")
_TAG = re.compile(rb"<[a-zA-Z][^\s/<>]{0,100}")
_XPATH_NAME = re.compile(r"[a-zA-Z_][\w.-]*\Z")
_HEAD_CONTENT = frozenset(
    {"title", "meta", "link", "base", "basefont", "bgsound", "style", "script", "noscript", "template", "object"}
)
_RESOURCE_LIMIT = 114  # xmlParserErrors of libxml2, which lxml 6.0 has no name for
_LONGEST_TAG = 16_384
_MOST_ATTRIBUTES = 1_000
_LONGEST_PATH = 256  # steps


class Tree(NamedTuple):
    """A parsed page. `root` is its `<html>` element, always there, with a `<body>` or `<frameset>` in it."""

    root: etree._Element
    warnings: tuple[PageWarning, ...]


def parse(text: str, encoded: bytes | None = None) -> Tree:
    """Parse a page. Any str gives a tree; what had to be given up stands in `warnings`.

    `encoded` is the same in UTF-8, where that is at hand. Warning codes: see above, and `not_parsed`. Comments and
    processing instructions are left out.

    >>> tree = parse("<p>One</p></body></html><p>Two")
    >>> [paragraph.text for paragraph in tree.root.iter("p")]
    ['One', 'Two']
    """
    data, warnings = _clean_utf_8(text, encoded)
    data = _without_early_closes(data)
    data, tags_cut = _without_attribute_bombs(data)
    if tags_cut:
        warnings.append(PageWarning(code="attributes_cut", detail=f"{tags_cut} oversized tags lost their attributes"))
    root, found = _parsed(data)
    if any(warning.code == "nesting_cut" for warning in found):
        root, again = _parsed(flattened(data))
        if again:
            root, again = _parsed(flattened(data, VOID))
        found = list(dict.fromkeys([*found, *again]))
    return Tree(_with_body(root), (*warnings, *found))


def _parsed(data: bytes) -> tuple[etree._Element | None, list[PageWarning]]:
    warnings: list[PageWarning] = []
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        root = None
        if data.strip():
            warnings.append(PageWarning(code="not_parsed", detail=str(error)))
    last_error = parser.error_log.last_error
    if last_error is not None and last_error.type == _RESOURCE_LIMIT:
        detail = f"elements nested too deep from line {last_error.line} on"
        warnings.append(PageWarning(code="nesting_cut", detail=detail))
    return root, warnings


class Paths:
    """The paths of a page's elements, such as `/html/body/div[2]/p[1]`: each finds its element in the same page.

    `getpath` of lxml walks all siblings before the element, which takes 24 s for the rows of a table of 60,000. Here
    the children of an element are numbered once. An element whose name XPath cannot spell (`<o:p>`) is `*[n]`. One that
    lies deeper than 256 levels is `(//*)[n]`, the nth element of the page: with a step a level, a tree of 100,000
    levels has 20 GB of paths.

    >>> Paths()(parse("<p>One<p>Two").root[0][1])
    '/html/body/p[2]'
    """

    def __init__(self) -> None:
        self._paths: dict[etree._Element, str] = {}
        self._ordinals: dict[etree._Element, int] = {}

    def __call__(self, element: etree._Element) -> str:
        """The path of an element, not of a comment."""
        paths = self._paths
        unknown = []
        upper: etree._Element | None = element
        while upper is not None and upper not in paths:
            unknown.append(upper)
            upper = upper.getparent()
        for upper in reversed(unknown):
            parent = upper.getparent()
            if parent is None:
                paths[upper] = f"/{upper.tag}"
            elif upper not in paths:
                if paths[parent].count("/") >= _LONGEST_PATH or paths[parent].startswith("("):
                    paths[upper] = f"(//*)[{self._ordinal(upper)}]"
                else:
                    self._number(parent)
        return paths[element]

    def _ordinal(self, element: etree._Element) -> int:
        if not self._ordinals:
            everything = element.getroottree().getroot().iter(etree.Element)
            self._ordinals = {each: n for n, each in enumerate(everything, 1)}
        return self._ordinals[element]

    def _number(self, parent: etree._Element) -> None:
        paths, path = self._paths, self._paths[parent]
        children = list(parent.iterchildren(etree.Element))
        names = [child.tag for child in children]
        counts = dict.fromkeys(names, 0)
        alone = len(counts) == len(names)  # no two children share a name
        totals = counts if alone else Counter(names)
        for position, (child, name) in enumerate(zip(children, names, strict=True), 1):
            if not _is_spellable(name):
                paths[child] = f"{path}/*[{position}]"
            elif alone or totals[name] == 1:
                paths[child] = f"{path}/{name}"
            else:
                counts[name] = count = counts[name] + 1
                paths[child] = f"{path}/{name}[{count}]"


@lru_cache(maxsize=1024)
def _is_spellable(name: str) -> bool:
    return _XPATH_NAME.match(name) is not None


def _with_body(root: etree._Element | None) -> etree._Element:
    if root is None:
        root = etree.fromstring(b"<html><body></body></html>", etree.HTMLParser())
    elif root.find("body") is None and root.find("frameset") is None:
        etree.SubElement(root, "body")
    _empty_head_of_content(root)
    return root


def _empty_head_of_content(root: etree._Element) -> None:
    """Move to the body what libxml2 leaves in a head that nothing closes: it knows no `<main>` that would."""
    head, body = root.find("head"), root.find("body")
    if head is None or body is None:
        return
    children = list(head)
    first = next((n for n, child in enumerate(children) if child.tag not in _HEAD_CONTENT), len(children))
    strays = children[first:]
    if strays and body.text:
        strays[-1].tail = (strays[-1].tail or "") + body.text
        body.text = None
    for position, stray in enumerate(strays):
        body.insert(position, stray)


def _clean_utf_8(text: str, encoded: bytes | None) -> tuple[bytes, list[PageWarning]]:
    """The text as bytes that libxml2 takes, and what had to be changed for that."""
    warnings: list[PageWarning] = []
    try:
        raw = text.encode() if encoded is None else encoded
    except UnicodeEncodeError:
        # Through UTF-16 the two halves of a surrogate pair meet again; only lone ones become U+FFFD.
        sound = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        raw = sound.encode()
        lone = sound.count("\ufffd") - text.count("\ufffd")
        warnings.extend(surrogates_warnings(lone))
    # nearly no page holds one; to look for each takes half as long as to take out all
    data = raw.translate(None, _CONTROLS) if any(control in raw for control in _CONTROLS) else raw
    if dropped := len(raw) - len(data):
        warnings.append(PageWarning(code="controls_dropped", detail=f"{dropped} control characters were dropped"))
    if span := _ABSURD_SPAN.search(data):
        detail = f"{span.group()[:40].decode('ascii', 'replace')}: columns and rows that a cell spans are not counted"
        warnings.append(PageWarning(code="span_ignored", detail=detail))
    return data, warnings


def _without_early_closes(data: bytes) -> bytes:
    """Take out `</body>` and `</html>` where content follows them, except inside comments, scripts and the like."""
    closes = list(_CLOSE.finditer(data))
    if not closes or not _content_follows(data, closes[0].end()):
        return data
    kept = []
    position = 0
    opaque_end = 0
    opener = _OPAQUE.search(data)
    for close in closes:
        while opener and opener.start() < close.start():
            opaque_end = _opaque_end(data, opener)
            opener = _OPAQUE.search(data, opaque_end)
        if close.start() < opaque_end:
            continue
        kept.append(data[position : close.start()])
        position = close.end()
    kept.append(data[position:])
    return b"\n".join(kept)


def _content_follows(data: bytes, position: int) -> bool:
    while match := _NO_CONTENT.match(data, position):
        position = match.end()
        if match.group() == b"<!--":
            end = data.find(b"-->", position - 2)
            if end < 0:
                return False
            position = end + 3
    return position < len(data)


def _opaque_end(data: bytes, opener: re.Match[bytes]) -> int:
    """Where the comment or raw-text element ends that `opener` starts; the end of the page if nothing closes it."""
    name = opener.group(1)
    if name is None:
        end = data.find(b"-->", opener.start() + 2)  # "<!-->" is a whole comment
        return end + 3 if end >= 0 else len(data)
    closing = re.compile(rb"</" + name, re.I).search(data, opener.end())
    return closing.end() if closing else len(data)


def _without_attribute_bombs(data: bytes) -> tuple[bytes, int]:
    """Take the attributes from tags that are longer than 16 kB and hold more than 1,000 of them."""
    cuts = []
    position = 0
    while position + _LONGEST_TAG < len(data):
        close = data.rfind(b">", position, position + _LONGEST_TAG)
        if close >= 0:
            position = close + 1
            continue
        end = data.find(b">", position + _LONGEST_TAG)
        end = len(data) if end < 0 else end
        tag = _TAG.search(data, position, end)
        if tag and len(_QUOTED.sub(b"", data[tag.end() : end]).split()) > _MOST_ATTRIBUTES:
            cuts.append((tag.end(), end))
        position = end + 1
    kept = []
    position = 0
    for start, end in cuts:
        kept.append(data[position:start])
        position = end
    kept.append(data[position:])
    return b"".join(kept), len(cuts)
