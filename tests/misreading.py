"""Text as it shows where its UTF-8 was taken for another encoding."""

from __future__ import annotations

from newsclean.charsets import codec_of, index
from newsclean.mojibake.tables import facts


def misread(text: str, name: str) -> str:
    """What a browser shows for UTF-8 bytes that it takes for another encoding."""
    if name in facts()["multi_byte"]:
        return text.encode().decode(codec_of(name), "replace")
    return "".join(index(name)[byte] for byte in text.encode())


def as_windows_1252(text: str) -> str:
    """C1 controls as HTML parsers and clean-ups turn them into signs."""
    return "".join(index("windows-1252")[ord(it)] if "\x80" <= it <= "\x9f" else it for it in text)
