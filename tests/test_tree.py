from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsclean.tree import Paths, parse


def words(page: str) -> list[str]:
    """The words of a page's body, those of script and style left out."""
    body = parse(page).root.find("body")
    assert body is not None
    return [word for text in body.xpath(".//text()[not(parent::script or parent::style)]") for word in text.split()]


def codes(page: str) -> list[str]:
    return [warning.code for warning in parse(page).warnings]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>One</p></html><p>two</p>",
        "<html><body><p>One</p></body></html><p>two</p></body></html>",
        "<html><body><p>One</p></body><p>two</p>",
        "<body><p>One</p></BODY ></HTML\n><div>two</div>",
        "<body><p>One</p></body></html><!-- a saved copy --><html><body><p>two</p></body></html>",
        "<body><p>One</p></body></html><!--> <p>two</p>",
    ],
)
def test_what_follows_an_early_end_of_the_page_is_kept(page: str) -> None:
    assert words(page) == ["One", "two"]


@pytest.mark.parametrize("page", ["<p>One</body>\x00 “two”", "<p>One\x0b</p></body><p>two", "<td colspan=9e15>One two"])
def test_a_page_whose_bytes_are_at_hand_is_read_the_same(page: str) -> None:
    (root, warnings), (of_bytes, again) = parse(page), parse(page, page.encode())
    assert etree.tostring(of_bytes) == etree.tostring(root)
    assert again == warnings


def test_script_after_the_end_of_the_page_is_kept_for_the_metadata() -> None:
    root = parse("<p>One</p></body></html><script type='application/ld+json'>{}</script>").root
    assert [script.text for script in root.iter("script")] == ["{}"]


@pytest.mark.parametrize(
    "opaque",
    [
        "<script>document.write('</body></html>')</script>",
        "<style>/* </body> */</style>",
        "<textarea></html></textarea>",
        "<SCRIPT type=x>'</html>'</SCRIPT>",
    ],
)
def test_an_end_of_the_page_inside_script_or_the_like_is_left_alone(opaque: str) -> None:
    root = parse(f"<body>{opaque}<p>One</p></body></html><p>two</p>").root
    assert "</" in root.find("body")[0].text
    assert [paragraph.text for paragraph in root.iter("p")] == ["One", "two"]


def test_an_end_of_the_page_inside_a_comment_ends_nothing() -> None:
    assert words("<body><p>One</p><!-- </body></html> --><p>two</p></body></html>") == ["One", "two"]


def test_a_page_that_ends_once_is_parsed_as_written() -> None:
    root = parse("<html><head><title>Ferry</title></head><body><p>One</p></body></html>\n<!-- 0.2 s -->\n").root
    assert [child.tag for child in root] == ["head", "body"]


def test_an_attribute_that_holds_an_end_of_the_page_stays_whole() -> None:
    root = parse("<body><iframe srcdoc='<body>x</body>' title='Map'></iframe><p>One</p></body></html><p>two").root
    assert root.find(".//iframe").get("title") == "Map"
    assert [paragraph.text for paragraph in root.iter("p")] == ["One", "two"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One <a href=x>two <p>three</p> four</a> five</p>", "One two three four five"),
        ("<a href=1>One <a href=2>two</a> three</a> four", "One two three four"),
        ("<p>One <table><tr><td>two</td></tr></table> three</p>", "One two three"),
        ("<table>One<tr><td>two</td></tr>three</table>", "One two three"),
        ("<tr><td>One</td></tr><td>two", "One two"),
        ("<ul>One<li>two<ul><li>three</ul>four</ul>five", "One two three four five"),
        ("<h2>One<p>two</p>three</h2>four", "One two three four"),
        ("<b>One<p>two</b> three</p>four", "One two three four"),
        ("<p>One</p></p>two</br>three</div>four", "One two three four"),
        ("<form>One<form>two</form>three</form>four", "One two three four"),
        ("<button>One<button>two</button></button>three", "One two three"),
        ("<select><option>One<p>two</p></select>three", "One two three"),
        ("<head>One<div>two</div></head><body>three", "One two three"),
        ("<body>One<head><title></title></head>two<body>three", "One two three"),
        ("<p>One <o:p>two</o:p> <x-card>three</x-card>", "One two three"),
        ("<p>One<![CDATA[ never shown ]]> two", "One two"),
        ("<p>One &lt; two <3 & three", "One < two <3 & three"),
        ("<div <p>One</div>two", "Onetwo"),
        ("<template><p>One</p></template><noscript>two</noscript>", "One two"),
        ("<?php echo 1 ?>One<?xml-stylesheet x?> two", "One two"),
    ],
)
def test_markup_that_html_forbids_loses_no_word(page: str, expected: str) -> None:
    assert "".join(words(page)) == expected.replace(" ", "")


