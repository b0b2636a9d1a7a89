"""Encodings by their WHATWG names: labels, single-byte indexes, and decoding as browsers do.

Source: https://encoding.spec.whatwg.org/. Python's codecs differ from it in three ways that matter here: their labels
are others, they leave bytes of 0x80 to 0x9F undefined that browsers read as the C1 control of the same number (which
keeps the byte, so that mojibake can be undone), and a few bytes stand for other characters.
"""

from __future__ import annotations

import codecs
from functools import cache, lru_cache

from newsclean.data_files import Table, from_toml, having

_REPLACEMENT = "\ufffd"


@cache
def _tables() -> Table:
    return from_toml("charsets.toml", having("codecs", "differences", "labels"))


@cache
def _names_by_label() -> dict[str, str]:
    tables = _tables()
    names = {label: name for name, labels in tables["labels"].items() for label in labels.split()}
    return names | {name: name for name in tables["codecs"]}


@lru_cache(maxsize=256)
def by_label(label: str) -> str | None:
    """The encoding that a label means on the web, or None where it means nothing.

    >>> by_label("Latin1"), by_label(" GB2312 "), by_label("utf-9")
    ('windows-1252', 'gb18030', None)
    """
    label = label.strip().lower()
    return _names_by_label().get(label) or _by_python_alias(label)


def _by_python_alias(label: str) -> str | None:
    """Labels outside the standard, such as "win-1251" or "ISO_8859_1", by what w3lib and Python know them for."""
    from w3lib.encoding import resolve_encoding

    if "\0" in label or len(label) > 40:
        return None
    codec = resolve_encoding(label)
    if codec is None:
        return None
    for name, candidates in _tables()["codecs"].items():
        if codecs.lookup(candidates[0]).name == codec:
            return str(name)
    return None


def codec_of(name: str) -> str:
    """The name of Python's codec for an encoding."""
    codec: str = _tables()["codecs"][name][0]
    return codec


@cache
def is_single_byte(name: str) -> bool:
    """Whether every byte of the encoding is a character."""
    return codec_of(name).startswith(("cp8", "cp12", "cp437", "iso8859", "koi8", "mac"))


@cache
def index(name: str) -> str:
    """What each of the 256 bytes stands for in a single-byte encoding; U+FFFD where a browser reads nothing.

    >>> index("windows-874")[0x99] == chr(0x99), index("windows-874")[0xDB] == chr(0xFFFD)
    (True, True)
    """
    tables = _tables()
    codec = codec_of(name)
    characters = list(bytes(range(256)).decode(codec, "replace"))
    for byte in range(0x80, 0xA0):
        if characters[byte] == _REPLACEMENT:
            characters[byte] = chr(byte)
    for byte, code_point in tables["differences"].get(name, {}).items():
        characters[int(byte, 16)] = chr(code_point)
    return "".join(characters)


def decode_as(data: bytes, name: str) -> str:
    """Decode as a browser does; U+FFFD where the bytes mean nothing. Never fails."""
    if is_single_byte(name):
        return codecs.charmap_decode(data, "replace", index(name))[0]
    candidates = _tables()["codecs"][name]
    for codec in candidates:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    if name == "gb18030":
        from w3lib.encoding import to_unicode

        return to_unicode(data, "gb18030")  # reads a lone 0x80 as the euro sign, as the standard asks
    return data.decode(candidates[0], "replace")
