"""Same input, same output: again, in another order, in threads, as str or bytes; and the caller's tree untouched."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newsclean import Article, Charset, extract
from tests.properties.pages import pages

SOME_PAGES = st.lists(pages(), min_size=2, max_size=4)
UNKNOWN = Charset(name="any", decided_by="test")


def apart_from_charset(article: Article) -> Article:
    return article.model_copy(update={"charset": UNKNOWN})


@given(SOME_PAGES)
@settings(max_examples=10, derandomize=True)
def test_order_and_threads_do_not_matter(some: list[str]) -> None:
    first = [extract(page) for page in some]
    assert [extract(page) for page in reversed(some)] == first[::-1]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(extract, some)) == first


@given(pages(litter=True))
@settings(max_examples=25, derandomize=True)
def test_bytes_give_the_same_story_as_text(page: str) -> None:
    assert apart_from_charset(extract(page.encode())) == apart_from_charset(extract(page))


@given(pages(), st.booleans())
@settings(max_examples=25, derandomize=True)
def test_the_callers_tree_is_left_as_it_was(page: str, asks_readability: bool) -> None:
    page = f"<p data-newsclean='3'>Short.</p>{'' if asks_readability else page}"
    root = etree.fromstring(page, etree.HTMLParser())
    before = etree.tostring(root)
    twin = deepcopy(root)
    article = extract(root)
    assert etree.tostring(root) == before
    assert extract(twin) == article
