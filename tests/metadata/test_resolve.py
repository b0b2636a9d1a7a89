from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.labels import Label
from newsclean.metadata import Metadata, find_headline, read_declared, resolve
from newsclean.tree import parse
from newsclean.walk import walk

Read = Callable[[str], Any]

PAGE = """<html lang="en-GB"><head><title>Ferry sinks off Norholm | The Daily Example</title>
<link rel="canonical" href="https://news.example/coast/ferry"><meta property="og:site_name" content="The Daily Example">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry sinks off Norholm",
"datePublished": "2031-05-03T17:12:00+01:00", "author": {"name": "Jane Roe"}, "articleSection": "Coast",
"keywords": ["Ferries"], "image": "https://img.example/a.jpg", "isAccessibleForFree": true}</script></head>
<body><h1>Ferry sinks off Norholm</h1><p class="standfirst">Crew had warned of the weather for days</p>
<p>NORHOLM (Reuters) - The ferry sank off the coast on Monday.</p></body></html>"""


def resolved(markup: str, labels: Callable[[str], Label] = lambda text: Label.OTHER) -> Metadata:
    root = parse(markup).root
    declared, layout = read_declared(root), walk(root)
    return resolve(
        declared, layout, [labels(b.text) for b in layout.blocks], find_headline(declared, layout), "https://news.example/"
    )


def test_every_field_with_a_value_has_its_evidence() -> None:
    found = resolved(PAGE, lambda text: Label.MAIN if text.startswith("NORHOLM") else Label.OTHER)
    assert found.evidence == {
        "title": "visible:h1",
        "deck": "visible:deck",
        "authors": "json_ld:author",
        "published": "json_ld:datePublished",
        "dateline": "visible:dateline",
        "agency": "visible:dateline",
        "publisher": "meta:og:site_name",
        "section": "json_ld:articleSection",
        "tags": "json_ld:keywords",
        "language": "html:lang",
        "url": "link:canonical",
        "lead_image": "json_ld:image",
        "access": "json_ld:isAccessibleForFree",
    }
    assert (found.title, found.deck) == ("Ferry sinks off Norholm", "Crew had warned of the weather for days")
    assert (found.dateline, found.agency) == ("NORHOLM", "Reuters")


def test_an_empty_page_has_no_metadata_but_the_address_it_came_from() -> None:
    assert resolved("") == Metadata(url="https://news.example/", evidence={"url": "given"})


def test_the_same_page_gives_the_same_metadata() -> None:
    assert resolved(PAGE) == resolved(PAGE)


KEYS = st.sampled_from(
    ["@type", "@id", "@graph", "name", "headline", "author", "datePublished", "dateModified", "image", "url",
     "keywords", "publisher", "articleSection", "hasPart", "isAccessibleForFree", "mainEntityOfPage", "video",
     "itemListElement", "item", "articleBody", "wordCount", "inLanguage"]
)  # fmt: skip
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30),
    st.sampled_from(["NewsArticle", "WebPage", "VideoObject", "BreadcrumbList", "2031-05-03T10:00Z", "http://[", "#"]),
)  # fmt: skip
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6))


@given(VALUES)
def test_any_json_ld_is_survived(value: Any) -> None:
    block = json.dumps(value).replace("<", "\\u003c")
    found = resolved(f'<script type="application/ld+json">{block}</script><h1>Rain</h1><p>By Jane Roe</p>')
    assert {field.name for field in fields(found)} >= set(found.evidence)


@given(st.text(max_size=300))
def test_any_text_in_the_places_of_metadata_is_survived(text: str) -> None:
    quoted = text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    names = ("og:title", "author", "article:published_time", "og:url", "og:image", "article:tag", "og:locale")
    meta = "".join(f'<meta property="{name}" content="{quoted}">' for name in names)
    markup = f"""<title>{quoted}</title>{meta}<link rel=canonical href="{quoted}"><base href="{quoted}">
    <h1>{quoted}</h1><p class=byline>{quoted}</p>
    <time datetime="{quoted}">{quoted}</time><a href="{quoted}">x</a><p>By {quoted}</p>"""
    assert resolved(markup).url is not None


@pytest.mark.parametrize(
    "markup",
    [
        "<h1>" + "a " * 1_000_000 + "</h1>",
        '<p class="byline">' + "Jane Roe and " * 200_000 + "</p>",
        '<p class="byline">By ' + "1 May 2031 " * 200_000 + "</p>",
        "<time datetime='" + "2" * 1_000_000 + "'>x</time>",
        "<meta name=keywords content='" + "a," * 500_000 + "'>",
        "<span itemprop=author>Jane Roe</span>" * 20_000,
        '<meta property="article:tag" content="x">' * 20_000,
        "<title>" + "a | " * 250_000 + "</title>",
        "<h1>x</h1>" * 20_000,
    ],
    ids=["heading", "byline", "dates", "attribute", "keywords", "microdata", "meta", "title", "headings"],
)
def test_enormous_values_are_survived(markup: str) -> None:
    assert resolved(markup + "<p>The ferry sank.</p>").url == "https://news.example/"


def test_the_documentation_lists_every_field() -> None:
    table = (Path(__file__).parents[2] / "docs" / "metadata.md").read_text("utf-8")
    assert [field.name for field in fields(Metadata) if f"| `{field.name}` |" not in table] == ["evidence", "warnings"]
