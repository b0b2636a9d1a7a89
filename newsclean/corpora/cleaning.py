"""One page of a corpus: cleaned, counted, and kept, dropped or failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from newsclean.article import Article
from newsclean.corpora.records import Failure, Record, encodable
from newsclean.corpora.settings import Wanted
from newsclean.extract import extract
from newsclean.plaintext import clean_text
from newsclean.site_model import SiteModel

T = TypeVar("T")

Tally = Counter[tuple[str, str]]
"""Counts by (subject, value), such as ("kinds", "article"); subjects of one number have an empty value."""

WITHOUT_STORY = ("listing", "other", "error")


def clean(
    record: Record, wanted: Wanted, tally: Tally, written: Callable[[Article], T], site: SiteModel | None = None
) -> T | Failure | None:
    """Clean a page and count it.

    Args:
        record: the page.
        wanted: which pages, and how to extract them.
        tally: where the page is counted.
        written: makes of the Article what is kept of it.
        site: the model of the page's site.

    Returns:
        What `written` makes of its Article, None where the page is not wanted, or a Failure. Never raises: whatever a
        page does to the extractor or the writer is its failure, with the reason.
    """
    try:
        article = _article(record, wanted, site)
        unwanted = _unwanted(article, wanted)
        value = None if unwanted else written(article)
    except Exception as error:  # a corpus of millions must outlive a fault of ours; it is listed, not swallowed
        reason = "memory" if isinstance(error, MemoryError) else "error"
        return failed(record, reason, f"{type(error).__name__}: {error}"[:500], tally)
    _count(article, tally)
    if unwanted:
        tally["dropped", unwanted] += 1
    return value


def failed(record: Record, reason: str, detail: str, tally: Tally) -> Failure:
    """A page that failed while it was extracted, counted."""
    tally["failures", reason] += 1
    return Failure(record.id, record.url, "extract", reason, encodable(detail) or "")


def _article(record: Record, wanted: Wanted, site: SiteModel | None) -> Article:
    options = wanted.options
    if record.text is None:
        page = record.html or b""
        return extract(page, url=record.url, content_type=record.content_type, options=options, site=site)
    return clean_text(record.text, url=record.url, options=options, site=site)


def _count(article: Article, tally: Tally) -> None:
    tally["articles", ""] += 1
    tally["kinds", article.kind] += 1
    tally["languages", article.language or "unknown"] += 1
    tally["words_kept", ""] += len(article.text.split())
    tally["words_removed", ""] += sum(len(part.text.split()) for part in article.chrome)
    for repair in article.repairs:
        tally["repairs", repair.codec] += repair.count


def _unwanted(article: Article, wanted: Wanted) -> str | None:
    if wanted.only_articles and (article.kind in WITHOUT_STORY or not article):
        return "no_story"
    if article.confidence < wanted.min_confidence:
        return "confidence"
    if wanted.languages and not _speaks(article.language, wanted.languages):
        return "language"
    return None


def _speaks(language: str | None, wanted: tuple[str, ...]) -> bool:
    """Whether a BCP 47 tag falls under one of those wanted: "pt-BR" does under "pt" and "pt-br" (RFC 4647, 3.3.1)."""
    tag = f"{language or 'und'}-".lower()
    return any(tag.startswith(f"{each}-".lower()) for each in wanted)
