"""Addresses: made absolute, and none that a browser would run."""

from __future__ import annotations

import pytest

from newsclean import Embed, Figure, extract
from newsclean.addresses import resolver

PROSE = "The harbour office counted forty boats on Monday, and the keeper wrote each of them into the long book. " * 3


@pytest.mark.parametrize("base", ["https://news.example?id=3", "https://news.example#top"])
def test_a_host_ends_before_a_query_or_a_fragment(base: str) -> None:
    assert resolver(base)("/a") == "https://news.example/a"


@pytest.mark.parametrize("url", [None, "https://news.example/boats/"])
@pytest.mark.parametrize(
    "address",
    ["javascript:go(1)", " JavaScript:go(1)", "java&#10;script:go(1)", "java&#1;script:go(1)",
     "&#160;javascript:go(1)", "vbscript:go(1)", "data:text/html,go(1)", "DATA:text/html,go(1)"],
)  # fmt: skip
def test_no_address_that_a_browser_would_run_gets_into_the_article(address: str, url: str | None) -> None:
    page = (
        f'<head><meta property="og:image" content="{address}"><meta property="og:video" content="{address}"></head>'
        f"<body><article><h1>Boats counted in the harbour</h1><p>{PROSE}</p><img src='{address}' alt='Boats'>"
        f"<iframe src='{address}'></iframe><p>{PROSE}</p><blockquote class='twitter-tweet'>{PROSE}"
        f"<a href='{address}'>The harbour</a></blockquote><p>{PROSE}</p></article><section><h3>Related stories</h3>"
        f"<ul><li><a href='{address}'>The keeper of the long book retires</a></li>"
        "<li><a href='/pier'>The pier is open to all again</a></li></ul></section></body>"
    )
    article = extract(page, url=url)
    assert [link.text for link in article.related] == ["The pier is open to all again"]
    assert {type(block) for block in article.blocks} >= {Figure, Embed}
    for written in (article.to_json(), article.to_html(), article.to_markdown()):
        assert "go(1)" not in written
