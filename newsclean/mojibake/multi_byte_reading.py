"""UTF-8 that was read in an encoding of two bytes a character: "don’t" as "don鈥檛", "café" as "caf茅".

The second byte of such a character may be an ASCII letter, which went with the sign before it. Text in the encoding's
own language is left: most of its bytes are lost.
"""

from __future__ import annotations

from functools import lru_cache

from newsclean.charsets import codec_of
from newsclean.mojibake.runs import runs_of, stands_within_word, with_runs_replaced
from newsclean.mojibake.tables import facts

_WIDE = "\u2e80"  # no character of these encodings' languages comes before it
_LONGEST_RUN = 100  # characters; longer runs are text in such a language


def by_multi_byte(words: list[str]) -> dict[int, tuple[str, str]]:
    """As `by_tables`, for the encodings of East Asia. Weak readings count only in a line that has a firm one."""
    wide = {place: word for place, word in enumerate(words) if not word.isascii() and max(word) >= _WIDE}
    found: dict[int, tuple[str, str]] = {}
    for name in facts()["multi_byte"] if wide else ():
        firm: dict[int, tuple[str, str]] = {}
        weak: dict[int, tuple[str, str]] = {}
        for place, word in wide.items():
            runs = runs_of(word)
            texts = [text for run in runs if (text := _read(run.group(), name))]
            if place in found or len(texts) < len(runs):
                continue
            certain = all(
                text[0] in facts()["punctuation"] or stands_within_word(word, run, text)
                for run, text in zip(runs, texts, strict=True)
            )
            (firm if certain else weak)[place] = (with_runs_replaced(word, runs, texts), name)
        if firm:
            found |= weak | firm
    return found


@lru_cache(maxsize=4096)
def _read(run: str, name: str) -> str | None:
    """What the run stands for, if that is Latin letters and signs only."""
    if len(run) > _LONGEST_RUN:
        return None
    try:
        text = run.encode(codec_of(name)).decode("utf-8")
    except UnicodeError:
        return None
    is_western = all(it < "\x80" or "\xa0" <= it < "\u0180" or it in facts()["punctuation"] for it in text)
    return text if is_western else None
