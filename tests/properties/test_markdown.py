"""A Markdown reader gets back the words that went in, whatever they are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.article import Article, Block, Charset, Heading, List, Paragraph, Quote, Table

# The reader comes with the extra `dev`.
markdown_it = pytest.importorskip("markdown_it")
READER = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])

# Every character that Markdown knows, and a few that it does not.
MARKUP = st.text(alphabet="\\`*_{}[]()#+-.!<>|~&;:=^\"'$/@%?,01xa é中 ", min_size=1, max_size=30)
FRAGMENT = st.sampled_from(
    ["```", "~~~", "---", "===", "***", "___", "1. ", "- ", "> ", "# ", "&amp;", "&#35;", "<b>", "<!--", "[a]: /b",
     "[a](b)", "![a](b)", "`x`", "**x**", "| a |", ":-|-:", "a_b", "<http://a.example>", "\\", "    "]
)  # fmt: skip
WORDS = st.lists(MARKUP | FRAGMENT, min_size=1, max_size=5).map("".join).map(lambda text: text.strip()).filter(bool)


def written(*blocks: Block) -> str:
    return Article(charset=Charset(name="utf-8", decided_by="bom"), blocks=blocks).to_markdown()


def read(markdown: str) -> list[tuple[str, str]]:
    """Return what a reader sees: the innermost block element and its words, for each run of words."""
    tokens = READER.parse(markdown)
    return [
        (before.type, "".join("\n" if part.type == "hardbreak" else part.content for part in token.children))
        for before, token in pairwise(tokens)
        if token.type == "inline"
    ]


@given(st.lists(WORDS, min_size=1, max_size=3))
def test_paragraph(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert read(written(Paragraph(text=text))) == [("paragraph_open", text)]


@given(WORDS)
def test_heading(text: str) -> None:
    assert read(written(Heading(text=text, level=3))) == [("heading_open", text)]


@given(st.lists(WORDS, min_size=1, max_size=3), st.booleans())
def test_list(items: list[str], ordered: bool) -> None:
    block = List(text="\n".join(items), items=items, ordered=ordered)
    assert read(written(block)) == [("paragraph_open", item) for item in items]


@given(WORDS)
def test_quote(text: str) -> None:
    assert read(written(Quote(text=text))) == [("paragraph_open", text)]


@given(st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=2, max_size=3))
@settings(max_examples=200)
def test_table(rows: list[list[str]]) -> None:
    seen = read(written(Table(text="", rows=rows)))
    assert [words for _, words in seen] == [cell for row in rows for cell in row]
    assert {element for element, _ in seen} == {"th_open", "td_open"}
