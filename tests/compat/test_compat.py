"""The neighbours' calls, as their documentation shows them, with only the import line changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean.compat.readability import Document
from newsclean.compat.trafilatura import bare_extraction, extract

PROSE = "The harbour office counted the boats on Monday, and the keeper wrote them all down in her book. "
PAGE = f"""<html lang="en"><head><title>Boats counted - The Elm Post</title>
<meta property="og:site_name" content="The Elm Post"><link rel="canonical" href="https://elmpost.example/boats"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Boats counted</h1><p class="byline">By Ada Quill</p>
<time datetime="2024-12-19T07:30:00+01:00">19 December 2024</time>{f"<p>{PROSE * 2}</p>" * 4}
<table><tr><th>Boat</th><th>Berth</th></tr><tr><td>Heron</td><td>4</td></tr></table><p>{PROSE * 2}</p></article>
<section class="comments"><h3>Comments</h3><p>I counted one more.</p></section></body></html>"""


class TestTrafilatura:
    def test_the_text_paragraph_by_paragraph(self) -> None:
        text = extract(PAGE)
        assert text is not None
        assert text.splitlines()[0] == (PROSE * 2).strip()
        assert "I counted one more" not in text

    @pytest.mark.parametrize(
        "arguments",
        [
            {"include_comments": False, "no_fallback": True},
            {"favor_precision": True},
            {"favor_recall": True, "fast": True},
            {"target_language": "en"},
            {"url": "https://elmpost.example/boats", "only_with_metadata": True},
            {"deduplicate": False, "config": None, "include_links": False},
        ],
    )
    def test_arguments_people_use(self, arguments: dict[str, Any]) -> None:
        assert PROSE.strip() in (extract(PAGE, **arguments) or "")

    def test_formats(self) -> None:
        assert "# Boats counted" in (extract(PAGE, output_format="markdown") or "")
        assert (extract(PAGE, output_format="html") or "").startswith("<article")
        assert "Ada Quill" in (extract(PAGE, with_metadata=True) or "")
        found = json.loads(extract(PAGE, output_format="json", with_metadata=True, record_id="7") or "")
        assert (found["title"], found["author"], found["id"]) == ("Boats counted", "Ada Quill", "7")
        assert set(json.loads(extract(PAGE, output_format="json") or "")) == {"text", "comments"}

    def test_tables_are_left_out_when_unwanted(self) -> None:
        assert "Heron" in (extract(PAGE) or "")
        assert "Heron" not in (extract(PAGE, include_tables=False) or "")

    def test_bare_extraction(self) -> None:
        document = bare_extraction(PAGE, url="https://elmpost.example/boats")
        assert not isinstance(document, dict)
        assert document is not None
        assert (document.title, document.date, document.sitename) == ("Boats counted", "2024-12-19", "The Elm Post")
        assert document.hostname == "elmpost.example"
        assert "I counted one more" in document.comments
        assert bare_extraction(PAGE, url="https://elmpost.example/boats", as_dict=True) == document.as_dict()

    @pytest.mark.parametrize(("url", "host"), [
        ("http://[x", None), ("not an address", None), ("https://www.elmpost.example:8080/boats", "elmpost.example"),
    ])  # fmt: skip
    def test_the_host_of_any_url_that_extract_takes(self, url: str, host: str | None) -> None:
        document = bare_extraction(PAGE.replace('<link rel="canonical"', "<link"), url=url)
        assert not isinstance(document, dict)
        assert document is not None
        assert document.hostname == host

    @pytest.mark.parametrize("page", ["", None, b"", "<nav><a href=/>Home</a></nav>"])
    def test_no_story_is_none(self, page: Any) -> None:
        assert extract(page) is None
        assert bare_extraction(page) is None

    def test_another_language_is_none(self) -> None:
        assert extract(PAGE, target_language="de") is None

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ({"prune_xpath": "//aside"}, "take the elements out of the lxml tree"),
            ({"deduplicate": True}, "SiteModel"),
            ({"output_format": "xml"}, "not one of txt, markdown, html, json"),
            ({"favor_precision": True, "favor_recall": True}, "contradict"),
            ({"favour_recall": True}, "no argument of this function"),
        ],
    )
    def test_what_is_not_taken_is_refused_with_the_equivalent(self, arguments: dict[str, Any], message: str) -> None:
        with pytest.raises(newsclean.BadOptions, match=message):
            extract(PAGE, **arguments)


class TestReadability:
    def test_title_and_summary(self) -> None:
        document = Document(PAGE.encode())
        assert (document.title(), document.short_title(), document.author()) == (*["Boats counted"] * 2, "Ada Quill")
        assert document.summary().startswith("<html><body><div><h1>")
        assert PROSE.strip() in document.summary(html_partial=True)

    def test_an_empty_page(self) -> None:
        assert Document("").title() == "[no-title]"
        assert Document("").summary(html_partial=True) == "<div></div>"

    def test_keywords_are_refused(self) -> None:
        with pytest.raises(newsclean.BadOptions, match="no class name decides alone"):
            Document(PAGE, negative_keywords=["promo"])


def test_zyte_fields_of_a_golden_page() -> None:
    page = Path(__file__).parents[2] / "corpus/anchor-local-paper/harbour-soldiers-return/page.html"
    article = newsclean.extract(page.read_bytes(), url="https://herald.example/1")
    fields = article.to_zyte()
    assert fields["articleBody"] == article.text
    assert fields["metadata"] == {"probability": article.confidence}
    assert fields["datePublished"] == "2025-03-27"
    assert None not in fields.values()
    assert json.loads(json.dumps(fields)) == fields
