"""What the words of a line say beyond its shape: "subscribe" and "pictured" stand in few paragraphs of a story."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import Final

LONGEST: Final = 400  # characters of a line that are looked at
_EVEN: Final = 3  # words that a line is taken to have besides its own, so that one word does not decide
_MARKS: Final = {i: " " for i in range(128) if not chr(i).isalnum()}


def spoken(text: str) -> list[str]:
    """The words of a line, in small letters and without numbers.

    >>> spoken("Sign up: 20% off, it's free!")
    ['sign', 'up', 'off', 'it', 's', 'free']
    """
    return [word for word in text[:LONGEST].lower().translate(_MARKS).split() if not word[0].isdigit()]


def lean(words: list[str], weights: Mapping[str, float]) -> float:
    """How far words lean to the story (over zero) or away from it.

    >>> lean(["sign", "up"], {"sign": -2.0, "harbour": 1.0}) < 0
    True
    """
    return sum([weights.get(word, 0.0) for word in words]) * share(len(words))


def share(words: int) -> float:
    """What each word of a line counts: one of many says less."""
    return 1 / sqrt(words + _EVEN)
