"""What the page says about its own story, outside the shape of its markup: evidence for the labelling."""

from __future__ import annotations

from typing import NamedTuple


class Clues(NamedTuple):
    """Evidence from metadata. Every field may be empty: nothing may depend on one."""

    headline: str = ""
    headline_block: int | None = None
    description: str = ""
    body: str = ""  # the story as JSON-LD gives it; often cut, sometimes another story
    authors: tuple[str, ...] = ()
    word_count: int = 0
