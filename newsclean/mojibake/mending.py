"""One line or text node, repaired.

Order: the signs and words that the encodings' tables read for certain; then what ftfy reads, each word guarded; C1
controls last, since they are bytes that the readings need. Again until nothing changes, for text misread twice.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean.charsets import index
from newsclean.mojibake.ftfy_reading import common_codec_of, read_by_ftfy
from newsclean.mojibake.multi_byte_reading import by_multi_byte
from newsclean.mojibake.plausibility import is_plausible, stray_controls
from newsclean.mojibake.table_reading import by_tables

_MOST_ROUNDS = 8
# A word here is what stands between ASCII signs and spaces. No reading changes ASCII, so words keep their places; and
# str.split would cut at U+0085 and U+00A0, which are bytes of misread characters.
_BETWEEN_WORDS = re.compile(r"([\x00-/:-@\[-`{-\x7f]+)")


class Step(NamedTuple):
    """One repaired word: `before` became `after`, having been misread in `codec` (its WHATWG name)."""

    before: str
    after: str
    codec: str


def mend(text: str) -> tuple[str, tuple[Step, ...]]:
    """Repair one line or text node. Idempotent; a text without mojibake comes back as it is.

    >>> mend("Hereโ€™s why")
    ('Here’s why', (Step(before='Hereโ€™s', after='Here’s', codec='windows-874'),))
    """
    if text.isascii():
        return text, ()
    words = _BETWEEN_WORDS.split(text)
    mended = list(words)
    codecs: dict[int, str] = {}
    for _ in range(_MOST_ROUNDS):
        proposals = by_tables(mended) or by_multi_byte(mended) or _by_ftfy(mended) or _by_controls(mended)
        if not proposals:
            break
        for place, (after, codec) in proposals.items():
            codecs.setdefault(place, common_codec_of(mended[place], after) or codec)
            mended[place] = after
    steps = (Step(words[place], mended[place], codecs[place]) for place in sorted(codecs))
    return "".join(mended), tuple(steps)


def _by_ftfy(words: list[str]) -> dict[int, tuple[str, str]]:
    line = "".join(words)
    read = read_by_ftfy(line)
    if read == line:
        return {}
    afters = _BETWEEN_WORDS.split(read)
    if afters[1::2] != words[1::2]:
        # ftfy took a space for the lost half of "à". Word by word it has none to take.
        afters = [word if word.isascii() else read_by_ftfy(word) for word in words]
    return {
        place: (after, "windows-1252")
        for place, (before, after) in enumerate(zip(words, afters, strict=True))
        if before != after and is_plausible(before, after)
    }


def _by_controls(words: list[str]) -> dict[int, tuple[str, str]]:
    """C1 controls that are the windows-1252 signs of the same number."""
    signs = index("windows-1252")
    readings = {}
    for number, word in enumerate(words):
        if not word.isascii() and (places := stray_controls(word)):
            characters = list(word)
            for place in places:
                characters[place] = signs[ord(word[place])]
            readings[number] = ("".join(characters), "windows-1252")
    return readings
