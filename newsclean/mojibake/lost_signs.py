"""Signs that lost a byte: "done,â€�", "鈥�", "won�t". Which of those that the encoding loses can stand here?

What stands around it tells whether a sign opens, closes or joins; then the quotations of the line decide, as far as one
sign only is left. All but the apostrophe within a word needs a line that is whole, from its start on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, islice
from typing import NamedTuple

from newsclean.charsets import codec_of, index, is_single_byte
from newsclean.mojibake.runs import REPLACEMENT, beyond_ascii
from newsclean.mojibake.tables import encodings, facts, forms
from newsclean.mojibake.words import Proposals

SIGNS = "‘’“”„–—…"
_FULL_WIDTH_DOT = "・"  # what Windows shows for a lost byte of shift_jis
_OTHER_SCRIPTS = "\u0370-\u1fff\u2c00-\uffdc"
_STRIPPED = "â"
_AS_FAR_AS = 1000  # characters before and behind a sign that are looked at
_AS_MANY_AS = 10  # lost signs
_MOST = 5_000  # of a line; more are no text
_LONGEST_START = 12  # of a contraction, with what is before it
_UNSURE = ("utf-8", "iso-8859-1")  # where a letter may have been lost as well
_DASHES = frozenset("–—")
_ENDS = frozenset(",.!?")
_LAST_WORD = re.compile(r"[a-zA-Z]+\Z")
_ONE_LOST = re.compile(f"(?<!{REPLACEMENT}){REPLACEMENT}[\u2e80-\ud7ff\uf900-\uffdc]")
_SPACED_DASH = re.compile(r"(?<=\s)[–—](?=\s)")
_QUOTE = re.compile("[“”]")
_SINGLE_QUOTE = re.compile(r"‘|(?<![a-zA-Z])’|’(?![a-zA-Z])")
_WORD = re.compile("[a-z]+")


class _Line(NamedTuple):
    """A line, as far as it is read."""

    text: str
    is_english: bool
    letters: frozenset[str]  # beyond ASCII, small, of words that lost nothing

    def quote_behind(self, lost: _Lost) -> re.Match[str] | None:
        """The next sign that opens or closes a quotation."""
        return _QUOTE.search(self.text, lost.end, lost.end + _AS_FAR_AS)

    def opens_as_it_closes(self) -> bool:
        """Whether its letters are those of Swedish or Finnish, and it has no “: in these a quotation is ”…”."""
        is_nordic = self.letters.issubset(facts()["nordic"]) and not self.letters.isdisjoint(facts()["nordic_only"])
        return is_nordic and "“" not in self.text

    def is_within(self) -> bool:
        """Whether it begins within a sentence, and perhaps within a quotation."""
        return self.text[:1].isspace() or self.text[:1].islower()


class _Lost(NamedTuple):
    """A lost sign: where it stands on the line, the encoding, and which signs it may have been."""

    start: int
    end: int
    name: str
    candidates: frozenset[str]


@cache
def start_of(name: str) -> tuple[str, ...]:
    """How the first two bytes of the signs show."""
    if is_single_byte(name):
        return tuple({f"{shown[0xE2]}{shown[0x80]}" for shown in forms(name)})
    return (b"\xe2\x80".decode(codec_of(name), "replace"),)


@cache
def halves() -> re.Pattern[str]:
    """The misread first two bytes of the signs of U+2010 to U+203F, or what they became in two-byte encodings."""
    starts = {re.escape(start) for name in facts()["halves"] for start in start_of(name)}
    return re.compile(
        f"(?<![{_OTHER_SCRIPTS}])(?:{'|'.join(sorted(starts))})(?:{REPLACEMENT}+|{_FULL_WIDTH_DOT}|(?=[\\x00-\\x7f])|$)"
    )


@cache
def _lost_by(name: str) -> frozenset[str]:
    """The signs of which an encoding loses a byte: all, where their last one takes along what is behind."""
    if not is_single_byte(name):
        return frozenset(SIGNS)
    thirds = {sign: index(name)[sign.encode()[2]] for sign in SIGNS}
    return frozenset(sign for sign, shown in thirds.items() if shown == REPLACEMENT or "\x80" <= shown <= "\x9f")


def by_lost_signs(words: list[str], given: list[str], names: Sequence[str]) -> Proposals:
    """Place in `words` -> what stood there and the encoding it was misread in.

    A "?" that stands for the lost byte is taken from what stands between the words. `given` are the words before
    anything was read, `names` the encodings that the line was misread in.
    """
    line = _Line("".join(words), _is_english("".join(words)), _letters_of(words))
    decided: list[tuple[_Lost, str]] = []
    before = ""  # the line up to here, its signs decided
    position = 0
    found = list(islice(_lost_signs(line.text, _whole_loss("".join(given)), names), _MOST))
    if len(found) == _MOST:
        return {}
    for number, lost in enumerate(found):
        before = f"{before}{line.text[position : lost.start]}"[-_AS_FAR_AS:]
        sign = _sign(before, line, lost, found[number + 1 : number + _AS_MANY_AS])
        if sign:
            decided.append((lost, sign))
        before += sign or REPLACEMENT
        position = lost.end
    return _by_place(words, decided)


def _letters_of(words: list[str]) -> frozenset[str]:
    sound = (word for word in words if not word.isascii() and REPLACEMENT not in word and not halves().search(word))
    return frozenset(it for it in beyond_ascii("".join(sound)).lower() if it.isalpha())


def has_stripped(text: str) -> bool:
    """Whether a text holds a contraction of English of whose misread apostrophe both controls were dropped.

    >>> has_stripped("I donât know"), has_stripped("le bât")
    (True, False)
    """
    places = (match.start() for match in _stripped_sign().finditer(text)) if _STRIPPED in text else ()
    return any(joins(text[max(0, at - _LONGEST_START) : at], text[at + 1 : at + 4], is_sure=False) for at in places)


def _lost_signs(line: str, whole_loss: str, names: Sequence[str]) -> Iterator[_Lost]:
    losing = [name for name in names if name in facts()["multi_byte"] and REPLACEMENT in start_of(name)[0]]
    wholly = f"{whole_loss}(?![{_OTHER_SCRIPTS}])|(?<=[,.!])\\?{{2,3}}(?!\\?)" if losing else REPLACEMENT
    for match in re.finditer(f"{halves().pattern}|{wholly}|{_STRIPPED}(?=[a-z])", line):
        half = match.group()
        if half == _STRIPPED:
            yield _Lost(*match.span(), "iso-8859-1", frozenset("’"))
            continue
        if half.strip("?")[:1] in ("", REPLACEMENT):
            is_between = match.start() and line[match.start() - 1].isalnum() and line[match.end() :][:1].isalnum()
            name = losing[0] if losing and not is_between else "utf-8"
            yield _Lost(*match.span(), name, frozenset("’" if name == "utf-8" else SIGNS))
            continue
        readers = [name for name in encodings() if half.startswith(start_of(name))]
        those = [name for name in readers if name in names] or readers
        candidates = frozenset().union(*map(_lost_by, those))
        end = match.end() + (half in start_of(those[0]) and line[match.end() : match.end() + 1] == "?")
        yield _Lost(match.start(), end, those[0], candidates)


def _whole_loss(given: str) -> str:
    """How a sign shows that is wholly lost. Browsers show two U+FFFD; Python shows three, and two for a letter."""
    is_of_browsers = REPLACEMENT * 3 not in given and (_ONE_LOST.search(given) or _is_english(given))
    return f"(?<!{REPLACEMENT}){REPLACEMENT}{{{2 if is_of_browsers else 3}}}(?!{REPLACEMENT})"


def _sign(before: str, line: _Line, lost: _Lost, rivals: list[_Lost]) -> str:
    """What stood there, or nothing where that cannot be told."""
    left, right = before[-1:], line.text[lost.end : lost.end + 1]
    if left.isalnum() and right.isalnum():
        behind = line.text[lost.end : lost.end + _LONGEST_START]
        return "’" if "’" in lost.candidates and joins(before, behind, is_sure=lost.name not in _UNSURE) else ""
    if lost.name in _UNSURE:
        return ""
    if not left or left.isspace():
        if not right or right.isspace():
            return _dash(line, lost) if lost.candidates >= _DASHES else ""
        return _opening(line, lost, rivals) if right.isalnum() else ""
    if right.isalnum() or right in tuple("‘“„") or "„" in before or "‘" in before:
        return ""
    if _is_open(before):
        return _closing(before, line, lost, rivals)
    return _trailing(before, line, lost)


def joins(before: str, behind: str, *, is_sure: bool) -> bool:
    """Whether an apostrophe stands between two letters. `is_sure`: it is a sign that was lost, and no letter."""
    start = "".join(_LAST_WORD.findall(before)).lower()
    contraction = _contraction().match(behind)
    if contraction is None:
        return is_sure and start in facts()["elisions"]
    return is_sure or start in facts()["contracted"][contraction.group()]


def _dash(line: _Line, lost: _Lost) -> str:
    """A dash between spaces, where the text has others, all alike: nobody mixes them."""
    start = max(0, lost.start - _AS_FAR_AS)
    others = set(_SPACED_DASH.findall(line.text, start, lost.end + _AS_FAR_AS))
    return others.pop() if len(others) == 1 else ""


def _opening(line: _Line, lost: _Lost, rivals: list[_Lost]) -> str:
    those = lost.candidates & set("‘“„”")  # the last in Swedish
    if line.is_english:
        those = those - {"„", "”"} if "“" in those else those & {"‘"} if len(those) == 1 else frozenset()
    if len(those) == 1 and lost.candidates.isdisjoint("’–—…"):
        return min(those) if those != {"”"} or line.opens_as_it_closes() else ""
    if those != {"‘", "“"}:
        return ""
    closing = line.quote_behind(lost)
    if closing is not None:
        between = _SINGLE_QUOTE.search(line.text, lost.end, closing.start())
        return "“" if closing.group() == "”" and between is None else ""
    # In English 44 of 45 quotations that end in a comma or full stop have double marks, where the line has no others.
    ends = [rival for rival in rivals if line.text[rival.start - 1] in _ENDS and _is_outside(line, rival.end)]
    has_single = "‘" in line.text[max(0, lost.start - _AS_FAR_AS) : lost.end + _AS_FAR_AS]
    return "“" if len(ends) == 1 and line.is_english and not has_single else ""


def _is_open(before: str) -> bool:
    """Whether a quotation is open: “…”, or ”…” as Swedish and Finnish have it."""
    return before.count("“") == before.count("”") + 1 or (before.count("”") % 2 == 1 and "“" not in before)


def _closing(before: str, line: _Line, lost: _Lost, rivals: list[_Lost]) -> str:
    """The end of the quotation that is open, where nothing else can be it."""
    following = line.quote_behind(lost)
    if "”" not in lost.candidates or (following is not None and following.group() == "”" and "“" in before):
        return ""
    end = following.start() if following else len(line.text)
    others = [rival for rival in rivals if rival.start < end and _may_close(line, rival)]
    is_only = not others and REPLACEMENT not in before[max(before.rfind("“"), 0) :]
    return "”" if is_only or before[-1] in _ENDS else ""


def _trailing(before: str, line: _Line, lost: _Lost) -> str:
    """What stands behind a word where no quotation is open. A text that begins within a sentence may be within one."""
    following = line.quote_behind(lost)
    if line.is_within() or REPLACEMENT in before or not before[-1].isalpha():
        return ""
    if any(start in before for start in start_of(lost.name)):
        return ""  # a sign that is not read yet may open a quotation
    if following is not None and following.group() == "”":
        return ""
    behind = line.text[lost.end : lost.end + 2]
    if "…" in lost.candidates:
        return "…" if before[-1] not in "sS" and (not behind or behind[1:].isupper()) else ""
    is_possessive = before[-1] == "s" and behind[1:].isalpha() and lost.candidates.isdisjoint(_DASHES)
    return "’" if is_possessive and "’" in lost.candidates else ""


def _may_close(line: _Line, lost: _Lost) -> bool:
    return not line.text[lost.start - 1].isspace() and _is_outside(line, lost.end)


def _is_outside(line: _Line, end: int) -> bool:
    return not line.text[end : end + 1].isalnum()


@cache
def _contraction() -> re.Pattern[str]:
    """What stands behind the apostrophe of a contraction, and ends the word."""
    return re.compile(rf"(?:{'|'.join(facts()['contracted'])})(?![\w’])")


@cache
def _stripped_sign() -> re.Pattern[str]:
    return re.compile(f"{_STRIPPED}(?={_contraction().pattern})")


@cache
def _english_contraction() -> re.Pattern[str]:
    """Contractions of English; a capital may open one that is a whole word."""
    ends = "|".join(word for word in facts()["english_contracted"] if word[0] == "’")
    whole = (word for word in facts()["english_contracted"] if word[0] != "’")
    return re.compile("|".join((f"[a-zA-Z](?:{ends})", *(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in whole))))


@cache
def _english() -> frozenset[str]:
    return frozenset(facts()["english"])


def _is_english(line: str) -> bool:
    """Whether a line holds two words that English has and its neighbours do not, or one and a contraction."""
    words = _english().intersection(_WORD.findall(line.lower()))
    return len(words) + (_english_contraction().search(line) is not None) > 1


def _by_place(words: list[str], decided: list[tuple[_Lost, str]]) -> Proposals:
    starts = list(accumulate(map(len, words), initial=0))
    found: Proposals = {}
    for lost, sign in reversed(decided):
        last = lost.end  # of what is not replaced yet
        for place in range(bisect_right(starts, lost.end - 1) - 1, bisect_right(starts, lost.start) - 2, -1):
            word, _ = found.get(place, (words[place], ""))
            first = max(lost.start, starts[place])
            text = sign if first == lost.start else ""
            found[place] = (f"{word[: first - starts[place]]}{text}{word[last - starts[place] :]}", lost.name)
            last = first
    return found
