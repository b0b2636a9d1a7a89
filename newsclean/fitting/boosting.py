"""Gradient-boosted trees over the examples, as plain numbers for `newsclean.forest`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newsclean import features
from newsclean.errors import MissingExtra
from newsclean.fitting.examples import Example
from newsclean.forest import LEAVES

SETTINGS: Mapping[str, Any] = {
    "objective": "binary", "num_leaves": LEAVES, "learning_rate": 0.1, "min_data_in_leaf": 100, "lambda_l2": 5.0,
    "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "max_bin": 127, "seed": 1, "verbose": -1,
    "deterministic": True, "force_row_wise": True, "num_threads": 1,
}  # fmt: skip
ROUNDS = 150
LONGEST = 80  # words of a block that count: a page is not its longest paragraph
BASE = 3  # words that every block counts for, so that short ones are learnt too
DIGITS = 6  # significant digits of a threshold or leaf


def fit(
    examples: Sequence[Example],
    settings: Mapping[str, Any] = SETTINGS,
    rounds: int = ROUNDS,
    names: Sequence[str] | None = None,
) -> dict[str, Any]:
    """Fit a labeller. The same examples give the same weights, bit for bit.

    Args:
        examples: rows and labels.
        settings: LightGBM's.
        rounds: the number of trees.
        names: of the rows' numbers; by default those of `newsclean.features`.

    Raises:
        MissingExtra: LightGBM is not installed.
    """
    try:
        import lightgbm
        import numpy
    except ImportError as error:
        raise MissingExtra('fitting needs LightGBM and NumPy: pip install "newsclean[fit]"') from error
    rows = numpy.array([row for example in examples for row in example.rows], dtype=numpy.float64)
    labels = numpy.array([label for example in examples for label in example.labels], dtype=numpy.float64)
    weights = numpy.array([weight for some in examples for weight in line_weights(some.words, some.gold_words)])
    booster = lightgbm.train(dict(settings), lightgbm.Dataset(rows, labels, weight=weights), rounds)
    return {
        "features": list(names or features.NAMES),
        "trees": [_plain(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]],
    }


def line_weights(words: Sequence[int], gold_words: int) -> list[float]:
    """What blocks or lines of so many words weigh: each page the same, each of its words the same."""
    return [100.0 * (min(count, LONGEST) + BASE) / (gold_words + 150) for count in words]


def _plain(structure: Mapping[str, Any]) -> dict[str, list[Any]]:
    """A LightGBM tree as the parallel lists that `Forest` reads."""
    tree: dict[str, list[Any]] = {"feature": [], "threshold": [], "left": [], "right": [], "leaf": []}

    def add(node: Mapping[str, Any]) -> int:
        if "leaf_value" in node:
            tree["leaf"].append(_rounded(node["leaf_value"]))
            return -len(tree["leaf"])
        at = len(tree["feature"])
        for name in ("left", "right"):
            tree[name].append(0)
        tree["feature"].append(int(node["split_feature"]))
        tree["threshold"].append(_rounded(node["threshold"]))
        tree["left"][at] = add(node["left_child"])
        tree["right"][at] = add(node["right_child"])
        return at

    add(structure)
    return tree


def _rounded(number: float) -> float:
    return float(f"{number:.{DIGITS}g}")
