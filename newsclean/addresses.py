"""Addresses made absolute."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin


def resolver(base: str | None) -> Callable[[str | None], str | None]:
    """A function that makes an address absolute; without a base it leaves it as the page wrote it.

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
        try:
            return urljoin(base, url.strip())
        except ValueError:  # not an address; kept as the page wrote it, for nothing is lost
            return url

    return absolute
