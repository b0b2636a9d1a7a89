"""Gold pages as flattened text, in the ways that corpora hold it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from enum import StrEnum

from newsclean.errors import MissingExtra

COLUMN = 80


class Form(StrEnum):
    """What a flattened text holds of its page."""

    WHOLE = "whole"
    REST = "rest"  # what a fast extractor leaves
    WRAPPED = "wrapped"  # all of it, cut at a column, as mail and older corpora have it
    BARE = "bare"  # what is left, without blank lines and bullets


def flattened(page: bytes, otherwise: bool) -> Iterator[tuple[Form, str]]:
    """The text of a page: all of it, what a fast extractor leaves, and `otherwise` in other layouts, too.

    Raises:
        MissingExtra: resiliparse is not installed.
    """
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    except ImportError as error:
        raise MissingExtra('fitting on text needs resiliparse: pip install "newsclean[fit]"') from error
    html = bytes_to_str(page, detect_encoding(page) or "utf-8")
    whole, rest = (
        str(extract_plain_text(html, main_content=main, links=False, alt_texts=False, form_fields=False))
        for main in (False, True)
    )
    yield Form.WHOLE, whole
    yield Form.REST, rest
    if not otherwise:
        return
    yield Form.WRAPPED, "\n".join("\n".join(textwrap.wrap(line, COLUMN)) for line in whole.split("\n"))
    yield Form.BARE, "\n".join(bare for line in rest.split("\n") if (bare := line.strip().lstrip("•").strip()))
