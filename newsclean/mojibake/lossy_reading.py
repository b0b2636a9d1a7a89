"""Mojibake that lost a byte: "won�t", "â€?", "鈥�". What was there is decided by what stands around it, or not at all.

Four kinds of evidence: the letter that an encoding of two bytes took along ("�셲" can only be "’s"); a clean copy of
the same word elsewhere on the page; the ending of a contraction; and a quotation that is closed nowhere on its line.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product
from string import ascii_letters

from newsclean.charsets import codec_of, index, is_single_byte
from newsclean.mojibake.evidence import Evidence
from newsclean.mojibake.folded_spaces import by_folded_spaces
from newsclean.mojibake.readers import readers
from newsclean.mojibake.runs import BEYOND_ASCII
from newsclean.mojibake.tables import facts, forms

Proposals = dict[int, tuple[str, str]]

_REPLACEMENT = "\ufffd"
_MISREAD_REPLACEMENT = "ï¿½"
_FULL_WIDTH_DOT = "・"  # what Windows shows for a lost byte of shift_jis
_SIGNS = "‘’“”–—…"
_CONTRACTION = re.compile(r"(?:s|t|re|ll|ve|d|m)\Z")
_RUN = re.compile(f"([^\\x00-\\x7f{_SIGNS}]+)")
_LOSS = re.compile(f"{_REPLACEMENT}+")  # browsers and Python count lost bytes differently
_FEWEST_LETTERS = 3  # of a word of which nothing but ASCII is left


def is_lossy(word: str) -> bool:
    """Whether a word holds mojibake that lost a byte: U+FFFD, or the first two characters of a misread sign alone."""
    return _REPLACEMENT in word or _MISREAD_REPLACEMENT in word or _halves().search(word) is not None


@cache
def _halves() -> re.Pattern[str]:
    """The misread first two bytes of the signs of U+2010 to U+203F, or what they became in two-byte encodings."""
    starts = {re.escape(start) for name in facts()["halves"] for start in start_of(name)}
    return re.compile(
        f"(?<![^\\x00-\\x7f])(?:{'|'.join(sorted(starts))})(?:{_REPLACEMENT}|{_FULL_WIDTH_DOT}|$|(?=[a-zA-Z]))"
    )


def by_evidence(words: list[str], evidence: Evidence, codecs: frozenset[str] = frozenset()) -> Proposals:
    """Place in `words` -> what stood there and the encoding it was misread in, for words that lost a byte.

    A "?" that stands for the lost byte is taken from what stands between the words. `codecs` are those that the line
    was misread in.
    """
    letters = _by_letters(words) or by_folded_spaces(words, codecs, evidence.codecs)
    if letters:
        return _finished(letters)
    lossy = [place for place, word in enumerate(words) if not word.isascii() and is_lossy(word)]
    if not lossy:
        return {}
    copies = _clean_copies(evidence)
    found = {place: copies[form] for place in lossy if (form := _LOSS.sub(_REPLACEMENT, words[place])) in copies}
    return found or _finished(_by_contraction(words, lossy) or _by_quotes(words, lossy))


def _finished(found: Proposals) -> Proposals:
    """The proposals with what else of their words was misread in the same encoding, read too."""
    return {
        place: ("".join(_read_run(run, name) for run in _RUN.split(word)), name)
        for place, (word, name) in found.items()
    }


def _read_run(run: str, name: str) -> str:
    if run.isascii() or run in _SIGNS:
        return run
    return next((text for reader in readers() if reader.codec.name == name for text in reader.read(run)), run)


@cache
def letter_halves() -> dict[str, tuple[str, str]]:
    """Second half of a sign and the letter behind it -> both, and the encoding: "셲" -> "’s" of euc-kr."""
    found: dict[str, tuple[str, str]] = {}
    shared = set()
    for name, text in product(facts()["multi_byte"], map("".join, product(_SIGNS, ascii_letters))):
        form = text.encode().decode(codec_of(name), "replace")
        half = form.lstrip(_REPLACEMENT)
        if len(half) == 1 and half != form and half >= "\u2e80" and found.setdefault(half, (text, name))[0] != text:
            shared.add(half)
    return {half: sign for half, sign in found.items() if half not in shared}


def _by_letters(words: list[str]) -> Proposals:
    found: Proposals = {}
    for place, word in enumerate(words):
        if word.isascii() or max(word) < "\u2e80":
            continue
        if _REPLACEMENT in word:
            if (after := _AFTER_LOSS.sub(_sign_and_letter, word)) != word:
                name = next(sign[1] for half in word if (sign := letter_halves().get(half)))
                found[place] = (after, name)
        elif place and words[place - 1].endswith("?") and (sign := letter_halves().get(word[0])):
            gap = words[place - 1]
            before = words[place - 2] if gap == "?" and place > 1 else ""
            is_at_start = gap != "?" or words[: place - 1] == [""]
            if (before or is_at_start) and word[1:].isascii() and _may_stand(before, sign[0], word[1:]):
                found[place] = (f"{sign[0]}{word[1:]}", sign[1])
                found[place - 1] = (gap[:-1], sign[1])
    return found


def _sign_and_letter(mark: re.Match[str]) -> str:
    text, _ = letter_halves().get(mark.group(1), ("", ""))
    before, behind = mark.string[: mark.start()], mark.string[mark.end() :]
    return text if text and _may_stand(before, text, behind) else mark.group()


def _may_stand(before: str, text: str, behind: str) -> bool:
    """Whether a sign and a letter can be meant: half of "ș" and a letter is the same as half of "’" and the letter."""
    sign = text[0]
    rest = text[1:] + "".join(_SMALL_LETTERS.findall(behind)[:1])
    if sign == "’":
        start = "".join(_LAST_LETTERS.findall(before)).lower()
        is_contraction = before[-1:].isalpha() and _CONTRACTION.match(rest) is not None
        return is_contraction or start in facts()["elisions"]
    return sign == "“" and not before and len(rest) > 1


_SMALL_LETTERS = re.compile("[a-z]*")
_LAST_LETTERS = re.compile("[a-zA-Z]+\\Z")
_AFTER_LOSS = re.compile(f"{_REPLACEMENT}{{1,2}}([\u2e80-\ud7ff\uf900-\uffdc])(?![\u2e80-\uffdc])")


@lru_cache(maxsize=8)
def _clean_copies(evidence: Evidence) -> dict[str, tuple[str, str]]:
    """Each lossy form of the page's sound words, where no two words share it."""
    found: dict[str, tuple[str, str]] = {}
    shared = set()
    for word in evidence.words:
        forms = {_misread(word, name): name for name in evidence.codecs}
        for form, name in (*forms.items(), (BEYOND_ASCII.sub(_REPLACEMENT, word), "utf-8")):
            form = _LOSS.sub(_REPLACEMENT, form)
            if _REPLACEMENT in form and _says_enough(form) and found.setdefault(form, (word, name))[0] != word:
                shared.add(form)
    return {form: copy for form, copy in found.items() if form not in shared}


