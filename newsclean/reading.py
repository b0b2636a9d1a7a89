"""The first half of a page's journey: from bytes to blocks, measures and clues. Nothing is judged here."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree

from newsclean.article import Charset, PageWarning
from newsclean.blocks import Layout
from newsclean.clues import Clues, read_clues
from newsclean.decoding import decode, foreign
from newsclean.errors import WrongInput
from newsclean.measures import Measures, measure
from newsclean.metadata.declared import Declared, read_declared
from newsclean.metadata.title import Headline, find_headline
from newsclean.mojibake import Mender, suspect
from newsclean.tree import parse
from newsclean.unveiling import unveiled
from newsclean.vocabulary import chrome_phrases
from newsclean.walk import walk


class Reading(NamedTuple):
    """A page, read: what its bytes were, what it declares, and what it shows as blocks."""

    charset: Charset
    root: Any  # lxml element
    declared: Declared
    layout: Layout
    measures: tuple[Measures, ...]
    headline: Headline | None
    clues: Clues
    mender: Mender
    warnings: tuple[PageWarning, ...]
    foreign: str | None  # the format of a file that is no HTML


def read(page: str | bytes | Any, content_type: str | None = None, *, repair: bool = True) -> Reading:
    """Decode, parse, walk and measure a page.

    Args:
        page: str, bytes, or an lxml element, which is left as it was.
        content_type: the HTTP header of that name.
        repair: look for mojibake.

    Raises:
        WrongInput: `page` is of another type.
    """
    charset, root, text, warnings, kind = _parsed(page, content_type)
    mender = Mender(repair and suspect(text))
    declared = read_declared(root, mender.mend if mender.active else None)
    layout = walk(root, mender.mend if mender.active else None)
    headline = find_headline(declared, layout)
    phrases = chrome_phrases()
    measures = tuple(measure(block, phrases) for block in layout.blocks)
    layout = unveiled(layout, measures)
    warnings = (*warnings, *declared.warnings)
    clues = read_clues(declared, headline)
    return Reading(charset, root, declared, layout, measures, headline, clues, mender, warnings, kind)


def _parsed(
    page: str | bytes | Any, content_type: str | None
) -> tuple[Charset, Any, str, tuple[PageWarning, ...], str | None]:
    if isinstance(page, etree._Element):
        return Charset(name="unicode", decided_by="given"), page, _all_text(page), (), None
    if isinstance(page, str):
        charset, text, warnings, kind = Charset(name="unicode", decided_by="given"), page, (), None
    elif isinstance(page, (bytes, bytearray, memoryview)):
        data = bytes(page)
        kind = foreign(data)
        if kind is not None:
            detail = f"these bytes are {kind}, not HTML"
            text, warnings = "", (PageWarning(code="not_html", detail=detail),)
            charset = Charset(name="binary", decided_by="magic bytes")
        else:
            decoded = decode(data, content_type)
            charset = Charset(name=decoded.charset, decided_by=decoded.decided_by)
            text, warnings = decoded.text, decoded.warnings
    else:
        raise WrongInput(f"extract takes str, bytes or an lxml element, not {type(page).__name__}")
    tree = parse(text)
    return charset, tree.root, text, (*warnings, *tree.warnings), kind


def _all_text(root: Any) -> str:
    return "".join(root.itertext())
