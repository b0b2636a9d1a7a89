"""One line under a picture, cut where its credit begins."""

from __future__ import annotations

import re

from newsclean.folding import fold
from newsclean.metadata.credit_words import credit_words, is_source, names_from, reads_as_names
from newsclean.metadata.person_names import is_person
from newsclean.phrases import width_of
from newsclean.vocabulary import agencies

_LONGEST = 160  # characters of a picture credit
_LONGEST_NAMES = 90  # of one that no phrase opens
_MOST_NAMES = 5  # words of a name before the word that closes a credit
_LONGEST_ENDED = 40  # of one that a word after the name closes
_RIGHTS = re.compile(r"©|ⓒ|Ⓒ|\([cC]\)(?=\s*\w)")
# Where a credit may begin: after a sentence, a bracket, a separator.
_BOUNDARY = re.compile(
    r"(?<=[.!?…。！？।۔»”\"'’)\]）】])\s*(?=[^\s.,;:!?)\]}”\"'’»])"
    r"|\s*[|｜•·■▪◆]\s*|\s+[-–—/]+\s*|[–—＝]+\s*"
)
# Without one of these there is no such place; a class alone is searched for much faster.
_MARK = re.compile(r"[.!?…。！？।۔»”\"'’)\]）】|｜•·■▪◆–—＝/©ⓒⒸ-]")
_BRACKETED = re.compile(r"[(（\[【［]([^()（）\[\]【】［］]{2,160})[)）\]】］]\s*\.?$")
# A word after white space that begins with a capital, or in a script without capitals. A class that says what it leaves
# out compiles faster.
_NO_CAPITALS = re.escape("".join(char for char in map(chr, range(0x591)) if not char.isupper()))
_LATER_WORD = re.compile(rf"(?<=\s)[^\s{_NO_CAPITALS}]\S{{0,39}}")
_PIECES = re.compile(r"\s*[/／|｜,;、，]\s*|\s+[-–—]\s+|\s+via\s+")
_PARTING = re.compile("[/／|｜,;、，–—-]")
_STROKES = re.compile(r"\s*[/／|｜]\s*")
_COLONS = ":：=＝"
_ENDS = ".!?…。！？।۔"
_SEPARATORS = " \t|｜•·–—-/■▪◆＝"


def split_line(line: str) -> tuple[str, str]:
    """Caption and credit of one line, each "" if absent.

    >>> split_line("FILE PHOTO: Boats at the pier. REUTERS/Jane Roe")
    ('FILE PHOTO: Boats at the pier.', 'REUTERS/Jane Roe')
    """
    first = 0 if _RIGHTS.search(line) else names_from(line)  # what stands before is no credit, nor part of one
    if not line or (not first and _is_credit(line, None)):
        return "", line.strip("()[]（）【】")
    bracketed = _BRACKETED.search(line)
    if bracketed:
        before = line[: bracketed.start()].rstrip()
        if bracketed.start() >= first and _is_credit(bracketed[1].strip(), before[-1:]):
            return before.rstrip(_SEPARATORS), bracketed[1].strip()
        return line, ""
    return _cut(line, first)


def is_of_picture(credit: str) -> bool:
    """Whether a credit is one that only pictures have; "(Reuters)", "dpa/jr" and "Source: AFP" end stories, too.

    >>> [is_of_picture(credit) for credit in ("Photo: Jane Roe", "© Example", "Jane Roe/AFP", "AFP", "dpa/jr")]
    [True, True, True, False, False]
    """
    if _RIGHTS.match(credit):
        return True
    words = credit_words()
    found = words.photo.starts(credit)
    if found is not None and words.reporting.starts(credit) is None:
        rest = credit[width_of(found[0], credit) :].lstrip()
        if rest and rest[0] in _COLONS:
            return True
    pieces = _STROKES.split(credit.rstrip("."))
    named = any(" " in piece and fold(piece) not in agencies() for piece in pieces)
    return len(pieces) > 1 and named and any(map(is_source, pieces))


def _cut(line: str, first: int) -> tuple[str, str]:
    """The line cut at the first place from which on everything is credit, none before `first`."""
    start = max(first, len(line) - _LONGEST)
    places = _before_phrases(line, start)
    rights = None
    if _MARK.search(line, start):
        rights = _RIGHTS.search(line, start)
        places += [(match.start(), match.end()) for match in _BOUNDARY.finditer(line, start)]
    if rights:
        places.append((rights.start(), rights.start()))
    for end, begin in sorted(set(places)):
        if 0 < begin < len(line) and _is_credit(line[begin:].strip(), line[:end].rstrip()[-1:]):
            return line[:end].rstrip(), line[begin:].strip(_SEPARATORS)
    return line, ""


