"""The first half of a page's journey: from bytes to blocks, measures and clues. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any, Final, NamedTuple

from lxml import etree

from newsclean.article import Charset, PageWarning
from newsclean.blocks import Layout
from newsclean.clues import Clues, read_clues
from newsclean.decoding import decode, foreign, is_binary, refusal
from newsclean.errors import WrongInput
from newsclean.limits import UNLIMITED, Limits, out_of_time
from newsclean.measures import Measures, measure
from newsclean.metadata.declared import Declared, read_declared
from newsclean.metadata.title import Headline, find_headline
from newsclean.mojibake import Gathered, Mender, Need
from newsclean.tree import parse
from newsclean.unveiling import unveiled
from newsclean.vocabulary import chrome_phrases
from newsclean.walk import walk

# What stands in these is shown as it is: code, and pages about mojibake quote it so.
_CODE = ("code", "pre", "kbd", "samp", "tt", "xmp")
LARGE = 5_000_000  # characters; the largest of 1,782 news pages has 2.9 million
BINARY: Final = "binary data, perhaps compressed"


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


def read(
    page: str | bytes | Any, content_type: str | None = None, *, repair: bool = True, limits: Limits = UNLIMITED
) -> Reading:
    """Decode, parse, walk and measure a page.

    Args:
        page: str, bytes, or an lxml element, which is left as it was.
        content_type: the HTTP header of that name.
        repair: look for mojibake.
        limits: how much of the page to read, and until when.

    Raises:
        WrongInput: `page` is of another type.
    """
    page, cut = limits.cut(page)
    charset, root, warnings, kind = _parsed(page, content_type)
    found = Gathered()
    declared = read_declared(root, found.see if repair else None)
    layout = walk(root, found.see if repair else None, limits.walking())
    mender = Mender(active=False) if layout.cut_short else _mender(found)
    if mender.active:
        declared = read_declared(root, mender.mend)
        layout = walk(root, _outside_code(mender), limits.walking())
    headline = find_headline(declared, layout)
    phrases = chrome_phrases()
    measures = tuple(measure(block, phrases) for block in layout.blocks)
    layout = unveiled(layout, measures)
    warnings = (*cut, *warnings, *declared.warnings, *_time_warnings(layout), *_unrepaired(mender))
    clues = read_clues(declared, headline, layout)
    return Reading(charset, root, declared, layout, measures, headline, clues, mender, warnings, kind)


def _mender(found: Gathered) -> Mender:
    """What repairs this page; not active where a glance at its texts shows that there is nothing to repair."""
    need = found.need()
    reading = need is Need.READING
    texts = [text for text, place in found.texts.items() if not _is_code(place)] if reading else []
    return Mender(active=need is not Need.NOTHING, texts=texts, reading=reading)


def _unrepaired(mender: Mender) -> tuple[PageWarning, ...]:
    words = mender.unrepaired()
    if not words:
        return ()
    detail = f"{len(words)} words are broken and nothing on the page says how: {', '.join(words[:5])}"
    return (PageWarning(code="mojibake_left", detail=detail),)


def _outside_code(mender: Mender) -> Callable[[str, object], str]:
    return lambda text, element: text if _is_code(element) else mender.mend(text, element)


def _is_code(element: Any) -> bool:
    if element is None:
        return False
    return element.tag in _CODE or next(element.iterancestors(*_CODE), None) is not None


def _parsed(
    page: str | bytes | Any, content_type: str | None
) -> tuple[Charset, Any, tuple[PageWarning, ...], str | None]:
    if isinstance(page, etree._Element) and isinstance(page.tag, str):
        root = _without_namespaces(page) if "}" in page.tag else page
        return Charset(name="unicode", decided_by="given"), root, (), None
    if isinstance(page, str):
        charset = Charset(name="unicode", decided_by="given")
        kind = "pdf" if page.startswith("%PDF-") else BINARY if is_binary(page) else None
        text, warnings = page, _foreign_warnings(kind)
    elif isinstance(page, bytes):
        charset, text, warnings, kind = _decoded(page, content_type)
    else:
        advice = _advice(page)
        kinds = "str, bytes, an lxml element or a response that holds its body"
        raise WrongInput(f"extract takes {kinds}, not {type(page).__name__}{advice}")
    # read so, its bytes are its text in UTF-8 to the letter
    encoded = page if isinstance(page, bytes) and charset.decided_by == "utf-8" else None
    tree = parse("" if kind else text, encoded)
    return charset, tree.root, (*warnings, *_size_warnings(text, kind), *tree.warnings), kind


def _advice(page: Any) -> str:
    # a soup has every attribute: its tag of that name, or None
    if callable(getattr(page, "getroot", None)):
        return ": give its root, .getroot()"
    return ": give its markup, str(soup)" if callable(getattr(page, "prettify", None)) else ""


def _decoded(data: bytes, content_type: str | None) -> tuple[Charset, str, tuple[PageWarning, ...], str | None]:
    kind = foreign(data)
    if kind is not None:
        return Charset(name="binary", decided_by="magic bytes"), "", _foreign_warnings(kind), kind
    decoded = decode(data, content_type)
    if is_binary(decoded.text):
        return Charset(name="binary", decided_by="control characters"), "", _foreign_warnings(BINARY), BINARY
    return Charset(name=decoded.charset, decided_by=decoded.decided_by), decoded.text, decoded.warnings, None


def _foreign_warnings(kind: str | None) -> tuple[PageWarning, ...]:
    return (PageWarning(code="not_html", detail=refusal(kind)),) if kind else ()


def _size_warnings(text: str, kind: str | None) -> tuple[PageWarning, ...]:
    if kind is None and (not text or text.isspace()):
        return (PageWarning(code="empty", detail="there is nothing on this page"),)
    if len(text) > LARGE:
        return (PageWarning(code="large_page", detail=f"{len(text)} characters take long"),)
    return ()


def _time_warnings(layout: Layout) -> tuple[PageWarning, ...]:
    return (out_of_time(f"the page was read up to its block {len(layout.blocks)}"),) if layout.cut_short else ()


def _without_namespaces(root: Any) -> Any:
    """A copy with plain names: parsers of XHTML call a paragraph `{http://www.w3.org/1999/xhtml}p`."""
    copy = deepcopy(root)
    for element in copy.iter(etree.Element):
        element.tag = etree.QName(element).localname
    copy.tail = None
    return copy
