"""Scripts that are written without spaces: a word may end anywhere, and a line goes on below without one."""

from __future__ import annotations

from typing import Final

# First and last code point, the signs and wide forms of the script among them; not Hangul, which has spaces.
_SCRIPTS: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x9FFF),  # radicals, signs, kana, Han
    (0xF900, 0xFAFF),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)
_FIRST: Final = _SCRIPTS[0][0]


def is_unspaced(character: str) -> bool:
    """Whether a character is of a script without spaces.

    >>> is_unspaced("橋"), is_unspaced("န"), is_unspaced("다"), is_unspaced("e")
    (True, True, False, False)
    """
    code = ord(character)
    return code >= _FIRST and any(first <= code <= last for first, last in _SCRIPTS)
