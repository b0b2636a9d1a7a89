from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsclean.metadata.site_name import SiteName
from newsclean.metadata.title_parts import title_variants, without_site

Read = Callable[[str], Any]


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


def test_the_h1_is_the_headline(read: Read) -> None:
    page = read(f"<title>Ferry sinks | The Daily Example</title>{og('Ferry sinks')}<h1>Ferry sinks</h1><p>Text.</p>")
    assert page.headline.text == "Ferry sinks"
    assert page.headline.evidence == "visible:h1"
    assert page.layout.blocks[page.headline.block].text == "Ferry sinks"


@pytest.mark.parametrize(
    "before",
    [
        "<h1>The Daily Example</h1>",
        "<h1>Sport</h1>",
        "<h1>Coast |</h1>",
        "<h1>Other stories from our coast</h1>",
    ],
)
def test_of_several_h1_the_one_that_agrees_with_a_declared_title_wins(read: Read, before: str) -> None:
    markup = f"<title>Ferry sinks off Norholm - The Daily Example</title>{before}<h1>Ferry sinks off Norholm</h1>"
    assert read(markup).headline.text == "Ferry sinks off Norholm"


def test_the_site_s_name_as_only_h1_is_not_the_headline(read: Read) -> None:
    markup = f"""<meta property="og:site_name" content="The Daily Example">{og("Ferry sinks off Norholm")}
    <h1>The Daily Example</h1><h2>Ferry sinks off Norholm</h2><p>Text.</p>"""
    headline = read(markup).headline
    assert headline.text == "Ferry sinks off Norholm"
    assert headline.block is not None


def test_an_h1_unlike_every_declared_title_is_still_what_the_page_shows(read: Read) -> None:
    markup = f"<title>Everything about ferries</title>{og('All you need to know')}<h1>Ferry sinks off Norholm</h1>"
    assert read(markup).headline.text == "Ferry sinks off Norholm"


def test_an_h1_in_the_breadcrumb_gives_way_to_the_headline_shown(read: Read) -> None:
    markup = f"""<title>Ferry Norholm: all dead?</title>{og("How the ferry sank")}
    <ul class="breadcrumb"><li>Coast</li><li><h1>Ferry Norholm: all dead?</h1></li></ul>
    <p>Disaster</p><h2>How the ferry sank</h2><p>Text.</p>"""
    assert read(markup).headline.text == "How the ferry sank"


def test_a_deck_that_is_also_declared_does_not_replace_a_headline_in_its_place(read: Read) -> None:
    markup = """<title>Ferry sinks off Norholm</title>
    <h1 class="headline">Ferry sinks off Norholm</h1><h2 itemprop="headline">Crew had warned of the weather</h2>"""
    assert read(markup).headline.text == "Ferry sinks off Norholm"


def test_a_kicker_or_date_inside_the_h1_is_taken_off(read: Read) -> None:
    markup = f"<title>Ferry sinks off Norholm</title>{og('Ferry sinks off Norholm')}"
    for inside in ("<span>Disaster</span> Ferry sinks off Norholm", "03.05.2031 Ferry sinks off Norholm"):
        assert read(f"{markup}<h1>{inside}</h1>").headline.text == "Ferry sinks off Norholm"


def test_a_headline_in_no_heading_is_found_by_its_words(read: Read) -> None:
    page = read(f"{og('Ferry sinks off Norholm')}<div class=t>Ferry sinks off Norholm</div><p>Text.</p>")
    assert page.layout.blocks[page.headline.block].text == "Ferry sinks off Norholm"


def test_a_breadcrumb_is_not_where_the_headline_stands(read: Read) -> None:
    page = read(f"{og('Ferry sinks')}<div class=breadcrumb>Ferry sinks</div><p>Text.</p>")
    assert page.headline.block is None
    assert page.headline.text == "Ferry sinks"


def test_without_a_visible_one_the_declared_headline_loses_section_and_site(read: Read) -> None:
    markup = """<meta property="og:site_name" content="The Daily Example">
    <title>Ferry sinks — Coast — The Daily Example</title><meta property="og:title" content="Ferry sinks — Coast">"""
    assert read(markup).headline.text == "Ferry sinks"


def test_a_hidden_h1_counts_where_no_other_agrees(read: Read) -> None:
    assert read(f'{og("Ferry sinks")}<h1 style="display:none">Ferry sinks</h1><p>x</p>').headline.block is not None


def test_quotes_and_case_do_not_hinder_agreement(read: Read) -> None:
    markup = f"{og('“Never again”, says captain')}<h1>Sport</h1><h1>'NEVER AGAIN', SAYS CAPTAIN</h1>"
    assert read(markup).headline.text == "'NEVER AGAIN', SAYS CAPTAIN"


def test_a_page_of_one_enormous_heading_is_read(read: Read) -> None:
    assert read(f"<h1>{'x ' * 2_000_000}</h1><title>Rain</title>").headline.text == "Rain"


EXAMPLE = SiteName(frozenset({"dailyexample"}), frozenset({"dailyexampleorg", "dailyexample"}))


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Rain | Daily Example", "Rain"),
        ("Rain - Sport - Daily Example", "Rain"),
        ("Daily Example: Rain", "Rain"),
        ("Rain｜Daily Example", "Rain"),
        ("雨が降る-Daily Example", "雨が降る"),
        ("Rain • dailyexample.org", "Rain"),
        ("Rain — wind — snow", "Rain — wind — snow"),
        ("Daily Example", "Daily Example"),
        ("Well-known ferry: sunk", "Well-known ferry: sunk"),
    ],
)
def test_the_site_s_name_is_cut_off_with_the_section_beside_it(title: str, bare: str) -> None:
    assert without_site(title, EXAMPLE) == bare


def test_a_title_of_nothing_but_separators_is_cut_in_bounded_time() -> None:
    assert len(title_variants(" | " * 10_000)) < 100


@pytest.mark.parametrize("address", ["/", "https://notes.example/", "//notes.example"])
def test_an_h1_that_links_to_the_front_page_is_the_site_s_logo(read: Read, address: str) -> None:
    markup = f"""<title>Notes from a quay: Ferry sinks off Norholm</title>{og("Ferry sinks off Norholm")}
    <h1><a href="{address}">Notes from a quay</a></h1><h3>Ferry sinks off Norholm</h3><p>Text.</p>"""
    assert read(markup).headline.text == "Ferry sinks off Norholm"
    linked = '<h1><a href="/2031/ferry">Ferry sinks off Norholm</a></h1>'
    assert read(f"<title>Notes from a quay</title>{linked}<p>Text.</p>").headline.text == "Ferry sinks off Norholm"


def test_a_headline_shown_in_part_is_given_in_full_where_two_declare_it(read: Read) -> None:
    full = "After the storm: Ferry sinks off Norholm"
    node = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{full}"}}</script>'
    shown = "<h1>Ferry sinks off Norholm</h1><p>Text.</p>"
    assert read(f"{node}{og(full)}{shown}").headline.text == full
    assert read(f"{og(full)}{shown}").headline.text == "Ferry sinks off Norholm"
    title = "<title>Ferry sinks off Norholm</title>"
    assert read(f"{title}{node}{og('Ferry sinks off Norholm')}{shown}").headline.text == "Ferry sinks off Norholm"
