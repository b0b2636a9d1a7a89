"""Lines in or below a story that their words give away."""

from __future__ import annotations

import pytest

from newsclean import extract
from tests.test_rules import HEAD, PROSE

ANYWHERE = (
    "Story continues below this ad",
    "Back to top",
    "Next article",
    "Loading...",
    "View gallery",
    "Photo: Ida Brask",
    "(Photo by Ida Brask/Getty Images)",
    "Published: 12 Mar 2031 08:15",
    "Last Updated: 12 Mar 2031 08:15 IST",
    "Updated 3 hours ago",
    "Join our WhatsApp Channel for the latest from the quay.",
    "Copyright © 2031 Norholm Gazette",
    "This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.",
)
AT_END = (
    "The post Norholm ferry sails again appeared first on Norholm Gazette.",
    "Der Beitrag Die Fähre fährt wieder erschien zuerst auf Norholmer Bote.",
    "La entrada El barco vuelve se publicó primero en Gaceta de Norholm.",
    "L’articolo Il traghetto riparte proviene da Gazzetta di Norholm.",
    "This article was originally published by the Vester Mail. Read the original article.",
    "(Except for the headline, this story has not been edited by the staff of the Gazette.)",
    "Copyright 2031 Vester Wire. All rights reserved. This material may not be published, broadcast or redistributed.",
    "Bo Lind is a staff writer at the Norholm Gazette. Follow him on Twitter @bolind or drop in at the office.",
    "Bo Lind can be reached at bo.lind@gazette.example.",
    "If you can, please consider supporting us with just two crowns a month. It takes less than a minute.",
    "Tags: ferry, harbour",
    "12 March 2031",
    "###",
    "—30—",
    "ENDS",
)
STORY = (
    "Get up at five, the harbour master says, and you will see the ferry come in without a light on it.",
    "“Follow him on the quay and he will show you,” said the cook, who has never been seen outside of her galley.",
    "Contact between the two boats was lost at noon, and nobody on the quay knew what had become of them.",
    "The post was the first that appeared on the island, and the postman came on the first boat with it.",
    "Yes.",
    "Published in 1987, the timetable is still the one that the harbour office hands out to visitors.",
)


def kept(line: str, at: int) -> bool:
    paragraphs = [f"<p>{text}</p>" for text in PROSE]
    paragraphs.insert(at, f"<p>{line}</p>")
    article = extract(f"<main><article>{HEAD}{''.join(paragraphs)}</article></main>")
    assert [block.text for block in article.blocks if block.text in PROSE] == list(PROSE)
    return line in article.text


@pytest.mark.parametrize("line", ANYWHERE)
def test_some_lines_are_no_story_wherever_they_stand(line: str) -> None:
    assert not kept(line, 2)
    assert not kept(line, 3)


@pytest.mark.parametrize("line", AT_END)
def test_others_are_none_at_its_end(line: str) -> None:
    assert not kept(line, 3)


@pytest.mark.parametrize("line", STORY)
def test_sentences_that_only_look_alike_stay(line: str) -> None:
    assert kept(line, 2)
