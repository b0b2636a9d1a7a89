"""The shipped weights fit the features of this version."""

from __future__ import annotations

import pytest

from newsclean import features
from newsclean.errors import BrokenData
from newsclean.reading import read
from newsclean.scoring import candidates, forest_from, score, weights

PROSE = "The ferry to Norholm left an hour late on Monday because two of its crew were ill, the harbour office said. "
PAGE = f"<nav><a href=/>Home</a></nav><article><h1>Ferry late</h1><p>{PROSE * 3}</p><p>{PROSE * 2}</p></article>"


def test_the_shipped_weights_load() -> None:
    assert weights() is weights()


def test_weights_of_other_features_are_refused() -> None:
    with pytest.raises(BrokenData, match="make fit"):
        forest_from({"features": ["length"], "trees": []})


def test_prose_scores_high_and_a_menu_is_no_candidate() -> None:
    reading = read(PAGE)
    scores = score(reading.layout, reading.measures, reading.clues)
    by_text = {reading.layout.blocks[i].text[:9]: probability for i, probability in scores.items()}
    assert by_text["The ferry"] > 0.5
    assert "Home" not in by_text


def test_each_name_has_a_column_of_one_number_a_block() -> None:
    reading = read(PAGE)
    wanted = candidates(reading.layout, reading.measures)
    columns = features.PageFeatures(reading.layout, reading.measures, reading.clues).columns(wanted)
    assert len(columns) == len(features.NAMES) == len(set(features.NAMES))
    assert {len(column) for column in columns} == {len(wanted)}


def test_a_widget_and_a_sponsored_box_differ_by_the_size_that_the_trees_split_at() -> None:
    boxes = "".join(f'<div class="{name}">Ferry late again</div>' for name in ("plain", "sponsored", "widget"))
    reading = read(boxes)
    every = range(len(reading.layout.blocks))
    columns = features.PageFeatures(reading.layout, reading.measures, reading.clues).columns(every)
    assert columns[features.NAMES.index("near_sponsored")] == [0, 65_536, 131_072]
