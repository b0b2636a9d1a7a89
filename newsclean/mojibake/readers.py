"""The encodings that UTF-8 was misread in, each as a way back: characters to bytes to UTF-8.

A byte that an encoding leaves undefined shows as the C1 control of its number or, after a clean-up, as the windows-1252
sign of that number; both are read here. Where that sign is a letter of the encoding's own too ("Š" of iso-8859-15), it
may stand for either byte, and there are two ways back.
"""

from __future__ import annotations

import codecs as python_codecs
from functools import cache, lru_cache
from typing import NamedTuple

from newsclean.charsets import codec_of, index
from newsclean.mojibake.alternatives import alternatives, chosen
from newsclean.mojibake.plausibility import is_news_character
from newsclean.mojibake.tables import Codec, codecs, facts, forms

_LONG = 5_000  # characters of a run
_BEGINNING = 200
_FIRST_WIDE = "\u2e80"  # encodings of two bytes a character are tried where one from here on stands


class Reader(NamedTuple):
    """One way back. With `signs` a character may be one of several; `table` is empty for two-byte encodings."""

    codec: Codec
    table: dict[int, int]  # character to byte
    signs: dict[int, int] | None  # the same, windows-1252 signs first that are letters of the encoding's own too
    rare: bool
    has_signs: bool = False  # there are two ways back through the encoding, with signs and without

    def read(self, run: str) -> str:
        """What a run beyond ASCII was before it was misread; "" where it cannot have been misread so.

        >>> [reader.read("โ€™") for reader in readers() if reader.codec.name == "windows-874"]
        ['’']
        """
        if not self.table:
            return _by_codec(run, codec_of(self.codec.name))
        if self.signs is None:
            return _by_table(run, self.table)
        slots = self.slots(run)
        return chosen(slots).text if slots else ""

    def reads(self, run: str) -> bool:
        """Whether a run can have been misread so."""
        return self.read(run) != "" if self.signs is None else self.slots(run) is not None

    def slots(self, run: str) -> tuple[tuple[str, ...], ...] | None:
        """What may have stood in each place of a run; None where it cannot have been misread so."""
        return alternatives(run, self.table, self.signs or self.table)

    def suits(self, was_cleaned_up: bool) -> bool:
        """Whether this is the way back for a line, of the two that some encodings have."""
        return not self.has_signs or (self.signs is not None) == was_cleaned_up


def _by_table(run: str, table: dict[int, int]) -> str:
    try:
        return python_codecs.charmap_encode(run, "strict", table)[0].decode("utf-8")
    except UnicodeError:
        return ""


def _by_codec(run: str, codec: str) -> str:
    try:
        return run.encode(codec).decode("utf-8")
    except UnicodeError:
        return ""


@cache
def readers() -> tuple[Reader, ...]:
    """All ways back, the likelier first."""
    readers = [Reader(Codec("windows-1252", None, False), _latin_1_table(), None, rare=False)]
    for codec in codecs():
        own, signs = _tables(codec.name)
        rare = codec.name in facts()["rare"]
        if signs == own:
            readers.append(Reader(codec, own, None, rare))
        else:
            readers.append(Reader(codec, own, None, rare, has_signs=True))
            readers.append(Reader(codec, own, signs, rare, has_signs=True))
    readers += [Reader(Codec(name, None, False), {}, None, rare=False) for name in facts()["multi_byte"]]
    return tuple(readers)


@cache
def with_signs(name: str) -> Reader:
    """Of the two ways back through an encoding the one in which signs may be one of two bytes."""
    return next(reader for reader in readers() if reader.codec.name == name and reader.signs is not None)


def is_shown_by(word: str, name: str) -> bool:
    """Whether an encoding shows all characters of a word beyond ASCII, those of bytes that it leaves undefined too."""
    tables = _tables_of("windows-1252" if name == "iso-8859-1" else name)
    return any(not table or all(it < "\x80" or ord(it) in table for it in word) for table in tables)


@cache
def _tables_of(name: str) -> tuple[dict[int, int], ...]:
    return tuple(reader.table | (reader.signs or {}) for reader in readers() if reader.codec.name == name)


def _latin_1_table() -> dict[int, int]:
    """Windows-1252 and what Python, Java and MySQL call latin-1, which leaves C1 controls."""
    return {byte: byte for byte in range(256)} | {ord(sign): byte for byte, sign in enumerate(index("windows-1252"))}


def _tables(name: str) -> tuple[dict[int, int], dict[int, int]]:
    """The own characters first; and the windows-1252 signs of undefined bytes first."""
    raw, signs = forms(name)
    own = {ord(it): byte for shown in (signs, raw) for byte, it in enumerate(shown) if it is not None}
    glyphs = index("windows-1252")
    undefined = {ord(glyphs[byte]): byte for byte in range(0x80, 0xA0) if raw[byte] == chr(byte)}
    return own, own | undefined


@cache
def _starts() -> tuple[dict[str, int], dict[str, int]]:
    leads: dict[str, int] = {}
    continuations: dict[str, int] = {}
    for bit, reader in enumerate(readers()):
        for code_point, byte in (*reader.table.items(), *(reader.signs or {}).items()):
            if byte >= 0x80:
                role = leads if 0xC2 <= byte <= 0xF4 else continuations
                if byte < 0xC0 or role is leads:
                    role[chr(code_point)] = role.get(chr(code_point), 0) | 1 << bit
    return leads, continuations


@cache
def _doubles() -> int:
    return sum(1 << bit for bit, reader in enumerate(readers()) if not reader.table)


def possible(run: str) -> int:
    """A bit a reader: those that may read a run, judged by its first two characters and its last."""
    if not run:
        return 0
    leads, continuations = _starts()
    bits = leads.get(run[0], 0) & continuations.get(run[1:2], 0) & continuations.get(run[-1], 0)
    return bits | _doubles() if run[0] >= _FIRST_WIDE else bits


def able(run: str) -> int:
    """A bit a reader: those that read a run."""
    return sum(1 << bit for bit, reader in enumerate(readers()) if may_read(run, bit) and reader.reads(run))


def may_read(run: str, bit: int) -> bool:
    """Whether a reader may read a run; a long one, judged by its beginning, which must yield news."""
    if not possible(run) >> bit & 1:
        return False
    return len(run) < _LONG or _begins_like_news(run[:_BEGINNING], bit)


@lru_cache(maxsize=256)
def _begins_like_news(beginning: str, bit: int) -> bool:
    reader = readers()[bit]
    # A character may be cut at the end.
    texts = (text for cut in range(4) if (text := reader.read(beginning[: len(beginning) - cut])))
    return any(map(is_news_character, next(texts, "")))
