"""The script that a page is written in: a letter of it is what it seems, whatever else of the page was misread.

One "โ€™" on a page in Thai must not make an accented letter of every short Thai word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsclean.mojibake.line_reading import possible_readers
from newsclean.mojibake.lossy_reading import is_lossy
from newsclean.mojibake.tables import codecs, facts
from newsclean.mojibake.words import words_of

_EAST_ASIAN = (0x2E80, 0xD7FF)


def not_at_home(names: Iterable[str], texts: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The encodings but for those made for a script that the page is written in.

    Args:
        names: encodings.
        texts: of the page, each before and after its repair.

    >>> sorted(not_at_home(["windows-874", "windows-1253"], [("ทุกสาขา", "ทุกสาขา")]))
    ['windows-1253']
    """
    wanted = {name: own for name in names if (own := _own_words(name)) is not None}
    written = {word for before, after in texts for word in _sound(before, after)} if wanted else set()
    at_home = {name for name, own in wanted.items() if any(map(own.search, written))}
    return frozenset(names) - at_home


def _sound(before: str, after: str) -> Iterable[str]:
    """The words that no repair changed, that no encoding reads, and that lost nothing."""
    if after.isascii():
        return ()
    kept = set(words_of(after)).intersection(words_of(before))
    return (word for word in kept if not word.isascii() and not is_lossy(word) and not possible_readers(word))


@cache
def _own_words(name: str) -> re.Pattern[str] | None:
    """Letters in a row that are a word of the script that an encoding was made for, or None where it has none."""
    if name in facts()["multi_byte"]:
        first, last, fewest = *_EAST_ASIAN, 2
    else:
        script = next((codec.script for codec in codecs() if codec.name == name), None)
        if script is None:
            return None
        first, last, fewest = *script, 3
    return re.compile(f"[{chr(first)}-{chr(last)}]{{{fewest}}}")
