from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import Callable

import pytest
from lxml import etree, html

from newsclean import Article, BadOptions, NotAnArticle, Options, WrongInput, clean_text, extract, second_opinion
from newsclean.reading import read

SENTENCE = "The morning ferry to Norholm left an hour late on Monday, its crew said, because of fog over the sound. "
STORY = "<h1>Ferry is late</h1>" + f"<p>{SENTENCE * 3}</p>" * 4


def codes(article: Article) -> set[str]:
    return {warning.code for warning in article.warnings}


# --- what is no page, or a hostile one -----------------------------------------------------------------------

HOSTILE: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "nested divs": (lambda: "<div>" * 100_000 + "x", "nesting_cut"),
    "nested lists": (lambda: "<ul><li>a" * 5_000, "nesting_cut"),
    "nested blockquotes": (lambda: "<blockquote>a" * 5_000, "nesting_cut"),
    "nested inline elements": (lambda: "<span>a" * 10_000, "nesting_cut"),
    "nested bold and font": (lambda: "<b><font>a" * 5_000, "nesting_cut"),
    "colspan": (lambda: "<table><tr><td colspan=9e15>a<td rowspan='99999999999'>b</table>", "span_ignored"),
    "attributes": (lambda: "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">a", "attributes_cut"),
    "NULs": (lambda: "<p>\0a" * 50, "controls_dropped"),
    "NUL bytes": (lambda: b"<p>\0a" * 50, "controls_dropped"),
    "lone surrogates": (lambda: "<p>Fog \ud800 over \udfff", "surrogates_replaced"),
    "PDF": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "not_html"),
    "PDF as text": (lambda: "%PDF-1.7\n%\ufffd\n1 0 obj", "not_html"),
    "PNG": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "not_html"),
    "gzip": (lambda: gzip.compress(STORY.encode()), "not_html"),
    "compressed bytes without a magic number": (lambda: random.Random(5).randbytes(3_000), "not_html"),
    "deflate": (lambda: zlib.compress(random.Random(5).randbytes(2_000))[2:], "not_html"),
    "binary data as text": (lambda: random.Random(5).randbytes(3_000).decode("latin-1"), "not_html"),
    "empty string": (lambda: "", "empty"),
    "no bytes": (lambda: b"", "empty"),
    "white space": (lambda: " \n\t\r\n ", "empty"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_gives_an_article_with_a_warning(name: str) -> None:
    make, code = HOSTILE[name]
    article = extract(make())
    assert code in codes(article)
    assert all(warning.detail for warning in article.warnings)
    assert article.reason or article.blocks
    assert Article.model_validate_json(article.model_dump_json()) == article


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>" + SENTENCE * 20_000, 20_000 * len(SENTENCE.split())),
        ("<p>" + "x" * 2_000_000, 1),
        ("<p>a" * 5_000, 5_000),
        ("<table>" + "<tr><td>a<td>b" * 3_000 + "</table>", 6_000),
        ("<blockquote>a</blockquote>" * 5_000, 5_000),
        ("<p>" + "<b>a</b> " * 10_000, 10_000),
    ],
    ids=["long text", "long word", "siblings", "rows", "quotes", "inline elements"],
)
def test_a_page_of_one_huge_shape_keeps_its_words(page: str, words: int) -> None:
    article = extract(page)
    placed = [part.text for part in (*article.blocks, *article.chrome)]
    assert sum(len(text.split()) for text in placed) == words


def test_lone_surrogates_in_json_ld_become_text_that_can_be_written() -> None:
    ld = '{"@type":"NewsArticle","headline":"Fog \\ud800 at sea","keywords":["\\udc00 fog"]}'
    article = extract(f'<script type="application/ld+json">{ld}</script>{STORY}')
    assert "ud800" not in article.model_dump_json()


@pytest.mark.parametrize("taken", [extract, clean_text])
def test_lone_surrogates_in_an_address_become_text_that_can_be_written(taken: Callable[..., Article]) -> None:
    article = taken(STORY, url="https://news.example/\udc80")
    assert "surrogates_replaced" in codes(article)
    assert Article.model_validate_json(article.to_json()).url == "https://news.example/\ufffd"


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="http://[x">',
        '<meta property="og:url" content="//[">',
        '<meta property="og:image" content="http://[x">',
        '<base href="http://[x">',
        '<iframe src="//["></iframe><video src="http://["></video>',
        '<a href="http://[x">Ferry</a>',
    ],
)
def test_an_address_that_is_none_is_survived(head: str) -> None:
    assert SENTENCE.strip() in extract(head + STORY, url="https://news.example/a").text


