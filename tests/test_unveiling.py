"""A story that a script is to show is found; a hidden dialogue stays hidden."""

from __future__ import annotations

from newsclean.reading import read

PROSE = "The ferry to Norholm left an hour late on Monday because two of its crew were ill, the harbour office said. "


STORY = "".join(f"<p>On day {day}: {PROSE * 2}</p>" for day in range(6))


def hidden_blocks(page: str) -> int:
    return sum(block.hidden for block in read(page).layout.blocks)


def test_a_hidden_story_is_unveiled() -> None:
    page = f"<h1>Ferry late</h1><div style='display:none'>{STORY}</div>"
    assert hidden_blocks(page) == 0


def test_a_hidden_dialogue_beside_a_story_stays_hidden() -> None:
    page = f"<h1>Ferry late</h1>{STORY}<div hidden><p>{PROSE}</p></div>"
    assert hidden_blocks(page) == 1
