"""The compiled function gives what walking the trees gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.forest import LEAVES, Cascade, Forest

FEATURES = 4
numbers = st.integers(-3, 3).map(float)


@st.composite
def trees(draw: st.DrawFn) -> dict[str, Any]:
    """A random binary tree with at most LEAVES leaves."""
    tree: dict[str, Any] = {"feature": [], "threshold": [], "left": [], "right": [], "leaf": []}

    def grow(leaves: int) -> int:
        if leaves == 1:
            tree["leaf"].append(draw(numbers))
            return -len(tree["leaf"])
        at = len(tree["feature"])
        tree["feature"].append(draw(st.integers(0, FEATURES - 1)))
        tree["threshold"].append(draw(numbers))
        for side in ("left", "right"):
            tree[side].append(0)
        under_left = draw(st.integers(1, leaves - 1))
        tree["left"][at], tree["right"][at] = grow(under_left), grow(leaves - under_left)
        return at

    grow(draw(st.integers(1, LEAVES)))
    return tree


def walked(tree: dict[str, Any], row: list[float]) -> float:
    node = 0 if tree["feature"] else -1
    while node >= 0:
        side = "left" if row[tree["feature"][node]] <= tree["threshold"][node] else "right"
        node = tree[side][node]
    return tree["leaf"][-1 - node]


rows = st.lists(st.lists(numbers, min_size=FEATURES, max_size=FEATURES), min_size=1, max_size=6)


@given(st.lists(trees(), min_size=1, max_size=5), rows)
def test_a_forest_is_the_sum_of_its_trees(forest: list[dict[str, Any]], rows: list[list[float]]) -> None:
    odds = Forest(forest).odds
    assert [odds(*row) for row in rows] == pytest.approx([sum(walked(tree, row) for tree in forest) for row in rows])


@given(st.lists(trees(), min_size=1, max_size=5), rows)
def test_whole_thresholds_change_no_sum_of_whole_numbers(
    forest: list[dict[str, Any]], rows: list[list[float]]
) -> None:
    halves = [{**tree, "threshold": [threshold + 0.5 for threshold in tree["threshold"]]} for tree in forest]
    plain, whole = Forest(halves).odds, Forest(halves, whole=range(FEATURES)).odds
    numbers = [[int(number) for number in row] for row in rows]
    assert [whole(*row) for row in numbers] == [plain(*row) for row in numbers]


def test_no_rows_have_no_probabilities() -> None:
    leaf = {"feature": [], "threshold": [], "left": [], "right": [], "leaf": [1.0]}
    assert Cascade([leaf]).probabilities([], 0) == []


def test_a_tree_with_too_many_leaves_is_refused() -> None:
    chain = {
        "feature": [0] * LEAVES,
        "threshold": [float(i) for i in range(LEAVES)],
        "left": [-1 - i for i in range(LEAVES)],
        "right": [*range(1, LEAVES), -1 - LEAVES],
        "leaf": [0.0] * (LEAVES + 1),
    }
    with pytest.raises(ValueError, match="leaves"):
        Forest([chain])


def test_a_cascade_keeps_the_side_of_a_settled_row() -> None:
    stump = {"feature": [0], "threshold": [0.5], "left": [-1], "right": [-2], "leaf": [-3.0, 3.0]}
    cascade = Cascade([stump], first=1)
    low, high = cascade.probabilities([[0.0, 1.0]], 2)
    assert low < 0.1
    assert high > 0.9
