"""How UTF-8 looks when it was read in another encoding, computed from the encodings' tables.

A byte that an encoding leaves undefined shows as the C1 control of its number, and after any HTML parser or clean-up as
the windows-1252 sign of that number: "’" read as windows-874 is "โ€" and U+0099, or "โ€™". Both forms are known here.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from newsclean.charsets import index
from newsclean.data_files import Table, from_toml, having

_PARTS = (
    "punctuation", "letters", "elisions", "english", "english_contracted", "multi_byte", "halves", "after_grave",
    "nordic", "nordic_only", "words_of_one_letter", "rare", "scripts", "codecs", "leads", "contracted",
)  # fmt: skip
_MANY = 20  # of the 96 characters of a single-byte encoding


class Codec(NamedTuple):
    """An encoding that UTF-8 was misread in."""

    name: str
    script: tuple[int, int] | None  # first and last code point of the script that it was made for
    beside_script: bool

    def is_own(self, character: str) -> bool:
        """Whether the character is of that script."""
        return self.script is not None and self.script[0] <= ord(character) <= self.script[1]


class Meaning(NamedTuple):
    """What a misread run stands for, and the encoding that it was misread in."""

    text: str
    codec: Codec


@cache
def facts() -> Table:
    """The contents of newsclean/data/mojibake.toml."""
    return from_toml("mojibake.toml", having(*_PARTS))


@cache
def codecs() -> tuple[Codec, ...]:
    """The encodings that are repaired here, and not by ftfy."""
    scripts = facts()["scripts"]
    return tuple(
        Codec(
            name=entry["name"],
            script=tuple(scripts[entry["script"]]) if "script" in entry else None,
            beside_script=entry.get("beside_script", False),
        )
        for entry in facts()["codecs"]
    )


@cache
def encodings() -> tuple[str, ...]:
    """The names of all encodings, those of two bytes a character last."""
    return ("windows-1252", *(codec.name for codec in codecs()), *facts()["multi_byte"])


@cache
def forms(name: str) -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    """What the 256 bytes show as in an encoding: as in browsers, and with windows-1252 signs for C1 controls."""
    glyphs = index("windows-1252")
    raw = tuple(None if character == "\ufffd" else character for character in index(name))
    signs = tuple(
        glyphs[byte] if character == chr(byte) and byte >= 0x80 and glyphs[byte] not in raw else character
        for byte, character in enumerate(raw)
    )
    return raw, signs


@cache
def loses_bytes(name: str) -> bool:
    """Whether most UTF-8 that is misread in an encoding has U+FFFD in it."""
    if name in facts()["multi_byte"]:
        return True
    return name in encodings() and forms(name)[0][0xA0:].count(None) > _MANY


@cache
def bytes_by_character(name: str) -> dict[str, int]:
    """The way back, for what browsers show and for windows-1252 signs in the place of C1 controls."""
    raw, signs = forms(name)
    return {character: byte for shown in (signs, raw) for byte, character in enumerate(shown) if character is not None}


def read_as(run: str, name: str) -> str | None:
    """A run of characters as UTF-8 that was misread in an encoding, or None where it cannot have been.

    >>> read_as("โ€™", "windows-874"), read_as("โรง", "windows-874")
    ('’', None)
    """
    table = bytes_by_character(name)
    try:
        return bytes([table[character] for character in run]).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None


@cache
def misread_signs() -> dict[str, Meaning]:
    """Every misread form of the signs that are restored alone. A form that two encodings read differently is left out.

    Forms of "â" that the commonest encodings read too are left to ftfy: they may be the inside of a double misreading.
    """
    readings: dict[str, Meaning] = {}
    ambiguous = set()
    for codec in codecs():
        for shown in forms(codec.name):
            for sign in facts()["punctuation"]:
                characters = [shown[byte] for byte in sign.encode()]
                form = "".join(character or "" for character in characters)
                if len(form) < 3:
                    continue  # a byte that the encoding loses
                known = readings.setdefault(form, Meaning(sign, codec))
                if known.text != sign or (form[0] == "â" and _is_common(form)):
                    ambiguous.add(form)
    return {form: reading for form, reading in readings.items() if form not in ambiguous}


def _is_common(form: str) -> bool:
    return form[1:] < "\x80\xff" or any(read_as(form, name) for name in ("windows-1252", "windows-1250"))


@cache
def _letter_ranges() -> tuple[list[int], list[int]]:
    ranges = sorted(facts()["letters"])
    return [first for first, _ in ranges], [last for _, last in ranges]


def is_news_letter(character: str) -> bool:
    """Whether the character lies in a range of letters that news is written in."""
    firsts, lasts = _letter_ranges()
    place = bisect_right(firsts, ord(character)) - 1
    return place >= 0 and ord(character) <= lasts[place]
