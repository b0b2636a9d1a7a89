"""Which JSON-LD node describes the story of the page itself, and not a teaser, a comment or a list entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from newsclean.folding import letters
from newsclean.metadata.json_ld import Node, as_text
from newsclean.metadata.sources import sources

_ADDRESS_KEYS = ("url", "mainEntityOfPage", "@id")


def pick_articles(nodes: Iterable[Node], addresses: Iterable[str], titles: Iterable[str]) -> tuple[Node, ...]:
    """The nodes of the page's own story, best first.

    Of several, the one whose address is the page's comes first, then one whose headline is a declared title, then
    the order of the page. Further nodes are kept only if they agree with the first in address or headline.
    """
    known = sources()
    candidates = [node for node in nodes if node.types & known.article_types and _is_own(node)]
    if len(candidates) < 2:
        return tuple(candidates)
    pages = {bare_address(address) for address in addresses}
    names = {letters(title) for title in titles}

    def agreement(node: Node) -> int:
        here = not pages.isdisjoint(node_addresses(node.data))
        return 4 * here + 2 * (_headline(node) in names) + ("datePublished" in node.data)

    best = max(candidates, key=agreement)
    same = [node for node in candidates if node is not best and _same_story(node, best)]
    return (best, *same)


def _is_own(node: Node) -> bool:
    return all(key.lower() in sources().own_keys for key in node.path.split("/"))


def _headline(node: Node) -> str:
    return letters(as_text(node.data.get("headline")) or "")


def _same_story(node: Node, other: Node) -> bool:
    headline = _headline(node)
    if headline and headline == _headline(other):
        return True
    return not set(node_addresses(node.data)).isdisjoint(node_addresses(other.data))


def node_addresses(data: dict[str, Any] | Any) -> Iterator[str]:
    """The addresses that a node gives itself, as `bare_address` writes them."""
    for key in _ADDRESS_KEYS:
        value = data.get(key)
        for item in value if isinstance(value, list) else [value]:
            address = item.get("@id", item.get("url")) if isinstance(item, dict) else item
            if isinstance(address, str) and "/" in address:
                yield bare_address(address)


def bare_address(address: str) -> str:
    """An address without scheme, "www.", query, fragment and final slash, in lower case.

    >>> bare_address("https://www.Example.org/a/b/?ref=x#top")
    'example.org/a/b'
    """
    address = unquote(address.strip()).partition("#")[0].partition("?")[0].lower()
    return address.rpartition("://")[2].removeprefix("www.").rstrip("/")
