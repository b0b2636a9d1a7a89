"""What tells an article from other pages with prose."""

from __future__ import annotations

import pytest

from newsclean import extract
from newsclean.article_odds import odds, signs_of_address

PROSE = "The kettle has two settings, and the lower one keeps the water warm while the upper one is taken apart. "
MENU = "".join(f"<li><a href='/{n}'>Chapter {n} of the manual</a></li>" for n in range(60))
PAGE = f"<ul>{MENU}</ul><main><h1>Settings</h1><p>{PROSE * 3}</p><pre>set warm 2</pre><p>{PROSE * 3}</p></main>"
STORY = f"<main><h1>A kettle with two settings</h1><p>By Jane Roe</p><p>3 May 2031</p><p>{PROSE * 6}</p></main>"


@pytest.mark.parametrize(
    "address",
    ["https://docs.kettle.example/settings", "https://kettle.example/en/reference/settings.html"],
)
def test_a_manual_is_no_article_and_keeps_its_text(address: str) -> None:
    page = extract(PAGE, url=address)
    assert (page.kind, page.reason) == ("other", "few signs of an article, and an address as of documentation")
    assert PROSE.strip() in page.text


def test_an_author_and_a_day_make_an_article_wherever_it_stands() -> None:
    page = f"<head><meta property='og:type' content='article'></head><body>{STORY}</body>"
    assert extract(page, url="https://kettle.example/forum/a-kettle-with-two-settings").kind == "article"


def test_a_page_without_an_address_is_judged_by_the_rest() -> None:
    assert extract(STORY).kind == "article"
    assert signs_of_address(None) == {"unaddressed": 1.0}
    assert signs_of_address("https://[broken/forum") == {}


def test_flattened_text_is_not_doubted() -> None:
    from newsclean import clean_text

    assert clean_text(f"Settings\n\n{PROSE * 3}\n\n{PROSE * 3}").kind == "article"


def test_every_sign_of_an_address_has_a_weight() -> None:
    address = "https://docs.kettle.example/forum/shop/blog/2031/a-kettle-with-two-settings"
    assert 0 < odds(signs_of_address(address)) < 1
    assert odds(signs_of_address("https://kettle.example")) < odds({})
