"""The section of the paper that the story stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from newsclean.blocks import Block, Layout
from newsclean.folding import letters
from newsclean.hints import hints
from newsclean.metadata.article_node import bare_address
from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found
from newsclean.metadata.json_ld import as_text, as_texts

_LONGEST = 60  # characters
_ABOVE = 30  # blocks above the headline within which its breadcrumb stands
_RIGHT_ABOVE = 3  # blocks above it that may be nothing but a link to the section
_HEAD = 400  # blocks at the top of the page that hold its navigation
_STEPS = 6  # links of a breadcrumb
_LONGEST_TRAIL = 200  # characters of one
_BETWEEN = frozenset(">»›/→|\\＞｜▸❯•·") | {">>", "::"}


def find_section(
    declared: Declared, layout: Layout, headline: int | None = None, title: str | None = None
) -> Found[str] | None:
    """JSON-LD's articleSection, meta, microdata, the last step of a breadcrumb above the story itself, then a link over
    the headline that the site's navigation has, too.
    """
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
        above = [block for block in layout.blocks[max(0, headline - _ABOVE) : headline] if not block.hidden]
        for block in reversed(above):
            steps = [anchor for anchor in block.anchors if not _is_front_page(anchor.url)]
            if steps and _is_trail(block):
                yield Found(steps[-1].text, "visible:breadcrumb")
        yield from _in_navigation(layout, above[-_RIGHT_ABOVE:])


def _is_front_page(url: str) -> bool:
    host, scheme, rest = url.partition("://")
    return not (rest.partition("/")[2] if scheme else host).strip("/")


def _is_trail(block: Block) -> bool:
    """Whether markup calls a block a breadcrumb, or it reads like one: links with marks such as ">" between them."""
    if (block.scope.inherited | block.hints) & hints().bit["breadcrumb"]:
        return True
    if not 1 < len(block.anchors) <= _STEPS or len(block.text) > _LONGEST_TRAIL:
        return False
    at = 0
    for number, anchor in enumerate(block.anchors):
        start = block.text.find(anchor.text, at)
        if start < 0 or (number and block.text[at:start].strip() not in _BETWEEN):
            return False
        at = start + len(anchor.text)
    return True


def _in_navigation(layout: Layout, near: Sequence[Block]) -> Iterator[Found[str]]:
    """The link over the headline, alone in its block, that an earlier list of links on the page also has."""
    for block in reversed(near):
        if len(block.anchors) == 1 and block.anchors[0].text == block.text and len(block.text) <= _LONGEST:
            link = block.anchors[0]
            if any(link in other.anchors for other in layout.blocks[: block.index][:_HEAD]):
                yield Found(block.text, "visible:navigation")


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
