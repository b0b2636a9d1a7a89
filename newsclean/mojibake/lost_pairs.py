"""What encodings of two bytes a character lose, byte by byte as browsers do it.

Python's codecs show another number of U+FFFD for the same bytes, and how many there are tells what was lost.
"""

from __future__ import annotations

from functools import cache

from newsclean.charsets import codec_of
from newsclean.mojibake.runs import REPLACEMENT
from newsclean.mojibake.tables import facts


def shown_as(data: bytes, name: str) -> str:
    """What a browser shows for bytes in an encoding.

    >>> shown_as("’".encode(), "euc-kr")
    '\ufffd\ufffd'
    """
    shown = []
    place = 0
    while place < len(data):
        width = 2 if data[place] in _leads(name) and place + 1 < len(data) else 1
        text = _character(data[place : place + width], name)
        if text == REPLACEMENT and width == 2 and data[place + 1] < 0x80:
            width = 1
        shown.append(text)
        place += width
    return "".join(shown)


@cache
def lost_pairs(name: str) -> tuple[bytes, ...]:
    """The bytes beyond ASCII, alone or with another one, that show as one U+FFFD."""
    high = range(0x80, 0x100)
    singles = [
        bytes((byte,)) for byte in high if byte in _leads(name) or _character(bytes((byte,)), name) == REPLACEMENT
    ]
    pairs = (bytes((lead, byte)) for lead in high if lead in _leads(name) for byte in high)
    return (*singles, *(pair for pair in pairs if _character(pair, name) == REPLACEMENT))


@cache
def _leads(name: str) -> frozenset[int]:
    return frozenset(byte for first, last in facts()["leads"][name] for byte in range(first, last + 1))


@cache
def _character(data: bytes, name: str) -> str:
    text = data.decode(codec_of(name), "replace")
    return text if REPLACEMENT not in text else REPLACEMENT