def test_a_page_without_a_story_says_so() -> None:
    article = extract("<nav><a href=/>Home</a> <a href=/asia>Asia</a></nav>")
    assert article.kind == "other"
    assert article.confidence < 0.3
    assert article.reason


# --- what is given ---------------------------------------------------------------------------------------------


def test_an_element_is_read_as_it_stands_and_paths_lead_into_it() -> None:
    root = html.document_fromstring(f"<body><div id=x>{STORY}</div></body>")
    article = extract(root)
    assert article.charset.decided_by == "given"
    assert [root.xpath(block.xpath)[0].text_content().strip() for block in article.blocks] == [
        block.text for block in article.blocks
    ]


def test_an_xhtml_tree_is_read_like_html() -> None:
    page = f"<html xmlns='http://www.w3.org/1999/xhtml'><body>{STORY}</body></html>"
    assert extract(etree.fromstring(page)).text == extract(page).text


def test_a_tree_deeper_than_any_parser_makes_is_read() -> None:
    root = inner = etree.Element("html")
    for name in ("body", *["div"] * 5_000, "p"):
        inner = etree.SubElement(inner, name)
    inner.text = SENTENCE * 4
    article = extract(root)
    assert article.text == (SENTENCE * 4).strip()
    assert root.xpath(article.blocks[0].xpath) == [inner]


@pytest.mark.parametrize("page", [None, 3, ["<p>"], etree.ElementTree(etree.Element("p")), etree.Comment("x")])
def test_another_type_is_refused(page: object) -> None:
    with pytest.raises(WrongInput, match="extract takes"):
        extract(page)


def test_a_tree_is_told_to_give_its_root() -> None:
    with pytest.raises(WrongInput, match=r"\.getroot\(\)"):
        extract(etree.ElementTree(etree.Element("p")))


@pytest.mark.parametrize("wrap", [bytes, bytearray, memoryview])
def test_bytes_may_be_of_any_kind(wrap: Callable[[bytes], object]) -> None:
    assert extract(wrap(STORY.encode())).text == extract(STORY).text


def test_the_content_type_tells_the_charset() -> None:
    page = "<p>Ein Zug fährt über die Brücke, später größere Züge für Österreich.</p>".encode("windows-1252")
    article = extract(page, content_type="text/html; charset=windows-1252")
    assert article.charset.decided_by == "http"
    assert "Brücke" in article.blocks[0].text


def test_the_url_makes_links_absolute() -> None:
    page = STORY + '<aside class="related"><h3>Related</h3><a href="/fog">Fog closes the harbour of Norholm</a></aside>'
    assert [link.url for link in extract(page, url="https://news.example/x/y").related] == ["https://news.example/fog"]


# --- options ---------------------------------------------------------------------------------------------------


def test_precision_keeps_no_more_than_balanced_and_recall_no_less() -> None:
    boxes = f"<div class=box><p>{SENTENCE}</p></div><div><p>Ferries, trains and all that.</p></div>"
    kept = [
        sum(len(block.text) for block in extract(STORY + boxes, options=Options(mode=mode)).blocks)
        for mode in ("precision", "balanced", "recall")
    ]
    assert kept == sorted(kept)


def test_mojibake_stays_where_repair_is_off() -> None:
    page = STORY + "<p>The minister said that it didnâ€™t matter, and that he wouldnâ€™t go.</p>"
    repaired = extract(page)
    assert "didn’t" in repaired.text
    assert repaired.repairs
    left = extract(page, options=Options(repair=False))
    assert "didnâ€™t" in left.text
    assert not left.repairs


