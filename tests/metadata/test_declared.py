from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from newsclean.metadata import read_declared
from newsclean.tree import parse


def declared(markup: str) -> Any:
    return read_declared(parse(markup).root)


def story(**fields: Any) -> str:
    return json.dumps({"@context": "https://schema.org", "@type": "NewsArticle"} | fields)


def script(*blocks: str) -> str:
    return "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)


def headlines(markup: str) -> list[str]:
    return [node.data.get("headline", "") for node in declared(markup).articles]


def test_meta_names_are_folded_and_entities_resolved() -> None:
    found = declared('<meta property="OG:Title" content="Rain &amp;amp; wind"><meta name=author content=" Jane\nRoe ">')
    assert found.meta["og:title"] == ("Rain & wind",)
    assert found.meta["author"] == ("Jane Roe",)


def test_a_repeated_meta_element_keeps_all_values_in_order() -> None:
    markup = "".join(f'<meta property="article:tag" content="{tag}">' for tag in ("rain", "wind", "rain"))
    assert declared(markup).meta["article:tag"] == ("rain", "wind")


def test_the_title_of_an_icon_is_not_the_page_s() -> None:
    assert declared("<body><svg><title>Menu</title></svg></body>").title is None
    assert declared("<title>Rain | Example</title><svg><title>Menu</title></svg>").title == "Rain | Example"


def test_the_article_of_the_page_is_told_by_its_address() -> None:
    other = story(headline="Snow in the hills", url="https://news.example/snow")
    own = story(headline="Rain on the coast", mainEntityOfPage={"@id": "http://www.news.example/rain/?ref=x"})
    markup = f'<link rel="canonical" href="https://news.example/rain">{script(other, own)}'
    assert headlines(markup) == ["Rain on the coast"]


def test_without_addresses_the_article_is_told_by_its_headline() -> None:
    markup = f'<meta property="og:title" content="Rain on the coast">{script(story(headline="Snow"))}'
    assert headlines(markup + script(story(headline="Rain on the coast"))) == ["Rain on the coast"]


def test_two_nodes_of_one_story_complete_each_other() -> None:
    first = story(headline="Rain", datePublished="2031-05-03")
    second = story(headline="Rain", author={"name": "Jane Roe"})
    found = declared(script(first, second))
    assert list(found.from_articles("datePublished")) == ["2031-05-03"]
    assert list(found.from_articles("author")) == [{"name": "Jane Roe"}]


@pytest.mark.parametrize("key", ["itemListElement", "relatedLink", "hasPart", "mentions", "comment", "citation"])
def test_an_article_inside_a_list_or_another_is_not_the_page_s(key: str) -> None:
    block = json.dumps({"@type": "WebPage", key: [{"@type": "NewsArticle", "headline": "A teaser"}]})
    assert headlines(script(block)) == []


def test_an_article_in_the_main_entity_of_a_web_page_is_the_page_s() -> None:
    block = json.dumps({"@graph": [{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Rain"}}]})
    assert headlines(script(block)) == ["Rain"]


def test_a_reference_by_id_is_followed() -> None:
    person = {"@type": "Person", "@id": "#jane", "name": "Jane Roe"}
    block = json.dumps({"@graph": [{"@type": "NewsArticle", "author": {"@id": "#jane"}}, person]})
    found = declared(script(block))
    assert [found.referred(value)["name"] for value in found.from_articles("author")] == ["Jane Roe"]
    assert found.referred({"@id": "#nobody"}) == {"@id": "#nobody"}


def test_microdata_knows_the_item_of_each_property() -> None:
    found = declared(
        """<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Rain</h1>
        <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Jane Roe</b></span>
        <div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
        <time itemprop="datePublished" datetime="2031-06-01">June</time></div>
        <time itemprop="datePublished" datetime="2031-05-03">May</time></article>"""
    ).microdata
    values = {item.path: (item.value, item.type) for item in found}
    assert values["author.name"] == ("Jane Roe", "newsarticle")
    assert values["datepublished"] == ("2031-05-03", "newsarticle")
    assert values["comment.datepublished"] == ("2031-06-01", "newsarticle")


def test_deeply_nested_items_do_not_exhaust_the_stack() -> None:
    markup = '<div itemscope itemprop="a">' * 1_500 + '<b itemprop="name">Jane</b>'
    assert declared(markup).microdata[-1].value == "Jane"


def test_the_caller_s_tree_is_not_written() -> None:
    from lxml import etree

    root = parse(f"<title>Rain</title>{script(story(headline='Rain'))}<p itemprop=name>x").root
    before = etree.tostring(root)
    read_declared(root)
    assert etree.tostring(root) == before


def test_texts_are_mended_but_not_ascii_ones() -> None:
    seen: list[str] = []

    def mend(text: str) -> str:
        seen.append(text)
        return text.replace("â€™", "’")

    root = parse('<meta name="author" content="Jane"><meta property="og:title" content="Itâ€™s raining">').root
    assert read_declared(root, mend).meta["og:title"] == ("It’s raining",)
    assert seen == ["Itâ€™s raining"]


def test_a_page_without_anything_declares_nothing(read: Callable[[str], Any]) -> None:
    page = read("")
    assert page.headline is None
    assert page.declared.articles == ()
    assert dict(page.declared.meta) == {}


def test_json_ld_in_a_meta_element_is_read(read: Callable[[str], Any]) -> None:
    """As Remix writes it, escaped, where a route names it among its meta elements."""
    node = json.dumps({"@type": "Article", "headline": "Rain floods Norholm"}).replace('"', "&quot;")
    page = read(f'<head><meta name="script:ld+json" content="{node}"></head><h1>Rain floods Norholm</h1>')
    assert [article.data["headline"] for article in page.declared.articles] == ["Rain floods Norholm"]
