"""Signs that stand for one of two bytes: "Š" is a letter of iso-8859-15, and what a clean-up made of byte 0x8A.

In UTF-8 both are bytes within a character, so each character of a run has its few alternatives, whatever the others
are. Which of them was meant the rest of the line tells: its language writes the one and not the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from operator import attrgetter
from typing import NamedTuple

from newsclean.mojibake.likelihood import costs_by_language, language_facts, script_of

Slot = tuple[str, ...]  # what may have stood in one place, each a character


class Chosen(NamedTuple):
    """The likeliest character for each slot; `is_sure` where each is so by far."""

    text: str
    is_sure: bool


def alternatives(run: str, own: Mapping[int, int], signs: Mapping[int, int]) -> tuple[Slot, ...] | None:
    """A slot for each character that a run of UTF-8 may have been before it was misread; None where it is none.

    Args:
        run: characters beyond ASCII.
        own: their bytes, as letters of the encoding.
        signs: their bytes, as the windows-1252 signs of what the encoding leaves undefined.

    >>> alternatives("Ã\u017d", {0xC3: 0xC3, 0x17D: 0xB4}, {0xC3: 0xC3, 0x17D: 0x8E})
    (('ô', 'Î'),)
    """
    known: dict[str, Slot] = {}  # a long run is made of few characters
    slots: list[Slot] = []
    position = 0
    while position < len(run):
        lead = own.get(ord(run[position]), 0)
        length = 2 if 0xC2 <= lead < 0xE0 else 3 if 0xE0 <= lead < 0xF0 else 4 if 0xF0 <= lead < 0xF5 else 0
        group = run[position : position + length]
        if not length or len(group) != length:
            return None
        slot = known.get(group)
        if slot is None:
            slot = known[group] = _slot(lead, group[1:], own, signs)
        if not slot:
            return None
        slots.append(slot)
        position += length
    return tuple(slots)


def _slot(lead: int, rest: str, own: Mapping[int, int], signs: Mapping[int, int]) -> Slot:
    options = [dict.fromkeys(byte for table in (own, signs) if (byte := table.get(ord(it)))) for it in rest]
    return tuple(text for data in product(*options) if (text := _decoded(lead, data)))


def _decoded(lead: int, continuation: Sequence[int]) -> str:
    try:
        return bytes((lead, *continuation)).decode()
    except UnicodeDecodeError:
        return ""


def chosen(slots: Sequence[Slot]) -> Chosen:
    """The likeliest characters of a line, which one language writes.

    >>> chosen((("m",), ("a",), ("ž", "ş"), ("u",), (" ",), ("ū",))).text
    'mažu ū'
    """
    if all(len(slot) == 1 for slot in slots):
        return Chosen("".join(slot[0] for slot in slots), is_sure=True)
    open_slots = _open_slots(slots)
    script = _script_of(slots)
    languages = _totals(Counter(slot[0] for slot in slots if len(slot) == 1 and slot[0] > "\x7f"), script)
    margin = float(language_facts()["belief"]["run_margin"])
    readings = []
    for number, total in enumerate(languages):
        picks = {place: _pick(*place, script)[number] for place in open_slots}
        readings.append(_Reading(picks, total + sum(picks[place].cost * count for place, count in open_slots.items())))
    best = min(readings, key=attrgetter("cost"))
    characters = best.characters()
    is_sure = min(pick.margin for pick in best.picks.values()) >= margin and all(
        other.characters() == characters for other in readings if other.cost - best.cost < margin
    )
    text = (slot[0] if len(slot) == 1 else characters[place] for slot, place in zip(slots, _places(slots), strict=True))
    return Chosen("".join(text), is_sure)


class _Pick(NamedTuple):
    """The likeliest character of a slot in a language, and by how much it is."""

    character: str
    cost: float
    margin: float


_Place = tuple[Slot, bool]  # and whether a small letter stands before it


class _Reading(NamedTuple):
    """What a language makes of the open slots, and what the whole line costs in it."""

    picks: dict[_Place, _Pick]
    cost: float

    def characters(self) -> dict[_Place, str]:
        return {place: pick.character for place, pick in self.picks.items()}


def _places(slots: Sequence[Slot]) -> Iterator[_Place]:
    left: Slot = ("",)
    for slot in slots:
        yield slot, all(map(str.islower, left))
        left = slot


def _open_slots(slots: Sequence[Slot]) -> Counter[_Place]:
    return Counter(place for place in _places(slots) if len(place[0]) > 1)


def _script_of(slots: Sequence[Slot]) -> str:
    """The script of most of their letters."""
    counts: Counter[str] = Counter()
    for slot, count in Counter(slots).items():
        for script in {script_of(it) for it in slot if it > "\x7f"}.difference({""}):
            counts[script] += count
    return max(sorted(counts), key=counts.__getitem__, default="")


def _totals(characters: Mapping[str, int], script: str) -> list[float]:
    """What they cost in each language of a script."""
    totals = [0.0] * len(costs_by_language("…", script))
    for character, count in characters.items():
        for number, cost in enumerate(costs_by_language(character, script)):
            totals[number] += cost * count
    return totals


@lru_cache(maxsize=8192)
def _pick(slot: Slot, is_within: bool, script: str) -> tuple[_Pick, ...]:
    """The likeliest of a slot in each language of a script; no capital stands behind a small letter."""
    within = float(language_facts()["costs"]["capital_within"])
    extra = {it: within * (is_within and it.isupper()) for it in slot}
    picks = []
    for costs in zip(*(costs_by_language(it, script) for it in slot), strict=True):
        best, second = sorted((cost + extra[it], it) for it, cost in zip(slot, costs, strict=True))[:2]
        picks.append(_Pick(best[1], best[0], second[0] - best[0]))
    return tuple(picks)
