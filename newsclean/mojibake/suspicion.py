"""The gate before the repair: does a page hold mojibake at all? Only one page in seventy does, so this must be fast.

ASCII is dropped in C, which leaves a fortieth of a page, and one pattern looks for the marks of mojibake in the rest.
Dropping brings characters together that were apart, so what it finds is looked for in the page itself. Marks that news
writes on purpose ("NÃO” …") are no marks here: a page that is truly broken shows others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, product

from newsclean.charsets import index
from newsclean.mojibake.tables import codecs, facts, forms

_ASCII = bytes(range(0x80))
# Signs that stand beside accented capitals in sound text too, once ASCII is dropped.
_ORDINARY = frozenset("“”‘’„‚«»…–—·•‹›")
_FRENCH = frozenset("\u00a0©®™°€º²³½")  # and these where accented small letters are ordinary too
# Character references are the page's ASCII: "&acirc;&euro;&trade;", "&#195;&copy;", and "&#3650;&euro;&trade;" for Thai.
_REFERENCES = re.compile(
    rb"&(?:[aA]circ|Atilde|#0*(?:226|19[45])|#[xX]0*(?:[eE]2|[cC][23]));[&\xc2-\xf4]"
    rb"|&(?:euro|#8364|#[xX]20[aA][cC]);(?!&(?:nbsp|#160);)[&\xc3-\xf4]"
)


def suspect(text: str) -> bool:
    """Whether a page, as text or as HTML source, may hold mojibake. False means that no repair needs to be tried.

    >>> suspect("<p>Okinawaโ€™s</p>"), suspect("<p>caf&Atilde;&copy;</p>"), suspect("<p>Café “Luna” – 5 €</p>")
    (True, True, False)
    """
    if text.isascii():
        return "&" in text and _REFERENCES.search(text.encode()) is not None
    data = text.encode("utf-8", "surrogatepass")
    rest = data.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    if _marks(within_page=False).search(rest) and _marks(within_page=True).search(text):
        return True
    return _REFERENCES.search(data) is not None


@cache
def _marks(within_page: bool) -> re.Pattern[str]:
    """What mojibake looks like. Filed by first character, which is what the regex engine can skip by."""
    filed: dict[str, list[str]] = {chr(control): [""] for control in range(0x80, 0xA0)}
    for first, rest in chain(_signs(), _latin_letters(within_page), _wide_characters(), _own_scripts()):
        filed.setdefault(first, []).append(rest)
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(dict.fromkeys(rests))})" for first, rests in filed.items()))


def _signs() -> Iterator[tuple[str, str]]:
    """The signs of three bytes, in every encoding."""
    thirds: dict[str, set[str]] = {}
    for name in _names():
        for shown, sign in product(forms(name), facts()["punctuation"]):
            first, second, third = (shown[byte] for byte in sign.encode())
            if first and second and third:
                thirds.setdefault(first + second, set()).add(third)
    for start, characters in thirds.items():
        yield start[0], re.escape(start[1]) + _class("".join(characters))


def _latin_letters(within_page: bool) -> Iterator[tuple[str, str]]:
    """Latin letters and Latin-1 signs (lead bytes C2 to C5), those in encodings of other scripts beside ASCII letters."""
    for name, script in [("windows-1252", None), *((codec.name, codec.script) for codec in codecs())]:
        leads = _shown(name, 0xC3, 0xC3) if script else _shown(name, 0xC2, 0xC5)
        seconds = _class("".join(it for it in _shown(name, 0x80, 0xBF) if it not in _ORDINARY))
        for lead in leads:
            if script and within_page:
                letter = f"[{chr(script[0])}-{chr(script[1])}]"
                yield lead, f"(?<=[a-zA-Z].){seconds}(?!{letter})|{seconds}(?=[a-z])"
            else:
                yield lead, seconds


def _wide_characters() -> Iterator[tuple[str, str]]:
    """Characters of three and four bytes read as windows-1252: CJK, Thai, Hindi, emoji."""
    seconds = _class(_shown("windows-1252", 0x80, 0xBF))
    rare = _class("".join(it for it in _shown("windows-1252", 0x80, 0xBF) if it not in _ORDINARY | _FRENCH))
    yield "ð", "Ÿ"
    for lead in _shown("windows-1252", 0xE0, 0xEF):
        yield lead, f"{seconds}{rare}|{rare}{seconds}"


def _own_scripts() -> Iterator[tuple[str, str]]:
    """Three letters in a row of the script that an encoding was made for, misread in it or in windows-1252."""
    for first, last in ("ая", "αω", "את", "اي", "กฮ"):
        starts = {chr(code_point).encode()[:-1] for code_point in range(ord(first), ord(last) + 1)}
        for name in _names():
            table = index(name)
            leads = ["".join(table[byte] for byte in start) for start in starts]
            if any("\ufffd" in lead for lead in leads):
                continue
            second = _class(_shown(name, 0x80, 0xBF))
            pair = f"(?:{'|'.join(map(re.escape, leads))}){second}"
            for lead in leads:
                yield lead[0], re.escape(lead[1:]) + second + f"(?:{pair}){{2}}"


def _names() -> list[str]:
    return ["windows-1252", *(codec.name for codec in codecs())]


def _shown(name: str, first: int, last: int) -> str:
    return "".join(shown[byte] or "" for shown in forms(name) for byte in range(first, last + 1))


def _class(characters: str) -> str:
    return "[" + re.escape("".join(sorted(set(characters)))) + "]"
