"""The box at the end of a story that asks to pay for the rest of it."""

from __future__ import annotations

import pytest

from newsclean import extract
from tests.test_rules import HEAD, PROSE, STORY

BOXES = (
    "<h3>Keep reading for $1</h3><p>Already a subscriber? <a href='/l'>Log in</a></p><p>Cancel anytime.</p>",
    "<h3>Create a free account to continue</h3><p>Enter your email to keep reading this story and many others.</p>",
    "<h3>Unlock this article</h3><p>Only two crowns for four weeks, then nine a month. Cancel anytime.</p>",
    "<h3>The rest of this story is for subscribers.</h3>",
    "<h3>You've reached your free article limit</h3><p>Subscribe for unlimited access from two crowns a week.</p>",
    "<b>Weiterlesen mit Mond+</b><p>Sie haben bereits ein Abo? <a href='/l'>Anmelden</a></p><p>Nur 0,99 Euro.</p>",
)


@pytest.mark.parametrize("box", BOXES)
def test_a_box_that_asks_to_pay_is_no_story_and_tells_that_it_is_cut_off(box: str) -> None:
    article = extract(f"<main><article>{HEAD}{STORY}<div class='x9'>{box}</div></article></main>")
    assert [block.text for block in article.blocks] == list(PROSE)
    assert (article.truncated, article.access) == (True, "locked")


@pytest.mark.parametrize("bar", ["<a href='/s'>Subscribe</a> <a href='/l'>Log in</a>", "Already a subscriber? Log in"])
def test_a_bar_above_the_story_says_nothing_of_it(bar: str) -> None:
    article = extract(f"<header><div>{bar}</div></header><main><article>{HEAD}{STORY}</article></main>")
    assert (article.truncated, article.access) == (False, "unknown")
