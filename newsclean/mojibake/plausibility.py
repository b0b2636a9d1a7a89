"""Which readings are believed: the guards on what ftfy and our own tables propose for a word."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from newsclean.charsets import index
from newsclean.mojibake.tables import is_news_letter

_CLOSING = frozenset("”’“‘»›…™®©‰!?")
_JOINERS = frozenset("\u200c\u200d")
_FORMAT = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


@lru_cache(maxsize=4096)
def is_news_character(character: str) -> bool:
    """Whether a character occurs in news at all: no control, private or unassigned one, no letter of a dead script."""
    if character == "\ufffd":
        return False
    category = unicodedata.category(character)
    if category[0] in "LN" and not category == "No":
        return is_news_letter(character) or category == "Nd"
    if category == "Cf":
        return character in _FORMAT
    if category == "Mn":
        return not "\u0300" <= character <= "\u036f"
    return category[0] in "MPSN" or character in " \u00a0\u2009\u200a\u202f\u3000"


def is_plausible(before: str, after: str) -> bool:
    """Whether one word may really have been `after` before it was misread as `before`."""
    if len(after) >= len(before):
        return False  # C1 read as windows-1252 keeps the length; that is for later
    restored = set(after) - set(before)
    if not all(character in before or is_news_character(character) for character in restored):
        return False
    if restored & _JOINERS and all(character < "\u0370" for character in after if character.isalpha()):
        return False  # no Latin word holds one; they come from reading iso-8859-2 as windows-1250
    return not _has_a_capital_within(after) and not _is_capitals_and_a_closing_sign(before, after)


def _has_a_capital_within(word: str) -> bool:
    """`GenÚve`: "è" read in an encoding that is close to the right one."""
    return any(
        "\x7f" < character < "\u0250" and character.isupper() and left.islower() and right.islower()
        for left, character, right in zip(word, word[1:], word[2:], strict=False)
    )


def _is_capitals_and_a_closing_sign(before: str, after: str) -> bool:
    """`AMANHÃ”` is a word in capitals and a quotation mark; read as mojibake it would be `AMANHÔ`."""
    if len(before) - len(after) != 1 or before[-1] not in _CLOSING:
        return False
    letters = [character for character in before if character.isalpha()]
    return len(letters) > 1 and all(map(str.isupper, letters))


def is_stray_control(text: str, place: int) -> bool:
    """Whether the C1 control at `place` is a windows-1252 sign of its own and no rest of mojibake.

    It is a rest where the character before it would start a sound UTF-8 sequence with it: repairing that was refused.
    """
    if index("windows-1252")[ord(text[place])] == text[place]:
        return False  # 81, 8D, 8F, 90, 9D: nothing in windows-1252
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if "\x80" <= before <= "\x9f" or not (_is_western(before) and _is_western(after)):
        return False
    if "\xc2" <= before <= "\xdf":
        return not is_news_character(bytes([ord(before), ord(text[place])]).decode())
    return True


def _is_western(character: str) -> bool:
    return character < "\u0180" or "\u2010" <= character <= "\u2122"
