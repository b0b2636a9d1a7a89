"""What an element's names hint at, as bits of one integer.

Class names are split into whole words at hyphens, underscores, digits and case changes, because substrings lie:
`now-playing` holds "yin", `socialist` "social", `barbados` "bar", `candidate-profile` "date".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_LOWER_WORD = re.compile("[a-z]+")


class Hints:
    """The tables of `newsclean/data/chrome.toml`: words, tags, roles and itemprops, each mapped to bits."""

    def __init__(self, tables: Mapping[str, Mapping[str, list[str]]]) -> None:
        self.names = tuple(dict.fromkeys(name for table in tables.values() for name in table))
        self.bit = {name: 1 << i for i, name in enumerate(self.names)}
        self.words = self._bits_by_word(tables["words"])
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
    return Hints(tomllib.loads(files("newsclean").joinpath("data/chrome.toml").read_text("utf-8")))


def split_name(name: str) -> list[str]:
    """The whole words of a class list or id, lower case.

    >>> split_name("article-body__text now-playing relatedStories H2Title")
    ['article', 'body', 'text', 'now', 'playing', 'related', 'stories', 'h', 'title']
    """
    return [word.lower() for word in _WORD.findall(name)]


def hints_of_name(name: str) -> int:
    """The bits that the words of a class list or id hint at.

    >>> hints_of_name("socialist-party") & hints().bit["share"]
    0
    >>> bool(hints_of_name("mostRead") & hints().bit["popular"])
    True
    """
    known = _hints_of_one
    bits = 0
    for one in name[:400].split():
        bits |= known(one)
    return bits


@lru_cache(maxsize=4096)
def _hints_of_one(name: str) -> int:
    """The bits of one class or id: sites share far more of these than of whole lists."""
    words = hints().words
    if not name.islower():
        bits = words.get(name.replace("-", "").replace("_", "").lower(), 0)
        for word in split_name(name):
            bits |= words.get(word, 0)
        return bits
    parts = _LOWER_WORD.findall(name)
    bits = words.get(name.replace("-", "").replace("_", ""), 0)
    for word in parts:
        if word in words:
            bits |= words[word]
    return bits
