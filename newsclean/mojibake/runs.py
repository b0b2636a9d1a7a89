"""The runs of a word beyond ASCII: what an encoding may have misread."""

from __future__ import annotations

import re
from collections.abc import Sequence

BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
SOUND_SIGNS = frozenset("’‘“”–—…«»")
REPLACEMENT = "\ufffd"  # what shows for bytes that are lost

_ASCII = bytes(range(0x80))
_PLAIN = bytes(byte for byte in range(0x80) if byte >= 0x20 or byte in b"\t\n\x0c\r").replace(b"\x7f", b"")


def beyond_plain(text: str) -> str:
    """A text without its ASCII, but for controls that no text holds.

    >>> beyond_plain("Zoë’s\tcafé")
    'ë’é'
    """
    return text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")


def beyond_ascii(text: str) -> str:
    """A text without its ASCII, at the speed of C.

    >>> beyond_ascii("Zoë’s café")
    'ë’é'
    """
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def runs_of(word: str) -> list[re.Match[str]]:
    """The runs of characters beyond ASCII in a word, as long as they can be."""
    return list(BEYOND_ASCII.finditer(word))


def with_runs_replaced(word: str, runs: Sequence[re.Match[str]], texts: Sequence[str]) -> str:
    """The word with each run replaced by its text.

    >>> with_runs_replaced("cafรฉs", runs_of("cafรฉs"), ["é"])
    'cafés'
    """
    pieces = []
    position = 0
    for run, text in zip(runs, texts, strict=True):
        pieces += [word[position : run.start()], text]
        position = run.end()
    return "".join(pieces) + word[position:]


def stands_within_word(word: str, run: re.Match[str], text: str) -> bool:
    """Whether Latin letters stand inside a word of small ASCII letters, are several, or end it as in "café"."""
    left = word[run.start() - 1 : run.start()] if run.start() else ""
    right = word[run.end() : run.end() + 1]
    if not any("a" <= neighbour <= "z" for neighbour in (left, right)):
        return False
    if left.isalpha() and right.isalpha():
        return True
    return sum(map(str.isalpha, text)) > 1 or (text in _USUAL_ENDS and run.start() >= 3 and not right)


_USUAL_ENDS = ("é", "à")  # the letters beyond ASCII that words borrowed into English end in
