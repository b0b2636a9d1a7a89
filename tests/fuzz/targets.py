"""What is fuzzed: each target makes an input of some bytes, calls the library, and raises where a promise is broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

import newsclean
from newsclean import Article

PARAGRAPH = "The ferry to Norholm left the harbour an hour late on Monday, its crew said, and nobody minded."
TAGS: Final = (
    "div", "p", "span", "a href=/x", "h1", "h2", "ul", "li", "table", "tr", "td", "article", "nav", "footer",
    "aside", "b", "i", "figure", "figcaption", "img src=/i.jpg", "br", "hr", "blockquote", "pre", "button", "form",
    "template", "noscript",
    "script", "style", "time datetime=2031-05-03", "svg", "dl", "dt", "dd", "section class=related",
    "div class=byline", "div hidden", "div style=display:none", "iframe src=/e", "x-card", "details", "summary",
)  # fmt: skip
TEXTS: Final = (
    PARAGRAPH, "Related Articles", "By Jane Roe", "3 May 2031", "NORHOLM (Agency) - ", "Okinawaโ€™s", "cafÃ©", "鈥檚",
    "&amp;", "&#153;", "&lt;b&gt;", "\n\n", " ", "\xa0", "\x85", "Asia|Business", "(Reporting by A; Editing by B)",
    "©", "\u202e", "\ud800", "5", ":", "Read more: ", "]]>", "-->",
)  # fmt: skip


def sound(article: Article) -> None:
    """Check what holds of every Article."""
    written = article.model_dump_json()
    assert Article.model_validate_json(written) == article, "the JSON reads back to another Article"
    assert article.blocks or article.reason, "neither a story nor a reason"
    for shown in (article.text, article.to_markdown(), article.to_html()):
        shown.encode()


def page_bytes(data: bytes) -> None:
    """Any bytes."""
    sound(newsclean.extract(data))


def markup(data: bytes) -> None:
    """Elements and texts, opened and closed in any order: a byte each."""
    pieces = []
    for byte in data[:2_000]:
        if byte < 100:
            pieces.append(f"<{TAGS[byte % len(TAGS)]}>")
        elif byte < 170:
            pieces.append(f"</{TAGS[byte % len(TAGS)].split()[0]}>")
        else:
            pieces.append(TEXTS[byte % len(TEXTS)])
    sound(newsclean.extract("".join(pieces)))


def json_ld(data: bytes) -> None:
    """Any text as JSON-LD, and what parses as JSON below the keys that are read."""
    text = data.decode("utf-8", "replace").replace("</", "< /")
    keys = ("headline", "author", "datePublished", "articleBody", "image", "hasPart", "publisher", "isPartOf")
    key = keys[len(text) % len(keys)]
    for script in (text, f'{{"@type":"NewsArticle","{key}":{text}}}', json.dumps({"@type": "NewsArticle", key: text})):
        sound(newsclean.extract(f'<script type="application/ld+json">{script}</script><h1>Ferry</h1><p>{PARAGRAPH}'))


def charset(data: bytes) -> None:
    """A declared charset, by header and by meta element, over any bytes."""
    label, _, rest = data.partition(b"\0")
    name = label[:40].decode("latin-1")
    page = b"<meta charset='" + label[:40] + b"'><h1>Ferry</h1><p>" + PARAGRAPH.encode() + rest
    sound(newsclean.extract(page))
    sound(newsclean.extract(page, content_type=f"text/html; charset={name}"))


def text(data: bytes) -> None:
    """Any text: repaired, and cleaned as a flattened page."""
    given = data.decode("utf-16-le" if data[:1] == b"\0" else "utf-8", "replace")
    repaired = newsclean.repair(given)
    assert newsclean.repair(repaired.text).text == repaired.text, "a second repair changes more"
    sound(newsclean.clean_text(f"Ferry leaves late\n\n{PARAGRAPH}\n\n{given}"))


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    "page": page_bytes, "markup": markup, "json-ld": json_ld, "charset": charset, "text": text,
}  # fmt: skip
