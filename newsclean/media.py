"""Where a picture or a frame points, behind the lazy-loading habits of templates."""

from __future__ import annotations

from collections.abc import Mapping

from newsclean.addresses import safe_address
from newsclean.blocks import Media
from newsclean.elements import elements


def widest(srcset: str) -> str | None:
    """The address with the largest descriptor of a `srcset` (HTML Living Standard, 4.8.4.2.1).

    >>> widest("a.jpg 320w, b.jpg 1280w")
    'b.jpg'
    >>> widest("https://cdn.example/w_320,h_200/a.jpg 1x, https://cdn.example/w_640,h_400/a.jpg 2x")
    'https://cdn.example/w_640,h_400/a.jpg'
    """
    best, best_size = None, -1.0
    words = srcset[:20_000].split()
    for i, word in enumerate(words):
        if word[-1:] == "," or (word[:1].isdigit() and word.rstrip(",")[-1:] in "wxh"):
            continue
        descriptor = words[i + 1].rstrip(",") if i + 1 < len(words) else ""
        number = descriptor[:-1]
        size = float(number) if number.replace(".", "", 1).isdecimal() else 0.0
        if size > best_size:
            best, best_size = word, size
    return best.rstrip(",") if best else next((word.rstrip(",") for word in words[:1]), None)


def pixels(value: str | None) -> int | None:
    """A width or height attribute in CSS pixels.

    >>> pixels("640"), pixels("100%"), pixels("12px")
    (640, None, 12)
    """
    digits = (value or "").strip().removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 7 else None


def _first_address(attributes: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    for name in names:
        if name in attributes and not _is_placeholder(attributes[name]):
            return attributes[name].strip()
    return None


def _is_placeholder(url: str) -> bool:
    """Whether there is no address yet, only `data:`, `about:blank` and the like."""
    return safe_address(url) is None


def read_image(attributes: Mapping[str, str]) -> Media | None:
    """The picture that an `<img>` shows once its script has run; None for a tracking pixel.

    >>> read_image({"src": "data:image/gif;base64,R0lGOD", "data-src": "/harbour.jpg"}).url
    '/harbour.jpg'
    >>> read_image({"src": "/pixel.gif", "width": "1", "height": "1"}) is None
    True
    """
    width = pixels(attributes["width"]) if "width" in attributes else None
    height = pixels(attributes["height"]) if "height" in attributes else None
    if (width is not None and width <= 2) or (height is not None and height <= 2):
        return None
    url = _first_address(attributes, elements().image_attributes)
    if url is None:
        sets = (attributes.get(name, "") for name in elements().srcset_attributes)
        url = next((u for s in sets if s and (u := widest(s)) and not _is_placeholder(u)), None)
    return Media(url, attributes.get("alt") or None, width, height)


def read_embed(attributes: Mapping[str, str]) -> Media | None:
    """What a frame or a player shows; None where it has no address."""
    url = _first_address(attributes, elements().embed_attributes)
    return Media(url, attributes.get("title") or None) if url else None
