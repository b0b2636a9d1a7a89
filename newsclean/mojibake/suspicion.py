"""The gate before the repair: does a page hold mojibake at all? Only one page in seventy does, so this must be fast.

ASCII is dropped in C, which leaves a fortieth of a page, and one pattern looks for the marks of mojibake in the rest.
Dropping brings characters together that were apart, so what it finds is looked for in the page itself. Marks that news
writes on purpose ("NÃO” …") are no marks here: a page that is truly broken shows others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from string import ascii_letters

from newsclean.charsets import codec_of, index
from newsclean.mojibake.tables import codecs, facts, forms

_ASCII = bytes(range(0x80))
_ASCII_NEXT = r"(?=[\x00-\x7f]|\Z)"  # the engine compiles no small class of the rest
# Signs that stand beside accented capitals in sound text too, once ASCII is dropped.
_ORDINARY = frozenset("“”‘’„‚«»…–—·•‹›")
_FRENCH = frozenset("\u00a0©®™°€º²³½")  # and these where accented small letters are ordinary too
# Character references are ASCII: "&acirc;&euro;&trade;", "&#195;&copy;", and "&#3650;&euro;&trade;" for Thai.
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
    for marks in (_signs(), _latin_letters(within_page), _wide_characters(), _own_scripts(), _multi_byte(within_page)):
        for first, rest in marks:
            filed.setdefault(first, []).append(rest)
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in filed.items()))


def _signs() -> Iterator[tuple[str, str]]:
    """The signs of three bytes, in every encoding."""
    thirds = defaultdict(set)
    for name in _names():
        for shown, sign in product(forms(name), facts()["punctuation"]):
            first, second, third = (shown[byte] for byte in sign.encode())
            if first and second and third:
                thirds[first, second].add(third)
    for (first, second), characters in thirds.items():
        yield first, re.escape(second) + _class(characters)


def _latin_letters(within_page: bool) -> Iterator[tuple[str, str]]:
    """Latin letters and Latin-1 signs (lead bytes C2 to C5); in encodings of other scripts, beside ASCII letters."""
    seconds: dict[tuple[str, tuple[int, int] | None], set[str]] = defaultdict(set)
    for name, script in [("windows-1252", None), *((codec.name, codec.script) for codec in codecs())]:
        for lead in _shown(name, 0xC3, 0xC3) if script else _shown(name, 0xC2, 0xC5):
            seconds[lead, script] |= _shown(name, 0x80, 0xBF) - _ORDINARY
    for (lead, script), characters in seconds.items():
        second = _class(characters)
        if script and within_page:
            yield lead, f"(?<=[a-zA-Z].){second}{_ASCII_NEXT}|{second}(?=[a-z])"
        else:
            yield lead, second


def _wide_characters() -> Iterator[tuple[str, str]]:
    """Characters of three and four bytes read as windows-1252: CJK, Thai, Hindi, emoji."""
    any_second = _shown("windows-1252", 0x80, 0xBF)
    any_, rare = _class(any_second), _class(any_second - _ORDINARY - _FRENCH)
    yield "ð", "Ÿ"
    for lead in _shown("windows-1252", 0xE0, 0xEF):
        yield lead, f"{any_}{rare}|{rare}{any_}"


def _own_scripts() -> Iterator[tuple[str, str]]:
    """Three letters in a row of a script, misread in the encoding that was made for it, or in windows-1252."""
    for first, last in ("ая", "αω", "את", "اي", "กฮ"):
        starts = sorted({chr(code_point).encode()[:-1] for code_point in range(ord(first), ord(last) + 1)})
        for name in ["windows-1252", *(codec.name for codec in codecs() if codec.is_own(first))]:
            leads = ["".join(index(name)[byte] for byte in start) for start in starts]
            if "\ufffd" in "".join(leads):
                continue  # the encoding loses the byte
            second = _class(_shown(name, 0x80, 0xBF))
            pair = f"(?:{'|'.join(map(re.escape, leads))}){second}"
            for lead in leads:
                yield lead[0], re.escape(lead[1:]) + second + pair + pair


def _multi_byte(within_page: bool) -> Iterator[tuple[str, str]]:
    """Signs, and Latin letters within words, in encodings of two bytes a character."""
    seconds = defaultdict(set)
    letters = set()
    for name in facts()["multi_byte"]:
        for text in map("".join, product("‘’“”–—…", ["", *ascii_letters])):
            form = text.encode().decode(codec_of(name), "replace")
            if len(form) == 2 and form.isalpha() and not any(map(str.isascii, form)):
                seconds[form[0]].add(form[1])
        letters |= {letter.encode().decode(codec_of(name), "replace") for letter in map(chr, range(0xC0, 0x100))}
    for first, characters in seconds.items():
        yield first, _class(characters)
    for form in letters:
        if "\ufffd" not in form:
            rest = re.escape(form[1:])
            yield form[0], f"(?<=[a-zA-Z].){rest}{_ASCII_NEXT}" if within_page else rest


def _names() -> list[str]:
    return ["windows-1252", *(codec.name for codec in codecs())]


def _shown(name: str, first: int, last: int) -> set[str]:
    return {character for shown in forms(name) for character in shown[first : last + 1] if character}


def _class(characters: Iterable[str]) -> str:
    return "[" + re.escape("".join(sorted(characters))) + "]"