def _before_phrases(line: str, start: int) -> list[tuple[int, int]]:
    """Where capitals open a phrase such as "Photo:" without a mark before it: "A boat leaves Photo: Jane Roe"."""
    photo = credit_words().photo
    found = []
    for match in _LATER_WORD.finditer(line[start:]):
        word = match[0]
        head, slash, tail = word.partition("/")
        at = start + match.start()
        if (slash and tail and is_source(head)) or photo.starts(line[at:]):
            found.append((at, at))
    return found


def _is_credit(text: str, before: str | None) -> bool:
    """Whether a text is nothing but a picture credit.

    Args:
        text: the rest of the line.
        before: the last character before it; None at the start of the line.
    """
    text = text.strip().strip("()[]（）【】")
    if not 1 < len(text) <= _LONGEST:
        return False
    if _RIGHTS.match(text):
        return reads_as_names(_RIGHTS.sub("", text, count=1), 4)
    found = credit_words().photo.starts(text)
    if found is not None:
        return _opens_with_phrase(text, *found)
    if len(text) <= _LONGEST_ENDED and _has_ending(text):
        return text[0] > "\u2e80" and not any(mark in text for mark in _ENDS + "([（【")
    return len(text) <= _LONGEST_NAMES and (_is_closed(text) or _is_signature(text, before))


def _is_closed(text: str) -> bool:
    """Whether a short name and the word for a picture are all of the text: "Mato Žilinsko nuotr.", "BNS nuotr."."""
    names, _, last = text.rpartition(" ")
    if fold(last) not in credit_words().photo_closings or not (reads_as_names(names) and _is_short(names)):
        return False
    return is_source(names) or (1 < len(names.split()) <= _MOST_NAMES and names[0].isupper())


def _has_ending(text: str) -> bool:
    """Whether a word for a picture stands at the end, as in Chinese, Japanese and Korean: none is in ASCII."""
    return not text.isascii() and fold(text).endswith(credit_words().photo_endings)


def _opens_with_phrase(text: str, phrase: str, several_words: bool) -> bool:
    """Whether names follow a phrase that opens the text."""
    rest = text[width_of(phrase, text) or len(text) :].strip()
    bare = rest.strip(_COLONS + _SEPARATORS + ",")
    if not bare:  # "پل کی تصویر" ends with a noun
        return phrase not in credit_words().described and phrase not in credit_words().pictures
    if not reads_as_names(bare) or not _is_short(bare):
        return False
    if rest[0] in _COLONS + "/|,–—-":
        return phrase not in credit_words().described or _is_signature(bare, ".")
    if phrase.partition(" ")[0] in credit_words().pictures:
        return False
    if several_words or is_source(phrase):
        return True
    return _is_signature(bare, ".")


def _is_short(text: str) -> bool:
    """No sentence goes on after another has ended: initials do not end one."""
    words = text.split()
    return not any(word[-1] in _ENDS and len(word.strip("(")) > 3 and "." not in word[:-1] for word in words[:-1])


def _is_signature(text: str, before: str | None) -> bool:
    """Names without a phrase: "REUTERS/Jane Roe", "Getty Images", "Roe / The Example", or a name after a sentence."""
    text = text.rstrip(".")
    if is_source(text):
        return True
    ends = before is not None and before in _ENDS
    parted = _PARTING.search(text) or "via" in text
    if not parted and not ends:  # the only piece is all of the text, which was looked up
        return False
    pieces = [piece for piece in _PIECES.split(text) if piece] if parted else [text]
    if not reads_as_names(text) or not _is_short(text):
        return False
    if any(map(_is_source_or_photo, pieces)):
        return True
    if len(pieces) > 1 and ("/" in text or "／" in text):
        # "Boats at Port Aster REUTERS/Jane Roe" is caption and credit without a mark between them
        if any(is_source(piece.rpartition(" ")[2]) for piece in pieces):
            return False
        return all(len(piece.split()) <= 6 for piece in pieces) and (before is None or ends or before in "”\"»)")
    return ends and len(pieces) == 1 and (is_person(text) or _names_photo(text))


def _is_source_or_photo(piece: str) -> bool:
    return is_source(piece) or (len(piece) < 30 and fold(piece) in credit_words().photo_phrases)


def _names_photo(text: str) -> bool:
    """"Tribune photo by Jane Roe": the paper stands before the phrase."""
    words = text.split()
    return any(credit_words().photo.starts(" ".join(words[at:])) for at in range(1, min(4, len(words) - 2)))
