"""Lists inside a story that are nothing but links."""

from __future__ import annotations

import pytest

from newsclean import Article, extract
from tests.test_rules import HEAD, PROSE

HEADLINES = (
    "Baker sells the last of the rye loaves in Vester",
    "Why the second crane was never painted yellow",
    "Goat found on the roof of the town hall, again",
)


def links(*texts: str, to: str = "/2031/05/{}") -> str:
    return "<ul>" + "".join(f"<li><a href='{to.format(n)}'>{text}</a></li>" for n, text in enumerate(texts)) + "</ul>"


def page(inside: str = "", end: str = "") -> Article:
    first, second, last = (f"<p>{text}</p>" for text in PROSE)
    menu = "<nav>" + "".join(f"<a href='/{name}'>{name}</a> " for name in ("harbour", "sport", "weather")) + "</nav>"
    return extract(f"{menu}<main><article>{HEAD}{first}{second}{inside}{last}{end}</article></main>")


def related(article: Article) -> list[str]:
    return [line for part in article.chrome if part.kind == "related" for line in part.text.split("\n")]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_headlines_amid_a_story_are_other_stories(number: int) -> None:
    article = page(links(*HEADLINES[:number]))
    assert [block.text for block in article.blocks] == list(PROSE)
    assert related(article) == list(HEADLINES[:number])


def test_headlines_right_below_a_story_are_other_stories() -> None:
    article = page(end=links(*HEADLINES))
    assert [block.text for block in article.blocks] == list(PROSE)
    assert related(article) == list(HEADLINES)


def test_a_list_that_a_sentence_announces_is_kept_whole() -> None:
    rules = ("The tariff of the harbour", "The timetable of the winter", "The rules for dogs and goats")
    article = page(f"<p>The harbour office prints it all, and gives it to everybody who asks:</p>{links(*rules)}")
    assert [block.text for block in article.blocks if block.type == "list"] == ["\n".join(rules)]


@pytest.mark.parametrize("to", ["#part{}", "https://archive.example/{}.pdf", "mailto:office{}@norholm.example"])
def test_no_other_story_is_what_does_not_lead_to_a_page_of_the_same_site(to: str) -> None:
    assert "link_list" not in {part.rule for part in page(links(*HEADLINES, to=to)).chrome}


def test_items_with_words_beside_the_link_are_story() -> None:
    sources = "".join(
        f"<li><a href='/{n}'>{text}</a>, Harbour Office of Norholm, 203{n}, which has been read by four people.</li>"
        for n, text in enumerate(HEADLINES)
    )
    assert all(text in page(f"<ul>{sources}</ul>").text for text in HEADLINES)
