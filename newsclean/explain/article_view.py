"""The right side of the report: the Article as a reader sees it, its metadata with evidence, repairs and warnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from newsclean.article import Article, Figure
from newsclean.rendering.html import to_html
from newsclean.rendering.overview import metadata_rows

_APART = frozenset({"repairs", "warnings"})  # shown in tables of their own


def article_view(article: Article) -> Iterator[str]:
    """The parts of the right side, in order."""
    yield "<h2>The story</h2>"
    yield f'<div class="reader" dir="auto">{to_html(_without_pictures(article))}</div>'
    yield "<h2>Metadata</h2>"
    rows = ((n, v, article.evidence.get(n, "")) for n, v in metadata_rows(article) if n not in _APART)
    yield _table(("field", "value", "evidence"), rows)
    yield "<h2>Repairs</h2>"
    repairs = ((r.before, r.after, r.codec, str(r.count), r.xpath or "") for r in article.repairs)
    yield _table(("before", "after", "misread as", "times", "first at"), repairs)
    yield "<h2>Warnings</h2>"
    yield _table(("code", "what happened"), ((warning.code, warning.detail) for warning in article.warnings))


def _table(names: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    body = "".join("<tr>" + "".join(f"<td><bdi>{escape(cell)}</bdi></td>" for cell in row) + "</tr>" for row in rows)
    if not body:
        return "<p>None.</p>"
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _without_pictures(article: Article) -> Article:
    """The Article with its captions, but no picture to be loaded."""
    blocks = (
        block.model_copy(update={"images": ()}) if isinstance(block, Figure) else block for block in article.blocks
    )
    return article.model_copy(update={"blocks": tuple(blocks)})
