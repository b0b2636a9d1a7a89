"""What readability-lxml takes for the story: asked where our own confidence is low.

Its class names match by substring ("football-report" is an ad to it), so it gets a vote, never the verdict. Elements
are stamped in a copy of the tree; which stamps survive tells which blocks it kept.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from copy import deepcopy
from itertools import islice
from typing import Any

from lxml import etree

from newsclean.article import PageWarning
from newsclean.blocks import Layout
from newsclean.measures import Measures

MOST_ELEMENTS = 2_500  # measured: larger pages, one in eight of those in doubt, gain nothing by its vote
MOST_TEXT = 1_000_000  # characters

SHARED = 0.5  # of our story's blocks that it must have kept: else it read another part of the page
AT_MOST = 2.0  # times the mass of our story: else it took the page around it, too

_STAMP = "data-newsclean"

# It logs the traceback of every page it cannot read, which Python prints where nobody has set up logging.
logging.getLogger("readability").addHandler(logging.NullHandler())


def ask(root: Any, layout: Layout) -> frozenset[int]:
    """The text blocks on show that readability keeps, by index; none where it finds no story. `root` stays as it was.

    A page that `declined` names is not asked about: there are none for it either.
    """
    if declined(root, layout):
        return frozenset()
    from readability.readability import Unparseable

    from newsclean.readability_reading import Reader

    copy = _stamped_copy(root, layout)
    try:
        summary = Reader(etree.tostring(copy, encoding="unicode", method="html")).summary(html_partial=True)
    except Unparseable:  # the only error it has, whatever went wrong inside
        return frozenset()
    kept_elements = _stamps(summary)
    shown = (block for block in layout.blocks if block.text and not block.hidden)
    return frozenset(block.index for block in shown if block.scope.index in kept_elements)


def agrees(kept: frozenset[int], story: frozenset[int], layout: Layout, measures: Sequence[Measures]) -> bool:
    """Whether readability read the same story as the labeller, more or less of it: only then is its vote of use.

    Where the labeller found nothing that is on show, any story is welcome.

    Of 94 doubtful pages of 1,608, averaging the two mended 26 and harmed 28; of the 52 that pass here, 19 and 5.
    """
    ours = [i for i in story if not layout.blocks[i].hidden]
    if not kept or not ours:
        return bool(kept)
    if sum(i in kept for i in ours) < SHARED * len(ours):
        return False
    return sum(measures[i].plain_mass for i in kept) <= AT_MOST * sum(measures[i].plain_mass for i in ours)


def declined(root: Any, layout: Layout) -> PageWarning | None:
    """Why a page is too large to be asked about, as a warning; None where it is not.

    Readability takes 0.1 s for 2,500 elements, and copies the page several times.
    """
    if next(islice(root.iter(), MOST_ELEMENTS, None), None) is not None:
        return _skipped(f"more than {MOST_ELEMENTS} elements")
    size = sum(len(block.text) for block in layout.blocks)
    return _skipped(f"{size} characters of text") if size > MOST_TEXT else None


def _skipped(why: str) -> PageWarning:
    return PageWarning(code="no_second_opinion", detail=f"in doubt, and too large to ask readability: {why}")


def _stamped_copy(root: Any, layout: Layout) -> Any:
    copy = deepcopy(root)
    etree.strip_attributes(copy, _STAMP)  # the page's own, if somebody writes them
    twins = dict(zip(root.iter(), copy.iter(), strict=True))
    for scope in layout.scopes:
        twins[scope.element].set(_STAMP, str(scope.index))
    return copy


def _stamps(summary: str) -> frozenset[int]:
    if not summary.strip():
        return frozenset()
    try:
        kept = etree.fromstring(summary, etree.HTMLParser(huge_tree=True))
    except etree.XMLSyntaxError:  # nothing but a comment, say
        return frozenset()
    return frozenset(int(stamp) for element in kept.iter() if (stamp := element.get(_STAMP)))
