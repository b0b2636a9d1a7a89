"""A line, read through every encoding: the reading that makes the likeliest text is believed, if it is so by far.

Misread twice, a line is no text after the first step back; so readings are followed to their ends and judged there.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache, reduce
from operator import and_, or_
from typing import NamedTuple

from newsclean.mojibake.alternatives import chosen
from newsclean.mojibake.likelihood import cost_of_capitals, language_facts, strangeness
from newsclean.mojibake.plausibility import joins_scripts, yields_news
from newsclean.mojibake.readers import Reader, able, may_read, possible, readers, with_signs
from newsclean.mojibake.runs import (
    BEYOND_ASCII,
    SOUND_SIGNS,
    beyond_ascii,
    runs_of,
    stands_within_word,
    with_runs_replaced,
)
from newsclean.mojibake.tables import facts

_MOST_STEPS = 4
_MOST_BRANCHES = 6
_FEWEST_LETTERS = 3  # that chance does not produce
_FEWEST_OF_A_LINE = 3  # words, that all are misread: what would be an accident in sound text is none there
_SMALL_LETTER = re.compile("[a-z]")
_ASCII_LETTER = re.compile("[a-zA-Z]")
_NEARLY_ALL = 0.8  # of a line's words; a sign or two may read as something else

_LAST_LATIN = "\u024f"  # of two such letters the likelier one can be told
_USUAL = "windows-1252"
_SPACE = " "  # between words
_OPENING = "’"  # may stand sound before a broken letter
# C1 controls that a clean-up makes windows-1252 signs of: where one is left there was no clean-up.
_SIGNS_TO_BE = re.compile("[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]")


class _End(NamedTuple):
    """Where steps back have led: the words in their order, what they cost, and the first encoding."""

    words: tuple[str, ...]
    cost: float
    steps: tuple[Reader, ...]
    doubtful: bool = False  # a run may as well be read otherwise through the same encoding


class _Reading(NamedTuple):
    """Words as an encoding reads them, and whether that is the only way."""

    words: tuple[str, ...]
    is_sure: bool = True


class Undecided(Exception):
    """Two encodings read a line, and differ."""


def by_lines(words: Sequence[str], proven: frozenset[str] = frozenset()) -> dict[int, tuple[str, str]]:
    """Place in `words` -> what stood there and the encoding that it was misread in, for words that are mojibake.

    `proven` are the encodings that the page was misread in elsewhere: they are believed for less.

    Raises:
        Undecided: readings of the line differ, and none is the likelier by far.
    """
    before = tuple(dict.fromkeys(word for word in words if not word.isascii()))
    ends = sorted(_ends(before, _MOST_STEPS), key=lambda end: _odds(end, proven))
    if not ends:
        return {}
    best, *others = ends
    is_broken = len(before) >= _FEWEST_OF_A_LINE and all(map(str.__ne__, before, best.words))
    changed = {
        old: new
        for old, new in zip(before, best.words, strict=True)
        if old != new and yields_news(old, new, in_a_broken_line=is_broken)
        if is_broken or not _is_of_own_letters(old, new, best.steps[0])
        if not _is_an_initial(old, best.steps[0]) or not _is_at_home(before, best)
    }
    saved = _cost(tuple(changed)) - _cost(tuple(changed.values()))
    if saved < _needed(best.steps[0], changed, proven):
        return {}
    margin = _margin(before, best)
    if best.doubtful or any(
        _odds(other, proven) - _odds(best, proven) < margin and _contradicts(before, best, other) for other in others
    ):
        raise Undecided
    name = best.steps[0].codec.name
    return {place: (changed[word], name) for place, word in enumerate(words) if word in changed}


@lru_cache(maxsize=4096)
def is_rivalled(before: str, after: str) -> bool:
    """Whether an encoding reads a word otherwise than as `after`, which is not much likelier."""
    margin = float(language_facts()["belief"]["margin"])
    return any(
        end.words[0] != after and end.cost < _cost((after,)) + margin and not end.steps[0].rare
        for end in _steps_back((before,))
        if end.words[0] != before
    )


def _odds(end: _End, proven: frozenset[str]) -> float:
    return end.cost - (float(language_facts()["belief"]["page"]) if end.steps[0].codec.name in proven else 0.0)


def _margin(before: tuple[str, ...], best: _End) -> float:
    """By how much a reading must beat the others of its line."""
    belief = language_facts()["belief"]
    is_usual = best.steps[0].codec.name == _USUAL and all(map(str.__ne__, before, best.words))
    return float(belief["margin"] - belief["usual"] * is_usual)


def _contradicts(before: tuple[str, ...], best: _End, other: _End) -> bool:
    """Whether two readings differ in a word that both read."""
    return any(
        one != two and word not in (one, two) and yields_news(word, two)
        for word, one, two in zip(before, best.words, other.words, strict=True)
    )


def _is_of_own_letters(before: str, after: str, reader: Reader) -> bool:
    """Whether a word of letters of the script that an encoding was made for would be a Latin one: "ลด" is Thai."""
    if not reader.codec.script or _ASCII_LETTER.search(before):
        return False
    letters = _letters_of(after)
    return bool(letters) and max(letters) <= _LAST_LATIN


def _is_an_initial(word: str, reader: Reader) -> bool:
    """Whether a word is one letter of the script that an encoding was made for, and a sign or a number: "С…"."""
    return sum(_is_own(it, reader) for it in word) == 1 and not any(map(str.isalpha, word[1:]))


def _is_at_home(before: tuple[str, ...], best: _End) -> bool:
    """Whether words of a line that a reading leaves are of the script that the encoding was made for."""
    return any(
        old == new and sum(_is_own(it, best.steps[0]) for it in old) >= _FEWEST_LETTERS
        for old, new in zip(before, best.words, strict=True)
    )


def _is_own(character: str, reader: Reader) -> bool:
    first, last = reader.codec.script or (0, 0)
    return character > "\x7f" and first <= ord(character) <= last


def _letters_of(text: str) -> list[str]:
    return [it for it in text if it > "\x7f" and it.isalpha()]


def _needed(reader: Reader, changed: dict[str, str], proven: frozenset[str]) -> float:
    """What a reading must save to be believed."""
    belief = language_facts()["belief"]
    is_firm = any(_is_firm(before, after, reader) for before, after in changed.items())
    letters = _letters_of("".join(changed.values()))
    is_latin_only = not letters or max(letters) <= _LAST_LATIN
    is_mixed = not reader.table and any(map(_ASCII_LETTER.search, changed))  # "F1帽" is no "F1ñ"
    may_be_sound = bool(letters) and is_latin_only and (reader.codec.script is not None or is_mixed)
    if reader.codec.name in proven and (is_firm or not may_be_sound):
        return float(belief["proven"])
    if is_firm:
        return float(belief["firm"] + belief["rare_codec"] * reader.rare)
    if is_latin_only and (reader.codec.script or not reader.table):
        return math.inf  # Latin letters out of letters of another script need a word of small letters around them
    if len(letters) < _FEWEST_LETTERS and not any(map(_SMALL_LETTER.search, changed)):
        return math.inf
    return float(belief["saving"] + belief["rare_codec"] * reader.rare)


def _is_firm(before: str, after: str, reader: Reader) -> bool:
    """Whether a word holds a sign of three bytes, or Latin letters inside a word."""
    runs = runs_of(before)
    texts = [reader.read(run.group()) for run in runs]
    return all(
        text[:1] in facts()["punctuation"] or stands_within_word(before, run, text)
        for run, text in zip(runs, texts, strict=True)
    )


@lru_cache(maxsize=256)  # a line is read again in the light of its page, and when a word of it has changed
def _ends(words: tuple[str, ...], steps: int) -> tuple[_End, ...]:
    """The texts that steps back lead to, each once, the cheapest first."""
    found: dict[tuple[str, ...], _End] = {}
    cost = _cost(words)
    firsts = sorted(_steps_back(words), key=lambda end: end.cost)[:_MOST_BRANCHES]
    for first in firsts:
        if first.cost >= cost:
            break
        for end in _further(words, first, steps - 1) or (first,):
            known = found.get(end.words)
            if known is None or len(end.steps) < len(known.steps):
                found[end.words] = end
    return tuple(sorted(found.values(), key=lambda end: end.cost))


def _further(words: tuple[str, ...], first: _End, steps: int) -> list[_End]:
    """The ends behind a step back. What was misread twice was so in nearly all its words."""
    places = [place for place, word in enumerate(first.words) if word != words[place] and not word.isascii()]
    changed = tuple(first.words[place] for place in places)
    readable = sum(possible_readers(word) != 0 for word in changed)
    if not steps or not changed or readable < _NEARLY_ALL * len(changed):
        return []
    ends = []
    for end in _ends(changed, steps):
        again = sum(old != new for old, new in zip(changed, end.words, strict=True))
        if again >= _NEARLY_ALL * len(changed) and not any(map(joins_scripts, changed, end.words)):
            whole = list(first.words)
            for place, word in zip(places, end.words, strict=True):
                whole[place] = word
            ends.append(
                _End(tuple(whole), _cost(tuple(whole)), first.steps + end.steps, first.doubtful or end.doubtful)
            )
    return ends


def _steps_back(words: tuple[str, ...]) -> Iterable[_End]:
    """One step back through each encoding: of all words, or where these are not all misread so, of the likelier."""
    seen: set[tuple[str, ...]] = {words}
    bits = [possible_readers(word) for word in words]
    every, some = reduce(and_, bits, -1), reduce(or_, bits, 0)
    was_cleaned_up = not any(map(_SIGNS_TO_BE.search, words))
    possible_ones = [(bit, reader) for bit, reader in enumerate(readers()) if some >> bit & 1]
    suited = [bit for bit, reader in possible_ones if every >> bit & 1 and reader.suits(was_cleaned_up)]
    wholes = [(bit, whole) for bit in suited if (whole := _whole(words, bit)) is not None]
    parts = ((bit, _Reading(_part(words, bits, bit))) for bit, reader in possible_ones if reader.signs is None)
    # Where one encoding reads all words, those that read some of them are no rivals.
    for bit, (after, is_sure) in wholes or parts:
        if after not in seen:
            seen.add(after)
            reader = readers()[bit]
            may_differ = was_cleaned_up and reader.signs is None and reader.has_signs
            is_doubtful = not is_sure or (may_differ and not _is_the_only_way(words, after, reader))
            yield _End(after, _cost(after), (reader,), is_doubtful)


def _is_the_only_way(words: tuple[str, ...], after: tuple[str, ...], reader: Reader) -> bool:
    """Whether the words that were read beyond Latin letters cannot as well be read with their signs as other bytes."""
    read = [(old, new) for old, new in zip(words, after, strict=True) if old != new and max(new) > _LAST_LATIN]
    if not read:
        return True
    olds, news = zip(*read, strict=True)
    return _chosen(olds, with_signs(reader.codec.name)) == _Reading(news)


def _whole(words: tuple[str, ...], bit: int) -> _Reading | None:
    """All words, read through one encoding; None where it cannot read one of them."""
    reader = readers()[bit]
    if reader.signs is not None:
        return _chosen(words, reader)
    found = []
    for word in words:
        text = _read(word, bit)
        if text is None:
            return None
        found.append(text)
    return _Reading(tuple(found))


def _chosen(words: tuple[str, ...], reader: Reader) -> _Reading | None:
    """The same, where signs may be one of two bytes, which the language of the line tells."""
    found: list[tuple[str, ...]] = []
    for word in words:
        slots = _slots(word, reader)
        if slots is None:
            return None
        found += [*slots, (_SPACE,)]
    line = chosen(found)
    return _Reading(tuple(line.text.split(_SPACE)[:-1]), line.is_sure)


def _slots(word: str, reader: Reader) -> list[tuple[str, ...]] | None:
    """What may have stood in each place of a word."""
    found: list[tuple[str, ...]] = []
    position = 0
    for run in _suspects(word):
        group = run.group()
        slots = reader.slots(group)
        if slots is None and group[0] in _OPENING and (rest := reader.slots(group[1:])):
            slots = ((group[0],), *rest)
        if slots is None:
            return None
        found += [(it,) for it in word[position : run.start()]]
        found += slots
        position = run.end()
    return found + [(it,) for it in word[position:]]


def _part(words: tuple[str, ...], bits: list[int], bit: int) -> tuple[str, ...]:
    """The words, those of them read that are likelier so."""
    found = []
    for word, those in zip(words, bits, strict=True):
        text = _read(word, bit) if those >> bit & 1 else None
        found.append(text if text and _is_likelier(text, word) and not joins_scripts(word, text) else word)
    return tuple(found)


@lru_cache(maxsize=8192)
def possible_readers(word: str) -> int:
    """A bit a reader: those that may read a word."""
    bits = -1
    for run in _suspects(word):
        group = run.group()
        bits &= possible(group) | (possible(group[1:]) if group[0] in _OPENING else 0)
        if not bits:
            break
    return bits if bits != -1 else 0


@lru_cache(maxsize=4096)
def readings_of(word: str) -> tuple[tuple[str, str], ...]:
    """What a word was, and the encoding, for each that reads it."""
    bits = possible_readers(word)
    return tuple(
        (text, reader.codec.name)
        for bit, reader in enumerate(readers())
        if bits >> bit & 1 and (text := _read(word, bit)) is not None
    )


def _suspects(word: str) -> list[re.Match[str]]:
    """The runs of a word that may be misread: not a sound sign alone ("l’humanitÃ©"), which no two bytes make."""
    return [run for run in runs_of(word) if run.group() not in SOUND_SIGNS]


def may_be_read(text: str, names: Set[str]) -> bool:
    """Whether a word of a text may have been misread in one of these encodings."""
    if text.isascii() or not names:
        return False
    bits = sum(1 << bit for bit, reader in enumerate(readers()) if reader.codec.name in names)
    return any(possible(run) & bits and able(run) & bits for run in set(BEYOND_ASCII.findall(text)))


def _read(word: str, bit: int) -> str | None:
    """What a word was, if all its runs can be read."""
    runs = _suspects(word)
    texts = []
    for run in runs:
        text = _read_run(run.group(), bit)
        if text is None:
            return None
        texts.append(text)
    return with_runs_replaced(word, runs, texts)


@lru_cache(maxsize=16384)
def _read_run(run: str, bit: int) -> str | None:
    reader = readers()[bit]
    if may_read(run, bit) and (text := reader.read(run)):
        return text
    if run[0] in _OPENING and len(run) > 1 and may_read(run[1:], bit) and (text := reader.read(run[1:])):
        return f"{run[0]}{text}"
    return None


def _is_likelier(after: str, before: str) -> bool:
    margin = float(language_facts()["belief"]["word_margin"])
    return _run_cost(beyond_ascii(after)) + margin <= _run_cost(beyond_ascii(before))


@lru_cache(maxsize=16384)
def _run_cost(run: str) -> float:
    return strangeness(Counter(run))


@lru_cache(maxsize=256)
def _cost(words: tuple[str, ...]) -> float:
    text = " ".join(words)
    return strangeness(Counter(beyond_ascii(text))) + cost_of_capitals(text)
