"""Parts of a page that are no story whatever their blocks look like one by one: told from a whole container.

The fitted model scores blocks; a comment reads like prose to it, and so does the second story of an endless page. These
rules look at containers instead, before any block is scored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from newsclean.blocks import Layout
from newsclean.clues import Clues
from newsclean.labels import Verdict
from newsclean.measures import Measures
from newsclean.rules.comment_threads import comment_threads
from newsclean.rules.consent_layers import consent_layers
from newsclean.rules.headed_boxes import headed_boxes, headed_comments
from newsclean.rules.other_stories import other_stories
from newsclean.rules.page_parts import Area, PageParts
from newsclean.rules.sign_ups import sign_ups

AREAS: Final[tuple[Callable[[PageParts], Iterator[Area]], ...]] = (
    other_stories,
    consent_layers,
    comment_threads,
    sign_ups,
    headed_boxes,
    headed_comments,
)


def areas(layout: Layout, measures: Sequence[Measures], clues: Clues) -> Mapping[int, Verdict]:
    """The verdicts that containers decide, by block; of two containers around a block, the first rule's wins."""
    page = PageParts.of(layout, measures, clues)
    verdicts: dict[int, Verdict] = {}
    for rule in AREAS:
        for area in rule(page):
            for i in range(area.first, area.end):
                verdicts.setdefault(i, area.verdict)
    return verdicts
