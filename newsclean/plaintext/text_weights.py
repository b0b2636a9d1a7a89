"""The weights of flattened text: plain numbers in `newsclean/data/text_weights.json`, with their features' names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from newsclean.errors import BrokenData
from newsclean.forest import Cascade
from newsclean.plaintext import headline_features, line_features


class LineWeights(NamedTuple):
    """The two forests: of story lines, and of headlines."""

    story: Cascade
    headline: Cascade


@cache
def shipped_weights() -> LineWeights:
    """The shipped weights. Raises `BrokenData` where they were fitted on other features than these."""
    return weights_from(json.loads(files("newsclean").joinpath("data/text_weights.json").read_text("utf-8")))


def weights_from(table: Mapping[str, Any]) -> LineWeights:
    """The forests from the content of a weights file."""
    known = (*line_features.names(), *headline_features.names())
    if (*table["features"], *table["headline_features"]) != known:
        raise BrokenData("text_weights.json was fitted on other features than this version computes; run make fit")
    return LineWeights(Cascade(table["trees"]), Cascade(table["headline_trees"]))
