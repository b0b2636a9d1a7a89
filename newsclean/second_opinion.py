"""What readability-lxml takes for the story: asked where our own confidence is low. Its only importer.

Its class names match by substring ("football-report" is an ad to it), so it gets a vote, never the verdict. Elements
are stamped in a copy of the tree; which stamps survive tells which blocks it kept.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from newsclean.blocks import Layout

_STAMP = "data-newsclean"


def ask(root: Any, layout: Layout) -> frozenset[int]:
    """The indexes of the text blocks that readability keeps; none where it finds no story. `root` is left as it was."""
    from readability import Document
    from readability.readability import Unparseable

    copy = _stamped_copy(root, layout)
    try:
        summary = Document(etree.tostring(copy, encoding="unicode", method="html")).summary(html_partial=True)
    except (Unparseable, ValueError):
        return frozenset()
    kept_elements = _stamps(summary)
    return frozenset(block.index for block in layout.blocks if block.text and block.scope.index in kept_elements)


def _stamped_copy(root: Any, layout: Layout) -> Any:
    copies = dict(zip(root.iter(), (copy := deepcopy(root)).iter(), strict=True))
    for scope in layout.scopes:
        twin = copies.get(scope.element)
        if twin is not None:
            twin.set(_STAMP, str(scope.index))
    return copy


def _stamps(summary: str) -> frozenset[int]:
    if not summary.strip():
        return frozenset()
    kept = etree.fromstring(summary, etree.HTMLParser(huge_tree=True))
    if kept is None:
        return frozenset()
    return frozenset(int(element.get(_STAMP)) for element in kept.iter() if element.get(_STAMP))
