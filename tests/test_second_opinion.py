"""readability-lxml read in fewer steps, and its summary as it gives it itself."""

from __future__ import annotations

import pytest
from readability import Document

from newsclean.readability_reading import Reader

_STORY = "<p>The ferry to Norholm, which has sailed since 1921, will stop for good in May.</p>" * 6
_MENU = "".join(f"<a href='/{n}'>Page  {n}\t</a>\n" for n in range(30))


@pytest.mark.parametrize(
    "page",
    [
        f"<div><div>{_MENU}</div><div>{_STORY}</div></div>",
        f"<div>\n  {_STORY.replace(' ', chr(10) + '    ')}<ul>{_MENU}</ul></div>",
        f"<div>{_STORY.replace(' ', ' ' * 300)}</div><div>{_STORY.replace(' ', chr(0xA0) * 2)}{_MENU}</div>",
        f"<div>{_STORY.replace(' ', chr(9) * 2)}<p>{_MENU}</p></div>",
    ],
    ids=["plain", "broken lines", "wide spaces", "tabs"],
)
def test_the_summary_is_that_of_readability(page: str) -> None:
    assert Reader(page).summary(html_partial=True) == Document(page).summary(html_partial=True)


@pytest.mark.parametrize(
    "space", [" ", "  ", "\n", " \n ", "\t", "\t\t", " \t", "\xa0", "\xa0 ", "\r\n", " " * 300, "\t" * 300]
)
def test_the_share_of_links_is_that_of_readability(space: str) -> None:
    document = Document(f"<div id=one>{space}One{space}two<a href=x>{space}three{space}four</a>{space}</div>")
    element = document._html().find(".//div")
    assert Reader("<p>").get_link_density(element) == document.get_link_density(element)
