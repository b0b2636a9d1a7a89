"""What a page declares about itself, read once: JSON-LD, meta, link, title, language, microdata."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from lxml.etree import _Element

from newsclean.article import PageWarning
from newsclean.folding import letters
from newsclean.metadata.article_node import pick_articles
from newsclean.metadata.json_ld import Node, read_blocks
from newsclean.metadata.microdata import Property, of_own_story, read_microdata
from newsclean.metadata.sources import sources
from newsclean.metadata.wording import plain, sound

_TAGS = ("script", "meta", "link", "title", "html", "base")
_META_NAMES = ("property", "name", "itemprop", "http-equiv")
_LINKS = frozenset({"canonical", "next"})
_META_LIMIT = 5_000  # characters of one content attribute; longer ones carry data, not metadata


def _nothing() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Declared:
    """The page's own words about itself, not yet weighed. Texts are mended and on one line.

    `articles` are the JSON-LD nodes of the page's own story, best first; `pages` those of the page around it. Names in
    `meta` and `links` are in lower case.
    """

    nodes: tuple[Node, ...] = ()
    articles: tuple[Node, ...] = ()
    pages: tuple[Node, ...] = ()
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    links: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    title: str | None = None
    language: str | None = None
    base: str | None = None
    microdata: tuple[Property, ...] = ()
    warnings: tuple[PageWarning, ...] = ()

    def from_meta(self, field: str) -> Iterator[tuple[str, str]]:
        """Name and content of every meta element that may hold `field`, best source first."""
        for name in sources().meta[field]:
            for content in self.meta.get(name, ()):
                yield name, content

    def from_articles(self, key: str) -> Iterator[Any]:
        """What the story's JSON-LD nodes hold under `key`, empty values left out."""
        for node in self.articles:
            value = node.data.get(key)
            if value not in (None, "", [], {}):
                yield value

    def referred(self, value: Any) -> Any:
        """The node that `{"@id": …}` refers to, where the page has it; else `value` itself."""
        if isinstance(value, dict) and "@id" in value and len(value) <= 2 and "name" not in value:
            for node in self.nodes:
                if node.data.get("@id") == value["@id"] and len(node.data) > 1 and node.data is not value:
                    return node.data
        return value


def read_declared(root: _Element, mend: Callable[[str], str] | None = None) -> Declared:
    """Read what the head and the attributes of a page declare. The tree is not written.

    `mend` repairs the mojibake of one text.

    >>> import lxml.html
    >>> page = lxml.html.fromstring('<html><head><meta property="og:title" content="Rain &amp; wind"></head></html>')
    >>> read_declared(page).meta["og:title"]
    ('Rain & wind',)
    """
    mended = _mender(mend)
    parts = _Head()
    for element in root.iter(*_TAGS):
        _READERS[element.tag](element, parts, mended)
    nodes, warnings = read_blocks(parts.blocks, mended if mend else None)
    meta = {name: tuple(dict.fromkeys(values)) for name, values in parts.meta.items()}
    links = {rel: tuple(dict.fromkeys(values)) for rel, values in parts.links.items()}
    addresses = (*links.get("canonical", ()), *meta.get("og:url", ()))
    titles = (*meta.get("og:title", ()), *([parts.title] if parts.title else ()))
    return Declared(
        nodes=nodes,
        articles=pick_articles(nodes, addresses, titles),
        pages=tuple(node for node in nodes if node.types & sources().page_types and node.path == ""),
        meta=meta,
        links=links,
        title=parts.title,
        language=parts.language,
        base=parts.base,
        microdata=of_own_story(read_microdata(root, mended), frozenset(map(letters, titles))),
        warnings=warnings,
    )


def _mender(mend: Callable[[str], str] | None) -> Callable[[str], str]:
    """Mojibake is never ASCII, nor are the lone surrogates that JSON can spell: most texts are not looked at."""
    if mend is None:
        return lambda text: text if text.isascii() else sound(text)
    return lambda text: text if text.isascii() and "&" not in text else sound(mend(text))


class _Head:
    """What has been read so far."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.meta: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}
        self.title: str | None = None
        self.language: str | None = None
        self.base: str | None = None


def _read_script(element: _Element, parts: _Head, mend: Callable[[str], str]) -> None:
    kind = element.get("type")
    if kind and "ld+json" in kind.lower() and element.text and not element.text.isspace():
        parts.blocks.append(element.text)


def _read_meta(element: _Element, parts: _Head, mend: Callable[[str], str]) -> None:
    content = element.get("content")
    if not content:
        return
    if element.get("name") == "script:ld+json":  # Remix writes so where it takes JSON-LD for a meta element
        parts.blocks.append(content)
        return
    if len(content) > _META_LIMIT:
        return
    text = plain(mend(content))  # not the other way round: misread characters hold bytes that show as spaces
    for attribute in _META_NAMES:
        name = element.get(attribute)
        # an itemprop in the body may belong to another item; see `microdata`
        if name and text:
            parts.meta.setdefault(name.strip().lower(), []).append(text)
            return


def _read_link(element: _Element, parts: _Head, mend: Callable[[str], str]) -> None:
    # style sheets and icons, most of the links of a page, say nothing of the story
    for rel in (element.get("rel") or "").lower().split():
        href = element.get("href")
        if rel in _LINKS and href:
            parts.links.setdefault(rel, []).append(href.strip())


def _read_title(element: _Element, parts: _Head, mend: Callable[[str], str]) -> None:
    # the <title> of an inline SVG names an icon
    parent = element.getparent()
    if parts.title is None and element.text and (parent is None or parent.tag != "svg"):
        parts.title = plain(mend(element.text)) or None


def _read_html(element: _Element, parts: _Head, mend: Callable[[str], str]) -> None:
    parts.language = parts.language or element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang")


def _read_base(element: _Element, parts: _Head, mend: Callable[[str], str]) -> None:
    parts.base = parts.base or (element.get("href") or "").strip() or None


_READERS: Mapping[Any, Callable[[_Element, _Head, Callable[[str], str]], None]] = MappingProxyType(
    {
        "script": _read_script,
        "meta": _read_meta,
        "link": _read_link,
        "title": _read_title,
        "html": _read_html,
        "base": _read_base,
    }
)
