"""Letters that lost a byte: what the encoding leaves open, the other letters of the line decide.

"mĆ�ste" of windows-1257 was "máste" or "måste", the only two whose bytes it loses; beside "ä" and "ö" it is Swedish.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from newsclean.charsets import codec_of, decode_as, index, is_single_byte
from newsclean.mojibake.likelihood import cost_of_capitals, is_of_one_script, language_facts, strangeness
from newsclean.mojibake.lost_signs import REPLACEMENT, Proposals
from newsclean.mojibake.plausibility import is_news_character
from newsclean.mojibake.runs import BEYOND_ASCII, beyond_ascii
from newsclean.mojibake.tables import bytes_by_character

_MOST_READINGS = 64  # of a word
_MOST_LOST = 3  # bytes of a run
_CONTROL = re.compile("[\x80-\x9f]")
_LOSS = re.compile(f"{REPLACEMENT}+")  # browsers and Python count lost bytes differently
# A byte of two is lost, or both; of a letter of Latin or a sign.
_ONE_LOST = [bytes([byte]) for byte in range(0x80, 0x100)]
_TWO_LOST = [bytes([lead, byte]) for lead in (0xC3, 0xC4, 0xC5) for byte in range(0x80, 0xC0)] + [b"\xe2\x80"]


class _Reading(NamedTuple):
    """What a word may have been, and what it costs to believe so, its letters apart."""

    text: str
    name: str
    cost: float = 0.0


def by_letters_left(words: list[str], given: list[str], names: Sequence[str]) -> Proposals:
    """Place in `words` -> what stood there and the encoding, one of `names`, that it was misread in.

    `given` are the words before anything was read, of which a part may have been.
    """
    lossy = [place for place, word in enumerate(words) if REPLACEMENT in word]
    if not lossy:
        return {}
    sound = Counter(beyond_ascii("".join(word for word in words if REPLACEMENT not in word)))
    found: Proposals = {}
    for place in lossy:
        behind = "".join(words[place + 1 : place + 2])[:1]
        word = given[place] if REPLACEMENT in given[place] else words[place]
        readings = [reading for name in names for reading in _readings(word, behind, name)]
        best = _likeliest([reading for reading in readings if is_of_one_script(reading.text)], sound)
        if best:
            found[place] = (best.text, best.name)
    return found


def _likeliest(readings: list[_Reading], sound: Counter[str]) -> _Reading | None:
    """The reading that is likelier than any other by far, if its letters are those of the line's language."""
    costs = {
        reading.text: (strangeness(sound + Counter(beyond_ascii(reading.text))) + cost_of_capitals(reading.text), reading)
        for reading in sorted(readings, key=lambda reading: -reading.cost)
    }
    (cost, best), *others = sorted(costs.values(), key=lambda it: it[0] + it[1].cost) or [(math.inf, None)]
    if best is None or cost - strangeness(sound) >= len(beyond_ascii(best.text)) * _costs()["strange_letter"]:
        return None
    rival = min((cost + reading.cost for cost, reading in others), default=math.inf)
    return best if rival - cost - best.cost >= language_facts()["belief"]["run_margin"] else None


def _costs() -> dict[str, float]:
    costs: dict[str, float] = language_facts()["costs"]
    return costs


@lru_cache(maxsize=4096)
def _readings(word: str, behind: str, name: str) -> tuple[_Reading, ...]:
    """What a word may have been, `behind` the character after it."""
    pieces: list[tuple[tuple[str, float], ...]] = []
    position = 0
    for run in BEYOND_ASCII.finditer(word):
        read = _of_single_bytes if is_single_byte(name) else _of_two_bytes
        texts = dict(islice(read(run.group(), word[run.end() :][:1] or behind, name), _MOST_READINGS))
        pieces += [((word[position : run.start()], 0.0),), tuple(texts.items())]
        position = run.end()
    pieces.append(((word[position:], 0.0),))
    return tuple(
        _Reading("".join(text for text, _ in those), name, sum(cost for _, cost in those))
        for those in islice(product(*pieces), _MOST_READINGS)
    )


def _of_single_bytes(run: str, _: str, name: str) -> Iterator[tuple[str, float]]:
    shown = index(name)
    holes = [(byte, 0.0) for byte in range(0xA0, 0x100) if shown[byte] == REPLACEMENT]
    if not _CONTROL.search(run):
        cost = _costs()["lost_control"]
        holes += [(byte, cost) for byte in range(0x80, 0xA0) if _CONTROL.match(shown[byte])]
    table = bytes_by_character(name)
    if run.count(REPLACEMENT) > _MOST_LOST or any(it not in table for it in run if it != REPLACEMENT):
        return
    for those in product(*(holes if it == REPLACEMENT else [(table[it], 0.0)] for it in run)):
        for text in _decoded(bytes(byte for byte, _ in those)):
            yield text, sum(cost for _, cost in those)


def _of_two_bytes(run: str, behind: str, name: str) -> Iterator[tuple[str, float]]:
    parts = _LOSS.split(run)
    if len(parts) > 2:
        return
    try:
        known = [part.encode(codec_of(name)) for part in parts]
    except UnicodeEncodeError:
        return
    for lost in (*_ONE_LOST, *_TWO_LOST) if len(parts) > 1 else (b"",):
        for text in _decoded(lost.join(known)):
            shown = decode_as(f"{text}{behind}".encode(), name)
            if _LOSS.sub(REPLACEMENT, shown) == _LOSS.sub(REPLACEMENT, run) + behind:
                yield text, 0.0


def _decoded(data: bytes) -> Iterator[str]:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    if all(map(is_news_character, text)):
        yield text
