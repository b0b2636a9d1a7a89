"""A real Scrapy spider against a server on localhost, its items through the pipeline."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import newsclean
from newsclean.errors import WrongInput
from tests import make_corpus

pytest.importorskip("scrapy", reason="the extra `scrapy` is not installed: make test-engines")

PAGES = {f"/{number}": page.html for number, page in enumerate(make_corpus.pages(3))}
SPIDER = """
import sys
import scrapy
from scrapy.crawler import CrawlerProcess

class Pages(scrapy.Spider):
    name = "pages"
    start_urls = sys.argv[1].split()

    def parse(self, response):
        yield {"seen": response.url, "response": response}

process = CrawlerProcess({
    "ITEM_PIPELINES": {"newsclean.engines.scrapy.ArticlePipeline": 300},
    "FEEDS": {"items.jsonl": {"format": "jsonlines"}}, "LOG_LEVEL": "ERROR",
})
process.crawl(Pages)
process.start()
"""


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # the name that http.server calls
        body = PAGES.get(self.path)
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_spider_gets_the_articles(site: str, tmp_path: Path) -> None:
    (tmp_path / "spider.py").write_text(SPIDER, encoding="utf-8")
    urls = " ".join(site + path for path in PAGES)
    command = [sys.executable, "spider.py", urls]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    items = [json.loads(line) for line in (tmp_path / "items.jsonl").read_text("utf-8").splitlines()]
    assert (done.returncode, done.stderr, len(items)) == (0, "", 3)
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
    with pytest.raises(WrongInput, match="not int"):
        pipeline.process_item({"html": 7})
