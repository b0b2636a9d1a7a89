"""The section of the paper that the story stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsclean.blocks import Layout
from newsclean.hints import hints
from newsclean.metadata.article_node import bare_address
from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found
from newsclean.metadata.json_ld import as_text, as_texts
from newsclean.metadata.wording import letters

_LONGEST = 60  # characters
_ABOVE = 30  # blocks above the headline within which its breadcrumb stands


def find_section(
    declared: Declared, layout: Layout, headline: int | None = None, title: str | None = None
) -> Found[str] | None:
    """JSON-LD's articleSection, meta, microdata, then the last step of a breadcrumb above the story itself."""
    for found in _candidates(declared, layout, headline):
        text = found.value
        if 1 < len(text) <= _LONGEST and letters(text) not in ("", letters(title or "")) and "://" not in text:
            return found
    return None


def _candidates(declared: Declared, layout: Layout, headline: int | None) -> Iterator[Found[str]]:
    for value in declared.from_articles("articleSection"):
        for text in as_texts(value)[:1]:
            yield Found(text, "json_ld:articleSection")
    for name, text in declared.from_meta("section"):
        yield Found(text.partition(",")[0], f"meta:{name}")
    for item in declared.microdata:
        if item.path == "articlesection":
            yield Found(item.value, "microdata:articleSection")
    for node in declared.nodes:
        if "breadcrumblist" in node.types:
            for text in reversed(_steps(node.data.get("itemListElement"), declared)[1:]):
                yield Found(text, "json_ld:BreadcrumbList")
    if headline is not None:
        crumb = hints().bit["breadcrumb"]
        for block in reversed(layout.blocks[max(0, headline - _ABOVE) : headline]):
            if (block.scope.inherited | block.hints) & crumb and block.anchors and not block.hidden:
                yield Found(block.anchors[-1].text, "visible:breadcrumb")


def _steps(value: Any, declared: Declared) -> list[str]:
    """The names of a BreadcrumbList, the site's own first; the page itself, often its last step, left out."""
    own = {bare_address(address) for address in declared.links.get("canonical", ())}
    names = []
    for entry in value if isinstance(value, list) else []:
        if not isinstance(entry, dict):
            continue
        item = entry.get("item")
        address = item.get("@id", item.get("url")) if isinstance(item, dict) else item
        if not isinstance(address, str) or bare_address(address) not in own:
            names.append(as_text(entry.get("name")) or as_text(item if isinstance(item, dict) else None) or "")
    return names
