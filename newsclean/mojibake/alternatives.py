"""Signs that stand for one of two bytes: "Š" is a letter of iso-8859-15, and what a clean-up made of byte 0x8A.

In UTF-8 both are bytes within a character, so each character of a run has its few alternatives, whatever the others
are. Which of them was meant the rest of the line tells: its language writes the one and not the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product
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
    slots: list[Slot] = []
    position = 0
    while position < len(run):
        lead = own.get(ord(run[position]), 0)
        length = 2 if 0xC2 <= lead < 0xE0 else 3 if 0xE0 <= lead < 0xF0 else 4 if 0xF0 <= lead < 0xF5 else 0
        rest = run[position + 1 : position + length]
        if not length or len(rest) != length - 1:
            return None
        options = [dict.fromkeys(byte for table in (own, signs) if (byte := table.get(ord(it)))) for it in rest]
        slot = tuple(text for data in product(*options) if (text := _decoded(lead, data)))
        if not slot:
            return None
        slots.append(slot)
        position += length
    return tuple(slots)


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
    scripts = Counter(script_of(it) for slot in slots for it in slot if it > "\x7f")
    scripts.pop("", None)
    script = max(sorted(scripts), key=scripts.__getitem__, default="")
    margin = float(language_facts()["belief"]["run_margin"])
    languages = range(len(costs_by_language("…", script)))
    readings = [_in_language(slots, script, number) for number in languages]
    best = min(readings, key=_cost)
    is_sure = best.margin >= margin and all(it.text == best.text for it in readings if it.cost - best.cost < margin)
    return Chosen(best.text, is_sure)


class _InLanguage(NamedTuple):
    text: str
    cost: float
    margin: float  # by which the least sure of its characters is likelier than another


def _cost(reading: _InLanguage) -> float:
    return reading.cost


def _in_language(slots: Sequence[Slot], script: str, number: int) -> _InLanguage:
    """The likeliest characters in one of the languages of a script."""
    within = float(language_facts()["costs"]["capital_within"])
    text = []
    total, margin = 0.0, float("inf")
    left = ""
    for slot in slots:
        if slot[0] > "\x7f":
            costs = sorted(
                (costs_by_language(it, script)[number] + within * (left.islower() and it.isupper()), it) for it in slot
            )
            total += costs[0][0]
            left = costs[0][1]
            if len(costs) > 1:
                margin = min(margin, costs[1][0] - costs[0][0])
        else:
            left = slot[0]
        text.append(left)
    return _InLanguage("".join(text), total, margin)
