"""A story that goes on on another page is told to be cut off; a link to the next story says nothing."""

from __future__ import annotations

import pytest

from newsclean import extract

OWN = "https://elmpost.example/region/ferry"
PROSE = "<p>The ferry to Elm Island sailed at noon on Thursday with forty passengers, after nine days in the ice.</p>"


def truncated(following: str, own: str = OWN) -> tuple[bool, str | None]:
    article = extract(f"<head><link rel=next href='{following}'></head><h1>Ferry sails</h1>{PROSE * 4}", url=own)
    return article.truncated, article.evidence.get("truncated")


@pytest.mark.parametrize(
    ("own", "following"),
    [
        (OWN, "/region/ferry/2"),
        (OWN + "/", "/region/ferry/page/2/"),
        (OWN + ".html", "ferry-2.html"),
        (OWN, "/region/ferry?page=2"),
        (OWN + "?page=2&a=b", "/region/ferry?page=3&a=b"),
        (OWN + "/seite-2", "/region/ferry/seite-3"),
        (OWN + "-2", "/region/ferry-2/2"),  # the number of the own address is part of its name
    ],
)
def test_the_next_page_of_the_story_tells_that_it_is_cut_off(own: str, following: str) -> None:
    assert truncated(following, own) == (True, "link:next")


@pytest.mark.parametrize("following", ["/region/bridge", "/region/ferry/4", "/", "/region/ferry", "http://[broken"])
def test_the_next_story_does_not(following: str) -> None:
    assert truncated(following) == (False, None)


def test_nor_does_one_whose_number_is_one_higher() -> None:
    assert truncated("/n/12346", "https://elmpost.example/n/12345") == (False, None)
