"""The lead image."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from newsclean.addresses import absolute_url, base_of
from newsclean.article import Image
from newsclean.blocks import Shape
from newsclean.hints import split_name
from newsclean.labels import Label
from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found
from newsclean.metadata.json_ld import as_text
from newsclean.metadata.labelled import NO_PARTS, Parts
from newsclean.metadata.sources import sources


def find_lead_image(declared: Declared, parts: Parts = NO_PARTS, url: str | None = None) -> Found[Image] | None:
    """JSON-LD's image, og:image and their like, then the first picture of the story. Logos are left out."""
    base = base_of(declared.base, url)
    for found in _candidates(declared, parts):
        address = absolute_url(found.value.url, base)
        if address and not _is_logo(address):
            return Found(found.value.model_copy(update={"url": address}), found.evidence)
    return None


def _candidates(declared: Declared, parts: Parts) -> Iterator[Found[Image]]:
    for value in declared.from_articles("image"):
        images = [declared.referred(item) for item in (value if isinstance(value, list) else [value])[:20]]
        for image in sorted(images, key=_width, reverse=True):
            yield Found(_from_json_ld(image), "json_ld:image")
    alt = next((text for _, text in declared.from_meta("image_alt")), None)
    for name, text in declared.from_meta("image"):
        yield Found(Image(url=text, alt=alt), f"meta:{name}")
    for item in declared.microdata:
        if item.path in ("image", "image.url", "image.contenturl"):
            yield Found(Image(url=item.value), "microdata:image")
    for block in parts.get(Label.MEDIA, ()):
        if block.shape is Shape.IMAGE and block.media is not None:
            yield Found(Image(url=block.media.url, alt=block.media.alt), "visible:image")


def _width(image: Any) -> float:
    width = image.get("width") if isinstance(image, dict) else None
    if isinstance(width, dict):
        width = width.get("value")
    try:
        return float(str(width).removesuffix("px"))
    except ValueError:
        return 0.0


def _from_json_ld(image: Any) -> Image:
    if not isinstance(image, dict):
        return Image(url=image if isinstance(image, str) else None)
    url = next((text for key in ("url", "contentUrl", "@id") if (text := as_text(image.get(key)))), None)
    caption = as_text(image.get("caption")) or as_text(image.get("description"))
    credit = next((t for key in ("creditText", "copyrightHolder", "author") if (t := as_text(image.get(key)))), None)
    return Image(url=url, caption=caption, credit=credit)


def _is_logo(address: str) -> bool:
    """Whether the file's name says that it is a logo or a placeholder."""
    file = urlsplit(address).path.rpartition("/")[2]
    return not sources().words["no_pictures"].isdisjoint(split_name(file))
