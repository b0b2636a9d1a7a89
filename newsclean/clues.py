"""What the page says about its own story, outside the shape of its markup: evidence for the labelling."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean.metadata.declared import Declared
from newsclean.metadata.json_ld import as_text, as_texts
from newsclean.metadata.title import Headline

_TAG = re.compile(r"<[^<>]*>")
_SHORTEST_NAME = 5  # characters; a shorter one stands inside other words


class Clues(NamedTuple):
    """Evidence from metadata. Every field may be empty: nothing may depend on one."""

    headline: str = ""
    headline_block: int | None = None
    description: str = ""
    body: str = ""  # the story as JSON-LD gives it; often cut, sometimes another story
    authors: tuple[str, ...] = ()


def read_clues(declared: Declared, headline: Headline | None) -> Clues:
    """Gather what the declared metadata says of the story."""
    bodies = [body for value in declared.from_articles("articleBody") if (body := as_text(value))]
    names = [
        name
        for value in declared.from_articles("author")
        for one in (value if isinstance(value, list) else [value])
        for name in as_texts(one.get("name") if isinstance(one, dict) else one)
    ]
    description = next((content for _, content in declared.from_meta("description")), "")
    return Clues(
        headline=headline.text if headline else "",
        headline_block=headline.block if headline else None,
        description=description,
        body=_TAG.sub(" ", max(bodies, key=len, default="")),
        authors=tuple(name for name in names if len(name) >= _SHORTEST_NAME),
    )
