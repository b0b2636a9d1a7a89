"""A hostile page gives an Article, the story on it stays whole, and nothing outside the page is touched."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from newsclean import Article, extract
from tests.hostile.pages import FIRST, LAST, PAGES, STORY, SWALLOWED


@pytest.mark.parametrize("name", PAGES)
def test_an_article_comes_out_with_the_story_whole(name: str) -> None:
    article = extract(PAGES[name])
    assert Article.model_validate_json(article.model_dump_json()) == article
    for written in (article.text, article.to_markdown(), article.to_html()):
        assert written.encode() is not None
    if name not in SWALLOWED:
        shown = article.text.replace("\0", "")
        assert (FIRST in shown, LAST in shown) == (True, True), (article.reason, article.text[:300])


def test_no_entity_reaches_a_file_or_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sentinel = tmp_path / "sentinel.txt"
    sentinel.write_text("QUAYSIDE-SENTINEL")
    reached: list[Any] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: reached.append(address))
    for declared in (f'SYSTEM "{sentinel.as_uri()}"', 'SYSTEM "http://127.0.0.1:9/x"', f'PUBLIC "x" "{sentinel}"'):
        for opening in ("<!DOCTYPE html ", "<?xml version='1.0'?><!DOCTYPE html "):
            page = f"{opening}[<!ENTITY x {declared}>]><html><body>{STORY}<p>&x;</p></body></html>"
            assert "QUAYSIDE-SENTINEL" not in extract(page).model_dump_json()
            assert "QUAYSIDE-SENTINEL" not in extract(page.encode()).model_dump_json()
    assert reached == []


def test_laughs_stay_one_laugh() -> None:
    article = extract(PAGES["a billion laughs"])
    assert article.model_dump_json().count("ha") < 20
