"""From gold text to block labels."""

from __future__ import annotations

from newsclean.fitting.align import align, align_segments
from newsclean.tree import parse
from newsclean.walk import walk

GOLD = "The ferry to Norholm left late.\n\nTwo of its crew were ill.\n\nWhy?"


def labels(html: str, gold: str = GOLD) -> dict[str, list[bool]]:
    blocks = walk(parse(html).root).blocks
    found: dict[str, list[bool]] = {}
    for index, label in align(blocks, gold).items():
        found.setdefault(blocks[index].text, []).append(label)
    return found


def test_blocks_of_the_gold_are_told_from_the_rest() -> None:
    found = labels("<nav>Home</nav><p>The ferry to Norholm left late.<p>Why?<p>Two of its crew were ill.<p>Read more")
    assert found == {
        "Home": [False],
        "The ferry to Norholm left late.": [True],
        "Why?": [True],
        "Two of its crew were ill.": [True],
        "Read more": [False],
    }


def test_a_teaser_with_the_words_of_the_story_is_not_the_story() -> None:
    story = "<p>The ferry to Norholm left late.<p>Two of its crew were ill.<p>Why?"
    found = labels(f"<div>The ferry to Norholm left late.</div>{'<nav>Elsewhere today</nav>' * 6}<article>{story}")
    assert found["The ferry to Norholm left late."] == [False, True]


def test_segments_label_only_what_they_name() -> None:
    blocks = walk(parse("<p>The ferry left late.<p>Subscribe now<p>Unknown").root).blocks
    assert align_segments(blocks, ["ferry left"], ["Subscribe"]) == {0: True, 1: False}
