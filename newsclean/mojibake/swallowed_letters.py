"""The letter that an encoding of two bytes took along: half of "’" and the "s" behind it are "셲" in euc-kr."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from string import ascii_letters

from newsclean.charsets import codec_of
from newsclean.mojibake.lost_signs import SIGNS, joins
from newsclean.mojibake.runs import REPLACEMENT
from newsclean.mojibake.tables import facts
from newsclean.mojibake.words import Proposals

_OPENING = "“”„"  # the second where Swedish is written
_FAR = 20  # characters around a sign that may tell what it is
_AFTER_LOSS = re.compile(f"{REPLACEMENT}{{1,2}}([\u2e80-\ud7ff\uf900-\uffdc])(?![\u2e80-\uffdc])")


@cache
def letter_halves() -> dict[str, tuple[str, str]]:
    """Second half of a sign and the letter behind it -> both, and the encoding: "셲" -> "’s" of euc-kr."""
    found: dict[str, tuple[str, str]] = {}
    shared = set()
    for name, text in product(facts()["multi_byte"], map("".join, product(SIGNS, ascii_letters))):
        form = text.encode().decode(codec_of(name), "replace")
        half = form.lstrip(REPLACEMENT)
        if len(half) == 1 and half != form and half >= "\u2e80" and found.setdefault(half, (text, name))[0] != text:
            shared.add(half)
    return {half: sign for half, sign in found.items() if half not in shared}


def by_swallowed_letters(words: list[str]) -> Proposals:
    """Place in `words` -> what stood there and the encoding that it was misread in."""
    found: Proposals = {}
    for place, word in enumerate(words):
        if word.isascii() or max(word) < "\u2e80":
            continue
        if REPLACEMENT in word:
            if (after := _AFTER_LOSS.sub(_sign_and_letter, word)) != word:
                name = next(sign[1] for half in word if (sign := letter_halves().get(half)))
                found[place] = (after, name)
        elif place and words[place - 1].endswith("?") and (sign := letter_halves().get(word[0])):
            gap = words[place - 1]
            rest = gap.removesuffix("?").removesuffix("?")  # browsers count two lost bytes, Python one
            before = words[place - 2] if not rest and place > 1 else ""
            is_at_start = rest != "" or (place == 2 and not words[0])
            if (before or is_at_start) and word[1:].isascii() and _may_stand(before, sign[0], word[1:]):
                found[place] = (f"{sign[0]}{word[1:]}", sign[1])
                found[place - 1] = (rest, sign[1])
    return found


def _sign_and_letter(mark: re.Match[str]) -> str:
    text, _ = letter_halves().get(mark.group(1), ("", ""))
    start, end = mark.span()
    before, behind = mark.string[max(0, start - _FAR) : start], mark.string[end : end + _FAR]
    return text if text and _may_stand(before, text, behind) else mark.group()


def _may_stand(before: str, text: str, behind: str) -> bool:
    """Whether a sign and a letter can be meant: half of "ș" and a letter is the same as half of "’" and the letter."""
    if text[0] == "’":
        return before[-1:].isalpha() and joins(before, f"{text[1:]}{behind}", is_sure=True)
    return text[0] in _OPENING and not before and behind[:1].islower()
