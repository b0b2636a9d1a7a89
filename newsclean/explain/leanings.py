"""Which features moved a block's score, and how far.

Each tree sends a block down one path. At every fork the mean of the page's blocks under it changes, and the change is
put down to the feature that is asked there (Saabas, "Interpreting random forests", 2014). What all features moved adds
up to the block's log odds less the mean of the page. The model itself stops after its first trees where they agree, so
a score can stand nearer to 0.5 than the leanings say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from newsclean.data_files import from_json
from newsclean.features import NAMES

MOST = 6
LEAST = 0.05  # log odds not worth a word

Row = Sequence[float]


def leanings(rows: Sequence[Row]) -> list[list[tuple[str, float]]]:
    """Of each row the names of the features that moved it most, and by how many log odds, the strongest first."""
    named = []
    for moved in moves(rows):
        strongest = sorted(moved.items(), key=lambda item: -abs(item[1]))[:MOST]
        named.append([(NAMES[feature], round(odds, 3)) for feature, odds in strongest if abs(odds) >= LEAST])
    return named


def moves(rows: Sequence[Row]) -> list[dict[int, float]]:
    """Of each row by how many log odds each feature moved it, by the feature's number."""
    moved: list[dict[int, float]] = [defaultdict(float) for _ in rows]
    if rows:
        for tree in _trees():
            _descend(tree, rows, moved)
    return moved


@cache
def _trees() -> tuple[Mapping[str, Any], ...]:
    return from_json("weights.json", lambda table: tuple(table["trees"]))


def _descend(tree: Mapping[str, Any], rows: Sequence[Row], moved: list[dict[int, float]]) -> None:
    """Add what one tree moved."""
    if not tree["feature"]:
        return
    leaf, left, right = tree["leaf"], tree["left"], tree["right"]
    here: dict[int, list[int]] = {0: list(range(len(rows)))}
    order = [0]
    for node in order:  # grows while it is read: parents before their children
        feature, threshold = tree["feature"][node], tree["threshold"][node]
        for child, goes_left in ((left[node], True), (right[node], False)):
            here[child] = [k for k in here[node] if (rows[k][feature] <= threshold) is goes_left]
            if child >= 0:
                order.append(child)
    total = {child: leaf[-1 - child] * len(some) for child, some in here.items() if child < 0}
    for node in reversed(order):
        total[node] = total[left[node]] + total[right[node]]
    mean = {node: total[node] / len(some) for node, some in here.items() if some}
    for node in order:
        for child in (left[node], right[node]):
            step = mean[child] - mean[node] if here[child] else 0.0
            for k in here[child] if step else ():
                moved[k][tree["feature"][node]] += step
