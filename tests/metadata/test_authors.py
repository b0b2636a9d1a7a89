from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from newsclean.metadata.authors import find_authors
from newsclean.metadata.byline_words import split_prefix
from newsclean.metadata.person_names import is_person, names_in

Read = Callable[[str], Any]
PROSE = "<p>" + "The ferry left the harbour late, its crew said on the quay. " * 8 + "</p>"


def ld(**fields: Any) -> str:
    block = json.dumps({"@type": "NewsArticle", "headline": "Ferry sinks"} | fields)
    return f'<script type="application/ld+json">{block}</script>'


def found(read: Read, markup: str, url: str | None = None) -> Any:
    page = read(markup)
    return find_authors(page.declared, page.layout, page.block, url)


def names(read: Read, markup: str) -> list[str]:
    authors = found(read, markup)
    return [author.name for author in authors.value] if authors else []


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ({"@type": "Person", "name": "Jane Roe"}, ["Jane Roe"]),
        ([{"name": "Jane Roe"}, {"name": "Ali Kay"}], ["Jane Roe", "Ali Kay"]),
        ({"name": ["Jane Roe", "Ali Kay"]}, ["Jane Roe", "Ali Kay"]),
        ("By Jane Roe", ["Jane Roe"]),
        ("Jane Roe and Ali Kay", ["Jane Roe", "Ali Kay"]),
        ("Jane Roe, Ali Kay, Mia van der Berg", ["Jane Roe", "Ali Kay", "Mia van der Berg"]),
        ("Joe Schmo, Jr.", ["Joe Schmo, Jr."]),
        ("Robert E. Moff, Ph.D.", ["Robert E. Moff, Ph.D."]),
        ("Jane Roe, Political Editor", ["Jane Roe"]),
        ("Jane Roe (jr)", ["Jane Roe"]),
        ("JANE ROE", ["JANE ROE"]),
        ("jroe", ["jroe"]),
        ([None, {"name": None}, {"name": "Jane Roe"}, {"name": "jane roe"}], ["Jane Roe"]),
        ("https://news.example/authors/jane-roe", []),
        ("@janeroe", []),
        ("262588213843476", []),
        ("Staff", []),
        ("admin", []),
        ({"name": {"name": 5}}, []),
    ],
)
def test_names_in_json_ld(read: Read, author: object, people: list[str]) -> None:
    assert names(read, ld(author=author)) == people


def test_an_author_keeps_the_address_of_their_page(read: Read) -> None:
    markup = '<base href="https://news.example/"><p>x</p>' + ld(author={"name": "Jane Roe", "url": "/by/jane-roe"})
    assert found(read, markup).value[0].url == "https://news.example/by/jane-roe"


def test_a_broken_address_of_an_author_is_left_out(read: Read) -> None:
    authors = found(read, ld(author={"name": "Jane Roe", "url": "http://["}), "https://news.example/a").value
    assert [(author.name, author.url) for author in authors] == [("Jane Roe", None)]


def test_an_organisation_stays_only_where_nobody_is_named(read: Read) -> None:
    organisation = ld(author={"@type": "Organization", "name": "AFP"})
    assert names(read, organisation) == ["AFP"]
    assert names(read, organisation + '<meta name="author" content="Jane Roe">') == ["Jane Roe"]
    assert names(read, organisation + f"<h1>Ferry sinks</h1><p>By Jane Roe</p>{PROSE}") == ["Jane Roe"]


def test_the_site_s_own_name_is_an_organisation(read: Read) -> None:
    site = '<meta property="og:site_name" content="Norholm Times">'
    markup = site + ld(author={"@type": "Person", "name": "Norholm Times"})
    assert names(read, markup) == ["Norholm Times"]
    assert names(read, markup + f'<h1>Ferry sinks</h1><p class="byline">Jane Roe</p>{PROSE}') == ["Jane Roe"]


def test_an_address_in_article_author_is_no_name(read: Read) -> None:
    markup = '<meta property="article:author" content="https://social.example/norholm"><p>x</p>'
    assert names(read, markup) == []


def test_scholarly_names_are_turned_round(read: Read) -> None:
    markup = '<meta name="citation_author" content="Roe, Jane"><meta name="citation_author" content="Kay, Ali B.">'
    assert names(read, markup) == ["Jane Roe", "Ali B. Kay"]


