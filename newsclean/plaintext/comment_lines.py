"""What readers wrote under a story, in a text without markup: prose between lines that only threads have."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from newsclean.labels import Label
from newsclean.measures import Measures

ABOVE: Final = 3  # lines between "3 Comments", or the "Reply" under the last comment, and a comment: a name, a time
BELOW: Final = 2  # lines between a comment and its "Reply"


def without_comments(measures: Sequence[Measures], story: Sequence[int]) -> list[int]:
    """The story without what stands close below one line of a thread and close above the next."""
    marks = [i for i, m in enumerate(measures) if m.whole is Label.COMMENTS]
    comments: set[int] = set()
    for above, below in pairwise(marks):
        within = [i for i in story if above < i < below]
        near = within and within[0] - above - 1 <= ABOVE and below - within[-1] - 1 <= BELOW
        if near and any(i < above for i in story) and within[-1] - within[0] < ABOVE:
            comments.update(within)
    return [i for i in story if i not in comments]
