"""More chrome around the story, or a thousand wrappers, leave the story as it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsclean import extract
from newsclean.decoding import decode
from newsclean.tree import parse
from tests.properties.pages import Writer

CORPUS = sorted(Path(__file__).parents[2].glob("corpus/*/*/page.html"))
WITH_A_STORY = [path for path in CORPUS if path.parent.parent.name not in ("soft-404", "front-page", "section-front")]
_BODY = re.compile(r"(<body[^>]*>)(.*)(</body>)", re.S | re.I)
# Letters unlike any page's own, so that nothing repeats a word of the story.
_WRITER = Writer("en", [0])

CHROME = {
    "navigation": "".join(_WRITER.nav() for _ in range(5)),
    "related": "".join(_WRITER.related() for _ in range(3)),
    "footer": "".join(_WRITER.footer() for _ in range(3)),
}


def around(page: str, before: str, after: str) -> str:
    """The page with something more at the edges of its body."""
    changed, times = _BODY.subn(lambda body: body[1] + before + body[2] + after + body[3], page, count=1)
    assert times == 1
    return changed


@pytest.mark.parametrize("path", WITH_A_STORY, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("kind", CHROME)
def test_more_chrome_leaves_the_story(path: Path, kind: str) -> None:
    page = decode(path.read_bytes()).text
    before = CHROME[kind] if kind == "navigation" else ""
    after = "" if kind == "navigation" else CHROME[kind]
    assert extract(around(page, before, after)).text == extract(page).text


@pytest.mark.parametrize("path", WITH_A_STORY, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("depth", [1, 30, 1_000])
def test_wrappers_leave_the_story(path: Path, depth: int) -> None:
    page = decode(path.read_bytes()).text
    wrapped = around(page, "<div>" * depth, "</div>" * depth)
    assert not parse(wrapped).warnings
    assert extract(wrapped).text == extract(page).text
