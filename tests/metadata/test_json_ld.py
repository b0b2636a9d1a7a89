from __future__ import annotations

import pytest

from newsclean.metadata.json_ld import Node, as_text, as_texts, read_blocks

STORY = '{"@type": "NewsArticle", "headline": "Ferry runs late"}'


def nodes(*blocks: str) -> tuple[Node, ...]:
    return read_blocks(blocks, str)[0]


def codes(*blocks: str) -> list[str]:
    return [warning.code for warning in read_blocks(blocks, str)[1]]


@pytest.mark.parametrize(
    "block",
    [
        STORY,
        f"//<![CDATA[\n{STORY}\n//]]>",
        f"/*<![CDATA[*/ {STORY} /*]]>*/",
        f"<!-- {STORY} -->",
        f"{STORY};",
        '{"@type": "NewsArticle", "headline": "Ferry runs late",}',
        '{"@type": ["NewsArticle",], "headline": "Ferry runs late"}',
        '{"@type": "NewsArticle", // the kind\n "headline": "Ferry runs late"}',
        '{"@type": "NewsArticle", /* the kind */ "headline": "Ferry runs late"}',
        '{"@type": "NewsArticle", "headline": "Ferry\n runs late"}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Ferry runs late&quot;}",
        '{"@type": "NewsArticle", "description": "He said "no" twice", "headline": "Ferry runs late"}',
        '{"@type": "NewsArticle", "description": "It\\\'s late", "headline": "Ferry runs late"}',
        '{"@type": "NewsArticle", "wordCount": NaN, "headline": "Ferry runs late"}',
        '{"@type": "http://schema.org/NewsArticle", "headline": "Ferry runs late"}',
        '[null, [{"@type": "schema:NewsArticle", "headline": "Ferry runs late"}]]',
        '{"@graph": [null, {"@type": "NewsArticle", "headline": "Ferry runs late"}]}',
        '{"@type": "Organization", "name": "Ferries"} {"@type": "NewsArticle", "headline": "Ferry runs late"}',
    ],
)
def test_a_block_is_read_in_every_shape_that_templates_print(block: str) -> None:
    found = [node for node in nodes(block) if "newsarticle" in node.types]
    assert [as_text(node.data["headline"]) for node in found] == ["Ferry runs late"]
    assert codes(block) == []


def test_an_address_in_a_string_is_no_comment() -> None:
    block = '{"@type": "NewsArticle", "url": "https://news.example/a", "headline": "Rain",}'
    assert nodes(block)[0].data["url"] == "https://news.example/a"


def test_a_broken_block_leaves_a_warning_and_the_other_blocks() -> None:
    blocks = ('{"@type": "NewsArticle", "headline": ', STORY)
    assert [as_text(node.data["headline"]) for node in nodes(*blocks)] == ["Ferry runs late"]
    assert codes(*blocks) == ["json_ld_broken"]


def test_a_block_given_twice_is_read_once() -> None:
    assert len(nodes(STORY, STORY)) == 1


def test_a_bomb_of_nested_lists_is_survived() -> None:
    assert codes("[" * 100_000, STORY) == ["json_ld_broken"]
    assert len(nodes("[" * 100_000 + "]" * 100_000, STORY)) == 1


def test_a_block_of_twenty_megabytes_is_skipped_with_a_warning() -> None:
    assert codes('{"@type": "NewsArticle", "articleBody": "' + "x" * 20_000_000 + '"}') == ["json_ld_too_large"]


@pytest.mark.parametrize("start", ["/*", '"', ", ", '{"a":"', "<!--", " " * 40 + '"'])
def test_hostile_repetition_gives_no_node_and_keeps_the_others(start: str) -> None:
    assert len(nodes(start * (200_000 // len(start)), STORY)) == 1


def test_a_node_knows_the_keys_above_it() -> None:
    block = '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "comment": [{"@type": "Comment"}]}}'
    assert [(sorted(node.types), node.path) for node in nodes(block)] == [
        (["webpage"], ""),
        (["newsarticle"], "mainEntity"),
        (["comment"], "mainEntity/comment"),
    ]


def test_each_text_is_mended_once() -> None:
    seen: list[str] = []

    def mend(text: str) -> str:
        seen.append(text)
        return text.upper()

    found, _ = read_blocks(['{"@type": "NewsArticle", "headline": "pluie à flots", "keywords": ["wind"]}'], mend)
    assert found[0].data["headline"] == "PLUIE À FLOTS"
    assert found[0].data["keywords"] == ["WIND"]
    assert sorted(seen) == ["NewsArticle", "pluie à flots", "wind"]


def test_a_lone_surrogate_becomes_a_mark_of_what_is_lost() -> None:
    found, _ = read_blocks([r'{"@type": "NewsArticle", "headline": "rain \ud83c"}'])
    assert found[0].data["headline"] == "rain \ufffd"


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("Rain &amp;amp; <b>wind</b>", ["Rain & wind"]),
        ([None, "null", "", "Rain"], ["Rain"]),
        ({"@value": "Regen", "@language": "de"}, ["Regen"]),
        ([{"@type": "Person", "name": "Jane Roe"}, {"@type": "Person"}], ["Jane Roe"]),
        (1714731120, ["1714731120"]),
        (True, []),
        ([["Rain"]], []),
        (None, []),
    ],
)
def test_texts_are_taken_from_any_value(value: object, texts: list[str]) -> None:
    assert as_texts(value) == texts
