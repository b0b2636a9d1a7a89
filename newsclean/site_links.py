"""A link as pages of one site write it: relative, from the root, or with the site's host."""

from __future__ import annotations

from collections.abc import Callable

from newsclean.addresses import base_of, host_of, resolver
from newsclean.metadata.canonical import find_canonical
from newsclean.metadata.declared import Declared

Forms = Callable[[str], tuple[str, ...]]
"""From an address as a page writes it to all its forms, that one first."""


def link_forms(base: str | None, address: str | None) -> Forms:
    """The forms of the links of a page: as written, absolute, and without the host where that is the page's own.

    Args:
        base: what the page's links start from.
        address: the page's own.

    >>> forms = link_forms("https://news.example/world/1", "https://news.example/world/1")
    >>> forms("../sport"), forms("https://www.news.example/sport")[-1]
    (('../sport', 'https://news.example/sport', '/sport'), '/sport')
    >>> forms("https://other.example/sport"), link_forms(None, None)("/sport")
    (('https://other.example/sport',), ('/sport',))
    """
    absolute, home = resolver(base), host_of(address)

    def forms(url: str) -> tuple[str, ...]:
        full = absolute(url) or url
        _, has_host, rest = full.partition("://")
        host, slash, path = rest.partition("/")
        own = has_host and home is not None and host.lower().partition(":")[0].removeprefix("www.") == home
        return tuple(dict.fromkeys((url, full, slash + path or "/") if own else (url, full)))

    return forms


def forms_of_page(declared: Declared, url: str | None) -> Forms:
    """The forms of the links of a page, by the address it was given with, or what it calls its own."""
    canonical = None if url else find_canonical(declared)
    address = url or (canonical.value if canonical else None)
    return link_forms(base_of(declared.base, address), address)
