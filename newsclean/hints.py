"""What an element's names hint at, as bits of one integer.

Class names are split into whole words at hyphens, underscores, digits and case changes, because substrings lie:
`now-playing` holds "yin", `socialist` "social", `barbados` "bar", `candidate-profile` "date".
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from functools import cache

from newsclean.data_files import from_toml

# Bytes, which the words of all templates are written in, are translated at once.
_WORD = re.compile(rb"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_TO_SPACES = bytes(code if chr(code) in string.ascii_lowercase else 0x20 for code in range(256))


class Hints:
    """The tables of `newsclean/data/chrome.toml`: words, tags, roles and itemprops, each mapped to bits."""

    def __init__(self, tables: Mapping[str, Mapping[str, list[str]]]) -> None:
        self.names = tuple(dict.fromkeys(name for table in tables.values() for name in table))
        self.bit = {name: 1 << i for i, name in enumerate(self.names)}
        self.words = {word.encode(): bits for word, bits in self._bits_by_word(tables["words"]).items()}
        self.tags = self._bits_by_word(tables["tags"])
        self.roles = self._bits_by_word(tables["roles"])
        self.itemprops = self._bits_by_word(tables["itemprops"])

    def _bits_by_word(self, table: Mapping[str, list[str]]) -> dict[str, int]:
        bits: dict[str, int] = {}
        for name, words in table.items():
            for word in words:
                bits[word] = bits.get(word, 0) | self.bit[name]
        return bits

    def mask(self, *names: str) -> int:
        """The bits of several hints together.

        >>> hints().mask("nav", "aside") == hints().bit["nav"] | hints().bit["aside"]
        True
        """
        bits = 0
        for name in names:
            bits |= self.bit[name]
        return bits

    def spelled(self, bits: int) -> str:
        """The names of set bits, for evidence."""
        return " ".join(name for name in self.names if bits & self.bit[name])


@cache
def hints() -> Hints:
    """The hint tables, read once."""
    return from_toml("chrome.toml", Hints)


def split_name(name: str) -> list[str]:
    """The whole words of a class list or id, lower case.

    >>> split_name("article-body__text now-playing relatedStories H2Title")
    ['article', 'body', 'text', 'now', 'playing', 'related', 'stories', 'h', 'title']
    """
    return [word.decode() for word in _split(name.encode(errors="replace"))]


def hints_of_name(name: str) -> int:
    """The bits that the words of a class list or id hint at.

    >>> hints_of_name("socialist-party") & hints().bit["share"]
    0
    >>> bool(hints_of_name("mostRead") & hints().bit["popular"])
    True
    """
    data = name[:400].encode(errors="replace")
    spelled = data.translate(_TO_SPACES).split() if name.islower() else _split(data)
    known = hints().words
    bits = 0
    for word in spelled + data.translate(None, b"-_").lower().split():
        if word in known:
            bits |= known[word]
    return bits


def _split(name: bytes) -> list[bytes]:
    return [word.lower() for word in _WORD.findall(name)]
