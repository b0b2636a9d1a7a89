"""Lone surrogates, which a str can hold and no file: U+FFFD in their place."""

from __future__ import annotations

import re

from newsclean.article import PageWarning

_SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> tuple[str, int]:
    r"""The text with U+FFFD for each surrogate, as long as before, so that offsets stay true; and how many they were.

    >>> without_surrogates("rain \udc80 and wind")
    ('rain \ufffd and wind', 1)
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.subn("\ufffd", text)
    return text, 0


def surrogates_warnings(count: int, where: str = "") -> tuple[PageWarning, ...]:
    """The warning about replaced surrogates; none where there were none."""
    if not count:
        return ()
    detail = f"{count} lone surrogates{where and f' of {where}'} became U+FFFD"
    return (PageWarning(code="surrogates_replaced", detail=detail),)
