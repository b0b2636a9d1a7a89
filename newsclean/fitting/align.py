"""Which blocks of a page are its gold text: the labels to fit on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.blocks import Block

# scripts written without spaces count a character as a word
_WORD = re.compile(
    r"[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]"
    r"|[^\W\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]+"
)
SHARE = 0.6  # of a block's word triples that stand in the gold


def words(text: str) -> list[str]:
    """The words of a text, lower case.

    >>> words("The Bridge, 橋です")
    ['the', 'bridge', '橋', 'で', 'す']
    """
    return _WORD.findall(text.lower())


def align(blocks: Sequence[Block], gold: str) -> dict[int, bool]:
    """By block index, whether the block is part of the gold; blocks without a word are left out.

    A text that the page shows more often than the gold holds it (a teaser of the story on its own page) counts where
    most of its neighbours are gold.
    """
    gold_words = words(gold)
    triples = set(zip(gold_words, gold_words[1:], gold_words[2:], strict=False))
    lines = {" ".join(words(line)) for line in gold.split("\n")}
    spoken = {block.index: words(block.text) for block in blocks if block.text}
    labels = {i: _is_gold(found, triples, lines) for i, found in spoken.items() if found}
    return _each_once(labels, spoken, f" {' '.join(gold_words)} ")


def _is_gold(found: Sequence[str], triples: set[tuple[str, str, str]], lines: set[str]) -> bool:
    if len(found) < 3:
        return " ".join(found) in lines
    own = list(zip(found, found[1:], found[2:], strict=False))
    return sum(triple in triples for triple in own) > SHARE * len(own)


def _each_once(labels: dict[int, bool], spoken: dict[int, list[str]], gold: str) -> dict[int, bool]:
    order = list(labels)
    rank = {i: k for k, i in enumerate(order)}
    alike: dict[str, list[int]] = {}
    for i, is_gold in labels.items():
        if is_gold:
            alike.setdefault(" ".join(spoken[i]), []).append(i)
    kept = dict(labels)
    for text, places in alike.items():
        allowed = max(1, gold.count(f" {text} "))
        if len(places) > allowed:
            def gold_nearby(i: int, places: Sequence[int] = places) -> int:
                near = order[max(0, rank[i] - 4) : rank[i] + 5]
                return sum(min(8, len(spoken[j])) for j in near if labels[j] and j not in places)

            for i in sorted(places, key=gold_nearby, reverse=True)[allowed:]:
                kept[i] = False
    return kept


def align_segments(blocks: Sequence[Block], inside: Sequence[str], outside: Sequence[str]) -> dict[int, bool]:
    """By block index, what is known of a page whose gold is only segments; blocks without one are left out."""
    kept = [text for text in map(_flat, inside) if len(text) >= SHORTEST_SEGMENT]
    dropped = [text for text in map(_flat, outside) if len(text) >= SHORTEST_SEGMENT]
    labels: dict[int, bool] = {}
    for block in blocks:
        text = _flat(block.text)
        holds, holds_not = any(s in text for s in kept), any(s in text for s in dropped)
        if holds != holds_not:
            labels[block.index] = holds
    return labels


SHORTEST_SEGMENT = 4  # characters; shorter ones stand in too many blocks


def _flat(text: str) -> str:
    return " ".join(text.split())
