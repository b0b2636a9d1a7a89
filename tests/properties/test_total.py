"""Any str or bytes gives an Article; any other type is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newsclean import Article, NewscleanError, NotAnArticle, Options, WrongInput, extract
from tests.properties.pages import pages

# Everything that Python calls a str, lone surrogates and control characters included.
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))
SCRAPS = st.sampled_from(
    ["<", ">", "&", '"', "'", "<p>", "</p>", "<div ", "<!--", "-->", "<![CDATA[", "<script>", "</script>", "<table>",
     "<td colspan=99999999999>", "<?xml version='1.0' encoding='utf-16'?>", "&#0;", "&#xD800;", "&#x110000;", "\0",
     '<script type="application/ld+json">', '{"@type":"NewsArticle","headline":', "[", "]", "{", "}", '"\\ud800"',
     "<meta charset=utf-16>", "<base href='http://[x'>", "<a href='//[x'>", "<time datetime='99999-01-01'>", "<html",
     "<h1>", "<img srcset='a ²x'>", "<iframe src='http://['>", "<div role=heading aria-level=²>", "<br>", "</body>"]
)  # fmt: skip
MARKUP = st.lists(ANY_TEXT | SCRAPS, max_size=12).map("".join)


def assert_sound(article: Article) -> None:
    written = article.model_dump_json()
    assert Article.model_validate_json(written) == article
    assert article.blocks or article.reason
    for shown in (article.text, article.to_markdown(), article.to_html(), article.to_text({"title", "captions"})):
        shown.encode()


@given(ANY_TEXT | MARKUP)
@settings(max_examples=120, derandomize=True)
def test_any_text_gives_an_article(text: str) -> None:
    assert_sound(extract(text))


@given(st.binary() | MARKUP.map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(max_examples=80, derandomize=True)
def test_any_bytes_give_an_article(data: bytes) -> None:
    assert_sound(extract(data))


@given(pages(), st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 60), ANY_TEXT | SCRAPS), max_size=6))
@settings(max_examples=30, derandomize=True)
def test_a_broken_page_gives_an_article(page: str, breaks: list[tuple[int, int, str]]) -> None:
    for at, length, scrap in breaks:
        page = page[:at] + scrap + page[at + length :]
    assert_sound(extract(page))


@given(pages(), st.sampled_from(["utf-16", "utf-16-le", "utf-8-sig", "cp1251", "gb18030", "shift_jis", "cp037"]))
@settings(max_examples=30, derandomize=True)
def test_any_encoding_gives_an_article(page: str, encoding: str) -> None:
    assert_sound(extract(page.encode(encoding, "replace")))


@given(MARKUP | pages())
@settings(max_examples=30, derandomize=True)
def test_strict_raises_only_where_there_is_no_story(page: str) -> None:
    lenient = extract(page)
    if lenient.blocks and lenient.reason is None:
        assert extract(page, options=Options(strict=True)) == lenient
        return
    with pytest.raises(NotAnArticle) as caught:
        extract(page, options=Options(strict=True))
    assert caught.value.reason


@settings(max_examples=30, derandomize=True)
@given(st.none() | st.integers() | st.floats() | st.lists(st.text()) | st.dictionaries(st.text(), st.text()))
def test_another_type_is_the_callers_fault(page: object) -> None:
    with pytest.raises(WrongInput) as caught:
        extract(page)
    assert isinstance(caught.value, TypeError)
    assert isinstance(caught.value, NewscleanError)


@pytest.mark.parametrize("page", [etree.Comment("x"), etree.ProcessingInstruction("x"), etree.Entity("amp")])
def test_a_node_that_is_no_element_is_the_callers_fault(page: object) -> None:
    with pytest.raises(WrongInput):
        extract(page)