def test_only_the_first_item_of_microdata_counts(read: Read) -> None:
    item = '<div itemscope itemtype="https://schema.org/Article"><span itemprop="author">{}</span></div>'
    assert names(read, item.format("Jane Roe") + item.format("Ali Kay")) == ["Jane Roe"]


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("<p>By Jane Roe</p>", ["Jane Roe"]),
        ("<p>By Jane Roe and Ali Kay, in Oslo</p>", ["Jane Roe", "Ali Kay"]),
        ("<p>Von Jane Roe und Ali Kay</p>", ["Jane Roe", "Ali Kay"]),
        ("<p>Par Jane Roe</p>", ["Jane Roe"]),
        ("<p>By Jane Roe, Political Correspondent | May 3, 2031</p>", ["Jane Roe"]),
        ("<p>By Jane Roe Friday 3 May 2031</p>", ["Jane Roe"]),
        ('<div class="byline">By <i>Jane Roe</i> <span>Senior Border Reporter</span></div>', ["Jane Roe"]),
        ('<div class="byline">By Jane Roe<br>Chief Reporter<br>3 May 2031</div>', ["Jane Roe"]),
        ('<div class="author">Jane Roe</div>', ["Jane Roe"]),
        ('<div><a href="/authors/jane-roe">Jane Roe</a></div>', ["Jane Roe"]),
        ("<p>Posted by jroe on Friday</p>", ["jroe"]),
        ("<p>3 May 2031 · Jane Roe</p>", ["Jane Roe"]),
        ("<p>Jane Roe | Senior Writer | May 3, 2031</p>", ["Jane Roe"]),
        ("<p>3 May 2031, 10:05 | By Jane Roe</p>", ["Jane Roe"]),
        ('<div class="byline">Dec 17, 2031 Jane K. Roe</div>', ["Jane K. Roe"]),
        ('<div class="byline">Updated 3:20 AM UTC</div>', []),
        ("<p>Text size</p>", []),
        ("<p>Reuters - Reuters</p>", ["Reuters"]),
        ("<p>Photos and story by Jane Roe</p>", ["Jane Roe"]),
        ('<div class="byline">By Cam E. Roe, Example Staff Writer</div>', ["Cam E. Roe"]),
        ("<p>By Jane Roe, Special to The Norholm Post</p>", ["Jane Roe"]),
        ("<div>By JANE ROE and ALI KAY | jroe@news.example | @janeroe</div>", ["JANE ROE", "ALI KAY"]),
        ("<p>The ferry sank.</p>", []),
        ("<p>From London Bridge to the sea</p>", []),
        ("<h4>Par autori</h4>", []),
        ("<p>Photo: Jane Roe</p>", []),
        ('<div class="author">Follow</div>', []),
        ('<figure><figcaption>By Jane Roe</figcaption></figure>', []),
        ('<div class="comments"><p>By Jane Roe</p></div>', []),
    ],
)
def test_the_visible_byline(read: Read, byline: str, people: list[str]) -> None:
    assert names(read, f"<h1>Ferry sinks off Norholm</h1>{byline}{PROSE}") == people


def test_the_site_s_name_behind_a_name_is_taken_off(read: Read) -> None:
    markup = f"""<meta property="og:site_name" content="NORHOLM TODAY"><h1>Ferry sinks</h1>
    <div class="byline">Jane Roe NORHOLM TODAY</div>{PROSE}"""
    assert names(read, markup) == ["Jane Roe"]


def test_roles_come_from_the_words_before_the_names(read: Read) -> None:
    markup = f"""<h1>Ferry sinks</h1><div class="byline">By Jane Roe</div>
    <div class="byline">Edited by Ali Kay</div><div class="byline">Photographs by Mia Poe</div>{PROSE}"""
    authors = found(read, markup).value
    assert [(author.name, author.role) for author in authors] == [
        ("Jane Roe", "author"),
        ("Ali Kay", "editor"),
        ("Mia Poe", "photographer"),
    ]


