"""Boosted trees, evaluated fast without a numeric library.

The method is QuickScorer (Lucchese et al., SIGIR 2015): each condition that fails rules out the leaves under its true
branch. All trees share one integer, 16 bits a tree, so that one `&` applies every failed condition of a feature; what
is left of each tree's bits names its leaf.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from math import exp
from operator import getitem
from typing import Any, NamedTuple

LEAVES = 16  # the most a tree may have: one bit each


class Condition(NamedTuple):
    """A node of a tree: rows whose number is over `threshold` cannot reach the leaves of `excludes`."""

    feature: int
    threshold: float
    excludes: int


class Forest:
    """A sum of trees as a function of a row of numbers.

    Args:
        trees: each `{"feature": [...], "threshold": [...], "left": [...], "right": [...], "leaf": [...]}`, node 0 the
            root; a child under zero is leaf `-1 - child`. A row goes left where its number is at most the threshold.

    >>> stump = {"feature": [0], "threshold": [0.5], "left": [-1], "right": [-2], "leaf": [-2.0, 2.0]}
    >>> Forest([stump]).raw([[0.0, 1.0]], 2)
    [-2.0, 2.0]
    """

    def __init__(self, trees: Sequence[Mapping[str, Any]]) -> None:
        self._leaves: list[dict[int, float]] = []
        conditions: list[tuple[int, Condition]] = []
        for number, tree in enumerate(trees):
            values, found = _read_tree(tree)
            self._leaves.append({1 << i: value for i, value in enumerate(values)})
            conditions += [(number, condition) for condition in found]
        self._width = len(trees) * LEAVES // 8
        self._all = (1 << (len(trees) * LEAVES)) - 1
        self._ones = sum(1 << (number * LEAVES) for number in range(len(trees)))
        tables = _tables(conditions, self._all)
        self._tables = [(feature, thresholds, [self._all, *masks]) for feature, thresholds, masks in tables]
        self.features = frozenset(condition.feature for _, condition in conditions)

    def raw(self, columns: Sequence[Sequence[float]], rows: int) -> list[float]:
        """The sum of the leaves that each row reaches: log odds.

        Args:
            columns: one a feature, one number a row.
            rows: how many there are.
        """
        certain, telling = self._all, []
        for table in self._tables if rows else ():
            feature, thresholds, masks = table
            column = columns[feature]
            least, most = bisect_left(thresholds, min(column)), bisect_left(thresholds, max(column))
            if least == most:  # the feature tells no two rows apart, as most do on one page
                certain &= masks[least]
            else:
                telling.append(table)
        alive = [certain] * rows
        for feature, thresholds, masks in telling:
            column = columns[feature]
            if len(thresholds) == 1:
                threshold, mask = thresholds[0], masks[1]
                alive = [bits & mask if x > threshold else bits for bits, x in zip(alive, column, strict=True)]
            else:
                failed = [bisect_left(thresholds, x) for x in column]
                alive = [bits & masks[at] for bits, at in zip(alive, failed, strict=True)]
        return [self._sum(bits) for bits in alive]

    def _sum(self, alive: int) -> float:
        first = alive ^ (alive & (alive - self._ones))  # the lowest bit left of each tree
        leaves = array("H", first.to_bytes(self._width, sys.byteorder))
        if sys.byteorder == "big":
            leaves.reverse()
        return sum(map(getitem, self._leaves, leaves))


class Cascade:
    """Boosted trees that stop early: where the first trees agree, the rest would not change their mind.

    Measured out of fold on 40,000 blocks: after 30 of 150 trees, three in four have log odds over 1.5 either way, and
    six of them change sides after that (0.02 % of the words).

    Args:
        trees: in the order they were fitted.
        first: how many of them every row sees.
        margin: log odds after those, either way, that settle a row.
    """

    def __init__(self, trees: Sequence[Mapping[str, Any]], first: int = 30, margin: float = 1.5) -> None:
        self._first, self._rest = Forest(trees[:first]), Forest(trees[first:])
        self._margin = margin
        self._outlook = min(len(trees) / first, 2.5) if len(trees) > first else 1.0

    def probabilities(self, columns: Sequence[Sequence[float]], rows: int) -> list[float]:
        """The probability of each row's being positive; that of a row settled early is an outlook.

        Args:
            columns: one a feature, one number a row.
            rows: how many there are.
        """
        raw = self._first.raw(columns, rows)
        margin = self._margin
        open_rows = [row for row, odds in enumerate(raw) if -margin < odds < margin]
        known = [odds * self._outlook for odds in raw]
        if open_rows:
            used = self._rest.features
            left = [[column[row] for row in open_rows] if k in used else () for k, column in enumerate(columns)]
            for row, rest in zip(open_rows, self._rest.raw(left, len(open_rows)), strict=True):
                known[row] = raw[row] + rest
        return [1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds)))) for odds in known]


def _read_tree(tree: Mapping[str, Any]) -> tuple[list[float], list[Condition]]:
    """The leaves of a tree from left to right, and its conditions."""
    if not tree["feature"]:
        return [float(tree["leaf"][0])], []
    values: list[float] = []
    conditions: list[Condition] = []

    def visit(node: int) -> None:
        if node < 0:
            values.append(float(tree["leaf"][-1 - node]))
            return
        first = len(values)
        visit(tree["left"][node])
        under_left = sum(1 << leaf for leaf in range(first, len(values)))
        conditions.append(Condition(tree["feature"][node], float(tree["threshold"][node]), under_left))
        visit(tree["right"][node])

    visit(0)
    if len(values) > LEAVES:
        raise ValueError(f"a tree has {len(values)} leaves; at most {LEAVES} fit")
    return values, conditions


def _tables(conditions: Sequence[tuple[int, Condition]], everything: int) -> list[tuple[int, list[float], list[int]]]:
    """For each feature its thresholds in order, and what is left alive once so many of them are passed."""
    by_feature: dict[int, dict[float, int]] = {}
    for number, condition in conditions:
        masks = by_feature.setdefault(condition.feature, {})
        alive = masks.get(condition.threshold, everything)
        masks[condition.threshold] = alive & ~(condition.excludes << (number * LEAVES))
    tables = []
    for feature, masks in sorted(by_feature.items()):
        thresholds = sorted(masks)
        left, passed = everything, []
        for threshold in thresholds:
            left &= masks[threshold]
            passed.append(left)
        tables.append((feature, thresholds, passed))
    return tables
