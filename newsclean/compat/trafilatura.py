"""`extract` and `bare_extraction` as trafilatura 2 has them.

What differs on purpose: comments stand in `Document.comments` and in JSON, never in the text; a page without a story
gives None, and so does one of another language than the target, or without the metadata asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final

from newsclean.addresses import host_of
from newsclean.article import Article, Figure, Table
from newsclean.compat.arguments import taken
from newsclean.errors import BadOptions
from newsclean.extract import extract as extracted
from newsclean.options import Mode, Options
from newsclean.rendering.markdown import front_matter

_KNOWN: Final[Mapping[str, Any]] = MappingProxyType({
    "record_id": None, "fast": False, "no_fallback": False, "favor_precision": False, "favor_recall": False,
    "include_comments": True, "include_tables": True, "include_images": False, "include_formatting": False,
    "output_format": "txt", "target_language": None, "with_metadata": False, "only_with_metadata": False,
})  # fmt: skip
_REFUSED: Final[Mapping[str, str]] = MappingProxyType({
    "include_links": "the text holds no links; those to other stories are in newsclean.extract(html).related",
    "deduplicate": "one page does not change another; give newsclean.extract(html, site=SiteModel) what a site repeats",
    "date_extraction_params": "newsclean.extract(html, url=url) gives published and modified with their evidence",
    "max_tree_size": "newsclean.extract(html, options=newsclean.Options(max_bytes=…, max_seconds=…)) bounds a page",
    "url_blacklist": "look at newsclean.extract(html).url",
    "author_blacklist": "filter newsclean.extract(html).authors",
    "settingsfile": "newsclean.Options holds all settings",
    "config": "newsclean.Options holds all settings",
    "options": "give the arguments by name, or call newsclean.extract(html, options=newsclean.Options(...))",
    "prune_xpath": "take the elements out of the lxml tree and give newsclean.extract that",
    "tei_validation": "there is no TEI output",
})  # fmt: skip
_FORMATS: Final = ("txt", "markdown", "html", "json")


@dataclass(slots=True)
class Document:
    """A page, with the attributes of trafilatura's `Document` that newsclean can fill."""

    title: str | None
    author: str | None
    url: str | None
    hostname: str | None
    description: str | None
    sitename: str | None
    date: str | None
    id: str | None
    language: str | None
    image: str | None
    pagetype: str
    text: str
    comments: str
    categories: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)

    @property
    def raw_text(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())

    def as_dict(self) -> dict[str, Any]:
        """All of it by name."""
        return {**asdict(self), "raw_text": self.raw_text}


def extract(filecontent: Any, url: str | None = None, **arguments: Any) -> str | None:
    """The story as text, Markdown, HTML or JSON; None where there is none.

    Raises:
        BadOptions: an argument that newsclean does not take; the message names the equivalent.

    >>> page = "<h1>Late</h1>" + "<p>The ferry to Norholm left an hour late, its crew said on Monday.</p>" * 4
    >>> extract(page, favor_precision=True).splitlines()[0]
    'The ferry to Norholm left an hour late, its crew said on Monday.'
    >>> extract(page, output_format="xml")
    Traceback (most recent call last):
    ...
    newsclean.errors.BadOptions: output_format='xml' is not one of txt, markdown, html, json
    """
    chosen = taken(arguments, _KNOWN, _REFUSED)
    if chosen["output_format"] not in _FORMATS:
        raise BadOptions(f"output_format={chosen['output_format']!r} is not one of {', '.join(_FORMATS)}")
    article = _article(filecontent, url, chosen)
    return None if article is None else _written(article, url, chosen)


def bare_extraction(
    filecontent: Any, url: str | None = None, *, as_dict: bool = False, **arguments: Any
) -> Document | dict[str, Any] | None:
    """The story and its metadata as a Document, or a dict; None where there is no story.

    Raises:
        BadOptions: an argument that newsclean does not take; the message names the equivalent.
    """
    chosen = taken(arguments, {**_KNOWN, "output_format": "python"}, _REFUSED)
    article = _article(filecontent, url, chosen)
    if article is None:
        return None
    document = _document(article, url, chosen)
    return document.as_dict() if as_dict else document


def _article(filecontent: Any, url: str | None, chosen: Mapping[str, Any]) -> Article | None:
    if chosen["favor_precision"] and chosen["favor_recall"]:
        raise BadOptions("favor_precision and favor_recall contradict each other")
    mode: Mode = "precision" if chosen["favor_precision"] else "recall" if chosen["favor_recall"] else "balanced"
    quick = chosen["fast"] or chosen["no_fallback"]
    article = extracted(filecontent or "", url=url, options=Options(mode=mode, second_opinion=not quick))
    wanted = chosen["target_language"]
    if wanted and article.language and article.language.partition("-")[0] != wanted:
        return None
    if chosen["only_with_metadata"] and not (article.title and article.published and (article.url or url)):
        return None
    left_out = (*(() if chosen["include_tables"] else (Table,)), *(() if chosen["include_images"] else (Figure,)))
    blocks = tuple(block for block in article.blocks if not isinstance(block, left_out))
    return article.model_copy(update={"blocks": blocks}) if article else None


def _written(article: Article, url: str | None, chosen: Mapping[str, Any]) -> str:
    if chosen["output_format"] == "json":
        document = _document(article, url, chosen).as_dict()
        names = document if chosen["with_metadata"] else ("text", "comments")
        return json.dumps({name: document[name] for name in names}, ensure_ascii=False)
    if chosen["output_format"] == "html":
        return article.to_html()
    markdown = chosen["output_format"] == "markdown" or chosen["include_formatting"]
    text = article.to_markdown() if markdown else _lines(article)
    return f"{front_matter(article)}\n{text}" if chosen["with_metadata"] else text


def _lines(article: Article) -> str:
    return article.text.replace("\n\n", "\n")


def _document(article: Article, url: str | None, chosen: Mapping[str, Any]) -> Document:
    address = article.url or url
    comments = [part.text for part in article.chrome if part.kind == "comments"]
    return Document(
        title=article.title,
        author="; ".join(author.name for author in article.authors) or None,
        url=address,
        hostname=host_of(address),
        description=article.deck,
        sitename=article.publisher,
        date=_day(article.published),
        id=chosen["record_id"],
        language=article.language,
        image=article.lead_image.url if article.lead_image else None,
        pagetype=article.kind,
        text=_lines(article),
        comments="\n".join(comments) if chosen["include_comments"] else "",
        categories=[article.section] if article.section else [],
        tags=list(article.tags),
    )


def _day(moment: datetime | date | None) -> str | None:
    return moment.strftime("%Y-%m-%d") if moment else None
