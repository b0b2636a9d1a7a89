"""What an HTTP client brought: its body, address and content type, whichever client it was. Nothing is fetched."""

from __future__ import annotations

from typing import Any, NamedTuple

_BODIES = ("content", "body", "text")  # requests, httpx; Scrapy, Starlette; those that keep no bytes


class Delivered(NamedTuple):
    """A page with what its server said of it."""

    html: Any
    url: str | None
    content_type: str | None


def delivered(page: Any, url: str | None, content_type: str | None) -> Delivered:
    """The page itself, of a response its body, address and content type; what was given with it comes first.

    >>> class Response:
    ...     content, url, headers = b"<p>Late", "https://news.example/1", {"Content-Type": "text/html"}
    >>> delivered(Response(), None, None)
    Delivered(html=b'<p>Late', url='https://news.example/1', content_type='text/html')
    """
    if isinstance(page, (str, bytes, bytearray, memoryview)) or hasattr(page, "itertext"):
        return Delivered(page, url, content_type)
    bodies = (getattr(page, name, None) for name in _BODIES)
    body = next((body for body in bodies if isinstance(body, (str, bytes, bytearray, memoryview))), page)
    if body is page:
        return Delivered(page, url, content_type)
    address = getattr(page, "url", None)
    return Delivered(body, url or (str(address) if address else None), content_type or _content_type(page))


def _content_type(page: Any) -> str | None:
    get = getattr(getattr(page, "headers", None), "get", None)
    value = (get("Content-Type") or get("content-type")) if callable(get) else None
    return value.decode("latin-1") if isinstance(value, bytes) else value if isinstance(value, str) else None
