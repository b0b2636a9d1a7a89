"""Blocks by the part they play, found in one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from newsclean.blocks import Block, Layout
from newsclean.labels import Label

Parts = Mapping[Label, Sequence[Block]]
"""Label to blocks, in the order of the page. A label without blocks is missing."""

NO_PARTS: Parts = MappingProxyType({})
_WANTED = frozenset({Label.MAIN, Label.DECK, Label.CREDIT, Label.MEDIA, Label.TAGS, Label.CAPTION, Label.PULL_QUOTE})


def by_label(layout: Layout, labels: Sequence[Label]) -> Parts:
    """The blocks that metadata is read from: the story's, and the box of tags. `labels` has one for each block."""
    parts: dict[Label, list[Block]] = {}
    for block, label in zip(layout.blocks, labels, strict=False):
        if label in _WANTED:
            parts.setdefault(label, []).append(block)
    return MappingProxyType(parts)
