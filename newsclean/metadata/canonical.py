"""The canonical URL, absolute."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from newsclean.addresses import absolute_url, base_of
from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found


def find_canonical(declared: Declared, url: str | None = None) -> Found[str] | None:
    """link rel=canonical, og:url and their like; then the address that the page was given with.

    Left out: an address of another site, and the front page in place of a story, which templates print by mistake.
    """
    base = base_of(declared.base, url)
    for found in _candidates(declared):
        address = absolute_url(found.value, base)
        if address and urlsplit(address).hostname and _can_be(address, url):
            return Found(address, found.evidence)
    return Found(url, "given") if url else None


def _candidates(declared: Declared) -> Iterator[Found[str]]:
    for href in declared.links.get("canonical", ()):
        yield Found(href, "link:canonical")
    for name, text in declared.from_meta("canonical"):
        yield Found(text, f"meta:{name}")
    for key in ("url", "mainEntityOfPage"):
        for value in declared.from_articles(key):
            address = value.get("@id", value.get("url")) if isinstance(value, dict) else value
            if isinstance(address, str) and address.startswith("http"):
                yield Found(address, f"json_ld:{key}")


def _can_be(address: str, url: str | None) -> bool:
    if url is None:
        return True
    try:
        own, given = urlsplit(address), urlsplit(url)
    except ValueError:
        return True  # the given address is malformed: no reason to doubt the page
    if not given.hostname:
        return True
    if not own.path.strip("/") and given.path.strip("/"):
        return False
    return _site(own.hostname or "") == _site(given.hostname)


def _site(host: str) -> str:
    """The part of a host that its subdomains share: the longest of its last labels, the country's and "co" left out."""
    labels = host.removeprefix("www.").split(".")
    return labels[-1] if len(labels) == 1 else max(labels[-3:-1] or labels[:1], key=len)
