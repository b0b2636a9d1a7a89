"""How strange a text is: what its characters beyond ASCII cost, in nats, where the likeliest language writes them.

Mojibake is two or three improbable characters for each probable one, so the right reading of a line costs least; and a
reading in an encoding that is close to the right one yields letters that no one language has together.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache

from newsclean.charset_detector import common_characters
from newsclean.data_files import Table, from_toml, having
from newsclean.mojibake.plausibility import is_news_character

_LATIN = "Latin"
_WIDE = "wide"


@cache
def language_facts() -> Table:
    """The contents of newsclean/data/mojibake_languages.toml."""
    return from_toml("mojibake_languages.toml", having("alphabets", "signs", "blocks", "costs", "belief"))


def strangeness(counts: Mapping[str, int]) -> float:
    """What characters cost that occur so often, ASCII left out.

    >>> strangeness({"é": 1}) < strangeness({"Ã": 1, "©": 1})
    True
    """
    total = 0.0
    by_script: dict[str, list[tuple[str, int]]] = {}
    for character, count in counts.items():
        if character < "\x80":
            continue
        script, cost = _kind(character)
        total += cost * count
        if script:
            by_script.setdefault(script, []).append((character, count))
    total += sum(_in_its_language(script, letters) for script, letters in by_script.items())
    others = len(by_script) - (_LATIN in by_script)
    return total + max(0, others - 1) * float(language_facts()["costs"]["another_script"])


def _in_its_language(script: str, letters: list[tuple[str, int]]) -> float:
    if script not in _alphabets():
        return 0.0
    return min(map(sum, zip(*(_in_each_language(script, letter, count) for letter, count in letters), strict=True)))


def script_of(character: str) -> str:
    """The script of a letter beyond ASCII, "" for a sign.

    >>> script_of("é"), script_of("…")
    ('Latin', '')
    """
    return _kind(character)[0]


def costs_by_language(character: str, script: str) -> tuple[float, ...]:
    """What a character costs in each language that writes with a script, in the order of the data.

    >>> costs = costs_by_language("ß", "Latin")
    >>> min(costs) < max(costs), costs_by_language("…", "Greek") == costs_by_language("…", "Hebrew")
    (True, True)
    """
    own, cost = _kind(character)
    if own in _alphabets():
        if own == script:
            return _in_each_language(script, character, 1)
        cost += min(_in_each_language(own, character, 1)) + float(language_facts()["costs"]["another_script"])
    return (cost,) * len(_alphabets().get(script, "_"))


@lru_cache(maxsize=16384)
def _in_each_language(script: str, letter: str, count: int) -> tuple[float, ...]:
    costs = language_facts()["costs"]
    strange = float(costs["strange_letter"] + costs["capital"] * letter.isupper())
    return tuple(alphabet.get(letter, strange) * count for alphabet in _alphabets()[script])


@cache
def _alphabets() -> dict[str, tuple[dict[str, float], ...]]:
    return {
        script: tuple(_costs(letters) for letters in alphabets)
        for script, alphabets in language_facts()["alphabets"].items()
    }


def _costs(letters: str) -> dict[str, float]:
    # Letter frequencies fall off roughly as the inverse of the rank, flatter at the top.
    letters = "".join(dict.fromkeys(letters))
    norm = math.log(sum(1 / (rank + 4) for rank in range(len(letters))))
    costs = {letter: math.log(rank + 4) + norm + 0.7 for rank, letter in enumerate(letters)}
    capital = float(language_facts()["costs"]["capital"])
    capitals = {letter.upper(): cost + capital for letter, cost in costs.items() if len(letter.upper()) == 1}
    return capitals | costs


@cache
def _signs() -> dict[str, float]:
    signs: str = language_facts()["signs"]["usual"]
    return {sign: math.log(rank + 4) + 1.0 for rank, sign in enumerate(signs)}


@lru_cache(maxsize=8192)
def _kind(character: str) -> tuple[str, float]:
    """The script of a letter, "" for signs, and what it costs whatever the language."""
    costs = language_facts()["costs"]
    sign = _signs().get(character)
    if sign is not None:
        return "", sign
    if not is_news_character(character):
        return "", costs["control"]
    for script, alphabets in _alphabets().items():
        if any(character in alphabet for alphabet in alphabets):
            return script, 0.0
    code_point = ord(character)
    for first, last in language_facts()["blocks"]["ranges"]:
        if first <= code_point <= last:
            return f"{first:X}", costs["block_letter"]
    if any(first <= code_point <= last for first, last in language_facts()["blocks"]["wide"]):
        return _WIDE, _wide_cost(character)
    if character.isalpha() and character < "\u0700":
        return _script_of(character), 0.0
    return "", costs["strange_sign"]


def _script_of(character: str) -> str:
    for script, last in ((_LATIN, "\u02ff"), ("Greek", "\u03ff"), ("Cyrillic", "\u052f"), ("Hebrew", "\u05ff")):
        if character <= last:
            return script
    return "Arabic"


def _wide_cost(character: str) -> float:
    costs = language_facts()["costs"]
    if "\u3000" <= character <= "\u30ff" or "\uff01" <= character <= "\uff60":
        return float(costs["kana"])
    return float(costs["common_wide"] if character in _common_wide() else costs["rare_wide"])


@cache
def _common_wide() -> frozenset[str]:
    return frozenset().union(*map(common_characters, ("gb18030", "big5", "shift_jis", "euc-kr")))


def cost_of_capitals(text: str) -> float:
    """What capitals between small letters cost.

    `GenÚve`, `volverÑ`: "è" and "á" read in an encoding that is close to the right one.

    >>> cost_of_capitals("GenÚve") > cost_of_capitals("GENÈVE")
    True
    """
    return float(language_facts()["costs"]["capital_within"]) * len(_capital_within().findall(text))


@cache
def _capital_within() -> re.Pattern[str]:
    letters = "".join("".join(language_facts()["alphabets"][script]) for script in (_LATIN, "Greek"))
    capitals = {capital for letter in letters if len(capital := letter.upper()) == 1 and capital != letter}
    small = "".join(sorted({letter for letter in letters if letter.islower()}))
    return re.compile(f"[a-z{small}][{''.join(sorted(capitals))}](?![A-Z])")


def fits_a_language(text: str) -> bool:
    """Whether one language writes with all the Latin letters of a text beyond ASCII.

    >>> fits_a_language("šesť už"), fits_a_language("šesť være")
    (True, False)
    """
    letters = {it.lower() for it in text if it > "\x7f" and _kind(it)[0] == _LATIN}
    # The last alphabet stands for foreign names in English.
    return any(letters.issubset(alphabet) for alphabet in language_facts()["alphabets"][_LATIN][:-1])


def scripts_of(text: str) -> frozenset[str]:
    """The scripts of its letters, and of what else belongs to one.

    >>> sorted(scripts_of("öğle")), sorted(scripts_of("жğle"))
    (['Latin'], ['Cyrillic', 'Latin'])
    """
    scripts = {_kind(it)[0] if it > "\x7f" else _LATIN * it.isalpha() for it in set(text)}
    return frozenset(scripts.difference({""}))
