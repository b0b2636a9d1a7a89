"""Posts of social networks that a story quotes without the markup of one."""

from __future__ import annotations

import re

_SIGNATURE = re.compile(r"\s*(?:[-–—―]|&mdash;)[^()\n]{1,80}\(@\w{1,30}\)")


def is_post_signature(text: str) -> bool:
    """Whether a line signs a quoted post: its names and dates are the post's, not the story's.

    >>> is_post_signature("— Elm Ferry (@elmferry) March 11, 2031"), is_post_signature("Jane Roe (@janeroe)")
    (True, False)
    """
    return _SIGNATURE.match(text) is not None
