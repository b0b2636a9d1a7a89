"""What the page says about its own story, outside the shape of its markup: evidence for the labelling."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean.blocks import Layout
from newsclean.metadata.bare_names import lines_of_authors
from newsclean.metadata.declared import Declared
from newsclean.metadata.json_ld import as_text, as_texts
from newsclean.metadata.site_name import site_name
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
    author_lines: frozenset[int] = frozenset()  # blocks below the headline that name the author and nothing else


def read_clues(declared: Declared, headline: Headline | None, layout: Layout) -> Clues:
    """Gather what the declared metadata says of the story, and the lines that name its author."""
    bodies = [body for value in declared.from_articles("articleBody") if (body := as_text(value))]
    names = [
        name
        for value in declared.from_articles("author")
        for one in (value if isinstance(value, list) else [value])
        for name in as_texts(one.get("name") if isinstance(one, dict) else one)
    ]
    description = next((content for _, content in declared.from_meta("description")), "")
    block = headline.block if headline else None
    declared_names = [*names, *(text for _, text in declared.from_meta("authors"))]
    return Clues(
        headline=headline.text if headline else "",
        headline_block=block,
        description=description,
        body=_TAG.sub(" ", max(bodies, key=len, default="")),
        authors=tuple(name for name in names if len(name) >= _SHORTEST_NAME),
        author_lines=lines_of_authors(layout, block, site_name(declared), declared_names),
    )