def _misread(word: str, name: str) -> str:
    data = word.encode("utf-8", "replace")
    if is_single_byte(name):
        return "".join(map(index(name).__getitem__, data))
    return data.decode(codec_of(name), "replace")


def _says_enough(form: str) -> bool:
    kept = [character for character in form if character != _REPLACEMENT]
    return sum(map(str.isalpha, kept)) >= _FEWEST_LETTERS


def _by_contraction(words: list[str], lossy: list[int]) -> Proposals:
    """ "won" + a lost sign + "t": of the signs only the apostrophe stands there."""
    found: Proposals = {}
    for place in lossy:
        word = words[place]
        half = _halves().search(word)
        if half is None or not word[: half.start()].isalpha() or not word[: half.start()].isascii():
            continue
        start, name = word[: half.start()], _name_of(half.group())
        if _CONTRACTION.match(word[half.end() :]):
            found[place] = (f"{start}’{word[half.end() :]}", name)
        elif half.end() == len(word) and words[place + 1 : place + 2] == ["?"] and _CONTRACTION.match(words[place + 2]):
            found[place] = (f"{start}’", name)
            found[place + 1] = ("", name)
    return found


def _by_quotes(words: list[str], lossy: list[int]) -> Proposals:
    """A lost sign at the end of what it closes, where one quotation of the line is open and nothing else closes it."""
    line = "".join(words)
    if len(lossy) != 1 or line.count("“") != line.count("”") + 1:
        return {}
    place = lossy[0]
    word = words[place]
    half = _halves().search(word)
    if half is None or half.end() != len(word):
        return {}
    before = "".join(words[:place]) + word[: half.start()]
    if not before or before[-1].isspace() or before.count("“") != before.count("”") + 1:
        return {}
    name = _name_of(half.group())
    found = {place: (f"{word[: half.start()]}”", name)}
    gap = "".join(words[place + 1 : place + 2])
    if gap.startswith("?"):
        if before[-1] not in ",.!?":
            return {}  # the mark may be the author's
        found[place + 1] = (gap[1:], name)
    return found


def _name_of(half: str) -> str:
    return str(next(name for name in facts()["halves"] if half.startswith(start_of(name))))


@cache
def start_of(name: str) -> tuple[str, ...]:
    """How the first two bytes of the signs show."""
    if is_single_byte(name):
        return tuple({f"{shown[0xE2]}{shown[0x80]}" for shown in forms(name)})
    return (b"\xe2\x80".decode(codec_of(name)),)
