"""The rules: what names a part of a page that the fitted model cannot tell."""

from __future__ import annotations

import pytest

from newsclean import Article, Options, extract

PROSE = (
    "The ferry to Norholm will sail twice a day from Monday, the harbour office said, after a winter in which it did "
    "not sail at all.",
    "Its engine has been taken out, cleaned and put back by three apprentices, who found a spanner in it that had been "
    "missing since 1987.",
    "The first boat leaves at seven. The harbour master, Ida Brask, said that she would be on the quay with a whistle "
    "and a thermos.",
)
STORY = "".join(f"<p>{text}</p>" for text in PROSE)
HEAD = "<h1>Norholm ferry sails again after a winter in the dock</h1>"


def page(below: str = "", *, inside: str = "", above: str = "") -> Article:
    first, rest = STORY[: STORY.index("</p>") + 4], STORY[STORY.index("</p>") + 4 :]
    return extract(f"<body>{above}<main>{HEAD}<div class='body'>{first}{inside}{rest}</div>{below}</main></body>")


def kinds(article: Article, words: str) -> set[str]:
    return {part.kind for part in article.chrome if words in part.text}


def test_an_advertisement_label_names_nothing_but_itself() -> None:
    article = page(above="<div><span>Advertisement</span></div><p>12 May 2031</p>")
    assert kinds(article, "12 May 2031") != {"advertisement"}
    assert kinds(article, "Advertisement") == {"advertisement"}


def test_a_box_heading_names_the_headlines_and_teasers_below_it() -> None:
    box = (
        "<section><h2>Most read</h2><div><h3><a href='/a'>Goat found on the roof of the town hall</a></h3><p>Nobody saw"
        " it climb, and nobody could say who had fed it until the fire brigade came at noon.</p></div><div><h3>"
        "<a href='/b'>Baker sells the last of the rye loaves</a></h3></div></section>"
    )
    article = page(box)
    assert kinds(article, "Goat found") == kinds(article, "Nobody saw it climb") == {"popular"}
    assert [link.url for link in article.related] == ["/a", "/b"]


def test_a_box_headed_by_the_name_of_a_section_is_a_section_list() -> None:
    menu = "<nav><ul><li><a href='/harbour'>Harbour</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
    box = "<section><h3>Harbour</h3><p><a href='/c'>Crane driver counts swans for the tenth year</a></p></section>"
    assert kinds(page(box, above=menu), "Crane driver") == {"section_list"}


def test_a_box_with_a_form_is_no_story_though_nothing_names_it() -> None:
    box = "<div><h4>Low Tide</h4><p>Five stories before breakfast, every day.</p><form><button>Go</button></form></div>"
    article = page(inside=box)
    assert "Five stories" not in article.text
    assert kinds(article, "Five stories") == {"newsletter"}


def test_a_page_in_one_form_keeps_its_story() -> None:
    article = extract(f"<body><form method='post'><div>{HEAD}<div>{STORY}</div></div></form></body>")
    assert [block.text for block in article.blocks] == list(PROSE)


def test_comments_are_known_by_their_shape_in_any_language() -> None:
    entry = (
        "<li class='x'><div><b>{name}</b> <span>12.09.2031, 18:2{n}</span></div><p>{text}</p>"
        "<div><a href='#r{n}'>Svar</a></div></li>"
    )
    said = "I have taken this boat to work for nineteen years, and it has never once left at the time they print."
    thread = "".join(entry.format(name=f"Reader {n}", n=n, text=said) for n in range(4))
    article = page(f"<div><ul>{thread}</ul></div>")
    assert [block.text for block in article.blocks] == list(PROSE)
    assert kinds(article, "nineteen years") == {"comments"}


def test_of_an_endless_page_only_the_first_story_counts() -> None:
    other = "<p>A library in Vester lends umbrellas now. There are eighty, and on Friday 78 were out.</p>" * 3
    first = f"<article class='s'>{HEAD}{STORY}</article>"
    article = extract(f"<body><main>{first}<article class='s'><h1>Library lends umbrellas</h1>{other}</article></main>")
    assert [block.text for block in article.blocks] == list(PROSE)
    assert kinds(article, "lends umbrellas now") == {"other"}


def test_a_caption_is_known_by_its_place_and_its_credit() -> None:
    picture = "<div><img src='/f.jpg'><div>The ferry in the dock. Photo: Jane Roe</div></div>"
    article = page(inside=picture)
    image = article.images[0]
    assert (image.caption, image.credit) == ("The ferry in the dock.", "Photo: Jane Roe")


def test_a_paragraph_that_is_one_link_points_elsewhere() -> None:
    article = page(inside="<p><a href='/d'>The dock at Norholm was dug by hand in 1894, in a single summer.</a></p>")
    assert [block.text for block in article.blocks] == list(PROSE)
    assert [link.url for link in article.related] == ["/d"]


def test_a_heading_inside_the_story_stays() -> None:
    article = page(inside="<h3>A spanner in the works</h3>")
    assert [block.type for block in article.blocks].count("heading") == 1


