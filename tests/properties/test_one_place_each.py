"""Every visible word of the page is in `blocks` or in `chrome`, once; and no other word is."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from newsclean import Article, extract
from newsclean.decoding import decode
from newsclean.tree import parse
from tests.properties.pages import hidden_words, pages, words

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
    root = parse(page).root
    shown, found = Counter(words(root)), counted(placed(article))
    assert found & shown == shown  # none lost
    assert found - shown <= Counter(hidden_words(root))  # none twice; a story may be hidden until a script shows it


@given(pages(litter=True))
@settings(max_examples=50, derandomize=True)
def test_forbidden_markup_loses_no_letter(page: str) -> None:
    # Where forbidden markup splits a paragraph is the parser's affair: letters count here, not words.
    root = parse(page).root
    shown = Counter("".join(words(root)))
    found = Counter("".join("".join(placed(extract(page))).split()))
    assert found & shown == shown
    assert found - shown <= Counter("".join(hidden_words(root)))


def test_what_only_shows_without_scripts_is_no_story() -> None:
    assert extract("<p>Norholm</p><noscript>Please turn scripts on.</noscript>").text in ("", "Norholm")


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
def test_every_visible_letter_of_a_golden_page_has_one_place(path: Path) -> None:
    article = extract(path.read_bytes())
    if article.text_source != "dom":
        assert article.blocks
        return
    shown = "".join(words(parse(decode(path.read_bytes()).text).root))
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
    source = decode(path.read_bytes()).text.replace("\\u003c", "<").replace("\\n", "\n").replace('\\"', '"')
    for repair in article.repairs:
        source += f" {repair.after} "
    tree = parse(decode(path.read_bytes()).text).root
    source += " ".join(str(text) for text in tree.itertext()) + "".join(placed(article) if article.repairs else ())
    known = set(_WORD.findall(html.unescape(source).casefold()))
    # A word may be in two inline elements, and scripts without spaces know no words.
    run_on = "".join(_WORD.findall("".join(str(text) for text in tree.itertext()).casefold()))
    assert {word for word in claimed(article) - known if word not in run_on} == set()
