"""Addresses made absolute."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin, urlsplit


def absolute_url(address: str | None, base: str | None) -> str | None:
    """An http address made absolute, or None for one that is none (`javascript:`, `data:`) or is malformed.

    >>> absolute_url("/rain.html", "https://news.example/sport/")
    'https://news.example/rain.html'
    >>> absolute_url("javascript:void(0)", "https://news.example/") is None
    True
    """
    address = (address or "").strip()
    if not address:
        return None
    if address.startswith(("https://", "http://")) and address[8:9].isalnum() and "[" not in address:
        return address
    try:
        joined = urljoin(base or "", address)
        parts = urlsplit(joined)
    except ValueError:
        return None  # "http://[" is no address
    if parts.scheme in ("http", "https") and parts.hostname:
        return joined
    return joined if not parts.scheme and not base else None


def base_of(declared: str | None, url: str | None) -> str | None:
    """What a page's links start from: its base element, itself perhaps relative, or else its own address.

    >>> base_of("/world/", "https://news.example/sport/a.html")
    'https://news.example/world/'
    """
    return absolute_url(declared, url) or url


def resolver(base: str | None) -> Callable[[str | None], str | None]:
    """A function that makes a link absolute. One of another scheme, or without a base, stays as the page wrote it.

    >>> resolver("https://news.example/world/story.html")("../sport/")
    'https://news.example/sport/'
    >>> resolver("https://news.example/world/story.html")("/sport?page=2")
    'https://news.example/sport?page=2'
    >>> resolver("https://news.example/")("http://[broken")
    'http://[broken'
    """
    scheme, _, rest = (base or "").partition("://")
    host = rest.partition("/")[0]

    def absolute(url: str | None) -> str | None:
        if not url or not base or url.startswith(("http://", "https://")):
            return url.strip() if url else None
        if rest and url[0] == "/" and url[1:2] != "/" and "/." not in url:
            return f"{scheme}://{host}{url.rstrip()}"  # the usual link, without the cost of taking both apart
        return absolute_url(url, base) or url.strip()

    return absolute
