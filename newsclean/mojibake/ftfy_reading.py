"""The only place that imports ftfy, and only when a suspicious text is met: the import takes a quarter of a second."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newsclean.mojibake.runs import beyond_ascii
from newsclean.mojibake.tables import read_as

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

_LONGEST = 100_000  # characters a call; ftfy's time grows faster than its input on some texts
_COMMON = ("windows-1252", "windows-1251", "windows-1250", "windows-1253", "windows-1254", "macintosh", "cp437")


@cache
def _settings() -> TextFixerConfig:
    """Encodings and nothing else: quotes, ligatures, width, Unicode form and line breaks are the author's own.

    `restore_byte_a0` and `replace_lossy_sequences` guess at lost bytes. C1 controls are left, because turning them into
    windows-1252 signs makes mojibake of the encodings that ftfy does not know harder to repair.
    """
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        restore_byte_a0=False,
        replace_lossy_sequences=False,
        fix_c1_controls=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )


@lru_cache(maxsize=256)  # a line is read again in the light of its page
def read_by_ftfy(text: str) -> str:
    """What ftfy makes of a line, its encoding fixes only."""
    from ftfy import fix_and_explain

    if len(text) <= _LONGEST:
        return fix_and_explain(text, _settings()).text
    pieces = []
    start = 0
    while start < len(text):
        # Between ASCII letters no sequence is cut.
        end = text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
        pieces.append(fix_and_explain(text[start:end], _settings()).text)
        start = end
    return "".join(pieces)


@lru_cache(maxsize=4096)
def common_codec_of(before: str, after: str) -> str | None:
    """The commonest encoding through which `after` may have become `before`, once or again and again, or None."""
    runs, found = beyond_ascii(before), beyond_ascii(after)
    if not runs:
        return None
    if max(runs) < "\u0100" and any("\x80" <= character <= "\x9f" for character in runs):
        return "iso-8859-1" if len(found) < len(runs) else None
    return next((name for name in _COMMON if _leads_to(runs, found, name)), None)


def _leads_to(runs: str, found: str, name: str) -> bool:
    text: str | None = runs
    while text and text != found and not text.isascii():
        text = read_as(text, name)
    return text == found
