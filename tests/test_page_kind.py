"""What kind of page this is."""

from __future__ import annotations

import pytest

from newsclean import extract

CARD = "<div class='c'><h3><a href='/{n}'>Headline number {n} of the morning, in full</a></h3><p>{text}</p></div>"
TEASER = "The council met until midnight and then decided that it would decide on another day, perhaps in May."


def test_a_front_page_is_a_listing_without_story_or_author() -> None:
    cards = "".join(CARD.format(n=n, text=TEASER) for n in range(20))
    article = extract(f"<body><main>{cards}<span class='byline'>By Jane Roe</span></main></body>")
    assert (article.kind, article.blocks, article.authors) == ("listing", (), ())
    assert TEASER in "\n".join(part.text for part in article.chrome)


def test_a_soft_404_keeps_its_words_as_chrome() -> None:
    words = "We looked in the drawer and under the press, but the page you asked for is not here any more, sorry."
    article = extract(f"<body><h1>Page not found</h1><p>{words}</p></body>")
    assert (article.kind, article.blocks, article.published) == ("error", (), None)
    assert article.reason
    assert words in "\n".join(part.text for part in article.chrome)


def test_an_app_that_is_loading_is_no_error() -> None:
    article = extract("<body><main><span>Loading…</span></main></body>")
    assert article.kind == "other"


@pytest.mark.parametrize(
    ("declared", "kind"),
    [
        ('<script type="application/ld+json">{"@type": "Product", "name": "Kettle"}</script>', "other"),
        ('<meta property="og:type" content="product">', "other"),
        ('<script type="application/ld+json">{"@type": "DiscussionForumPosting"}</script>', "other"),
        ('<meta property="og:type" content="website">', "article"),
        (
            '<script type="application/ld+json">[{"@type": "Product"}, {"@type": "NewsArticle"}]</script>',
            "article",
        ),
        (
            '<script type="application/ld+json">{"@type": "Review", "itemReviewed": {"@type": "Product"}}</script>',
            "article",
        ),
    ],
)
def test_a_shop_s_or_a_forum_s_page_is_no_article(declared: str, kind: str) -> None:
    prose = "The kettle whistles in two notes and boils a litre of water in four minutes, its maker says. " * 6
    article = extract(f"{declared}<h1>A kettle with two notes</h1><p>{prose}</p><p>{prose}</p>")
    assert article.kind == kind
    assert bool(article.reason) == (kind == "other")


def test_a_dated_list_story_with_linked_headings_is_an_article() -> None:
    words = "It climbs the dike without a murmur, carries two children and a dog, and costs less than a used car."
    cards = "".join(CARD.format(n=n, text=words) for n in range(20))
    head = "<head><meta property='article:published_time' content='2025-03-01T08:00:00Z'></head>"
    article = extract(f"<html>{head}<body><main><h1>The twenty best cargo bikes</h1>{cards}</main></body></html>")
    assert (article.kind, words in article.text) == ("article", True)


def test_an_apology_below_the_story_makes_no_error_page() -> None:
    words = "The harbour board voted on Tuesday to dredge the inner basin, and to pay for it with a levy on ferries. "
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(12))
    story = f"<article><h1>Basin to be dredged</h1><p>{words * 2}</p><p>{words * 2}</p></article>"
    article = extract(f"<body><ul>{menu}</ul>{story}<div><h1>Page not found</h1></div></body>")
    assert (article.kind, words.strip() in article.text) == ("article", True)


@pytest.mark.parametrize("declared", ["NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle"])
def test_a_brief_beside_a_video_is_an_article_whatever_sort_of_article_is_declared(declared: str) -> None:
    nodes = f'[{{"@type": "{declared}", "headline": "Ferry late"}}, {{"@type": "VideoObject", "name": "Ferry late"}}]'
    script = f"<script type='application/ld+json'>{nodes}</script>"
    article = extract(f"<head>{script}</head><body><h1>Ferry late</h1><p>{TEASER}</p><p>{TEASER}</p></body>")
    assert article.kind == "article"


PARAGRAPH = "<p>The harbour has been closed until further notice, the council said, because of waves of six metres.</p>"


def told_under(*headings: str) -> str:
    told = "".join(f"<h2>{heading}</h2>{PARAGRAPH.replace('six', str(at))}" for at, heading in enumerate(headings))
    return f"<main><h1>Storm over Elm Island</h1><p>We follow the storm on all islands today.</p>{told}</main>"


@pytest.mark.parametrize(
    "headings",
    [
        ("10.05am GMT", "9.40am GMT", "9.00am GMT"),
        ("13:05", "12:40", "11:15 Uhr"),
        ("1.20pm", "12.10pm", "11.55am"),
        ("9.02", "9.17", "10.41"),
    ],
)
def test_a_story_told_under_times_of_day_is_a_live_blog(headings: tuple[str, ...]) -> None:
    assert extract(told_under(*headings)).kind == "live_blog"


@pytest.mark.parametrize(
    "headings",
    [
        ("10:00", "11:30", "14:15"),  # the programme of a day
        ("10:05", "Harbour closed", "9:40"),
        ("2-1", "3-1", "3-2"),
        ("10:05", "10:05", "10:05"),
    ],
)
def test_a_programme_or_a_story_with_two_times_is_an_article(headings: tuple[str, ...]) -> None:
    assert extract(told_under(*headings)).kind == "article"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        (
            "451: Unavailable due to legal reasons",
            "We see that you come from a country of the European Economic Area, whose General Data Protection "
            "Regulation keeps us from showing you this page at this time. Call the Gazette if you would like to know.",
        ),
        (
            "Our site is not available in your region",
            "Sadly we have to close the website of the Norholm Gazette to most European countries for now. We are at "
            "work on it, and hope that all our readers on both sides of the sound can soon read us again.",
        ),
    ],
)
def test_a_wall_against_a_region_is_an_error_page(title: str, words: str) -> None:
    article = extract(f"<title>{title}</title><body><h1>{title}</h1><p>{words}</p></body>")
    assert (article.kind, article.blocks) == ("error", ())
    assert article.reason == f"an error page: {title}"
