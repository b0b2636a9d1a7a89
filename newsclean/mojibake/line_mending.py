"""One line or text node, repaired.

Order: character references; the line read through every encoding; signs of three bytes; what ftfy reads, each word
guarded; C1 controls last, since they are bytes that the readings need. Again until nothing changes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import lru_cache, reduce
from itertools import accumulate, starmap
from operator import and_
from types import MappingProxyType
from typing import NamedTuple

from newsclean.mojibake.copy_reading import by_copies
from newsclean.mojibake.evidence import NONE, Evidence
from newsclean.mojibake.folded_spaces import lacks_an_end
from newsclean.mojibake.ftfy_reading import common_codec_of, read_by_ftfy
from newsclean.mojibake.leftovers import LEFTOVERS, without_controls, without_leftovers
from newsclean.mojibake.line_reading import Undecided, by_lines, is_rivalled, possible_readers, readings_of
from newsclean.mojibake.lossy_reading import MISREAD_REPLACEMENT, SoFar, by_evidence, is_lossy
from newsclean.mojibake.marks import count_sure
from newsclean.mojibake.plausibility import C1, cuts_a_run, is_half_read, is_plausible
from newsclean.mojibake.readers import is_shown_by, readers
from newsclean.mojibake.runs import REPLACEMENT
from newsclean.mojibake.sign_reading import by_signs
from newsclean.mojibake.suspicion import has_marks
from newsclean.mojibake.tables import facts, loses_bytes
from newsclean.mojibake.words import (
    REFERENCE,
    Proposals,
    is_part_of_a_word,
    quotes_markup,
    without_references,
    words_of,
)

_MOST_ROUNDS = 8
_FEWEST_TOGETHER = 3  # texts
_NO_ACCIDENT = 2  # marks in a word
_WHOLE = ("line", "sign", "word")  # tiers that restore words of which no byte is lost
# A "?" that stands for a byte: within a word, or beside what is not ASCII and no sign that a sentence may end in.
_LOST_WITHIN = re.compile(r"\?[^\W\d_]|[^\x00-\x7f]\?+(?![¡¿])[^\x00-\x7f]")
_LOST_BESIDE = re.compile(rf"\?\?|{_LOST_WITHIN.pattern}")  # encodings of two bytes a character lose several
_MIXED = re.compile("[a-zA-Z][\u2e80-\uffdc]")  # ASCII and East Asian letters in one word

Readings = Mapping[str, tuple[str, str]]  # word -> what it was, and the encoding that it was misread in
NOTHING: Readings = MappingProxyType({})


class Step(NamedTuple):
    """One repaired word: `before`, misread in `codec` (its WHATWG name), became `after`, which starts at `at`.

    `tier` says what decided: "line" (it makes the likeliest text of all encodings), "sign" (three characters that are
    a sign and nothing else), "word" (ftfy), "page" (other words of the page), "reference" (escaped twice) or "control".
    """

    before: str
    after: str
    codec: str
    tier: str
    at: int


class Mended(NamedTuple):
    """A line and what was done to it; `unrepaired` are its words that are broken and could not be decided."""

    text: str
    steps: tuple[Step, ...] = ()
    unrepaired: tuple[str, ...] = ()


def mend(text: str, evidence: Evidence = NONE, known: Readings = NOTHING, *, parsed: bool = True) -> Mended:
    """Repair one line or text node. Idempotent; a text without mojibake comes back as it is.

    Args:
        text: a line, with its white space as it stands.
        evidence: what the rest of the page says.
        known: words that were read together with those of other texts.
        parsed: `text` comes from parsed HTML, where a reference that is left was escaped twice. Else references are
            resolved where they are escaped twice, or misread.

    >>> mend("Hereโ€™s why").steps
    (Step(before='Hereโ€™s', after='Here’s', codec='windows-874', tier='line', at=0),)
    """
    has_references = "&" in text and REFERENCE.search(text) is not None
    if text.isascii() and not has_references and not LEFTOVERS.search(text):
        return Mended(text)
    before = words_of(text)
    words = [without_references(word) for word in before] if has_references else list(before)
    done: dict[int, tuple[str, str]] = dict.fromkeys(_changed(before, words), ("html", "reference"))
    _take_out_leftovers(words, done)
    resolved = list(words)
    undecided = False
    for _ in range(_MOST_ROUNDS):
        given = list(words)
        undecided = _read_once(words, done, evidence, known)
        if words == given or not any(starmap(_is_left, _beyond_ascii(given, words))):
            break
    if has_references:
        for place in _references_to_keep(before, resolved, words, parsed=parsed):
            words[place] = before[place]
            done.pop(place, None)
        _take_out_leftovers(words, done)
    return _told(before, words, done, undecided)


def _read_once(words: list[str], done: dict[int, tuple[str, str]], evidence: Evidence, known: Readings) -> bool:
    """Read the words, and take back what turns out wrong or half. Returns whether encodings differ on them."""
    given = list(words)
    undecided = _read(words, done, evidence, known)
    lossy = frozenset(word for word in set(words) if not word.isascii() and is_lossy(word))
    if lossy:
        _undo_a_rest(given, words, done, lossy)
    _take_out_leftovers(words, done)  # "ï»¿" was read as one
    undecided = _undo_what_is_no_end(given, words, lossy) or undecided
    broken = lossy | {word for word in set(words).intersection(given) if _MIXED.search(word)}
    broken |= {words[place] for place in _changed(given, words) if is_half_read(given[place], words[place])}
    if broken or "?" in "".join(words):
        _undo_halves(given, words, done, broken)
    for place, word in enumerate(words):
        if MISREAD_REPLACEMENT in word:
            words[place] = word.replace(MISREAD_REPLACEMENT, REPLACEMENT)
            done[place] = ("windows-1252", "sign")
    return undecided


def _is_left(given: str, word: str) -> bool:
    """Whether a word may be read once what is around it has been."""
    return is_lossy(word) or (word == given and possible_readers(word) != 0)


def _beyond_ascii(given: list[str], words: list[str]) -> set[tuple[str, str]]:
    return {pair for pair in zip(given, words, strict=True) if not pair[1].isascii()}


def _take_out_leftovers(words: list[str], done: dict[int, tuple[str, str]]) -> None:
    if LEFTOVERS.search("".join(words)):
        for place, word in enumerate(words):
            if (rest := without_leftovers(word)) != word:
                words[place] = rest
                done.setdefault(place, ("unicode", "control"))


def read_together(texts: Iterable[str]) -> Readings:
    """The words of those texts that one and the same encoding may read, if it reads them all and nothing else does.

    Together they say more than each text alone, and each word is read once.
    """
    bits: dict[str, int] = {}
    counts: Counter[int] = Counter()
    for text in texts:
        words = [word for word in words_of(text) if not word.isascii()]
        bits[text] = reduce(and_, map(possible_readers, words), -1) if words else 0
        counts[bits[text]] += 1
    shared = max(range(len(readers())), key=lambda bit: sum(n for those, n in counts.items() if those >> bit & 1))
    group = [text for text, those in bits.items() if those >> shared & 1]
    if len(group) < _FEWEST_TOGETHER:
        return NOTHING
    together = list(dict.fromkeys(word for text in group for word in words_of(text) if not word.isascii()))
    try:
        found = by_lines(together)
    except Undecided:
        return NOTHING
    if len(found) < len(together):
        return NOTHING
    return {
        word: (after, common_codec_of(word, after) or name)
        for word, (after, name) in zip(together, map(found.__getitem__, range(len(together))), strict=True)
    }


def tidy(text: str) -> Mended:
    """Take out what no author writes, and look for nothing else."""
    if not LEFTOVERS.search(text):
        return Mended(text)
    before = words_of(text)
    words = [without_leftovers(word) for word in before]
    return _told(before, words, dict.fromkeys(range(len(words)), ("unicode", "control")), undecided=False)


def _read(words: list[str], done: dict[int, tuple[str, str]], evidence: Evidence, known: Readings) -> bool:
    """Read the words until nothing changes. Returns whether encodings differ on them."""
    if known and all(word in known for word in words if not word.isascii()):
        for place, word in enumerate(words):
            if not word.isascii():
                words[place], name = known[word]
                done[place] = (name, "line")
        return False
    given = list(words)
    stages: tuple[tuple[str, Callable[[list[str]], Proposals]], ...] = (
        ("page", lambda words: by_copies(words, evidence)),
        ("line", lambda words: by_lines(words, evidence.codecs.union(_sure(done)))),
        ("sign", by_signs),
        ("word", _by_ftfy),
        ("control", _by_controls),
        ("page", lambda words: by_evidence(words, _so_far(given, words, done), evidence)),
    )
    for _ in range(_MOST_ROUNDS):
        try:
            tier, proposals = next(((tier, found) for tier, propose in stages if (found := propose(words))), ("", {}))
        except Undecided:
            words[:] = given  # what was read so far would make another line of it, which is read otherwise
            return True
        for place, (after, codec) in proposals.items():
            name = codec if tier == "page" else common_codec_of(words[place], after) or codec
            if done.get(place, ("html", ""))[0] in ("html", "unicode"):
                done[place] = (name, tier)
            words[place] = after
        is_whole = tier == "line" and all(word.isascii() or place in proposals for place, word in enumerate(words))
        if not proposals or is_whole:
            break
    return False


def _sure(done: dict[int, tuple[str, str]]) -> Iterator[str]:
    return (name for name, tier in done.values() if tier == "page")


def _so_far(given: list[str], words: list[str], done: dict[int, tuple[str, str]]) -> SoFar:
    whole = [place for place in _changed(given, words) if done[place][1] in _WHOLE]
    return SoFar(given, {given[place]: words[place] for place in whole}, frozenset(name for name, _ in done.values()))


def _undo_what_is_no_end(before: list[str], words: list[str], broken: frozenset[str]) -> bool:
    """Take everything back where a word that was read still looks misread: the reading was wrong, or is not whole."""
    read = {new for old, new in _beyond_ascii(before, words) if old != new}.difference(broken)
    if not any(map(_is_marked, read)):
        return False
    words[:] = before
    return True


def _undo_a_rest(given: list[str], words: list[str], done: dict[int, tuple[str, str]], lossy: frozenset[str]) -> None:
    """Take everything back where an encoding that loses bytes lost as many words of a line as were mended."""
    mended = _changed(given, words)
    loses = any(loses_bytes(done[place][0]) for place in mended)
    if loses and sum(word in lossy for word in words) >= len(mended):
        words[:] = given


def _undo_halves(before: list[str], words: list[str], done: dict[int, tuple[str, str]], broken: frozenset[str]) -> None:
    """Take back what was done between two spaces where something broken is left there: half a repair helps nobody."""
    losing = any(done[place][0] in facts()["multi_byte"] for place in _changed(before, words))
    lost = _LOST_BESIDE if losing else _LOST_WITHIN
    start, opening = 0, ""
    for place, old in enumerate(before):
        is_space = not old.isalnum() and words[place] == old and any(map(str.isspace, old))
        if is_space or place == len(before) - 1:
            end = place + 1
            new = words[start:end]
            if new != before[start:end] and (not broken.isdisjoint(new) or lost.search(opening + "".join(new))):
                words[start:end] = before[start:end]
            start, opening = end, "" if old[-1:].isspace() else "".join(old.split()[-1:])


def _references_to_keep(before: list[str], resolved: list[str], words: list[str], *, parsed: bool) -> list[int]:
    """The places of references that are no damage, or may be what the author writes about.

    A reference was escaped twice for sure where it is a letter of a word. Then the others of the text were, too. Not so
    where markup is quoted beside it, or the word stands in the text in both spellings.
    """
    places = [place for place in _changed(before, resolved) if words[place] == resolved[place]]
    kept = [] if parsed else [place for place in places if "&amp;" not in before[place]]
    others = sorted(set(places).difference(kept))
    spelt = frozenset(before)
    is_sure = any(is_part_of_a_word(before[place]) and resolved[place] not in spelt for place in others)
    if not is_sure or any(map(quotes_markup, spelt)):
        return places
    return kept + [place for place in others if resolved[place] in spelt]


def _told(before: list[str], words: list[str], done: dict[int, tuple[str, str]], undecided: bool) -> Mended:
    steps: list[Step] = []
    starts = list(accumulate(map(len, words), initial=0))
    last = -2  # place of the last change
    for place in _changed(before, words):
        old, new = before[place], words[place]
        if last == place - 1 and (old.isascii() or not new or not steps[-1].after):
            # Two changes at one spot could not be told apart by their places.
            known = steps.pop()
            step = known._replace(before=known.before + old, after=known.after + new)
        else:
            step = Step(old, new, *done[place], starts[place])
        steps.append(step)
        last = place
    return Mended(
        "".join(words), tuple(steps), tuple(_broken(before, words, undecided, {step.codec for step in steps}))
    )


def _broken(before: list[str], words: list[str], undecided: bool, codecs: Set[str]) -> list[str]:
    """The words that are broken still. Others show marks by accident."""
    kept = [new for old, new in _beyond_ascii(before, words) if old == new] if codecs else []
    marked = {word for word in kept if _is_marked(word) and any(is_shown_by(word, name) for name in codecs)}
    marked.update(word for word in kept if lacks_an_end(word, codecs))
    return [
        word
        for word in words
        if not word.isascii()
        and (word in marked or _is_broken(word) or (undecided and (_is_marked(word) or bool(readings_of(word)))))
    ]


@lru_cache(maxsize=8192)
def _is_broken(word: str) -> bool:
    return is_lossy(word) or count_sure(word) >= _NO_ACCIDENT


@lru_cache(maxsize=8192)
def _is_marked(word: str) -> bool:
    return has_marks(word)


def _changed(before: list[str], words: list[str]) -> list[int]:
    return [place for place, (old, new) in enumerate(zip(before, words, strict=True)) if old != new]


def _by_ftfy(words: list[str]) -> Proposals:
    if not any(not word.isascii() and possible_readers(word) for word in words):
        return {}
    line = "".join(words)
    read = read_by_ftfy(line)
    if read == line:
        return {}
    afters = words_of(read)
    if len(afters) != len(words) or afters[1::2] != words[1::2]:
        # ftfy took a space for the lost half of "à". Word by word it has none to take.
        afters = [word if word.isascii() else read_by_ftfy(word) for word in words]
    return {
        place: (after, "windows-1252")
        for place, (before, after) in enumerate(zip(words, afters, strict=True))
        if before != after and is_plausible(before, after) and not _is_doubtful(before, after)
    }


def _is_doubtful(before: str, after: str) -> bool:
    """Whether another encoding may have been it; of the two, windows-1252 is by far the commoner."""
    name = common_codec_of(before, after)
    if name is None and cuts_a_run(before, after):
        return True
    return name not in ("windows-1252", "iso-8859-1") and is_rivalled(before, after)


def _by_controls(words: list[str]) -> Proposals:
    """C1 controls that are the windows-1252 signs of the same number."""
    if not C1.search("".join(words)):
        return {}
    return {
        place: (after, "windows-1252") for place, word in enumerate(words) if (after := without_controls(word)) != word
    }
