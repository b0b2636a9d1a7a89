"""The Article in the field names of Zyte's automatic extraction, as zyte-common-items has them."""

from __future__ import annotations

from typing import Any

from newsclean.article import Article, Author
from newsclean.rendering.html import to_html


def to_zyte(article: Article) -> dict[str, Any]:
    """Return the fields that a page gives; like there, what it does not give is left out.

    >>> from newsclean.article import Charset, Paragraph
    >>> article = Article(title="Bridge reopens", authors=[Author(name="Ada Quill")], confidence=0.97,
    ...                   blocks=[Paragraph(text="It is open.")], charset=Charset(name="utf-8", decided_by="bom"))
    >>> to_zyte(article)["headline"], to_zyte(article)["authors"], to_zyte(article)["metadata"]
    ('Bridge reopens', [{'name': 'Ada Quill'}], {'probability': 0.97})
    """
    fields: dict[str, Any] = {
        "headline": article.title,
        "datePublished": article.published.isoformat() if article.published else None,
        "dateModified": article.modified.isoformat() if article.modified else None,
        "authors": [_author(author) for author in article.authors],
        "breadcrumbs": [{"name": article.section}] if article.section else [],
        "inLanguage": article.language,
        "mainImage": _addresses([article.lead_image])[0] if article.lead_image and article.lead_image.url else None,
        "images": _addresses(article.images),
        "description": article.deck,
        "articleBody": article.text,
        "articleBodyHtml": to_html(article) if article.blocks else None,
        "videos": _addresses(article.videos),
        "canonicalUrl": article.url,
        "url": article.url,
        "metadata": {"probability": article.confidence},
    }
    return {name: value for name, value in fields.items() if value}


def _author(author: Author) -> dict[str, str]:
    return {"name": author.name, "url": author.url} if author.url else {"name": author.name}


def _addresses(media: Any) -> list[dict[str, str]]:
    return [{"url": each.url} for each in media if each.url]