def test_a_sentence_about_the_declared_author_is_no_story() -> None:
    data = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Edda Holm"}}</script>'
    article = page("<div><p>Edda Holm writes about boats. She cannot swim.</p></div>", above=data)
    assert kinds(article, "cannot swim") == {"author_bio"}


@pytest.mark.parametrize("path", ["<a href='/'>Home</a> › <a href='/h'>Boats</a>", "<a href='/'>Start</a> / <a>B</a>"])
def test_a_line_of_links_between_signs_is_a_breadcrumb(path: str) -> None:
    article = page(above=f"<div>{path}</div>")
    assert "breadcrumb" in {part.kind for part in article.chrome}


def test_the_footer_of_the_story_is_not_that_of_the_site() -> None:
    body = f"<article>{HEAD}{STORY}<footer><p>Words and boats by Edda Holm</p></footer></article>"
    article = extract(f"<body>{body}<footer><p>Norholm Post, Quay 3</p></footer></body>")
    assert kinds(article, "Norholm Post, Quay 3") == {"footer"}
    assert kinds(article, "Words and boats") != {"footer"}


@pytest.mark.parametrize("tag", ["p", "div"])
@pytest.mark.parametrize(
    "line",
    [
        "By Ada Quill",
        "By Ada Quill | Dec 19, 2031",
        "19.12.2031, 17:45 Uhr",
        "Published 19 December 2031",
        "2 hours ago",
        "Reuters - Reuters",
        "Von Jana Roth",
        "4 min read",
        "Прочетена 1 482 пъти",
    ],
)
def test_a_byline_or_a_date_without_telling_names_is_no_story(line: str, tag: str) -> None:
    article = extract(f"<body><div><h1>Ferry sails again</h1><{tag}>{line}</{tag}>{STORY}</div></body>")
    assert line not in article.text
    assert kinds(article, line) == {"masthead"}


def test_a_sub_heading_that_is_a_phrase_of_furniture_stays_in_the_story() -> None:
    article = page(inside=f"<p>{PROSE[1]}</p><h2>Talking points</h2><p>{PROSE[2]}</p>")
    assert "Talking points" in article.text


def test_a_heading_over_links_inside_the_story_is_furniture() -> None:
    article = page(inside="<h2>Talking points</h2><ul><li><a href=/a>Goat found on the roof of the hall</a></li></ul>")
    assert "Talking points" not in article.text


def test_a_file_photo_line_under_a_picture_is_its_caption() -> None:
    picture = "<div><img src='/a.jpg'><div>FILE PHOTO: The ferry at the quay of Norholm</div></div>"
    article = page(inside=picture)
    assert "FILE PHOTO" not in article.text
    assert [image.caption for image in article.images] == ["FILE PHOTO: The ferry at the quay of Norholm"]


def test_a_box_of_lines_and_links_is_named_by_its_first_line() -> None:
    links = "<a href=/a>Goat found on the roof</a><br><a href=/b>Baker sells the last loaf</a>"
    article = page(f"<div>Related Articles<br>{links}</div>")
    assert kinds(article, "Goat found") == {"related"}
    assert [link.url for link in article.related] == ["/a", "/b"]


def test_a_section_named_in_the_topics_of_a_list_heads_a_section_list() -> None:
    link = "<a href=/c>Crane driver counts swans for the tenth year</a>"
    box = f"<div><h3>Coast</h3><p>Coast|Harbour</p><p>{link}</p></div>"
    assert kinds(page(box), "Crane driver") == {"section_list"}


def test_a_count_of_comments_above_the_story_takes_nothing_of_it() -> None:
    words = "The harbour office counted the boats on Monday, and the keeper wrote them all down before the fog came. "
    head = f"<header><h1>Boats counted</h1><p>{words * 3}</p></header>"
    body = f"<div class=body><span>3 comments</span>{f'<p>{words * 2}</p>' * 8}</div>"
    article = extract(f"<body><article>{head}{body}</article></body>")
    assert article.text.count("The harbour office") >= 16


def test_a_short_item_between_items_of_the_story_stays() -> None:
    items = [
        "Children under six sail free, and so does whoever brings the harbour master a thermos of hot coffee.",
        "Dogs pay half, cats pay nothing, and a goat is counted as a bicycle since the summer of 1994.",
        "12",
        "Bicycles go below deck, where the apprentices tie them to whatever does not move.",
    ]
    facts = f"<ul class='facts'>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    article = extract(f"<body><main>{HEAD}<div>{STORY}</div>{facts}</main></body>", options=Options(mode="precision"))
    assert article.text.split("\n\n")[-1].splitlines() == items


@pytest.mark.parametrize("line", ["Norholm Harbour Press ©", "Brask & Sons ©2031"])
def test_a_copyright_line_is_a_footer_though_nothing_else_says_so(line: str) -> None:
    assert kinds(page(f"<div><p>{line}</p></div>"), line) == {"footer"}


def test_a_question_stays_with_its_answer() -> None:
    answer = "Two a day until Sunday, the harbour office says, and one a day after that until the ice has gone."
    article = page(inside=f"<details><summary>How many boats?</summary><p>{answer}</p></details>")
    assert f"How many boats?\n\n{answer}" in article.text