def test_readability_is_asked_only_where_that_is_wished(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(second_opinion, "ask", lambda root, layout: asked.append(root) or frozenset())
    doubtful = "<div>A few words.</div>"
    extract(doubtful, options=Options(second_opinion=False))
    assert not asked
    extract(doubtful)
    assert asked


def test_a_page_too_large_for_readability_is_not_put_to_it() -> None:
    reading = read("<p>a" * (second_opinion.MOST_ELEMENTS + 1))
    warning = second_opinion.declined(reading.root, reading.layout)
    assert warning is not None
    assert warning.code == "no_second_opinion"
    assert second_opinion.ask(reading.root, reading.layout) == frozenset()
    small = read(STORY)
    assert second_opinion.declined(small.root, small.layout) is None


@pytest.mark.parametrize("page", ["", "<p data-newsclean=x>A word</p>", "<p>&#1;</p>", "<div class=comment>a</div>"])
def test_readability_never_raises_and_never_prints(page: str, capfd: pytest.CaptureFixture[str]) -> None:
    reading = read(page)
    assert second_opinion.ask(reading.root, reading.layout) <= {block.index for block in reading.layout.blocks}
    assert capfd.readouterr() == ("", "")


def test_the_story_of_json_ld_is_taken_only_where_that_is_wished() -> None:
    ld = '{"@type":"NewsArticle","headline":"Ferry is late","articleBody":"' + SENTENCE * 8 + '"}'
    page = f'<script type="application/ld+json">{ld}</script><div id="app"></div>'
    assert extract(page).text_source == "json_ld"
    refused = extract(page, options=Options(structured_fallback=False))
    assert (refused.text_source, refused.text) == ("dom", "")


@pytest.mark.parametrize("headline", ["The harbour bridge is open again", "The harbour bridge is op..."])
def test_a_locked_page_that_shows_only_a_deck_and_a_biography_gives_the_story_of_its_json_ld(headline: str) -> None:
    ld = '{"@type":"NewsArticle","headline":"' + headline + '","articleBody":"' + SENTENCE * 20 + '"}'
    shown = "Ada Quill watched the first cars roll over the river on Monday, eleven months after a flood. "
    bio = "Ada Quill joined the Elm Post in 2014 and writes about roads, rivers and the people who live beside them. "
    page = f"""<script type="application/ld+json">{ld}</script><h1>The harbour bridge is open again</h1>
    <div><p>{shown * 2}</p></div><div><p>{bio * 2}</p></div>"""
    assert extract(page).text_source == "json_ld"
    assert extract(page.replace(f'"{headline}"', '"Ten recipes for a cold day"')).text_source == "dom"


def test_strict_raises_where_there_is_no_story() -> None:
    with pytest.raises(NotAnArticle) as caught:
        extract("", options=Options(strict=True))
    assert caught.value.reason == extract("").reason
    assert extract(STORY, options=Options(strict=True)) == extract(STORY)


@pytest.mark.parametrize("taken", [extract, clean_text])
def test_strict_raises_for_words_that_are_no_story(taken: Callable[..., Article]) -> None:
    with pytest.raises(NotAnArticle) as caught:
        taken("Hello world", options=Options(strict=True))
    assert caught.value.reason == taken("Hello world").reason


def test_an_unknown_option_is_an_error() -> None:
    with pytest.raises(BadOptions):
        Options(mood="precision")


@pytest.mark.parametrize("taken", [extract, clean_text])
@pytest.mark.parametrize("options", [{}, "precision", Options().model_copy(update={"mode": "zzz"})])
def test_what_is_no_options_is_an_error(taken: Callable[..., Article], options: object) -> None:
    with pytest.raises(BadOptions):
        taken(STORY, options=options)


@pytest.mark.parametrize(
    ("taken", "argument", "advice"),
    [
        (extract, {"url": 5}, "url is a int: give a str"),
        (extract, {"url": b"https://news.example/"}, r"url is a bytes: give url.decode\(\)"),
        (extract, {"content_type": b"text/html"}, "content_type is a bytes"),
        (extract, {"site": {}}, "site is a dict: give a frozen SiteModel"),
        (clean_text, {"url": 5}, "url is a int"),
        (clean_text, {"language": 5}, "language is a int"),
    ],
)
def test_an_argument_of_another_type_is_refused(
    taken: Callable[..., Article], argument: dict[str, object], advice: str
) -> None:
    with pytest.raises(WrongInput, match=advice):
        taken(STORY, **argument)


def test_a_second_opinion_counts_only_where_it_read_the_same_story() -> None:
    words = "and voted to dredge the basin of the port"
    reading = read("".join(f"<p>The board met on day {n} {words}.</p>" for n in range(9)))
    story = frozenset(range(4))

    def agrees(kept: range) -> bool:
        return second_opinion.agrees(frozenset(kept), story, reading.layout, reading.measures)

    assert [agrees(range(1, 6)), agrees(range(4, 8)), agrees(range(9)), agrees(range(0))] == [True, False, False, False]
