"""The boilerplate as typed sections."""

from __future__ import annotations

from newsclean import extract

STORY = (
    "<h1>Swans return to the mill pond</h1><div><p>Eleven swans came back to the mill pond on Sunday, a week earlier "
    "than last year, the warden said.</p><p>They had been seen at the coast on Friday, where a fisherman counted them "
    "twice because he did not believe the first number.</p></div>"
)
ENTRY = (
    "<div><div><a href='/t/asia'>Asia</a>|<a href='/t/trade'>Trade</a></div><a href='/n/{n}'>"
    "{text}</a><h5><a href='/n/{n}'>{text}</a></h5></div>"
)


def test_topics_over_headlines_are_no_related_stories_and_each_story_counts_once() -> None:
    entries = "".join(ENTRY.format(n=n, text=f"Tin prices climb for the {n}th month in a row") for n in (7, 8, 9))
    article = extract(f"<body><main>{STORY}<section><h3>Popular</h3>{entries}</section></main></body>")
    popular = [part for part in article.chrome if part.kind == "popular"]
    assert [part.heading for part in popular] == ["Popular"]
    assert [link.url for link in article.related] == ["/n/7", "/n/8", "/n/9"]


def test_topics_in_a_cell_of_lines_are_no_related_stories_either() -> None:
    lines = "".join(
        f"<a href='/t/a'>Asia</a>|<a href='/t/b'>Trade</a><br><a href='/n/{n}'>Tin prices climb for year {n}</a><br>"
        for n in (7, 8, 9)
    )
    article = extract(f"<table><tr><td>{STORY}</td><td><b>Popular</b><br>{lines}</td></tr></table>")
    assert [link.url for link in article.related] == ["/n/7", "/n/8", "/n/9"]


def test_two_boxes_of_one_kind_are_two_sections() -> None:
    box = "<section><h2>{head}</h2><ul><li><a href='/{head}'>A long enough headline for {head}</a></li></ul></section>"
    boxes = box.format(head="Related stories") + box.format(head="Related articles")
    article = extract(f"<body><main>{STORY}{boxes}</main></body>")
    found = [part.heading for part in article.chrome if part.kind == "related"]
    assert found == ["Related stories", "Related articles"]


def test_links_that_lead_nowhere_are_left_out() -> None:
    article = extract(f"<body>{STORY}<footer><a href='#top'>Up again</a> <a href='/about'>About us</a></footer></body>")
    assert [link.url for part in article.chrome if part.kind == "footer" for link in part.links] == ["/about"]