def test_the_bylines_of_other_stories_name_no_author(read: Read) -> None:
    names_of_others = ("Jane Roe", "Ali Kay", "Mia Poe")
    teasers = "".join(f'<div class="byline">By {name}</div><p>A teaser.</p>' for name in names_of_others)
    markup = f"<h1>Ferry sinks</h1>{PROSE * 5}<div class=x>{teasers}</div>"
    assert names(read, markup) == []


def test_the_credits_of_a_wire_story_are_no_byline(read: Read) -> None:
    credit = "<p>(Reporting by Jane Roe in Oslo; Editing by Ali Kay)</p>"
    assert names(read, f"<h1>Ferry sinks</h1>{PROSE * 5}{credit}") == []


def test_an_editor_named_far_from_the_headline_is_no_author(read: Read) -> None:
    assert names(read, f"<h1>Ferry sinks</h1>{PROSE * 9}<p>Edited by Jane Roe</p>") == []


def test_each_part_of_a_byline_may_give_its_own_role(read: Read) -> None:
    byline = "<p class=byline>Story by Jane Roe; photographs by Ali Kay</p>"
    authors = found(read, f"<h1>Ferry sinks</h1>{byline}{PROSE}").value
    assert [(author.name, author.role) for author in authors] == [("Jane Roe", "author"), ("Ali Kay", "photographer")]


def test_somebody_s_own_site_is_theirs(read: Read) -> None:
    site = '<meta property="og:site_name" content="Jane Roe"><meta name="author" content="Jane Roe">'
    assert names(read, f"{site}<h1>Ferry sinks</h1>{PROSE * 5}<p>Call for Papers by Ali Kay</p>") == ["Jane Roe"]


def test_the_key_of_a_template_is_no_name(read: Read) -> None:
    assert names(read, '<meta name="author" content="page.head.extra.author"><p>x</p>') == []


def test_the_microdata_of_teasers_names_no_author(read: Read) -> None:
    card = """<div itemscope itemtype="https://schema.org/Article"><b itemprop="headline">{}</b>
    <i itemprop="author">{}</i></div>"""
    others = card.format("Snow in the north", "Ali Kay") + card.format("Rain in the south", "Mia Poe")
    own = card.format("Ferry sinks off Norholm", "Jane Roe")
    title = "<title>Ferry sinks off Norholm | Norholm News</title>"
    assert names(read, title + others + own) == ["Jane Roe"]
    assert names(read, title + others + card.format("Fog in the west", "Tom Ek")) == []


def test_a_byline_at_the_end_of_the_story_is_found(read: Read) -> None:
    assert names(read, f"<h1>Ferry sinks</h1>{PROSE * 5}<p>By Jane Roe</p>") == ["Jane Roe"]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("José Ortega y Gasset", ["José Ortega"]),
        ("Jane Roe & Ali Kay", ["Jane Roe", "Ali Kay"]),
        ("Ludwig van der Aa; Mia Poe", ["Ludwig van der Aa", "Mia Poe"]),
        ("Jane Roe/Reuters", ["Jane Roe"]),
        ("Nelson C.J.", ["Nelson C.J."]),
        ("山田太郎", ["山田太郎"]),
    ],
)
def test_names_in_a_line(line: str, people: list[str]) -> None:
    assert names_in(line) == people


@pytest.mark.parametrize(
    "text",
    ["王小明昨天在市政府门前说桥已经关闭", "AM UTC", "This Story", "Latest News", "The Ferry", "reuters", "Jane",
     "jane roe", "Ferry sinks off Norholm"],
)
def test_what_is_no_full_name(text: str) -> None:
    assert not is_person(text)


def test_a_colon_or_line_break_may_follow_the_prefix() -> None:
    assert split_prefix("By: Jane Roe") == ("author", "Jane Roe")
    assert split_prefix("By\nJane Roe\nChief Reporter") == ("author", "Jane Roe\nChief Reporter")


def test_a_prefix_is_whole_words() -> None:
    assert split_prefix("Byron Roe") == (None, "Byron Roe")


def test_an_endless_list_of_authors_is_cut(read: Read) -> None:
    letters = "ABCDEFGHIJ"
    people = [{"name": f"{a}ane {b}oe{c.lower()}"} for a in letters for b in letters for c in letters]
    assert len(names(read, ld(author=people))) == 30
