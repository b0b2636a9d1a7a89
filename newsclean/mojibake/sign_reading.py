"""Signs of three misread characters, restored wherever they stand but beside a letter of the encoding's own script."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsclean.mojibake.tables import Codec, misread_signs


def by_signs(words: list[str]) -> dict[int, tuple[str, str]]:
    """Place in `words` -> what stood there and the encoding that it was misread in, for each word with such a sign."""
    return {place: restored for place, word in enumerate(words) if not word.isascii() and (restored := _restored(word))}


@cache
def _sign_pattern() -> re.Pattern[str]:
    return re.compile(f"(?:{_alternatives(set(misread_signs()))})+")


@lru_cache(maxsize=8192)
def _restored(word: str) -> tuple[str, str] | None:
    pieces = []
    position = 0
    name = ""
    for match in _sign_pattern().finditer(word):
        run = match.group()
        readings = [misread_signs()[run[start : start + 3]] for start in range(0, len(run), 3)]
        neighbours = word[max(0, match.start() - 1) : match.start()] + word[match.end() : match.end() + 1]
        if any(_holds_script(neighbours, reading.codec) and not reading.codec.beside_script for reading in readings):
            continue
        pieces += [word[position : match.start()], *(reading.text for reading in readings)]
        position = match.end()
        name = name or readings[0].codec.name
    return ("".join(pieces) + word[position:], name) if name else None


def _holds_script(text: str, codec: Codec) -> bool:
    return codec.script is not None and any(map(codec.is_own, text))


def _alternatives(signs: set[str]) -> str:
    """A pattern that matches any of these three-character forms, as few branches that the regex engine can skip by."""
    branches: dict[str, str] = {}
    for sign in sorted(signs):
        branches[sign[:2]] = branches.get(sign[:2], "") + sign[2]
    return "|".join(f"{re.escape(start)}[{re.escape(thirds)}]" for start, thirds in branches.items())
