from __future__ import annotations

import json
from typing import Any

import pytest

from newsclean import Options, extract

TITLE = "Ferry sinks off Norholm"
PROSE = "The ferry left the harbour late, its crew said on the quay. " * 8


def page(state: dict[str, Any], head: str = "") -> str:
    article = {"headline": TITLE} | state
    data = json.dumps({"props": {"pageProps": {"article": article}}, "filling": " " * 1000})
    script = f'<script id="__NEXT_DATA__" type="application/json">{data}</script>'
    return f"<title>{TITLE} | Norholm News</title>{head}<h1>{TITLE}</h1><p>{PROSE}</p>{script}"


@pytest.mark.parametrize(
    ("state", "people"),
    [
        ({"authors": [{"name": "Jane Roe"}, {"name": "Ali Kay"}]}, ["Jane Roe", "Ali Kay"]),
        ({"byline": "By Jane Roe"}, ["Jane Roe"]),
        ({"credits": {"by": [{"name": "Jane Roe"}]}}, ["Jane Roe"]),
        ({"authors": {"edges": [{"node": {"displayName": "Jane Roe"}}]}}, ["Jane Roe"]),
        ({"author": None, "byline": "Jane Roe"}, ["Jane Roe"]),
    ],
)
def test_authors_from_the_state(state: dict[str, Any], people: list[str]) -> None:
    article = extract(page(state))
    assert [author.name for author in article.authors] == people
    assert article.evidence["authors"] == "state:author"


@pytest.mark.parametrize("moment", ["2031-05-03T17:12:00+02:00", 1935764000, 1935764000000])
def test_dates_from_the_state(moment: object) -> None:
    article = extract(page({"publishedAt": moment, "section": {"name": "Sea", "slug": "sea"}, "isPremium": True}))
    assert str(article.published).startswith("2031-05-0")
    assert (article.section, article.access) == ("Sea", "locked")


def test_what_the_page_declares_or_shows_comes_first() -> None:
    meta = '<meta name="author" content="Mia Poe">'
    article = extract(page({"authors": [{"name": "Jane Roe"}], "publishedAt": "2031-05-03"}, meta))
    assert [author.name for author in article.authors] == ["Mia Poe"]
    assert article.evidence["published"] == "state:datePublished"


def test_another_story_s_object_gives_nothing() -> None:
    other = {"headline": "Snow in the north of the country", "author": "Jane Roe", "publishedAt": "2031-05-03"}
    article = extract(page({"related": [other], "inline": other}))
    assert (article.authors, article.published) == ((), None)


def test_nothing_is_taken_from_the_state_where_the_fallback_is_off() -> None:
    html = page({"authors": [{"name": "Jane Roe"}], "publishedAt": "2031-05-03", "section": {"name": "Sea"}})
    article = extract(html, options=Options(structured_fallback=False))
    assert (article.authors, article.published, article.section) == ((), None, None)
    assert not [source for source in article.evidence.values() if source.startswith("state")]
    assert extract(html).section == "Sea"
