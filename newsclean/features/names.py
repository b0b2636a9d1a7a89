"""What class names, ids, roles and elements hint at, near a block and anywhere above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Final

from newsclean.blocks import Block, near_hints
from newsclean.features.words import Column
from newsclean.hints import hints

# Hints of the element itself, its parent and inline names; and of anything above. The others were of no use to the fit.
NEAR: Final = (
    "comments", "subscribe", "latest", "caption", "share", "ul", "paragraph", "story", "aside_box", "card", "body",
    "byline", "preformatted", "related", "popular", "newsletter", "author_bio", "tags", "advertisement", "sponsored",
    "deck", "quote", "embed", "time", "footer", "media", "meta", "correction",
)  # fmt: skip
FAR: Final = (
    "footer_tag", "comments", "form", "footer", "main_tag", "caption", "ul", "aside", "figcaption", "story", "tags",
    "sidebar", "figure", "latest", "card", "body", "related", "popular", "newsletter", "subscribe", "author_bio", "nav",
    "header", "table", "modal", "item_body", "share", "dialog", "section", "aside_box", "sr_only",
)  # fmt: skip
# Two hints that are one number of the fit, though not one kind of chrome: its trees split between these sizes.
_TOGETHER: Final = {"sponsored": {"sponsored": 1 << 16, "widget": 1 << 17}}
NAMES: Final = (*(f"near_{name}" for name in NEAR), *(f"far_{name}" for name in FAR))


class Names:
    """The names on one page."""

    def columns(self, blocks: Sequence[Block]) -> list[Column]:
        """One column a name, one number a block: not 0 where the hint is given."""
        far = [block.scope.inherited for block in blocks]
        return [*_given(NEAR, [near_hints(block) for block in blocks]), *_given(FAR, far)]


def _given(names: Sequence[str], hinted: Sequence[int]) -> list[Column]:
    anywhere = reduce(or_, hinted, 0)
    nowhere = [0] * len(hinted)
    columns: list[Column] = []
    for name in names:
        bits = hints().mask(*_TOGETHER.get(name, (name,)))
        if not anywhere & bits:
            columns.append(nowhere)
        elif name in _TOGETHER:
            columns.append(_sized(_TOGETHER[name], hinted))
        else:
            columns.append([one & bits for one in hinted])
    return columns


def _sized(sizes: Mapping[str, int], hinted: Sequence[int]) -> Column:
    """Of each the sizes of those hints that are given, added up."""
    bit = hints().bit
    return [sum(size for name, size in sizes.items() if one & bit[name]) for one in hinted]
