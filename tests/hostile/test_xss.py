"""The HTML of an Article can be put into a page of one's own: no script of the page it came from runs there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from newsclean import extract
from newsclean.rendering.html import chrome_to_html, metadata_to_html
from tests.hostile.xss import pages

TAGS = {
    "article", "header", "dl", "dt", "dd", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "p", "a", "img", "figure",
    "figcaption", "ul", "ol", "li", "blockquote", "table", "tr", "td", "pre", "section", "time", "br", "div",
}  # fmt: skip
ATTRIBUTES = {"class", "lang", "src", "alt", "href", "datetime", "data-kind"}
PAGES = pages()


def written(page: str) -> str:
    article = extract(page, url="https://norholm.example/ferry")
    return article.to_html() + metadata_to_html(article) + chrome_to_html(article.chrome)


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_only_what_the_allow_list_has(page: str) -> None:
    elements = list(html.fragment_fromstring(written(page), create_parent="div").iter())
    assert {element.tag for element in elements} <= TAGS
    assert {name for element in elements for name in element.attrib} <= ATTRIBUTES
    addresses = [value for element in elements for name, value in element.attrib.items() if name in ("src", "href")]
    assert [a for a in addresses if not a.startswith(("http://", "https://", "/"))] == []


def test_in_a_browser_nothing_runs(browser: Any, tmp_path: Path) -> None:
    tab = browser.new_page()
    tab.add_init_script("window.ran = []; window.alert = said => ran.push(said)")
    tab.route("http*://**", lambda route: route.abort())
    for number, page in enumerate(PAGES):
        path = tmp_path / f"{number}.html"
        path.write_text(f"<!doctype html><meta charset=utf-8><body>{written(page)}<a id=end href='#'>x</a>", "utf-8")
        tab.goto(path.as_uri())
        tab.evaluate(
            "document.querySelectorAll('body *').forEach(e => {"
            " for (const kind of ['mouseover', 'focus', 'click'])"
            "  { const event = new MouseEvent(kind, {cancelable: true, bubbles: true});"
            "    if (kind !== 'click' || (e.href || '').startsWith('javascript')) e.dispatchEvent(event) } })"
        )
        assert (number, tab.evaluate("window.ran")) == (number, [])
    assert tab.evaluate("(() => { alert(7); return window.ran })()") == [7]  # the trap does catch
    tab.close()
