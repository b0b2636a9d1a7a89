"""Letters that lost a byte: what the encoding leaves open, the other letters of the line decide.

"estaΓ�" of windows-1253 can be nothing but "estaê"; "Å�ogad" of windows-1257 was "šogad" or "ťogad", and the line is
Latvian. A name may be of another language than the line: it is restored where nothing else can have stood there.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple
from unicodedata import category

from newsclean.charsets import codec_of, index, is_single_byte
from newsclean.mojibake.likelihood import cost_of_capitals, fits_a_language, language_facts, scripts_of, strangeness
from newsclean.mojibake.lost_pairs import lost_pairs, shown_as
from newsclean.mojibake.lost_signs import SIGNS, halves, joins
from newsclean.mojibake.plausibility import is_news_character
from newsclean.mojibake.runs import BEYOND_ASCII, REPLACEMENT, beyond_ascii
from newsclean.mojibake.tables import bytes_by_character
from newsclean.mojibake.words import Proposals

_MOST_READINGS = 2000  # of a word
_MOST_LOST = 2  # bytes of a run
_MOST_WORDS = 12  # of a line; where more lost a byte, too little is left to go by
_CONTROL = re.compile("[\x80-\x9f]")
_BESIDE_LETTERS = frozenset(f"{SIGNS}«»")
_SIGN_WITHIN = re.compile(f"(?<=[^\\W_])[{SIGNS}«»](?=[^\\W_])")


class _Reading(NamedTuple):
    """What a word may have been, in an encoding; `keeps_controls`: its bytes below A0 were not lost."""

    text: str
    name: str
    keeps_controls: bool


def by_letters_left(words: list[str], given: list[str], names: Sequence[str]) -> Proposals:
    """Place in `words` -> what stood there and the encoding, one of `names`, that it was misread in.

    `given` are the words before anything was read, of which a part may have been.
    """
    lossy = [place for place, word in enumerate(words) if REPLACEMENT in word and not halves().search(word)]
    if not 0 < len(lossy) <= _MOST_WORDS:
        return {}
    sound = _sound(words, given)
    has_controls = _CONTROL.search("".join(given)) is not None
    found: Proposals = {}
    for place in lossy:
        behind = "".join(words[place + 1 : place + 2])[:1]
        word = given[place] if REPLACEMENT in given[place] else words[place]
        readings = [reading for name in names for reading in _readings(word, behind, name)]
        best = _likeliest([it for it in readings if it.keeps_controls or not has_controls], sound)
        if best:
            found[place] = (best.text, best.name)
    return found


def _sound(words: list[str], given: list[str]) -> str:
    """The words of the line that were restored, which are of one language; or all, if there are none."""
    restored = [new for old, new in zip(given, words, strict=True) if old != new and REPLACEMENT not in new]
    return " ".join(restored or (word for word in words if REPLACEMENT not in word))


def _likeliest(readings: list[_Reading], sound: str) -> _Reading | None:
    """The only reading; or of a word that is no name, the likeliest by far, if its letters are the language's."""
    scripts = scripts_of(sound)
    names = {it.text: it for it in reversed(readings) if scripts_of(it.text) <= scripts}
    counts = Counter(beyond_ascii(sound))
    costs = sorted((strangeness(counts + Counter(beyond_ascii(text))) + cost_of_capitals(text), text) for text in names)
    if not costs:
        return None
    cost, text = costs[0]
    rival = min((other for other, _ in costs[1:]), default=math.inf)
    strange = float(language_facts()["costs"]["strange_letter"])
    if cost - strangeness(counts) >= len(beyond_ascii(text)) * strange or (rival < math.inf and _is_a_name(text)):
        return None
    others = [other for _, other in costs[1:] if other.isalpha() and not cost_of_capitals(other)]
    if scripts == {"Latin"} and any(fits_a_language(f"{sound}{other}") for other in others):
        return None  # a language that the line may be of has that letter too
    is_sure = rival - cost >= language_facts()["belief"]["lost_margin"]
    return names[text] if is_sure and _is_a_word(text) else None


def _is_a_name(word: str) -> bool:
    letters = [it for it in word if it.isalpha()]
    return len(letters) > 1 and letters[0].isupper()


@lru_cache(maxsize=4096)
def _readings(word: str, behind: str, name: str) -> tuple[_Reading, ...]:
    """What a word may have been, `behind` the character after it."""
    pieces: list[list[tuple[str, bool]]] = []
    position = 0
    for run in BEYOND_ASCII.finditer(word):
        read = _of_single_bytes if is_single_byte(name) else _of_two_bytes
        texts = dict(read(run.group(), word[run.end() :][:1] or behind, name))
        pieces += [[(word[position : run.start()], True)], list(texts.items())]
        position = run.end()
    pieces.append([(word[position:], True)])
    if math.prod(map(len, pieces)) > _MOST_READINGS:
        return ()
    return tuple(
        _Reading("".join(text for text, _ in those), name, all(keeps for _, keeps in those))
        for those in product(*pieces)
    )


def _is_a_word(text: str) -> bool:
    """Whether it holds nothing but letters, their marks, and signs before and behind them; or an apostrophe within."""
    if text[0] == "’" or not all(
        it.isalpha() or it in _BESIDE_LETTERS or category(it) in ("Mn", "Mc") for it in beyond_ascii(text)
    ):
        return False
    return all(
        sign.group() == "’" and joins(text[: sign.start()], text[sign.end() :], is_sure=True)
        for sign in _SIGN_WITHIN.finditer(text)
    )


def _of_single_bytes(run: str, _: str, name: str) -> Iterator[tuple[str, bool]]:
    shown = index(name)
    lost = [(byte, True) for byte in range(0xA0, 0x100) if shown[byte] == REPLACEMENT]
    lost += [(byte, False) for byte in range(0x80, 0xA0) if _CONTROL.match(shown[byte])]
    table = bytes_by_character(name)
    if run.count(REPLACEMENT) > _MOST_LOST or any(it not in table for it in run if it != REPLACEMENT):
        return
    for those in product(*(lost if it == REPLACEMENT else [(table[it], True)] for it in run)):
        for text in _decoded(bytes(byte for byte, _ in those)):
            yield text, all(keeps for _, keeps in those)


def _of_two_bytes(run: str, behind: str, name: str) -> Iterator[tuple[str, bool]]:
    if run.count(REPLACEMENT) > 1:
        return
    try:
        known = [part.encode(codec_of(name)) for part in run.split(REPLACEMENT)]
    except UnicodeEncodeError:
        return
    for lost in lost_pairs(name) if len(known) > 1 else (b"",):
        for text in _decoded(lost.join(known)):
            if shown_as(f"{text}{behind}".encode(), name) == run + behind:
                yield text, True


def _decoded(data: bytes) -> Iterator[str]:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    if all(map(is_news_character, text)):
        yield text
