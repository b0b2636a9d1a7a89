"""Text of a metadata value: markup and entities taken out, white space folded."""

from __future__ import annotations

import html
import re

_MARKUP = re.compile(r"<!--.{0,2000}?-->|</?[a-zA-Z][^<>]{0,2000}>", re.DOTALL)
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]+")


def one_line(text: str) -> str:
    """White space folded to single spaces, invisible characters out.

    >>> one_line("  Rain\\u200b over\\n the\\u00a0coast ")
    'Rain over the coast'
    """
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def plain(text: str) -> str:
    """One line of text from a value that may hold entities (also doubly escaped) and tags.

    >>> plain("Mayor&amp;#39;s <b>plan</b> fails")
    "Mayor's plan fails"
    """
    if "&" in text:
        text = html.unescape(text)
        if "&" in text:
            text = html.unescape(text)
    if "<" in text:
        text = _MARKUP.sub("", text)
    return one_line(text)


def sound(text: str) -> str:
    """`text` with U+FFFD for each lone surrogate: JSON can spell them ("\\ud800"), and no file can hold them.

    >>> sound("rain \\ud83c"), sound("rain")
    ('rain \ufffd', 'rain')
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
