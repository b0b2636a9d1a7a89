"""Addresses made absolute, and kept out where a browser would run them."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

# What a browser drops from a URL before it looks for the scheme (WHATWG URL, "basic URL parser", steps 1 to 3):
# without this "java\nscript:" passes for a relative URL.
_OUTER = "".join(map(chr, range(0x21)))
_INNER = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# What a later program may drop, or one before us has folded: without it "java\x01script:" is what it seems.
_DROPPED = re.compile(r"[\x00-\x20\x7f-\xa0]")
_RUN = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)


def safe_address(url: str | None) -> str | None:
    r"""Return the URL as a browser would read it, or None unless it is http, https or relative.

    >>> safe_address(" https://example.org/a ")
    'https://example.org/a'
    >>> safe_address("/a:b")
    '/a:b'
    >>> safe_address("java\nscript:alert(1)") is None
    True
    """
    if url is None:
        return None
    if url.startswith(("https://", "http://")) and _INNER.search(url) is None:
        return url.rstrip(_OUTER)  # nearly all
    address = _INNER.sub("", url.strip(_OUTER))
    if ":" not in address:
        return address or None  # nearly all others: there is no scheme
    scheme = _SCHEME.match(address)
    if scheme and scheme[1].lower() not in ("http", "https"):
        return None
    if not scheme and _RUN.match(_DROPPED.sub("", address)):
        return None
    return address


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
    if safe_address(address) is None:
        return None
    try:
        joined = urljoin(base or "", address)
        parts = urlsplit(joined)
    except ValueError:
        return None  # "http://[" is no address
    if parts.scheme in ("http", "https") and parts.hostname:
        return joined
    return joined if not parts.scheme and not base else None


def host_of(url: str | None) -> str | None:
    """The host of an address, as people call it: without "www." and port; None for what has no host.

    >>> host_of("https://www.Norholm.example:8080/ferry"), host_of("ferry.html"), host_of("http://[x")
    ('norholm.example', None, None)
    """
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def base_of(declared: str | None, url: str | None) -> str | None:
    """What a page's links start from: its base element, itself perhaps relative, or else its own address.

    >>> base_of("/world/", "https://news.example/sport/a.html")
    'https://news.example/world/'
    """
    return absolute_url(declared, url) or url


def resolver(base: str | None) -> Callable[[str | None], str | None]:
    """A function that makes a link absolute, or None of one that is neither http, https nor relative.

    Without a base, or where it is malformed, a link stays as the page wrote it.

    >>> resolver("https://news.example/world/story.html")("../sport/")
    'https://news.example/sport/'
    >>> resolver("https://news.example/world/story.html")("/sport?page=2")
    'https://news.example/sport?page=2'
    >>> resolver("https://news.example?id=3")("/sport")
    'https://news.example/sport'
    >>> resolver("https://news.example/")("http://[broken")
    'http://[broken'
    >>> resolver("https://news.example/")("mailto:desk@news.example") is None
    True
    """
    scheme, _, rest = (base or "").partition("://")
    host = rest.partition("/")[0]
    is_plain = bool(host) and not any(mark in host for mark in "?#\\")  # any of them ends the host, too

    def absolute(url: str | None) -> str | None:
        if not url or url.startswith(("http://", "https://")):
            return url.strip() if url else None
        if not base:
            return safe_address(url.strip())
        if is_plain and url[0] == "/" and url[1:2] != "/" and "/." not in url:
            return f"{scheme}://{host}{url.rstrip()}"  # the usual link, without the cost of taking both apart
        return absolute_url(url, base) or safe_address(url.strip())

    return absolute
