"""`Document` as readability-lxml has it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

from newsclean.article import Article
from newsclean.compat.arguments import taken
from newsclean.extract import extract

_REFUSED: Final[Mapping[str, str]] = MappingProxyType({
    "positive_keywords": "no class name decides alone; see newsclean.Options(mode='recall')",
    "negative_keywords": "no class name decides alone; see newsclean.Options(mode='precision')",
    "min_text_length": "newsclean weighs blocks by more than their length; see newsclean.Options(mode=...)",
    "retry_length": "there is one pass; newsclean.extract(html).confidence says how sure it is",
    "xpath": "each block of newsclean.extract(html) has its xpath",
    "handle_failures": "a link that cannot be made absolute stays as it is",
})  # fmt: skip


class Document:
    """A page, extracted when first asked about.

    Raises:
        BadOptions: an argument that newsclean does not take; the message names the equivalent.

    >>> page = "<h1>Late</h1>" + "<p>The ferry to Norholm left an hour late, its crew said on Monday.</p>" * 4
    >>> Document(page).title(), Document(page).summary(html_partial=True)[:12]
    ('Late', '<div><h1>Lat')
    """

    def __init__(self, input: Any, url: str | None = None, **arguments: Any) -> None:
        taken(arguments, {}, _REFUSED)
        self.input, self.url = input, url

    @cached_property
    def _article(self) -> Article:
        return extract(self.input, url=self.url)

    def title(self) -> str:
        """The headline, "[no-title]" where there is none."""
        return self._article.title or "[no-title]"

    def short_title(self) -> str:
        """The same: newsclean leaves the name of the site out of every title."""
        return self.title()

    def author(self) -> str:
        """The names of the authors, "[no-author]" where there are none."""
        return ", ".join(author.name for author in self._article.authors) or "[no-author]"

    def summary(self, html_partial: bool = False) -> str:
        """The story as HTML: a document, or a `<div>`."""
        inner = self._article.to_html().partition(">\n")[2].removesuffix("</article>")
        story = f"<div>{inner}</div>"
        return story if html_partial else f"<html><body>{story}</body></html>"
