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


def columns(page: Page, blocks: Sequence[Block]) -> list[Column]:
    """One column a name, one number a block."""
    clues, count = page.clues, len(blocks)
    body = "".join(clues.body.split())
    headline = clues.headline.lower()
    return [
        [len(b.text) < _LONGEST and b.text.lower() == headline for b in blocks],
        *_described(clues.description, blocks),
        [bool(body)] * count,
        [float(len(b.text) > 3 and _head(b.text) in body) for b in blocks] if body else [0.0] * count,
        [len(b.text) < _LONGEST_BIO and any(name in b.text for name in clues.authors) for b in blocks],
        [len(body) / page.page_prose] * count,
    ]


def _described(description: str, blocks: Sequence[Block]) -> list[Column]:
    """The share of a block's words that the description has, and the other way round."""
    described = frozenset(description.lower().split())
    if not described:
        return [[0.0] * len(blocks)] * 2
    in_description: list[float] = []
    description_in: list[float] = []
    for block in blocks:
        words = frozenset(block.text.lower().split()) if len(block.text) < _LONGEST else frozenset[str]()
        shared = len(words & described)
        in_description.append(shared / (len(words) or 1))
        description_in.append(shared / len(described))
    return [in_description, description_in]


def _head(text: str) -> str:
    return "".join(text[: 2 * _HEAD].split())[:_HEAD]
