"""The weights of flattened text: plain numbers in `newsclean/data/text_weights.json`, with their features' names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from newsclean.data_files import from_json
from newsclean.errors import BrokenData
from newsclean.forest import Cascade
from newsclean.plaintext import headline_features, line_features, second_features
from newsclean.plaintext.line_scoring import LineWeights


@cache
def shipped_weights() -> LineWeights:
    """The shipped weights. Raises `BrokenData` where they were fitted on other features than these."""
    return from_json("text_weights.json", weights_from)


def weights_from(table: Mapping[str, Any]) -> LineWeights:
    """The forests from the content of a weights file."""
    known = (line_features.names(), second_features.names(), headline_features.names())
    fitted = tuple(tuple(table.get(key, ())) for key in ("features", "second_features", "headline_features"))
    if fitted != known:
        raise BrokenData("text_weights.json was fitted on other features than this version computes; run make fit")
    whole = (line_features.WHOLE, second_features.WHOLE, headline_features.WHOLE)
    first, second, headline = (
        Cascade(table[key], whole=[place for place, name in enumerate(names) if name in whole_names])
        for key, names, whole_names in zip(("trees", "second_trees", "headline_trees"), known, whole, strict=True)
    )
    return LineWeights(first, table["words"], second, headline)
