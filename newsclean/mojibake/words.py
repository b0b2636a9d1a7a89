"""The words of a line: what stands between ASCII signs and spaces. No reading changes ASCII, so they keep their places.

`str.split` would cut at U+0085 and U+00A0, which are bytes of misread characters.
"""

from __future__ import annotations

import re
from html import unescape

# Controls that are no white space will be taken out: what stands on both sides of one is a word before and after.
_SIGNS = r"\t\n\f\r -/:-@\[-`{-~\u2028\u2029"
_BETWEEN = re.compile(f"([{_SIGNS}]+)")
_REFERENCE = r"&(?:amp;)*(?:\#(?:[0-9]{2,7}|[xX][0-9a-fA-F]{2,6})|[a-zA-Z]{2,8}[0-9]{0,2});"
REFERENCE = re.compile(_REFERENCE)
# Those to characters of ASCII are never resolved.
_OF_ASCII = r"(?:amp|lt|gt|quot|apos|\#0*(?:3[2-9]|[4-9][0-9]|1[01][0-9]|12[0-7])|\#[xX]0*[2-7][0-9a-fA-F]);"
TELLING_REFERENCE = re.compile(_REFERENCE.replace("(?:amp;)*", f"(?:amp;)*(?!{_OF_ASCII})"))
_MARKUP = re.compile(r"&(?:amp;)*(?:lt|gt|quot|#0*(?:34|60|62)|#[xX]0*(?:22|3[cCeE]));")
Proposals = dict[int, tuple[str, str]]
"""Place among the words of a line -> what stood there, and the encoding that it was misread in."""

_WITH_REFERENCES = re.compile(rf"((?:[^{_SIGNS}]|{_REFERENCE})+)")


def words_of(text: str) -> list[str]:
    """Words and what stands between them, in turn; joined they are the text again. Misread references are in words.

    >>> words_of("It&acirc;&euro;&trade;s so")
    ['It&acirc;&euro;&trade;s', ' ', 'so', '']
    >>> words_of("Hereโ€™s so")
    ['Hereโ€™s', ' ', 'so']
    """
    if "&" in text and REFERENCE.search(text):
        return _WITH_REFERENCES.split(text)[1:] if _WITH_REFERENCES.match(text) else _WITH_REFERENCES.split(text)
    return _BETWEEN.split(text)


def without_references(word: str) -> str:
    """A word with its references to characters beyond ASCII resolved, however often they were escaped.

    >>> without_references("It&amp;#8217;s"), without_references("A&amp;lt;B")
    ('It’s', 'A&amp;lt;B')
    """
    return REFERENCE.sub(_resolved, word) if "&" in word else word


def _resolved(reference: re.Match[str]) -> str:
    text = reference.group()
    while text.startswith("&amp;"):
        text = f"&{text[5:]}"
    character = unescape(text)
    return reference.group() if character.isascii() or "&" in character else character


def is_part_of_a_word(word: str) -> bool:
    """Whether a word with references has letters besides.

    >>> is_part_of_a_word("caf&eacute;"), is_part_of_a_word("&eacute;")
    (True, False)
    """
    return any(map(str.isalpha, REFERENCE.sub("", word)))


def quotes_markup(text: str) -> bool:
    """Whether a text holds a reference to a sign of markup."""
    return _MARKUP.search(text) is not None
