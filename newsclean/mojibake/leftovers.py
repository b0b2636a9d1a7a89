"""Characters that no author writes and no reading needs: controls, byte order marks, line separators, private use."""

from __future__ import annotations

import re

from newsclean.charsets import index
from newsclean.mojibake.plausibility import stray_controls

LEFTOVERS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u2028\u2029\ufeff\ue000-\uf8ff\U000f0000-\U0010fffd]")
_EACH = re.compile(f"[\ue000-\uf8ff\U000f0000-\U0010fffd]+|{LEFTOVERS.pattern}")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_EAST_ASIAN = re.compile("[\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffdc]")
_SEPARATORS = frozenset("\u2028\u2029")
_SIGNS = "windows-1252"


def without_controls(word: str) -> str:
    """A word with its stray C1 controls read as the windows-1252 signs of their numbers; five of these have none."""
    if word.isascii() or not (places := stray_controls(word)):
        return word
    characters = list(word)
    for place in places:
        sign = index(_SIGNS)[ord(word[place])]
        characters[place] = sign if sign != word[place] else ""
    return "".join(characters)


def without_leftovers(text: str) -> str:
    """A text without them. Line and paragraph separators become line ends; private use goes where it stands alone.

    >>> without_leftovers("\\ufeffOne\\u2028two \\uf0c9")
    'One\\ntwo '
    """
    return _EACH.sub(_instead, text) if LEFTOVERS.search(text) else text


def _instead(match: re.Match[str]) -> str:
    found = match.group()
    if found in _SEPARATORS:
        return "\n"
    if not _PRIVATE.match(found):
        return ""
    neighbours = match.string[max(0, match.start() - 1) : match.start()] + match.string[match.end() : match.end() + 1]
    # Beside characters of East Asia it is one of them that Unicode lacked, or what misreading made of one.
    return found if _EAST_ASIAN.search(neighbours) else ""
