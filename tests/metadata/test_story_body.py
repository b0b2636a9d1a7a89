from __future__ import annotations

import pytest

from newsclean.metadata.story_body import body_paragraphs


def paragraphs(*texts: str) -> tuple[tuple[str, str], ...]:
    return tuple(("paragraph", text) for text in texts)


@pytest.mark.parametrize("mark", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n", "<br>", "<br/><br />", "\\n\\n"])
def test_every_kind_of_break_ends_a_paragraph(mark: str) -> None:
    assert body_paragraphs(f"It rained.{mark}Then it snowed.") == paragraphs("It rained.", "Then it snowed.")


def test_html_keeps_kinds() -> None:
    body = "<h2>Rain</h2><p>It rained &amp; <b>sno</b>wed.</p><ul><li>hail</li></ul>"
    body += "<blockquote><p>“Wet.”</p></blockquote>"
    assert body_paragraphs(body) == (
        ("heading", "Rain"),
        ("paragraph", "It rained & snowed."),
        ("list_item", "hail"),
        ("quote", "“Wet.”"),
    )


def test_escaped_html_is_html() -> None:
    escaped = "&lt;p&gt;It rained.&lt;/p&gt;&lt;p&gt;It snowed.&lt;/p&gt;"
    assert body_paragraphs(escaped) == paragraphs("It rained.", "It snowed.")


def test_line_breaks_inside_html_paragraphs_are_spaces() -> None:
    assert body_paragraphs("<p>It\nrained.</p>") == paragraphs("It rained.")


def test_wrapped_plain_text_is_joined() -> None:
    wrapped = "The harbour froze in\nthe night between two\nand four, when nobody\nwas there.\n\n"
    whole = "The harbour froze in the night between two and four, when nobody was there."
    assert body_paragraphs(wrapped * 3) == paragraphs(whole, whole, whole)


def test_scripts_and_figures_are_left_out() -> None:
    body = "<p>It rained.</p><script>var a = '<p>';</script><figure>A pier</figure>"
    assert body_paragraphs(body) == paragraphs("It rained.")


def test_comparison_signs_are_no_markup() -> None:
    assert body_paragraphs("Rain < snow, and 3 &lt; 4.") == paragraphs("Rain < snow, and 3 < 4.")


def test_nothing_gives_nothing() -> None:
    assert body_paragraphs(" \n ") == ()


HOSTILE = ["<script>" * 20_000, "<!--" * 50_000, "<p " * 50_000, "&" * 100_000, "</li>" * 50_000, "<li>" * 50_000]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_ends(hostile: str) -> None:
    assert isinstance(body_paragraphs(hostile), tuple)
