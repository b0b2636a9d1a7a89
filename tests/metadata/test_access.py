from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from newsclean.labels import Label
from newsclean.metadata.access import find_access
from newsclean.metadata.labelled import by_label

Read = Callable[[str], Any]
STORY = "<h1>Ferry sinks</h1><p>The ferry sank off the coast on Monday, its crew said.</p>"


def ld(**fields: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | fields)}</script>'


def access(read: Read, markup: str) -> tuple[str, bool]:
    page = read(markup)
    labels = [Label.MAIN if block.text.startswith("The ferry") else Label.OTHER for block in page.layout.blocks]
    found = find_access(page.declared, page.layout, by_label(page.layout, labels))
    return found.access.value, found.cut.value


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"isAccessibleForFree": True}, "free"),
        ({"isAccessibleForFree": False}, "locked"),
        ({"isAccessibleForFree": "False"}, "locked"),
        ({"isAccessibleForFree": "http://schema.org/True"}, "free"),
        ({"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": False}}, "locked"),
        ({"isAccessibleForFree": True, "hasPart": [None, {"isAccessibleForFree": "false"}]}, "locked"),
        ({"isAccessibleForFree": "perhaps"}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_what_the_page_declares(read: Read, fields: dict[str, Any], expected: str) -> None:
    assert access(read, ld(**fields) + STORY) == (expected, False)


def test_the_content_tier(read: Read) -> None:
    assert access(read, f'<meta property="article:content_tier" content="metered">{STORY}')[0] == "metered"


def test_paywall_furniture_behind_the_story_locks_and_cuts_it(read: Read) -> None:
    assert access(read, f"{STORY}<div>Subscribe to continue reading</div>") == ("locked", True)


def test_hidden_furniture_locks_nothing(read: Read) -> None:
    assert access(read, f"{STORY}<div hidden>Subscribe to continue reading</div>") == ("unknown", False)


def test_furniture_far_behind_the_story_is_the_site_s(read: Read) -> None:
    chrome = "".join(f"<div>Other story {number}</div>" for number in range(30))
    assert access(read, f"{STORY}{chrome}<div>Subscribe to continue reading</div>") == ("unknown", False)


def test_a_button_to_go_on_cuts_the_story_and_locks_nothing(read: Read) -> None:
    assert access(read, f"{STORY}<a href=/full>Continue reading</a>") == ("unknown", True)


def test_a_declared_length_far_above_the_visible_one_tells_of_a_cut(read: Read) -> None:
    assert access(read, ld(wordCount=900) + STORY) == ("unknown", True)
    assert access(read, ld(wordCount=11) + STORY) == ("unknown", False)
    assert access(read, ld(articleBody="The ferry sank off the coast. " * 60) + STORY) == ("unknown", True)


def test_characters_declared_as_words_say_nothing_of_a_text_without_spaces(read: Read) -> None:
    page = read(ld(wordCount=400) + "<p>" + "轮渡在海岸附近沉没了" * 20 + "</p>")
    found = find_access(page.declared, page.layout, by_label(page.layout, [Label.MAIN]))
    assert found.cut.value is False
