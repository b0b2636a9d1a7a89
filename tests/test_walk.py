"""Every text node goes into one block; inline spaces are neither lost nor invented."""

from __future__ import annotations

import pytest

from newsclean.blocks import Block, Shape
from newsclean.tree import parse
from newsclean.walk import walk


def blocks(html: str) -> list[Block]:
    return list(walk(parse(html).root).blocks)


def texts(html: str) -> list[str]:
    return [block.text for block in blocks(html) if block.text]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>The <b>big</b> bridge, <i>re</i>opened.</p>", ["The big bridge, reopened."]),
        ("<p>J<small>OHN</small> Roe</p>", ["JOHN Roe"]),
        ("<p><span>T</span>he ferry</p>", ["The ferry"]),
        ("<p>Rain&nbsp;fell\n on   Monday</p>", ["Rain fell on Monday"]),
        ("<div>One line<br>and another</div>", ["One line\nand another"]),
        ("<div>One paragraph<br> <br/>and another</div>", ["One paragraph", "and another"]),
        ("<div>Bare text<p>A paragraph</p>and a tail</div>", ["Bare text", "A paragraph", "and a tail"]),
        ("<div><span>Inline <p>block in it</p> after</span></div>", ["Inline", "block in it", "after"]),
        ("<dl><dt>Depth</dt><dd>Nine metres</dd></dl>", ["Depth", "Nine metres"]),
        ("<p>Bundes\u00adregierung</p>", ["Bundesregierung"]),
        ("<x-card>Custom</x-card><x-card>elements</x-card>", ["Custom", "elements"]),
    ],
)
def test_inline_spaces_are_neither_lost_nor_invented(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div><a href=/a>Home</a><a href=/b>News</a></div>", "Home News"),
        ("<div><span>5 May 2031</span><span>By Jane Roe</span></div>", "5 May 2031 By Jane Roe"),
        ("<div><span>USA</span><span>Regierung</span></div>", "USA Regierung"),
        ("<div><span>Filed under:</span><a href=/t>trains</a></div>", "Filed under: trains"),
        ("<div><span>10:</span><span>30</span></div>", "10:30"),
        ("<li>Home<span class='material-icons'>expand_more</span></li>", "Home expand_more"),
        ("<div><button>Share</button><button>Save</button></div>", "Share Save"),
        ("<div><span><a href=/fr><b>fran</b></a></span><span><a href=/de>alem</a></span></div>", "fran alem"),
        ("<div><span><time>May 2031</time></span><span><a href=#n>0 notes</a></span></div>", "May 2031 0 notes"),
        ("<p>the <span><a href=/a>Norholm</a></span><span>er</span> ferry</p>", "the Norholmer ferry"),
    ],
)
def test_things_side_by_side_are_not_fused(html: str, expected: str) -> None:
    assert texts(html) == [expected]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>The harbour mas<wbr>ter of Elm<wbr>Island.<p>Next", ["The harbour master of ElmIsland.", "Next"]),
        ("<div>One <wbr>two<br><br>three<wbr>four</div>", ["One two", "threefour"]),
        ("<p>One<embed src=x.swf><p>Two<p>Three", ["One", "Two", "Three"]),
        ("<picture><source srcset=a><source srcset=b><img src=c></picture><p>After", ["After"]),
    ],
)
def test_nothing_is_lost_behind_void_elements_that_libxml2_takes_for_containers(
    html: str, expected: list[str]
) -> None:
    assert texts(html) == expected


def test_pictures_and_players_behind_or_in_void_elements_are_found() -> None:
    page = "<picture><source srcset=a.webp><img src=c.jpg></picture><p>Text<embed src=x.swf>"
    assert [block.media.url for block in blocks(page) if block.media] == ["c.jpg", "x.swf"]


def test_a_link_around_blocks_is_a_link_in_each() -> None:
    heading, teaser = blocks("<a href=/story><h3>Ferry late</h3><p>Crew ill</p></a>")
    assert [anchor.url for anchor in (*heading.anchors, *teaser.anchors)] == ["/story", "/story"]
    assert heading.link_chars == len("Ferry late")


@pytest.mark.parametrize(
    ("html", "shape"),
    [
        ("<li>Item", Shape.LIST_ITEM),
        ("<ul><li><p>Item", Shape.LIST_ITEM),
        ("<blockquote><p>Said", Shape.QUOTE),
        ("<table><tr><td>Cell", Shape.CELL),
        ("<figure><figcaption>A boat", Shape.CAPTION),
        ("<pre>a  b", Shape.PREFORMATTED),
        ("<div role=heading aria-level=3>Rain", Shape.HEADING),
        ("<p><button>Share</button>", Shape.CONTROL),
    ],
)
def test_shape_follows_the_markup(html: str, shape: Shape) -> None:
    assert next(block for block in blocks(html) if block.text).shape is shape


def test_an_open_button_does_not_swallow_the_story() -> None:
    story = blocks("<button>Menu<div><p>The ferry to Norholm left an hour late.</p></div>")
    assert story[-1].shape is Shape.PARAGRAPH


def test_preformatted_text_keeps_its_spaces() -> None:
    assert texts("<pre>a  b\n  c</pre>") == ["a  b\n  c"]


@pytest.mark.parametrize("attribute", ["hidden", "style='display: none'"])
def test_hidden_elements_give_hidden_blocks(attribute: str) -> None:
    seen, unseen = blocks(f"<p>Seen</p><div {attribute}><p>Unseen</p></div>")
    assert (seen.hidden, unseen.hidden) == (False, True)


def test_a_hidden_word_does_not_stand_in_its_sentence() -> None:
    found = blocks("<p>Rain <span hidden>secret</span> fell</p>")
    assert [(block.text, block.hidden) for block in found] == [("Rain", False), ("secret", True), ("fell", False)]


def test_the_reading_of_a_ruby_is_no_part_of_the_words_that_it_explains() -> None:
    ruby = "<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>の<ruby>橋<rt>はし</rt></ruby>が開通した。"
    assert texts(f"<p>{ruby}</p>") == ["港の橋が開通した。"]


def test_scripts_and_styles_give_no_text() -> None:
    assert texts("<p>Rain</p><script>var a = 'no'</script><style>p {}</style><svg><text>no</text></svg>") == ["Rain"]


@pytest.mark.parametrize(
    ("image", "url"),
    [
        ("<img src=/boat.jpg>", "/boat.jpg"),
        ("<img src='data:image/gif;base64,R0' data-src=/boat.jpg>", "/boat.jpg"),
        ("<picture><img srcset='/s.jpg 320w, /l.jpg 1280w'></picture>", "/l.jpg"),
    ],
)
def test_lazy_images_are_found(image: str, url: str) -> None:
    (block,) = blocks(f"<figure>{image}</figure>")
    assert block.media is not None
    assert block.media.url == url


def test_ten_thousand_nested_elements_are_walked_without_recursion() -> None:
    html = "<div>" * 1_500 + "deep" + "</div>" * 1_500
    assert texts(html) == ["deep"]


def test_spans_cover_the_blocks_of_a_scope() -> None:
    layout = walk(parse("<div id=a><p>One<p>Two</div><p>Three").root)
    scope = next(scope for scope in layout.scopes if scope.tag == "div")
    first, end = layout.spans[scope.index]
    assert [block.text for block in layout.blocks[first:end]] == ["One", "Two"]
