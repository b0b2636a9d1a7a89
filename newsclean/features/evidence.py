"""How a block agrees with what the page's metadata says of the story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsclean.blocks import Block
from newsclean.features.page import Page
from newsclean.features.words import Column

_LONGEST: Final = 2_000  # characters of a block that may be the headline or the description
_LONGEST_BIO: Final = 700
_HEAD: Final = 60  # letters that tell a paragraph
NAMES: Final = (
    "is_headline", "in_description", "description_in", "has_body", "in_body", "names_author", "body_share",
)  # fmt: skip


class Evidence:
    """What the metadata of one page says."""

    def __init__(self, page: Page) -> None:
        self._page_prose, self._authors = page.page_prose, page.clues.authors
        self._body = "".join(page.clues.body.split())
        self._headline = page.clues.headline.lower()
        self._described = frozenset(page.clues.description.lower().split())

    def columns(self, blocks: Sequence[Block]) -> list[Column]:
        """One column a name, one number a block."""
        body, count = self._body, len(blocks)
        return [
            [len(b.text) < _LONGEST and b.text.lower() == self._headline for b in blocks],
            *_shared_words(self._described, blocks),
            [bool(body)] * count,
            [float(len(b.text) > 3 and _head(b.text) in body) for b in blocks] if body else [0.0] * count,
            [len(b.text) < _LONGEST_BIO and any(name in b.text for name in self._authors) for b in blocks],
            [len(body) / self._page_prose] * count,
        ]


def _shared_words(described: frozenset[str], blocks: Sequence[Block]) -> list[Column]:
    """The share of a block's words that the description has, and the other way round."""
    if not described:
        return [[0.0] * len(blocks)] * 2
    found = [b.text.lower().split() if len(b.text) < _LONGEST else [] for b in blocks]
    shared = [len(described.intersection(words)) for words in found]
    return [
        [some / len(set(words)) if some else 0.0 for some, words in zip(shared, found, strict=True)],
        [some / len(described) for some in shared],
    ]


def _head(text: str) -> str:
    return "".join(text[: 2 * _HEAD].split())[:_HEAD]
