"""The report, as text and in a real browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from newsclean.explain import explain

PAGE = Path(__file__).parents[2] / "corpus/anchor-local-paper/harbour-soldiers-return/page.html"
PROSE = "The morning ferry to Norholm left an hour late on Monday, its crew said, because of fog over the sound. "
ATTACK = "<img src=https://evil.example/x onerror=alert(1)><script>alert(2)</script></p></li><style>*{color:red}"
HOSTILE = f"""<html lang='"><script>alert(3)</script>'><head><title>{ATTACK}</title>
<meta property="og:site_name" content='"><script>alert(4)</script>'><base href="https://evil.example/"></head>
<body><h1>&lt;script&gt;alert(5)&lt;/script&gt; Ferry</h1>
<p>{PROSE * 3} &lt;/li&gt;&lt;img src=https://evil.example/y onerror=alert(6)&gt; itâ€™s</p><p>{PROSE * 3}</p>
<figure><img src="https://evil.example/z.jpg" alt='"><script>alert(7)</script>'><figcaption>Fog.</figcaption></figure>
<p>{PROSE * 3}</p><iframe src="javascript:alert(8)"></iframe><iframe src="https://evil.example/frame"></iframe>
<div class='"><script>alert(9)</script>'><a href="javascript:alert(10)">Fog</a></div></body></html>"""


def test_the_words_of_a_page_are_escaped_and_the_policy_allows_nothing_from_outside() -> None:
    report = explain(HOSTILE).to_html()
    body = re.sub(r"<style>.*?</style>|<script>(?=\"use strict\").*?</script>", "", report, flags=re.DOTALL)
    tags = set(re.findall(r"<([a-z0-9]+)", body))
    assert tags.isdisjoint({"script", "style", "img", "iframe", "base", "link", "object", "form"})
    assert "default-src 'none'" in report
    assert "unsafe-inline" not in report
    assert "&lt;script&gt;alert(5)" in report


def test_every_block_the_metadata_and_the_repairs_are_there() -> None:
    explanation = explain(HOSTILE)
    report = explanation.to_html()
    assert report.count('<li class="block') == len(explanation.blocks)
    assert "itâ€™s" in report
    assert "visible:h1" in report


def test_a_page_without_anything_has_a_report() -> None:
    assert "a page without a title" in explain("").to_html()


class Opened:
    """A report in a tab, with all that the tab said and asked for."""

    def __init__(self, browser: Any, html: str, folder: Path, **settings: Any) -> None:
        path = folder / "report.html"
        path.write_text(html, encoding="utf-8")
        self.tab = browser.new_page(**settings)
        self.said: list[str] = []
        self.requests: list[str] = []
        self.tab.on("console", lambda message: self.said.append(message.text))
        self.tab.on("pageerror", lambda error: self.said.append(str(error)))
        self.tab.on("dialog", lambda dialog: (self.said.append(dialog.message), dialog.dismiss()))
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.goto(path.as_uri())

    def shown(self) -> int:
        return int(self.tab.locator(".block:visible").count())


@pytest.mark.parametrize("html", [HOSTILE.encode(), PAGE.read_bytes()], ids=["hostile", "newspaper"])
def test_in_the_browser_nothing_is_loaded_and_nothing_complains(browser: Any, tmp_path: Path, html: bytes) -> None:
    explanation = explain(html)
    opened = Opened(browser, explanation.to_html(), tmp_path)
    assert opened.shown() == len(explanation.blocks)
    assert opened.said == []
    assert opened.requests == [(tmp_path / "report.html").as_uri()]


def test_filters_and_search(browser: Any, tmp_path: Path) -> None:
    explanation = explain(PAGE.read_bytes())
    opened = Opened(browser, explanation.to_html(), tmp_path)
    story = sum(block.kept for block in explanation.blocks)
    opened.tab.get_by_role("button", name="Story only").click()
    assert opened.shown() == story
    opened.tab.get_by_role("checkbox", name="main").uncheck()
    assert opened.shown() == story - sum(block.label == "main" for block in explanation.blocks)
    opened.tab.get_by_role("button", name="All").click()
    opened.tab.get_by_role("searchbox").fill("customs house")
    assert opened.shown() == sum("customs house" in block.text.lower() for block in explanation.blocks)
    assert opened.tab.get_by_role("status").inner_text().startswith(f"{opened.shown()} of ")


def test_with_the_keyboard_alone(browser: Any, tmp_path: Path) -> None:
    opened = Opened(browser, explain(PAGE.read_bytes()).to_html(), tmp_path)
    tab = opened.tab
    assert tab.locator(".block > p[tabindex='0']").count() == 1
    tab.locator(".block > p[tabindex='0']").focus()
    tab.keyboard.press("End")
    assert tab.evaluate("document.activeElement === [...document.querySelectorAll('.block > p')].at(-1)")
    tab.keyboard.press("ArrowUp")
    assert tab.locator(".why:visible").count() == 1
    described = tab.evaluate("document.activeElement.getAttribute('aria-describedby')")
    assert tab.locator(".why:visible").get_attribute("id") == described
    assert "rule" in tab.locator(".why:visible").inner_text()
    tab.keyboard.press("Escape")
    assert tab.locator(".why:visible").count() == 0


@pytest.mark.parametrize("settings", [{"viewport": {"width": 320, "height": 640}}, {"color_scheme": "dark"}])
def test_on_narrow_screens_and_in_the_dark(browser: Any, tmp_path: Path, settings: dict[str, Any]) -> None:
    opened = Opened(browser, explain(PAGE.read_bytes()).to_html(), tmp_path, **settings)
    assert opened.tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    paper = opened.tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (paper == "rgb(255, 255, 255)") is ("color_scheme" not in settings)
