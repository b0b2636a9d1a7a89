"""Mojibake in every part of a page that becomes a part of the Article."""

from __future__ import annotations

import json

import pytest

from newsclean import Article, extract
from newsclean.mojibake import Gathered, Need

STORY = "".join(
    f"<p>The harbour council met for the {nth} time and heard how the old pier would be rebuilt before the winter.</p>"
    for nth in ("first", "second", "third", "fourth")
)


def page(body: str, head: str = "") -> Article:
    return extract(
        f"<html><head><title>Harbour pier</title>{head}</head><body><article><h1>Harbour pier</h1>{body}{STORY}"
        "</article></body></html>"
    )


def test_a_repair_tells_where_it_was() -> None:
    article = page(
        "<p>The keeperâ€™s daughter said the keeperâ€™s pier would be opened again after six long years.</p>"
    )
    assert "The keeper’s daughter said the keeper’s pier" in article.text
    (repair,) = article.repairs
    assert (repair.before, repair.after, repair.tier, repair.count) == ("keeperâ€™s", "keeper’s", "line", 2)
    assert repair.xpath is not None
    assert Article.model_validate_json(article.model_dump_json()) == article


@pytest.mark.parametrize("tag", ["code", "pre", "kbd", "samp"])
def test_code_shows_what_it_shows(tag: str) -> None:
    article = page(f"<p>The keeperâ€™s log of the pier was printed as <b>it was</b>.</p><{tag}>itâ€™s cafÃ©</{tag}>")
    assert "The keeper’s log" in article.text
    assert "itâ€™s cafÃ©" in article.model_dump_json()


def test_strings_of_json_ld_are_repaired_also_where_they_are_escaped() -> None:
    data = {"@type": "NewsArticle", "headline": "Harbour pier", "author": {"@type": "Person", "name": "ZoÃ« NÃºÃ±ez"}}
    for is_ascii in (True, False):
        block = json.dumps(data, ensure_ascii=is_ascii)
        article = page("", f'<script type="application/ld+json">{block}</script>')
        assert [author.name for author in article.authors] == ["Zoë Núñez"]


def test_a_meta_element_is_repaired_before_its_spaces_are_folded() -> None:
    article = page("", '<meta property="og:title" content="VoilÃ\u00a0 the keeperâ€™s pier">')
    assert ("VoilÃ\u00a0", "Voilà") in {(it.before, it.after) for it in article.repairs}


def test_alt_texts_and_chrome_are_repaired() -> None:
    article = page(
        '<figure><img src="/pier.jpg" width="800" height="600" alt="The keeperâ€™s pier"></figure>'
        '<div class="related-links"><h3>Related</h3><ul><li><a href="/1">The ferryâ€™s new deck</a></li>'
        '<li><a href="/2">The townâ€™s old mill</a></li></ul></div>'
    )
    told = article.model_dump_json()
    assert "The keeper’s pier" in told
    assert "The ferry’s new deck" in told
    assert "â€™" not in told.split('"repairs"')[0]


def test_a_story_about_entities_keeps_them() -> None:
    text = (
        "Write &amp;eacute; for é and &amp;ndash; for a dash, or caf&amp;eacute; where you mean café, said the keeper."
    )
    article = page(f"<p>{text}</p>")
    assert "Write &eacute; for é and &ndash; for a dash, or caf&eacute; where you mean café" in article.text
    assert article.repairs == ()


def test_references_that_were_escaped_twice_are_resolved_where_they_are_letters_of_words() -> None:
    text = "The caf&amp;eacute; of the keeper&amp;#8217;s daughter &amp;ndash; the one on the pier &amp;ndash; is shut."
    article = page(f"<p>{text}</p>")
    assert "The café of the keeper’s daughter – the one on the pier – is shut." in article.text
    assert {it.tier for it in article.repairs} == {"reference"}


def test_texts_gathered_are_handed_back_and_looked_at_together() -> None:
    found = Gathered()
    assert found.see("The café", "p1") == "The café"
    assert found.need() is Need.NOTHING
    found.see("itâ€™s", "p2")
    assert found.need() is Need.READING
