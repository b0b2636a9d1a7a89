"""A real Scrapy spider against a server on localhost, its items through the pipeline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newsclean
from newsclean.errors import WrongInput
from tests import doc_programs
from tests.web_site import PAGES, served

pytest.importorskip("scrapy", reason="the extra `scrapy` is not installed: make test-engines")

def test_the_spider_of_the_documentation_gets_the_articles(tmp_path: Path) -> None:
    with served() as site:
        doc_programs.run("spider.py", tmp_path, *(site + path for path in PAGES))
    items = [json.loads(line) for line in (tmp_path / "items.jsonl").read_text("utf-8").splitlines()]
    assert len(items) == 3
    for item in items:
        page = PAGES[item["seen"].removeprefix(site)]
        expected = newsclean.extract(page, url=item["seen"], content_type="text/html; charset=utf-8")
        assert item == {"seen": item["seen"], "article": expected.to_dict()}


def test_an_item_with_html_one_without_and_one_that_is_wrong() -> None:
    from newsclean.engines.scrapy import ArticlePipeline

    pipeline = ArticlePipeline("html")
    item = pipeline.process_item({"html": "<h1>Boats</h1><p>Late.</p>", "url": "https://a.example/"})
    assert (item["article"]["title"], "html" in item) == ("Boats", False)
    assert pipeline.process_item({"name": "x"}) == {"name": "x"}
    given = pipeline.process_item({"html": bytearray(b"<h1>Boats</h1><p>Late."), "url": "https://a.example/"})
    assert given["article"] == item["article"]
    with pytest.raises(WrongInput, match="not int"):
        pipeline.process_item({"html": 7})
