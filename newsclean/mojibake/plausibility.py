"""Which readings are believed: the guards on what ftfy and our own tables propose for a word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from newsclean.mojibake.runs import BEYOND_ASCII, SOUND_SIGNS
from newsclean.mojibake.tables import is_news_letter

_CLOSING = frozenset("”’“‘»›…™®©‰\x85\x92\x94\x99")
_ASCII_LETTER = re.compile("[a-zA-Z0-9]")
_LATIN_LETTER = re.compile("[\xc0-\u024f]")
_OTHER_LETTER = re.compile("[\u0250-\u1dff\u2c00-\uffdc]")
C1 = re.compile("[\x80-\x9f]")
_SEQUENCE = re.compile("[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_OTHER_ALPHABET = "[\u0370-\u0373\u0376\u0377\u037b-\u037d\u0386-\u0dff]"
_SEAM = re.compile(f"[A-Za-z]{_OTHER_ALPHABET}|{_OTHER_ALPHABET}[A-Za-z]")
_SEAM_BEYOND_ASCII = re.compile(f"[À-ÖØ-öø-ɏ]{_OTHER_ALPHABET}|{_OTHER_ALPHABET}[À-ÖØ-öø-ɏ]")
_ACCENTED_CAPITALS = "".join(filter(str.isupper, map(chr, range(0xC0, 0x180))))
_CAPITAL = f"[A-Z{_ACCENTED_CAPITALS}]"
_CAPITAL_AND_SIGN = re.compile(
    # of one capital alone before small letters it is the second letter of a name: "RÄ«ga"
    f"(?<={_CAPITAL})(?![ÃÂ])[{_ACCENTED_CAPITALS}][“”‘’«»–—](?:(?![a-zß-ɏ])|(?<={_CAPITAL}{{3}}.))"
    f"|(?<={_CAPITAL})[{_ACCENTED_CAPITALS}]\u00a0(?={_CAPITAL})|(?<={_CAPITAL}{{2}})[{_ACCENTED_CAPITALS}]\u00a0"
)
_SMALL = "a-z" + "".join(filter(str.islower, map(chr, range(0xDF, 0x250))))
# "perquÚ", "MÞller": "é" and "ü" read in an encoding that is close to the right one. Irish has "hÉireann".
_CAPITAL_WITHIN = re.compile(
    f"[{_SMALL}]{{3}}[{_ACCENTED_CAPITALS}](?!{_CAPITAL})|[{_SMALL}]{{2}}[{_ACCENTED_CAPITALS}](?=[{_SMALL}])"
    f"|(?<!{_CAPITAL})[A-Z][{_ACCENTED_CAPITALS}](?=[{_SMALL}]{{2}})"
)
_SMALL_AFTER_CAPITALS = re.compile(f"{_CAPITAL}{{2}}[ß-öø-ÿ](?![a-zß-ɏ])")
_REST_OF_CYRILLIC = re.compile("[ÐÑ]Â")  # its second byte was taken out; what follows is no part of it
_GREEK_WITH_SIGN = re.compile("[ÎÏ](?![ªº])[\xa1-\xbf€‚ƒ„…†‡ˆ‰‹]")  # of windows-1252; the second is no letter
_JOINERS = frozenset("\u200c\u200d")
_ARROWS = "⤴⤵"
_FIRST_LEAD = "\xc2"  # "Â£" keeps the "£"
_FORMAT = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


@lru_cache(maxsize=4096)
def is_news_character(character: str) -> bool:
    """Whether a character occurs in news at all: no control, private or unassigned one, no letter of a dead script."""
    if character == "\ufffd":
        return False
    category = unicodedata.category(character)
    if category[0] in "LN" and category != "No":
        return is_news_letter(character) or category == "Nd"
    if category == "Cf":
        return character in _FORMAT
    if category == "Mn":
        return not _is_accent(character)
    if _is_mathematics(character):
        return False
    return category[0] in "MPSN" or character in " \u00a0\u2009\u200a\u202f\u3000"


def _is_accent(character: str) -> bool:
    return "\u0300" <= character <= "\u036f"


def _stands_on_letters(accent: str, word: str) -> bool:
    """Whether a letter is before an accent: "Ṣo" is "São" in another encoding. On signs and digits it may be drawn."""
    return any(left.isalpha() for left, it in pairwise(word) if it == accent)


def _is_mathematics(character: str) -> bool:
    """Braille, and mathematics that no newspaper has."""
    return "\u2800" <= character <= "\u2aff" and character not in _ARROWS


def is_plausible(before: str, after: str) -> bool:
    """Whether one word may really have been `after` before it was misread as `before`."""
    # C1 read as windows-1252 keeps the length; that is for later.
    return len(after) < len(before) and yields_news(before, after)


def yields_news(before: str, after: str, *, in_a_broken_line: bool = False) -> bool:
    """Whether what a reading yields occurs in news, and is no accident of sound text."""
    restored = set(after).difference(before)
    if C1.search(before):
        # No author writes C1: what three bytes with one among them decode to was there, U+2028 of Latin-1 included. Of
        # two bytes the first may be an author's capital: CAFÉ and U+0094 is no "CAFɔ".
        lost = ("Cc", "Cn", "Co") if max(before) < "\u0100" else ("Cc", "Cn", "Co", "Zl", "Zp")
        restored = {it for it in restored if it < "\u0800" or _is_mathematics(it) or unicodedata.category(it) in lost}
    if joins_scripts(before, after) or _REST_OF_CYRILLIC.search(before):
        return False
    if _CAPITAL_WITHIN.search(after) and not _CAPITAL_WITHIN.search(before):
        return False
    if after.endswith("\u200a") and len(after) > 1:
        return False  # a thin space stands before signs; this is the "…" of an encoding that is close to the right one
    if not all(is_news_character(it) or (_is_accent(it) and not _stands_on_letters(it, after)) for it in restored):
        return False
    if not _JOINERS.isdisjoint(restored) and all(character < "\u0370" for character in after if character.isalpha()):
        return False  # no Latin word holds one; they come from reading iso-8859-2 as windows-1250
    if in_a_broken_line:
        return True
    if _SMALL_AFTER_CAPITALS.search(after) and not _SMALL_AFTER_CAPITALS.search(before):
        return False
    return not _is_capitals_and_a_closing_sign(before, after) and not _is_capital_and_sign(before, after)


def cuts_a_run(before: str, after: str) -> bool:
    """Whether a letter is left of characters that stood together, as "Ä" of "ÄÃ¡" in "á": it is half of one too."""
    runs, texts = BEYOND_ASCII.findall(before), BEYOND_ASCII.findall(after)
    if len(runs) != len(texts):
        return False
    return any(
        run != text and any(it >= _FIRST_LEAD and it in text for it in run if it not in SOUND_SIGNS)
        for run, text in zip(runs, texts, strict=True)
    )


def _is_capitals_and_a_closing_sign(before: str, after: str) -> bool:
    """`IRMÃ”` is a word in capitals and a quotation mark; read as mojibake it would be `IRMÔ`."""
    if len(before) - len(after) != 1 or before[-1] not in _CLOSING:
        return False
    letters = [character for character in before if character.isalpha()]
    return len(letters) > 1 and all(map(str.isupper, letters))


def _is_capital_and_sign(before: str, after: str) -> bool:
    """`KESÄ–TALVI`, `KOÇ’un`, `IRMÃ\u00a0DULCE`: a capital at the end of capitals, and a sign or space behind it.

    "Ã" and "Â" before a sign are left to the other guards: "GRÃ–SSE" is a word of capitals that was misread.
    """
    return any(found.group() not in after for found in _CAPITAL_AND_SIGN.finditer(before))


def stray_controls(word: str) -> list[int]:
    """The places of C1 controls that are no rest of mojibake.

    They are a rest inside a sound UTF-8 sequence, which a reading has refused, and beside letters of another script,
    which may be such a sequence in an encoding that is not known here; and so is a word of nothing but such letters.
    """
    if _OTHER_LETTER.search(word) or (len(_LATIN_LETTER.findall(word)) > 1 and not _ASCII_LETTER.search(word)):
        return []
    refused = {place for match in _SEQUENCE.finditer(word) if _is_refused(match) for place in range(*match.span())}
    places = []
    for match in C1.finditer(word):
        place = match.start()
        neighbours = word[max(0, place - 1) : place] + word[place + 1 : place + 2]
        if place not in refused and all(map(_is_western, neighbours)):
            places.append(place)
    return places


def _is_refused(sequence: re.Match[str]) -> bool:
    found = sequence.group().encode("latin-1").decode("utf-8", "replace")
    return len(sequence.group()) > 2 or is_news_character(found)


def _is_western(character: str) -> bool:
    return character < "\u0180" or "\u2010" <= character <= "\u2122"


def joins_scripts(before: str, after: str) -> bool:
    """Whether a letter of another alphabet comes to stand beside an ASCII one: "l’école" is "lՎcole" in macintosh.

    The Greek ones of science are none such, where what they show as holds a sign: "Î²" of "TGFÎ²-1".
    """
    if _SEAM.search(before) is not None:
        return False
    greek = {found.group().encode("cp1252").decode() for found in _GREEK_WITH_SIGN.finditer(before)}
    return any(greek.isdisjoint(seam.group()) for seam in _SEAM.finditer(after))


def is_half_read(before: str, after: str) -> bool:
    """Whether a letter of another alphabet stands beside a Latin one that was a part of one: "Ñказал"."""
    return _SEAM_BEYOND_ASCII.search(after) is not None and _SEAM_BEYOND_ASCII.search(before) is None