@pytest.mark.parametrize("page", ["", " \n", "\0", "<!doctype html>", "<!-- x -->", "</b></i>", "<html>", "<![CDATA["])
def test_a_page_of_nothing_has_an_empty_body(page: str) -> None:
    root = parse(page).root
    assert root.tag == "html"
    assert root.find("body") is not None
    assert "".join(root.itertext()).strip() == ""


def test_text_without_markup_stands_in_the_body() -> None:
    assert parse("The ferry is late.").root.find("body").text == "The ferry is late."


def test_a_frameset_gets_no_body() -> None:
    root = parse("<frameset><frame src=a><noframes>Go to the plain page.</noframes></frameset>").root
    assert root.find("body") is None
    assert root.findtext(".//noframes") == "Go to the plain page."


@pytest.mark.parametrize("declared", ["utf-16", "windows-1251", "no-such-charset"])
def test_a_declared_encoding_does_not_apply_to_text(declared: str) -> None:
    page = f"<?xml version='1.0' encoding='{declared}'?><meta charset={declared}><p>Fähre “Luna”"
    assert words(page) == ["Fähre", "“Luna”"]


def test_control_characters_go_and_what_mojibake_repair_needs_stays() -> None:
    assert parse("<p>a\0b\x01c\x0bd\x1fe").root.findtext(".//p") == "abcde"
    assert parse("<p>a\tb\nc\x0cd").root.findtext(".//p") == "a\tb\nc\x0cd"
    assert parse("<p>â\x80\x99 Ã\xa0 \x85").root.findtext(".//p") == "â\x80\x99 Ã\xa0 \x85"


def test_surrogates_are_paired_or_replaced() -> None:
    assert parse("<p>a\ud83d\ude00b\ud800c").root.findtext(".//p") == "a\U0001f600b\ufffdc"


def test_numeric_references_to_c1_are_windows_1252_as_html_asks() -> None:
    assert parse("<p>&#153;&#x92;&#129;&acirc;&euro;&trade;").root.findtext(".//p") == "™’\x81â€™"


@pytest.mark.parametrize("tag", ["div", "span", "ul><li", "blockquote", "b><font", "x-card", "table><tr><td"])
def test_of_nesting_too_deep_no_word_is_lost(tag: str) -> None:
    names = tag.split("><")[::-1]
    closing = "".join(f"</{name}>" for name in names) + " out"
    page = "".join(f"<{tag}>in{n} " for n in range(3_000)) + closing * 2 + "<!-- <div> --><script>'<div>'</script>"
    assert words(page) == [*(f"in{n}" for n in range(3_000)), "out", "out"]
    assert codes(page) == ["nesting_cut"]


def test_a_thousand_wrappers_are_no_trouble() -> None:
    page = "<div>" * 1_900 + "<p>One</p>" + "</div>" * 1_900 + "<p>two</p>"
    assert words(page) == ["One", "two"]
    assert codes(page) == []


def test_a_tag_of_a_hundred_thousand_attributes_is_stripped_with_a_warning() -> None:
    # libxml2 compares each attribute with all before it: two minutes for this page.
    page = "<p>One</p><p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">two</p><p>three</p>"
    assert words(page) == ["One", "two", "three"]
    assert codes(page) == ["attributes_cut"]


def test_one_long_attribute_is_no_bomb() -> None:
    page = "<p title='" + "long " * 20_000 + "' class=lead>One</p>"
    assert parse(page).root.find(".//p").get("class") == "lead"
    assert codes(page) == []


@pytest.mark.parametrize(
    "piece",
    ["<b>", "</b>", "<a", "<!--", "&#", "&amp", "</body>", "</body>x", "</body", "<script>", "<p>x", "<![CDATA"],
)
def test_hostile_text_gives_a_tree_in_bounded_time(piece: str) -> None:
    assert parse(piece * (1_000_000 // len(piece))).root.tag == "html"


@given(st.text(st.sampled_from("<>/!-bodyhtmlscript \"'=&;x\0\ud800é\x9d"), max_size=200))
def test_any_text_gives_a_tree(text: str) -> None:
    root = parse(text).root
    assert root.tag == "html"
    assert root.find("body") is not None or root.find("frameset") is not None


def test_paths_find_their_elements() -> None:
    root = parse("<div><p>One<p>two<o:p>three</o:p></div><div><a-b>four</a-b></div>").root
    paths = Paths()
    for element in root.iter():
        assert root.xpath(paths(element)) == [element]
        assert paths(element) == Paths()(element)
    assert paths(root.find(".//div")[1]) == "/html/body/div[1]/p[2]"
