"""The topics of the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsclean.folding import letters
from newsclean.labels import Label
from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found
from newsclean.metadata.json_ld import as_texts
from newsclean.metadata.labelled import NO_PARTS, Parts
from newsclean.metadata.sources import sources
from newsclean.metadata.wording import one_line

_SPLIT = re.compile(r"\s*[,;،、，|]\s*")
_LONGEST = 60  # characters of a tag
_MOST = 50


def find_tags(declared: Declared, parts: Parts = NO_PARTS) -> Found[tuple[str, ...]] | None:
    """The topics of the first source that has some: JSON-LD's keywords, meta, then the links of the tag box.

    >>> find_tags(Declared(meta={"keywords": ("rain, wind, Rain",)})).value
    ('rain', 'wind')
    """
    for found in _candidates(declared, parts):
        tags = _unique(found.value)
        if tags:
            return Found(tags, found.evidence)
    return None


def _candidates(declared: Declared, parts: Parts) -> Iterator[Found[list[str]]]:
    for value in declared.from_articles("keywords"):
        yield Found(_split(as_texts(value)), "json_ld:keywords")
    for name in sources().meta["tags"]:
        yield Found(_split(declared.meta.get(name, ())), f"meta:{name}")
    yield Found([anchor.text for block in parts.get(Label.TAGS, ()) for anchor in block.anchors], "visible:tags")


def _split(texts: Iterable[str]) -> list[str]:
    """A list of one text is the list written out."""
    texts = list(texts)
    return [tag for text in texts for tag in _SPLIT.split(text)] if len(texts) == 1 else texts


def _unique(tags: Iterable[str]) -> tuple[str, ...]:
    unique: dict[str, str] = {}
    for tag in tags:
        text = one_line(tag).lstrip("#").strip()
        # numbers and names with an underscore in front steer the content system
        if 1 < len(text) <= _LONGEST and "://" not in text and text[0] != "_" and not text.isdigit():
            unique.setdefault(letters(text), text)
    unique.pop("", None)
    return tuple(unique.values())[:_MOST]
