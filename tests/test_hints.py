"""Class names hint by whole words; substrings lie."""

from __future__ import annotations

import pytest

from newsclean.hints import hints, hints_of_name


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("socialist-party", "share"),
        ("barbados", "sidebar"),
        ("candidate-profile", "time"),
        ("update-text", "time"),
        ("roadside", "advertisement"),
        ("headliner", "headline"),
    ],
)
def test_a_substring_is_no_hint(name: str, hint: str) -> None:
    assert not hints_of_name(name) & hints().bit[hint]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("related-stories", "related"),
        ("mostRead", "popular"),
        ("article__body", "body"),
        ("newsletter_signup", "newsletter"),
        ("AuthorBio", "author_bio"),
    ],
)
def test_a_whole_word_is(name: str, hint: str) -> None:
    assert hints_of_name(name) & hints().bit[hint]
