"""Other extractors behind one call, and what differs between two texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher

Peer = Callable[[bytes], str]
RED, GREEN, PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[0m"
LONGEST = 300  # characters of a passage that is shown


def trafilatura() -> Peer:
    """trafilatura, without comments."""
    import trafilatura as peer

    return lambda page: peer.extract(page, include_comments=False) or ""


def resiliparse() -> Peer:
    """resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    return lambda page: str(
        extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True, links=False, alt_texts=False)
    )


def justext() -> Peer:
    """jusText with its English stop list."""
    import justext as peer

    words = peer.get_stoplist("English")
    return lambda page: "\n".join(p.text for p in peer.justext(page, words) if not p.is_boilerplate)


PEERS: Mapping[str, Callable[[], Peer]] = {"trafilatura": trafilatura, "resiliparse": resiliparse, "justext": justext}


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
