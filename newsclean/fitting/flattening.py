"""Gold pages as flattened text, in the ways that corpora hold it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from newsclean.errors import MissingExtra

COLUMN = 80


def flattened(page: bytes, otherwise: bool) -> Iterator[str]:
    """The text of a page: all of it, what a fast extractor leaves, and `otherwise` both again, laid out otherwise.

    All of it is then wrapped at a column, as mail and older corpora have it; what is left loses blank lines and
    bullets.

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
    yield whole
    yield rest
    if not otherwise:
        return
    yield "\n".join("\n".join(textwrap.wrap(line, COLUMN)) for line in whole.split("\n"))
    yield "\n".join(bare for line in rest.split("\n") if (bare := line.strip().lstrip("•").strip()))
