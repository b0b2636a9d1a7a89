"""The renderings: what is in them, and that a page cannot smuggle markup through them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from lxml import html as lxml_html

from newsclean.article import (
    Article,
    Author,
    Block,
    Charset,
    Chrome,
    Credit,
    Deck,
    Embed,
    Figure,
    Heading,
    Image,
    List,
    Paragraph,
    Preformatted,
    PullQuote,
    Quote,
    Table,
    Update,
)
from newsclean.errors import BadOptions
from newsclean.rendering.html import chrome_to_html, metadata_to_html
from newsclean.rendering.markdown import chrome_to_markdown, front_matter
from newsclean.rendering.overview import overview

UNSAFE = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "file:///etc/passwd",
    "",
]


def article(*blocks: Block, **fields: Any) -> Article:
    return Article(charset=Charset(name="utf-8", decided_by="bom"), blocks=blocks, **fields)


def markdown(*blocks: Block) -> str:
    return article(*blocks).to_markdown()


def html(*blocks: Block) -> str:
    return article(*blocks).to_html().removeprefix("<article>\n").removesuffix("\n</article>")


class TestText:
    def test_the_story_without_title_captions_credits_and_embeds(self) -> None:
        story = article(
            Deck(text="After nine days."),
            Figure(text="The ferry. Ida Holm"),
            Paragraph(text="It sails\nagain."),
            Heading(text="Why", level=2),
            List(text="wind\nice", items=["wind", "ice"]),
            Quote(text="We waited."),
            Table(text="Day\tBoats", rows=[["Day", "Boats"]]),
            Embed(text="A post", url="https://posts.example/1"),
            Preformatted(text="07:00"),
            Update(text="First sailing full."),
            Credit(text="(Reporting by Ida Holm)"),
            title="Ferry back",
            deck="From the metadata.",
        )
        parts = ["After nine days.", "It sails\nagain.", "Why", "wind\nice", "We waited.", "Day\tBoats", "07:00"]
        assert story.text == story.to_text() == "\n\n".join([*parts, "First sailing full."])

    def test_each_extra_comes_in_its_place(self) -> None:
        story = article(
            Figure(text="The ferry. Ida Holm"), Paragraph(text="It sails."), Credit(text="(Editing by A)"), title="Back"
        )
        assert story.to_text(include={"title"}) == "Back\n\nIt sails."
        assert story.to_text(include={"captions"}) == "The ferry. Ida Holm\n\nIt sails."
        assert story.to_text(include=["credits"]) == "It sails.\n\n(Editing by A)"

    def test_a_figure_of_structured_data_has_no_text_of_its_own(self) -> None:
        figure = Figure(text="", caption="The ferry.", credit="Ida Holm")
        assert article(figure).to_text(include={"captions"}) == "The ferry. Ida Holm"

    @pytest.mark.parametrize("include", [{"titles"}, "title", ["title", "chrome"], None, 5])
    def test_an_unknown_extra_is_an_error(self, include: Any) -> None:
        with pytest.raises(BadOptions, match="title, captions, credits"):
            article().to_text(include=include)

    def test_blocks_without_words_leave_no_gap(self) -> None:
        assert article(Paragraph(text="One."), Paragraph(text=" \n"), Paragraph(text="Two.")).text == "One.\n\nTwo."

    @pytest.mark.parametrize(
        ("running", "pulled", "text"),
        [
            ("“We waited, in the cold,” she said.", "We waited in the cold", "“We waited, in the cold,” she said."),
            ("We waited.", "Nobody came.", "We waited.\n\nNobody came."),
            ("เรารอเรือทั้งคืน แล้วก็กลับบ้าน", "“เรารอเรือทั้งคืน”", "เรารอเรือทั้งคืน แล้วก็กลับบ้าน"),
        ],
    )
    def test_a_pull_quote_only_where_its_words_stand_nowhere_else(self, running: str, pulled: str, text: str) -> None:
        assert article(Paragraph(text=running), PullQuote(text=pulled)).text == text

    def test_a_pull_quote_set_twice_comes_once(self) -> None:
        assert article(PullQuote(text="Nobody came."), PullQuote(text="Nobody came")).text == "Nobody came."

    def test_words_of_a_caption_do_not_stand_in_the_text(self) -> None:
        assert article(Figure(text="Nobody came."), PullQuote(text="Nobody came.")).text == "Nobody came."


class TestMarkdown:
    def test_every_block_in_its_form(self) -> None:
        story = article(
            Deck(text="After nine days."),
            Paragraph(text="It sails\nagain."),
            Heading(text="Why", level=1),
            Heading(text="Wind", level=3),
            Quote(text="We waited.\nLong."),
            PullQuote(text="Nobody came."),
            Preformatted(text="  07:00\n```"),
            Credit(text="(Editing by A)"),
            Update(text="Full.", time=datetime(2024, 12, 19, 9, 0, tzinfo=UTC)),
            title="Ferry back",
        )
        assert story.to_markdown().split("\n\n") == [
            "# Ferry back",
            "**After nine days.**",
            "It sails\\\nagain.",
            "## Why",
            "### Wind",
            "> We waited.\\\n> Long.",
            "> Nobody came.",
            "````\n  07:00\n```\n````",
            "(Editing by A)",
            "**2024-12-19T09:00:00+00:00**",
            "Full.",
        ]

    def test_lists_in_a_row_stay_two_lists(self) -> None:
        lists = [List(text="", items=[first, "b\nc"], ordered=ordered) for ordered in (False, True) for first in "xy"]
        assert markdown(*lists).split("\n\n") == [
            "- x\n- b\\\n  c",
            "* y\n* b\\\n  c",
            "1. x\n2. b\\\n   c",
            "1) y\n2) b\\\n   c",
        ]

    def test_a_table_has_a_head_as_wide_as_its_widest_row(self) -> None:
        table = Table(text="", rows=[["Day"], ["a|b", "c\\|d"], ["one\ntwo"]])
        assert markdown(table) == "| Day |  |\n| --- | --- |\n| a\\|b | c\\\\\\|d |\n| one<br>two |"

    def test_a_long_table_with_one_wide_row_does_not_grow(self) -> None:
        rows = [["x"]] * 3000 + [["y"] * 3000]
        assert len(markdown(Table(text="", rows=rows))) < 60_000

    def test_a_table_without_cells_is_nothing(self) -> None:
        assert markdown(Table(text="", rows=[[], []]), Paragraph(text="After.")) == "After."

    def test_pictures_with_their_caption(self) -> None:
        images = [Image(url="https://news.example/a (1).jpg", alt="a [ferry]"), Image(url=None)]
        figure = Figure(text="The ferry.\nIda Holm", images=images)
        assert markdown(figure) == "![a \\[ferry\\]](https://news.example/a%20%281%29.jpg)\n\n*The ferry. Ida Holm*"

    def test_embeds_are_links(self) -> None:
        assert markdown(Embed(text="A post\nby A", url="https://p.example/1")) == "[A post by A](https://p.example/1)"
        assert markdown(Embed(text="", url="/1", provider="Posts")) == "[Posts](/1)"
        assert markdown(Embed(text="A post")) == "A post"

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("2 * 3 < 4 ~ [x] `y` \\ z", "2 \\* 3 \\< 4 \\~ \\[x\\] \\`y\\` \\\\ z"),
            ("snake_case but _not_ this", "snake_case but \\_not\\_ this"),
            ("AT&T and &amp; and &#60;", "AT&T and \\&amp; and \\&#60;"),
            ("# no heading", "\\# no heading"),
            ("> no quote", "\\> no quote"),
            ("- no item", "\\- no item"),
            ("1. no item", "1\\. no item"),
            ("2024) no item", "2024\\) no item"),
            ("3.5 per cent in 2024. Then", "3.5 per cent in 2024. Then"),
            ("Under\n====\n----", "Under\\\n\\====\\\n\\----"),
            ("a | b\n:-|-", "a | b\\\n\\:-|-"),
            ("    no code", "no code"),
        ],
    )
    def test_words_do_not_become_markup(self, text: str, written: str) -> None:
        assert markdown(Paragraph(text=text)) == written

    def test_a_heading_keeps_its_last_hash(self) -> None:
        assert markdown(Heading(text="Learning C #", level=2)) == "## Learning C \\#"

    @pytest.mark.parametrize("url", UNSAFE)
    def test_unsafe_urls_stay_out(self, url: str) -> None:
        figure = Figure(text="", images=[Image(url=url, alt="a")])
        assert markdown(Embed(text="Clip", url=url), figure) == "Clip"

    @pytest.mark.parametrize(
        ("url", "written"),
        [
            ("javascript&colon;alert(1)", "javascript&amp;colon;alert%281%29"),
            ("javascript\\:alert(1)", "javascript%5C:alert%281%29"),
            ("/a?b=1&c=2", "/a?b=1&c=2"),
        ],
    )
    def test_a_destination_cannot_turn_into_another(self, url: str, written: str) -> None:
        assert markdown(Embed(text="Clip", url=url)) == f"[Clip]({written})"

    def test_front_matter_and_chrome(self) -> None:
        story = article(title='Say "hi": now', authors=[Author(name="Ida Holm"), Author(name="Bo", role="editor")])
        lines = front_matter(story).splitlines()
        assert (lines[0], lines[-1]) == ("---", "---")
        values = dict(line.split(": ", 1) for line in lines[1:-1])
        assert json.loads(values["title"]) == 'Say "hi": now'
        assert json.loads(values["authors"]) == "Ida Holm; Bo (editor)"
        assert chrome_to_markdown((Chrome(kind="share", text="Share\n# x"),)) == "- **share**\\\n  Share\\\n  \\# x"


class TestHtml:
    def test_every_block_in_its_element(self) -> None:
        picture = Image(url="https://news.example/a.jpg?x=1&y=2", alt='a "ferry"')
        assert html(
            Deck(text="After nine days."),
            Paragraph(text="It sails\nagain."),
            Heading(text="Why", level=1),
            List(text="", items=["a<b", "c"], ordered=True),
            Quote(text="We waited."),
            PullQuote(text="We waited."),
            Table(text="", rows=[["Day", "Boats"], ["Mon"]]),
            Figure(text="The ferry.", images=[picture, Image(url=None)]),
            Embed(text="A post", url="https://posts.example/1"),
            Preformatted(text="\n07:00 <x>"),
            Credit(text="(Editing by A)"),
            Update(text="Full.", time=datetime(2024, 12, 19, 9, 0, tzinfo=UTC)),
        ).splitlines() == [
            '<p class="deck">After nine days.</p>',
            "<p>It sails<br>again.</p>",
            "<h2>Why</h2>",
            "<ol><li>a&lt;b</li><li>c</li></ol>",
            "<blockquote><p>We waited.</p></blockquote>",
            "<aside><blockquote><p>We waited.</p></blockquote></aside>",
            "<table><tr><td>Day</td><td>Boats</td></tr><tr><td>Mon</td></tr></table>",
            '<figure><img src="https://news.example/a.jpg?x=1&amp;y=2" alt="a &quot;ferry&quot;">'
            "<figcaption>The ferry.</figcaption></figure>",
            '<p><a href="https://posts.example/1">A post</a></p>',
            "<pre>",
            "",
            "07:00 &lt;x&gt;</pre>",
            "<p>(Editing by A)</p>",
            '<section><p><time datetime="2024-12-19T09:00:00+00:00">2024-12-19 09:00:00+00:00</time></p>'
            "<p>Full.</p></section>",
        ]

    @pytest.mark.parametrize("url", [*UNSAFE, "javascript&colon;alert(1)", '" onmouseover="alert(1)'])
    def test_a_page_cannot_smuggle_in_a_script_or_an_attribute(self, url: str) -> None:
        nasty = '</p><script>alert(1)</script><p title="'
        figure = Figure(text=nasty, images=[Image(url=url, alt=nasty)])
        story = article(
            Paragraph(text=nasty),
            figure,
            Embed(text=nasty, url=url),
            Table(text="", rows=[[nasty]]),
            title=nasty,
            language='"><script>',
            chrome=[Chrome(kind="footer", text=nasty)],
        )
        written = metadata_to_html(story) + story.to_html() + chrome_to_html(story.chrome)
        elements = list(lxml_html.fromstring(f"<div>{written}</div>").iter())
        assert not [element for element in elements if element.tag == "script"]
        assert {name for element in elements for name in element.attrib} <= {"lang", "src", "alt", "href", "data-kind"}
        addresses = [value for element in elements for value in (element.get("src"), element.get("href")) if value]
        assert not [address for address in addresses if ":" in address]


class TestOverview:
    def test_the_three_parts_stand_apart_in_order(self) -> None:
        story = article(
            Paragraph(text="It sails again."),
            title="Ferry back",
            chrome=[Chrome(kind="caption_furniture", text="1/7\nView gallery", rule="gallery.counter")],
        )
        lines = overview(story).splitlines()
        metadata, body, chrome = (
            next(i for i, line in enumerate(lines) if line.startswith(f"── {name} "))
            for name in ("METADATA", "STORY", "CHROME")
        )
        assert metadata < body < chrome
        assert any("Ferry back" in line for line in lines[metadata:body])
        assert lines[body + 1] == "It sails again."
        assert lines[chrome + 1] == "caption_furniture  1/7 · View gallery  [gallery.counter]"

    def test_a_part_not_asked_for_is_left_out(self) -> None:
        story = article(Paragraph(text="It sails again."), title="Ferry back")
        assert "METADATA" not in overview(story, metadata=False)
        assert "CHROME" not in overview(story, chrome=False)
