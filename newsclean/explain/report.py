"""The report: one HTML file that loads nothing, runs no script but its own, and shows a page only as escaped text.

The Content-Security-Policy names the report's script and style by their hashes (CSP 3, "hash-source"), so that nothing
a page could smuggle in would run, be loaded, or be sent anywhere.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape
from typing import Final

from newsclean.data_files import text_of
from newsclean.explain.article_view import article_view
from newsclean.explain.explanation import ExplainedBlock, Explanation
from newsclean.explain.wording import because
from newsclean.labels import CHROME, STORY, Label

_HEAD = (Label.MASTHEAD, Label.AUTHOR_BIO, Label.TAGS, Label.BREADCRUMB)
_STORIES = (Label.RELATED, Label.POPULAR, Label.LATEST, Label.SECTION_LIST)
_OFFERS = (
    Label.SHARE, Label.NEWSLETTER, Label.SUBSCRIBE, Label.ADVERTISEMENT, Label.SPONSORED, Label.CONSENT, Label.COMMENTS,
)  # fmt: skip
COLOURS: Final[Mapping[Label, str]] = {
    **dict.fromkeys(STORY, "story"), **dict.fromkeys(_HEAD, "head"), **dict.fromkeys(_STORIES, "stories"),
    **dict.fromkeys(_OFFERS, "offer"), Label.OTHER: "rest", Label.HIDDEN: "rest hidden",
}  # fmt: skip
"""The class of a label's colour; "site" for the others."""


def report(explanation: Explanation) -> str:
    """The report as a whole HTML document."""
    return "\n".join(_document(explanation))


def _document(explanation: Explanation) -> Iterator[str]:
    style, script = text_of("report.css"), text_of("report.js")
    article = explanation.article
    title = escape(article.title or "a page without a title")
    yield '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Explained: {title}</title><style>{style}</style></head><body>"
    yield '<header><a class="skip" href="#article">Skip to the article</a>'
    yield f'<h1><bdi>{title}</bdi></h1><div>{_summary(explanation)}</div></header><div class="columns">'
    yield '<main class="page"><h2>The page, block by block</h2>'
    yield from _filters(explanation)
    yield '<ol class="blocks" aria-label="Blocks of the page; arrow keys move, Escape hides the details">'
    for block in explanation.blocks:
        yield _block(block, explanation.threshold)
    yield '</ol></main><aside class="article" id="article" aria-label="The article">'
    yield from article_view(article)
    yield f"</aside></div><script>{script}</script></body></html>"


def _policy(style: str, script: str) -> str:
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _summary(explanation: Explanation) -> str:
    article = explanation.article
    kept = sum(block.kept for block in explanation.blocks)
    reason = f": {escape(article.reason)}" if article.reason else ""
    return (
        f"{escape(article.kind)}{reason}; confidence {article.confidence:.2f}; "
        f"{kept} of {len(explanation.blocks)} blocks are story"
    )


def _filters(explanation: Explanation) -> Iterator[str]:
    """The legend, which filters: a box a label, how many blocks have it, and a search for words."""
    counts = Counter(block.label for block in explanation.blocks)
    yield '<fieldset class="filters"><legend>Show</legend>'
    for label in Label:
        if counts[label]:
            side = "story" if label in STORY else "chrome" if label in CHROME else "hidden"
            yield (
                f'<label class="{colour(label)}"><input type="checkbox" name="label" value="{label.value}" '
                f'data-side="{side}" checked><span class="swatch"></span>{label.value} <small>{counts[label]}</small>'
                "</label>"
            )
    yield "<div>"
    for side, name in (("all", "All"), ("story", "Story only"), ("chrome", "Chrome only")):
        yield f'<button type="button" data-side="{side}">{name}</button>'
    yield '<input type="search" placeholder="Find words" aria-label="Show only blocks with these words">'
    yield f'<small id="count" role="status">{len(explanation.blocks)} blocks</small></div></fieldset>'


def colour(label: Label) -> str:
    """The class of a label's colour."""
    return COLOURS.get(label, "site")


def _block(block: ExplainedBlock, threshold: float) -> str:
    words = escape(block.text) if block.text else f"<small>[{block.shape}] {escape(block.media or '')}</small>"
    name, why = block.label.value, f"why-{block.index}"
    return (
        f'<li class="block {colour(block.label)}" data-label="{name}">'
        f'<p tabindex="0" aria-describedby="{why}"><span class="name">{name}</span><bdi>{words}</bdi></p>'
        f'<div class="why" id="{why}" role="tooltip">{_why(block, threshold)}</div></li>'
    )


def _why(block: ExplainedBlock, threshold: float) -> str:
    rows = [("why", because(block, threshold)), ("shape", block.shape), ("xpath", block.xpath)]
    rows += [(each.feature, f"{each.value:g} moved it {each.log_odds:+.2f}") for each in block.leanings]
    return "<dl>" + "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows) + "</dl>"
