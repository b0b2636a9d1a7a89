"""The name of the site."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.folding import letters
from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found
from newsclean.metadata.json_ld import as_text
from newsclean.metadata.title_parts import beside_headline

_LONGEST = 80  # characters


def find_publisher(declared: Declared, headline: str | None = None) -> Found[str] | None:
    """The site's name: og:site_name, then JSON-LD's publisher and WebSite, then lesser meta names, then what the
    document's title has beside the headline.

    A value that is the headline, an address or an account is none.
    """
    title = letters(headline or "")
    for found in _candidates(declared, headline or ""):
        text = found.value
        if len(text) > _LONGEST or "://" in text or text.startswith("@"):
            continue
        if letters(text) not in ("", title):
            return found
    return None


def _candidates(declared: Declared, headline: str) -> Iterator[Found[str]]:
    names = list(declared.from_meta("publisher"))
    for name, text in names:
        if name == "og:site_name":
            yield Found(text, f"meta:{name}")
    for value in declared.from_articles("publisher"):
        named = as_text(declared.referred(value[0] if isinstance(value, list) else value))
        if named:
            yield Found(named, "json_ld:publisher")
    for node in declared.nodes:
        if "website" in node.types and (named := as_text(node.data.get("name"))):
            yield Found(named, "json_ld:WebSite")
    for item in declared.microdata:
        if item.path == "publisher.name":
            yield Found(item.value, "microdata:publisher")
    for name, text in names:
        yield Found(text, f"meta:{name}")
    beside = beside_headline(declared.title or "", headline)
    if beside:
        yield Found(beside, "title")
