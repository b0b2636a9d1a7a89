"""Every visible word of the page is in `blocks` or in `chrome`, once; and no other word is."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree

from newsclean import Article, extract
from newsclean.tree import parse
from tests.properties.pages import pages, words

CORPUS = sorted(Path(__file__).parents[2].glob("corpus/*/*/page.html"))
_WORD = re.compile(r"\w+")


def placed(article: Article) -> list[str]:
    """The texts of the Article's parts, each of which stands on the page once."""
    return [part.text for part in (*article.blocks, *article.chrome)]


def counted(texts: list[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.split())


@given(pages())
@settings(max_examples=80, derandomize=True)
def test_every_visible_word_has_one_place(page: str) -> None:
    article = extract(page)
    assert article.text_source == "dom"
    assert counted(placed(article)) == Counter(words(parse(page).root))


@given(pages(litter=True))
@settings(max_examples=50, derandomize=True)
def test_forbidden_markup_loses_no_letter(page: str) -> None:
    # Where forbidden markup splits a paragraph is the parser's affair: letters count here, not words.
    letters = Counter("".join(words(parse(page).root)))
    assert Counter("".join("".join(placed(extract(page))).split())) == letters


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
def test_every_visible_letter_of_a_golden_page_has_one_place(path: Path) -> None:
    article = extract(path.read_bytes())
    if article.text_source != "dom":
        assert article.blocks
        return
    shown = "".join(words(parse(path.read_text("utf-8")).root))
    for repair in article.repairs:
        shown = shown.replace(repair.before, repair.after)
    assert Counter("".join("".join(placed(article)).split())) == Counter("".join(shown.split()))


def texts_of(value: Any) -> list[str]:
    """All strings in a dumped value."""
    if isinstance(value, str):
        return [value]
    children = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return [text for child in children for text in texts_of(child)]


SAID_BY_THE_PAGE = (
    "title", "deck", "kicker", "dateline", "agency", "credits", "publisher", "section", "tags",
)  # fmt: skip


def claimed(article: Article) -> set[str]:
    """Every word that the Article says the page says."""
    dump = article.model_dump(mode="json")
    texts = [text for name in SAID_BY_THE_PAGE for text in texts_of(dump[name])]
    texts += [author["name"] for author in dump["authors"]]
    texts += [image[key] or "" for image in dump["images"] for key in ("caption", "credit", "alt")]
    texts += [link["text"] for part in dump["chrome"] for link in part["links"]]
    texts += [part["heading"] or "" for part in dump["chrome"]]
    texts += [*placed(article), article.text]
    return {word for text in texts for word in _WORD.findall(text.casefold())}


@given(pages())
@settings(max_examples=50, derandomize=True)
def test_nothing_is_invented(page: str) -> None:
    assert claimed(extract(page)) <= set(_WORD.findall(html.unescape(page).casefold()))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
def test_nothing_is_invented_on_a_golden_page(path: Path) -> None:
    article = extract(path.read_bytes())
    source = path.read_text("utf-8").replace("\\u003c", "<").replace("\\n", "\n").replace('\\"', '"')
    for repair in article.repairs:
        source += f" {repair.after} "
    tree = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))
    source += " ".join(str(text) for text in tree.itertext()) + "".join(placed(article) if article.repairs else ())
    known = set(_WORD.findall(html.unescape(source).casefold()))
    assert claimed(article) <= known
