"""What the site calls itself, to tell its name from a headline or an author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.folding import letters
from newsclean.metadata.article_node import bare_address
from newsclean.metadata.declared import Declared
from newsclean.metadata.json_ld import as_texts

_SHORTEST = 3  # letters; shorter names are found only where they stand alone


class SiteName:
    """The site's names, from metadata and from the host, compared by letters only."""

    def __init__(self, names: frozenset[str], hosts: frozenset[str]) -> None:
        self.names = names
        self._hosts = hosts

    def names_site(self, text: str) -> bool:
        """Whether `text` is a name of the site, perhaps with a word around it ("Example News", "example.org").

        >>> SiteName(frozenset({"dailyexample"}), frozenset({"dailyexample"})).names_site("The Daily Example")
        True
        """
        bare = letters(text)
        if not bare or len(bare) > 60:
            return False
        if bare in self.names or bare in self._hosts:
            return True
        if any(bare.startswith(host) and len(bare) <= len(host) + 6 for host in self._hosts if len(host) > _SHORTEST):
            return True
        words = len(text.split())
        return words <= 5 and any(len(name) > _SHORTEST and name in bare for name in self.names)


def site_name(declared: Declared, url: str | None = None) -> SiteName:
    """The names that a page gives its site."""
    names = frozenset(letters(name) for name in _names(declared)) - {""}
    addresses = {url, *declared.links.get("canonical", ()), *declared.meta.get("og:url", ())} - {None, ""}
    hosts = frozenset(label for address in addresses if address for label in _labels(address))
    return SiteName(names, hosts)


def _names(declared: Declared) -> Iterator[str]:
    for _, name in declared.from_meta("publisher"):
        yield name
    for node in declared.nodes:
        if "website" in node.types or ("publisher" in node.path and node.path.count("/") < 2):
            yield from as_texts(node.data.get("name"))
    for publisher in declared.from_articles("publisher"):
        yield from as_texts(publisher)


def _labels(address: str) -> Iterator[str]:
    """The host without dots, and each of its labels that can be a name."""
    host = bare_address(address if "//" in address else f"//{address}").partition("/")[0].partition(":")[0]
    yield re.sub(r"[^\w]", "", host)
    for label in host.split(".")[:-1]:
        if len(label) > _SHORTEST:
            yield letters(label)
