"""Other extractors behind one call, and what differs between two texts."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher

Peer = Callable[[bytes], str]
RED, GREEN, PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[0m"
STOP_LISTS = {
    "cs": "Czech", "da": "Danish", "de": "German", "en": "English", "es": "Spanish", "fi": "Finnish", "fr": "French",
    "hi": "Hindi", "it": "Italian", "ko": "Korean", "nl": "Dutch", "no": "Norwegian_Bokmal", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
}  # fmt: skip
_LANGUAGE = re.compile(rb"<html[^>]*\slang=[\"']?([a-zA-Z]{2})")
LONGEST = 300  # characters of a passage that is shown


def trafilatura(**settings: bool) -> Peer:
    """trafilatura, without comments."""
    import trafilatura as peer

    return lambda page: peer.extract(page, include_comments=False, **settings) or ""


def readability() -> Peer:
    """readability-lxml's summary, its elements parted by spaces."""
    import lxml.html
    from readability import Document

    return lambda page: " ".join(lxml.html.fromstring(Document(_decoded(page)).summary()).itertext())


def resiliparse() -> Peer:
    """resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    return lambda page: str(
        extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True, links=False, alt_texts=False)
    )


def justext() -> Peer:
    """jusText, which must be told the language: that of `<html lang>`, and English where it has none or names none."""
    import justext as peer

    known = peer.get_stoplists()
    stop_lists = {code: peer.get_stoplist(name) for code, name in STOP_LISTS.items() if name in known}

    def read(page: bytes) -> str:
        declared = _LANGUAGE.search(page)
        words = stop_lists.get(declared[1].decode().lower() if declared else "en", stop_lists["en"])
        return "\n".join(p.text for p in peer.justext(page, words) if not p.is_boilerplate)

    return read


def goose3() -> Peer:
    """goose3's cleaned text, without looking for pictures."""
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False})
    return lambda page: str(goose.extract(raw_html=_decoded(page)).cleaned_text)


def newspaper4k() -> Peer:
    """newspaper4k's text, without looking for pictures."""
    import newspaper

    def read(page: bytes) -> str:
        article = newspaper.Article("https://news.example/story", fetch_images=False)
        article.download(input_html=_decoded(page))
        article.parse()
        return str(article.text)

    return read


def _decoded(page: bytes) -> str:
    from w3lib.encoding import html_to_unicode

    return html_to_unicode(None, page)[1]


PEERS: Mapping[str, Callable[[], Peer]] = {
    "trafilatura": trafilatura, "trafilatura fast": lambda: trafilatura(fast=True), "readability-lxml": readability,
    "resiliparse": resiliparse, "justext": justext, "goose3": goose3, "newspaper4k": newspaper4k,
}  # fmt: skip


def newsclean() -> Peer:
    """newsclean as it comes."""
    from newsclean import extract

    return lambda page: extract(page).text


def lxml_parse() -> Peer:
    """No extractor: what any of them that uses lxml spends at the least."""
    import lxml.html

    return lambda page: str(lxml.html.document_fromstring(page).tag)


PARSE = "lxml parse"
SYSTEMS: Mapping[str, Callable[[], Peer]] = {PARSE: lxml_parse, "newsclean": newsclean, **PEERS}
MODULES = {PARSE: "lxml", "readability-lxml": "readability", "trafilatura fast": "trafilatura",
           "newspaper4k": "newspaper"}  # fmt: skip


def text_of(name: str, system: Peer, page: bytes) -> str:
    """What a system makes of a page: nothing, where it raises, and then that is told on stderr."""
    try:
        return system(page)
    except Exception as error:
        print(f"{name} raised {type(error).__name__}: {error}", file=sys.stderr, flush=True)
        return ""


def difference(gold: str, found: str, colour: bool) -> str:
    """The lines that are missing ("-") and those that are too much ("+").

    >>> print(difference("Rain.\\nSnow.", "Rain.\\nMenu", colour=False))
    - Snow.
    + Menu
    """
    return "\n".join(_changes(_lines(gold), _lines(found), colour))


def _lines(text: str) -> list[str]:
    return [line for raw in text.split("\n") if (line := " ".join(raw.split()))]


def _changes(gold: list[str], found: list[str], colour: bool) -> Iterator[str]:
    for kind, first, last, start, end in SequenceMatcher(None, gold, found, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for sign, shade, lines in (("-", RED, gold[first:last]), ("+", GREEN, found[start:end])):
            for text in lines:
                shown = f"{sign} {text[:LONGEST]}"
                yield f"{shade}{shown}{PLAIN}" if colour else shown
