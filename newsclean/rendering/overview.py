"""An Article for a person's eyes: metadata, story and chrome, each in its own place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import fill

from newsclean.article import Article, Author, Chrome
from newsclean.rendering.text import to_text

_WIDTH = 100
_NAME = len("caption_furniture") + 2


def overview(article: Article, metadata: bool = True, chrome: bool = True) -> str:
    """Return the story under a ruled heading, with the metadata above and the chrome below it as asked.

    >>> from newsclean.article import Charset, Paragraph
    >>> article = Article(kind="article", title="Bridge reopens", authors=[Author(name="Ada Quill")], confidence=0.97,
    ...                   blocks=[Paragraph(text="The bridge is open.")],
    ...                   chrome=[Chrome(kind="share", text="Share this", rule="share.whole")],
    ...                   charset=Charset(name="utf-8", decided_by="bom"))
    >>> print(overview(article))  # doctest: +ELLIPSIS
    ── METADATA ──...
    kind               article
    title              Bridge reopens
    authors            Ada Quill
    confidence         0.97
    charset            utf-8 (bom)
    <BLANKLINE>
    ── STORY ── 19 characters in 1 block ──...
    The bridge is open.
    <BLANKLINE>
    ── CHROME ── 1 part ──...
    share              Share this  [share.whole]

    The story is as `to_text` gives it. Each part of the chrome starts a line: its kind, the blocks of its text with a
    dot between them, and the rule that named it.
    """
    sections = []
    if metadata:
        rows = "\n".join(_row(name, value) for name, value in metadata_rows(article))
        sections.append(f"{_ruled('METADATA')}\n{rows}")
    text = to_text(article)
    size = f"{_count(len(text), 'character')} in {_count(len(article.blocks), 'block')}"
    sections.append(f"{_ruled('STORY', size)}\n{text}".rstrip())
    if chrome:
        parts = "\n".join(_row(part.kind, _shown(part)) for part in article.chrome)
        sections.append(f"{_ruled('CHROME', _count(len(article.chrome), 'part'))}\n{parts}".rstrip())
    return "\n\n".join(sections)


def metadata_rows(article: Article) -> tuple[tuple[str, str], ...]:
    """Return name and value of what the page says of its story, in the order of the fields, less what is empty."""
    return tuple((name, value) for name, value in _rows(article) if value)


def _rows(article: Article) -> Iterator[tuple[str, str]]:
    yield "kind", article.kind
    yield "reason", article.reason or ""
    for name in ("title", "deck", "kicker"):
        yield name, getattr(article, name) or ""
    yield "authors", "; ".join(map(_author, article.authors))
    yield "published", _moment(article.published)
    yield "modified", _moment(article.modified)
    yield "dateline", article.dateline or ""
    yield "agency", article.agency or ""
    yield "credits", "; ".join(article.credits)
    yield "publisher", article.publisher or ""
    yield "section", article.section or ""
    yield "tags", ", ".join(article.tags)
    yield "language", article.language or ""
    yield "url", article.url or ""
    yield "lead_image", (article.lead_image.url or "") if article.lead_image else ""
    yield "access", "" if article.access == "unknown" else article.access
    yield "truncated", "yes" if article.truncated else ""
    yield "confidence", f"{article.confidence:.2f}"
    yield "text_source", "" if article.text_source == "dom" else article.text_source
    yield "charset", f"{article.charset.name} ({article.charset.decided_by})"
    yield "repairs", "; ".join(f"{repair.before} → {repair.after}" for repair in article.repairs)
    yield "warnings", "; ".join(f"{warning.code}: {warning.detail}" for warning in article.warnings)


def _author(author: Author) -> str:
    return author.name if author.role == "author" else f"{author.name} ({author.role})"


def _moment(moment: date | None) -> str:
    return moment.isoformat() if moment else ""


def _shown(part: Chrome) -> str:
    words = " · ".join(part.text.splitlines())
    return f"{words}  [{part.rule}]" if part.rule else words


def _row(name: str, value: str) -> str:
    return fill(
        value.strip(),
        width=_WIDTH,
        initial_indent=name.ljust(_NAME),
        subsequent_indent=" " * _NAME,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _ruled(name: str, detail: str = "") -> str:
    heading = f"── {name} ── {detail} " if detail else f"── {name} "
    return heading + "─" * (_WIDTH - len(heading))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
