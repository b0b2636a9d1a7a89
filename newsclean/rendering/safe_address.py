"""Which URLs of a page may go into what we write."""

from __future__ import annotations

import re

# What a browser drops from a URL before it looks for the scheme (WHATWG URL, "basic URL parser", steps 1 to 3):
# without this "java\nscript:" passes for a relative URL.
_OUTER = "".join(map(chr, range(0x21)))
_INNER = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


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
    address = _INNER.sub("", url.strip(_OUTER))
    scheme = _SCHEME.match(address)
    if not address or (scheme and scheme[1].lower() not in ("http", "https")):
        return None
    return address
