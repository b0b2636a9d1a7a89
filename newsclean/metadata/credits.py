"""Credit lines: who reported, wrote and edited a story, and whose a picture is."""

from __future__ import annotations

import re
from functools import cache

from newsclean.folding import fold, folded_word
from newsclean.metadata.credit_words import credit_words, is_source, reads_as_names
from newsclean.metadata.picture_credit import split_line
from newsclean.metadata.signed import signed_by
from newsclean.metadata.sources import sources
from newsclean.phrases import width_of
from newsclean.vocabulary import agencies

LONGEST = 600  # characters of a credit line
_LONGEST_CAPTION = 800  # agencies tell under a picture what the story is about, too
_LONGEST_LABELLED = 120  # of what follows a single word and a colon: "Source: …"
_SHORT = 4  # characters of an abbreviation
_LONGEST_SOURCES = 60  # of a line of nothing but agencies
_COLONS = ":：=＝|｜"
_DASHES = "-–—/／"
_SETTING_OFF = (":", "：")
_LONG_DASHES = ("-", "–", "—")
_CLOSING = 48  # characters of the end that hold the words "contributed to this report"
_BETWEEN_SOURCES = re.compile(r"\s*[,;/&|+，、／；]\s*")
_FIRST_WORD = re.compile(r"[^\s,;/&|+，、／；:]+")
_ENDS = " \t\n.。*_"
_SENTENCE_ENDS = tuple(".!?…。！？।۔")


def is_credit_line(text: str) -> bool:
    """Whether a paragraph is the credit line of a story: "(Reporting by …)", "Edited by: …", "Source: Reuters".

    The phrase opens the line, and names follow it; a sentence of the story that happens to begin so is none. A single
    word such as "source" needs a colon or a dash after it.

    >>> is_credit_line("(Reporting by Jane Roe in Oslo; Editing by John Poe)")
    True
    >>> is_credit_line("Source close to the minister said that the talks had failed.")
    False
    """
    if len(text) > LONGEST:
        return False
    words = credit_words()
    found = words.reporting.starts(text)
    if found is not None and _is_followed_by_names(text, *found):
        return True
    if len(text) <= _LONGEST_SOURCES and (_is_sources(text) or signed_by(text)):
        return True
    return _closes_credit(text)


def split_caption_credit(text: str) -> tuple[str, str]:
    """Caption and picture credit of the text under a picture, each "" if absent.

    Every word stays in one of the two; brackets around the credit and marks between the two are left out. Lines are
    split one by one. "FILE PHOTO:" before a description is part of the caption.

    >>> split_caption_credit("A boat leaves. Photo: Jane Roe / Example Agency")
    ('A boat leaves.', 'Photo: Jane Roe / Example Agency')
    >>> split_caption_credit("A boat leaves (Jane Roe/Reuters)")
    ('A boat leaves', 'Jane Roe/Reuters')
    """
    captions, credits = [], []
    for line in text.split("\n"):
        caption, credit = split_line(line.strip())
        captions.append(caption)
        credits.append(credit)
    return " ".join(filter(None, captions)), " ".join(filter(None, credits))


def without_counter(text: str) -> str:
    """The text under a picture without the number that a slide show puts before it.

    >>> without_counter("1/7: A boat leaves."), without_counter("2 of 7. A boat leaves.")
    ('A boat leaves.', 'A boat leaves.')
    """
    return _counter().sub("", text)


@cache
def _counter() -> re.Pattern[str]:
    between = "|".join(sorted(sources().words["counting"]))
    return re.compile(rf"^\s*\(?\d{{1,3}}\s*(?:/|{between})\s*\d{{1,3}}\)?[\s.:–-]+")


def opens_caption(text: str) -> bool:
    """Whether a phrase such as "FILE PHOTO" opens a line and a colon sets it off, or a dash a word for old pictures.

    >>> opens_caption("FILE - A boat leaves the harbour."), opens_caption("Photo - and video - went around the world.")
    (True, False)
    >>> opens_caption("FILE PHOTO: A boat leaves the harbour."), opens_caption("Photos of it went around the world.")
    (True, False)
    """
    words = credit_words()
    found = words.photo.starts(text) if len(text) <= _LONGEST_CAPTION else None
    if found is None:
        return False
    phrase, mark = text[: len(found[0])], text[len(found[0]) :].lstrip()[:1]
    return mark in _SETTING_OFF or (mark in _LONG_DASHES and phrase.isupper() and found[0] in words.described)


def names_picture(line: str) -> bool:
    """Whether a line says whose a picture is: "Photo:" or the like opens its credit, or a sentence stands before it.

    >>> names_picture("A boat leaves. Photo: Jane Roe/AFP"), names_picture("A boat leaves. (Jane Roe/AFP)")
    (True, True)
    >>> names_picture("Jane Roe | AFP"), names_picture("Reuters")
    (False, False)
    """
    caption, credit = split_line(line)
    found = credit_words().photo.starts(credit) if credit else None
    return caption[-1:] in _SENTENCE_ENDS if found is None or is_source(found[0]) else True


def _is_followed_by_names(text: str, phrase: str, opens_alone: bool) -> bool:
    rest = text[width_of(phrase, text) or len(text) :].strip()
    closed = rest.rstrip(_ENDS + ")]}）】")
    if not closed:
        return opens_alone or is_source(phrase)
    if rest[0] in _COLONS or (rest[0] in _DASHES and rest[1:2].isspace()):
        limit = LONGEST if opens_alone else _LONGEST_LABELLED
        named = closed[1:].strip()
        return bool(named) and len(closed) <= limit and "?" not in closed and reads_as_names(named, 4)
    if not opens_alone or rest[0] in ",;?!،؛":
        return False
    bracketed = text.lstrip()[:1] in "([（【" and text.rstrip(_ENDS)[-1:] in ")]）】"
    return reads_as_names(closed, 6 if bracketed else 0)


def _is_sources(text: str) -> bool:
    """Whether the line is nothing but agencies: "(AFP)", "Reuters/dpa", "dpa:310503-99-1234/3"."""
    bare = text.strip(_ENDS + "()[]（）【】–—-")
    first = _FIRST_WORD.match(bare)
    if first is None or not (first[0].isdigit() or folded_word(first[0]) in _first_words()):
        return False
    parts = [part.partition(":")[0] for part in _BETWEEN_SOURCES.split(bare) if not part.isdigit()]
    return bool(parts) and all(map(_is_agency, parts))


@cache
def _first_words() -> frozenset[str]:
    """The first words of the names of agencies."""
    words = map(_FIRST_WORD.match, agencies())
    return frozenset(folded_word(word[0]) for word in words if word is not None)


def _is_agency(text: str) -> bool:
    """An agency as papers sign it: "AFP", "dpa", "Lusa"; "Map" and "Ap" are other words."""
    name = agencies().get(fold(text))
    return name is not None and (len(text) > _SHORT or text in (name, text.upper(), text.lower()))


def _closes_credit(text: str) -> bool:
    """Whether the line ends as credit lines do that open with the names: "Jane Roe contributed to this report."."""
    last = text[-_CLOSING:].rstrip(_ENDS + ")]").rpartition(" ")[2]
    words = credit_words()
    if last not in words.closing_words:
        return False
    end = fold(text[-_CLOSING:])
    closing = next((closing for closing in words.closings if end.endswith(closing)), None)
    return closing is not None and reads_as_names(text.rstrip(_ENDS + ")]")[: -len(closing)])
