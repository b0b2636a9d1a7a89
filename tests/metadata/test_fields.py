"""The fields that have one small rule each: publisher, section, tags, language, URL, pictures, videos, labels."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from newsclean.addresses import absolute_url
from newsclean.labels import Label
from newsclean.metadata.agency import find_agency
from newsclean.metadata.canonical import find_canonical
from newsclean.metadata.dateline import split_dateline
from newsclean.metadata.deck import find_deck
from newsclean.metadata.images import find_lead_image
from newsclean.metadata.kicker import find_kicker
from newsclean.metadata.labelled import by_label
from newsclean.metadata.language import find_language, normalised, script_of
from newsclean.metadata.publisher import find_publisher
from newsclean.metadata.section import find_section
from newsclean.metadata.tags import find_tags
from newsclean.metadata.videos import find_videos

Read = Callable[[str], Any]
TITLE = "<h1>Ferry sinks off Norholm</h1>"
URL = "https://www.news.example/coast/ferry"


def ld(**fields: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | fields)}</script>'


def labelled(page: Any, **texts: Label) -> Any:
    """Parts of the page by label; `texts` maps the first word of a block to its label."""
    labels: Sequence[Label] = [texts.get(block.text.partition(" ")[0], Label.OTHER) for block in page.layout.blocks]
    return by_label(page.layout, labels)


def value(found: Any) -> Any:
    return found.value if found else None


# --- publisher ---------------------------------------------------------------------------------------------------


def test_the_site_name_comes_before_the_company(read: Read) -> None:
    markup = '<meta property="og:site_name" content="The Daily Example">' + ld(publisher={"name": "Example Holdings"})
    assert value(find_publisher(read(markup).declared)) == "The Daily Example"
    assert value(find_publisher(read(ld(publisher={"name": "Example Holdings"})).declared)) == "Example Holdings"


@pytest.mark.parametrize("name", ["Ferry sinks off Norholm", "https://news.example", "@dailyexample", "x" * 100])
def test_what_is_no_site_name(read: Read, name: str) -> None:
    page = read(f'<meta property="og:site_name" content="{name}">{TITLE}')
    assert find_publisher(page.declared, page.headline.text) is None


def test_the_site_may_be_named_in_the_title_alone(read: Read) -> None:
    page = read("<title>Ferry sinks :: Coast :: Norholm News</title><h1>Ferry sinks</h1>")
    assert find_publisher(page.declared, page.headline.text) == ("Norholm News", "title")
    turned = read("<title>渡船沉没_海岸_诺港新闻网</title><h1>渡船沉没</h1>")
    assert value(find_publisher(turned.declared, turned.headline.text)) == "诺港新闻网"


# --- section -----------------------------------------------------------------------------------------------------


def test_the_section_of_the_story(read: Read) -> None:
    assert value(find_section(read(ld(articleSection=["Coast", "News"])).declared, read("").layout)) == "Coast"
    meta = read('<meta property="article:section" content="Coast">')
    assert value(find_section(meta.declared, meta.layout)) == "Coast"


def test_the_section_is_the_last_step_of_a_breadcrumb_but_the_story_itself(read: Read) -> None:
    names = ("Home", "News", "Coast", "Ferry sinks off Norholm")
    steps = [{"@type": "ListItem", "position": n, "name": name} for n, name in enumerate(names, 1)]
    block = json.dumps({"@type": "BreadcrumbList", "itemListElement": steps})
    page = read(f'<script type="application/ld+json">{block}</script>{TITLE}')
    assert value(find_section(page.declared, page.layout, page.block, page.headline.text)) == "Coast"


def test_the_visible_breadcrumb_is_the_last_resort(read: Read) -> None:
    page = read(f'<div class="breadcrumb"><a href="/">Home</a> <a href="/coast">Coast</a></div>{TITLE}')
    assert value(find_section(page.declared, page.layout, page.block, page.headline.text)) == "Coast"


# --- tags --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "tags"),
    [
        (ld(keywords=["Rain", "Wind", "rain"]), ("Rain", "Wind")),
        (ld(keywords="Rain, Wind; Snow"), ("Rain", "Wind", "Snow")),
        (ld(keywords=["Rain, heavy", "Wind"]), ("Rain, heavy", "Wind")),
        (ld(keywords=[{"@type": "DefinedTerm", "name": "Rain"}]), ("Rain",)),
        ('<meta name="keywords" content="Storm"><meta property="article:tag" content="Rain">', ("Rain",)),
        ('<meta name="news_keywords" content="#rain,_internal,100312362">', ("rain",)),
    ],
)
def test_topics(read: Read, markup: str, tags: tuple[str, ...]) -> None:
    assert value(find_tags(read(markup).declared)) == tags


def test_the_links_of_the_tag_box_are_topics(read: Read) -> None:
    page = read(f"{TITLE}<p>Topics <a href=/t/rain>Rain</a> <a href=/t/wind>Wind</a></p>")
    assert value(find_tags(page.declared, labelled(page, Topics=Label.TAGS))) == ("Rain", "Wind")


# --- language ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "normal"),
    [("en_us", "en-US"), ("DE", "de"), ("zh-hant-TW", "zh-Hant-TW"), ("pt-br.utf8", "pt-BR"), ("English", None),
     ("", None), ("und", None), ("es-419", "es-419")],
)  # fmt: skip
def test_language_tags(tag: str, normal: str | None) -> None:
    assert normalised(tag) == normal


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("en", "The ferry sank.", "en"),
        ("en", "Паром затонул, но все были спасены.", "ru"),
        ("uk", "Паром затонув біля берега.", "uk"),
        ("en", "轮渡在海岸附近沉没了。", "zh"),
        ("en", "フェリーが沈没した。", "ja"),
        ("fa", "کشتی غرق شد", "fa"),
        ("en-US", "غرقت العبارة", "ar"),
        ("sr-Latn", "Trajekt je potonuo.", "sr-Latn"),
        ("ru", "Ferry operator Norholm said on Monday", "ru"),
        ("de", "Die Fähre „Ägir“ sank, 30 € Schaden.", "de"),
        (None, "เรือเฟอร์รีจม", "th"),
        (None, "The ferry sank.", None),
    ],
)
def test_the_script_overrules_a_default_of_the_template(
    read: Read, declared: str | None, text: str, language: str | None
) -> None:
    page = read(f'<html lang="{declared}"><p>x</p>' if declared else "<p>x</p>")
    assert value(find_language(page.declared, text)) == language


def test_a_language_that_does_not_fit_gives_way_to_one_that_does(read: Read) -> None:
    page = read('<html lang="en"><meta property="og:locale" content="bg_BG">')
    assert value(find_language(page.declared, "Фериботът потъна.")) == "bg-BG"


def test_a_sentence_with_a_foreign_word_keeps_its_script() -> None:
    assert script_of("The word паром means ferry, the captain said") is None


# --- URL ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "url", "expected"),
    [
        ('<link rel="canonical" href="/coast/ferry-sinks">', URL, "https://www.news.example/coast/ferry-sinks"),
        ('<meta property="og:url" content="https://news.example/f">', URL, "https://news.example/f"),
        ('<link rel="canonical" href="https://news.example/">', URL, URL),
        ('<link rel="canonical" href="https://elsewhere.example.org/f">', URL, URL),
        ('<link rel="canonical" href="https://m.news.example/f">', URL, "https://m.news.example/f"),
        ('<link rel="canonical" href="http://[broken">', URL, URL),
        ('<link rel="canonical" href="javascript:void(0)">', None, None),
        ('<link rel="canonical" href="/only/a/path">', None, None),
        ('<base href="https://cdn.example/"><link rel="canonical" href="https://a.example/f">', None, "https://a.example/f"),
        ("", URL, URL),
        ("", "not an address", "not an address"),
    ],
)
def test_the_canonical_url(read: Read, markup: str, url: str | None, expected: str | None) -> None:
    assert value(find_canonical(read(markup).declared, url)) == expected


@pytest.mark.parametrize("address", ["data:image/gif;base64,R0", "mailto:a@b.example", "http://[", "https://a[b]c"])
def test_what_is_no_web_address(address: str) -> None:
    assert absolute_url(address, URL) is None


# --- pictures and videos -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("image", "url"),
    [
        ("https://img.example/a.jpg", "https://img.example/a.jpg"),
        (["/a.jpg", "/b.jpg"], "https://www.news.example/a.jpg"),
        ([{"url": "/s.jpg", "width": 100}, {"url": "/l.jpg", "width": "1200px"}], "https://www.news.example/l.jpg"),
        ({"@type": "ImageObject", "contentUrl": "/a.jpg"}, "https://www.news.example/a.jpg"),
        ([None, 5, {"url": None}], None),
        ("/assets/site-logo.png", None),
    ],
)
def test_the_lead_image(read: Read, image: object, url: str | None) -> None:
    found = find_lead_image(read(ld(image=image)).declared, url=URL)
    assert (found.value.url if found else None) == url


def test_the_lead_image_keeps_its_caption_and_credit(read: Read) -> None:
    image = {"url": "/a.jpg", "caption": "The quay", "creditText": "Jane Roe"}
    found = find_lead_image(read(ld(image=image)).declared, url=URL)
    assert found is not None
    assert (found.value.caption, found.value.credit) == ("The quay", "Jane Roe")


def test_a_catalogue_is_no_logo(read: Read) -> None:
    assert find_lead_image(read(ld(image="https://img.example/catalogo-norholm.jpg")).declared) is not None


def test_the_first_picture_of_the_story_is_the_last_resort(read: Read) -> None:
    page = read(f'{TITLE}<img src="/quay.jpg" alt="The quay" width=800 height=600><p>Text</p>')
    labels = [Label.MEDIA if block.media else Label.OTHER for block in page.layout.blocks]
    found = find_lead_image(page.declared, by_label(page.layout, labels), URL)
    assert found is not None
    assert found.value.url == "https://www.news.example/quay.jpg"


def test_videos_are_listed_once(read: Read) -> None:
    markup = ld(video={"@type": "VideoObject", "name": "The quay", "embedUrl": "https://player.example/v/1"})
    page = read(f'{markup}{TITLE}<iframe src="https://player.example/v/1"></iframe>')
    labels = [Label.MEDIA if block.media else Label.OTHER for block in page.layout.blocks]
    videos = value(find_videos(page.declared, by_label(page.layout, labels), URL))
    assert [(video.url, video.provider) for video in videos] == [("https://player.example/v/1", "player.example")]


def test_the_page_s_own_site_is_no_provider_of_its_videos(read: Read) -> None:
    hosts = ("news.example", "www.player.example")
    page = read(ld(video=[{"@type": "VideoObject", "contentUrl": f"https://{host}/v/1.mp4"} for host in hosts]))
    videos = value(find_videos(page.declared, {}, URL))
    assert [video.provider for video in videos] == [None, "player.example"]


def test_a_map_in_a_frame_is_no_video(read: Read) -> None:
    page = read(f'{TITLE}<iframe src="https://maps.example/embed/1"></iframe>')
    labels = [Label.MEDIA if block.media else Label.OTHER for block in page.layout.blocks]
    assert find_videos(page.declared, by_label(page.layout, labels), URL) is None


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ('<div class=x><a href="/">Home</a> › <a href="/coast/">Coast</a> › Story</div>', "Coast"),
        ('<p><a href="/coast/">Coast</a></p>', "Coast"),
        ('<p><a href="/authors/">Everybody</a></p>', None),
        ('<div class=x><a href="/sport/">Sport</a> <a href="/coast/">Coast</a></div>', None),
        ('<div class=breadcrumb><a href="/">Home</a></div>', None),
    ],
)
def test_the_section_that_no_markup_names(read: Read, above: str, section: str | None) -> None:
    navigation = '<ul><li><a href="/coast/">Coast</a></li><li><a href="/sport/">Sport</a></li></ul>'
    page = read(f"{navigation}<p>x</p><p>y</p><p>z</p>{above}<h1>Ferry sinks off Norholm</h1>")
    assert value(find_section(page.declared, page.layout, page.block, page.headline.text)) == section


def test_a_headline_in_the_first_line_of_a_cell(read: Read) -> None:
    page = read("<title>Norholm News :: Coast :: Ferry sinks off Norholm pier</title><table><tr><td>"
                "Ferry sinks off Norholm pier<br>3 May 2031</table>")
    assert (page.headline.text, page.headline.block) == ("Ferry sinks off Norholm pier", 0)


# --- kicker and deck ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("above", "kicker"),
    [
        ('<div class="kicker">Disaster at sea</div>', "Disaster at sea"),
        ('<div class="kicker"><span>Disaster at sea</span></div>', "Disaster at sea"),
        ('<div class="breadcrumb kicker">Coast</div>', None),
        ('<div class="kicker">3 May 2031</div>', None),
        ("<div>Disaster at sea</div>", None),
        ('<div class="kicker">Ferry sinks off Norholm</div>', None),
    ],
)
def test_the_kicker(read: Read, above: str, kicker: str | None) -> None:
    page = read(f"<title>Ferry sinks off Norholm</title>{above}{TITLE}<p>Text.</p>")
    assert value(find_kicker(page.layout, page.block)) == kicker


def test_the_section_right_above_the_headline_is_its_kicker(read: Read) -> None:
    page = read('<p class="vignette">Coast</p><h1>Ferry sinks off Norholm</h1>')
    assert value(find_kicker(page.layout, page.block, "Coast")) == "Coast"
    assert find_kicker(page.layout, page.block, "Sport") is None


DECK = "Crew had warned the owners of the weather for days"


def test_the_deck_is_the_labelled_block_first(read: Read) -> None:
    page = read(f"{TITLE}<p>{DECK}</p><p>The ferry sank.</p>")
    assert value(find_deck(page.declared, page.layout, labelled(page, Crew=Label.DECK), page.block)) == DECK


@pytest.mark.parametrize(
    ("markup", "deck"),
    [
        (f'<meta name="description" content="{DECK}, the union says">{TITLE}<p>{DECK}</p>', DECK),
        (f'{TITLE}<p class="standfirst">{DECK}</p>', DECK),
        (ld(alternativeHeadline=DECK) + f"{TITLE}<h2>{DECK}</h2>", DECK),
        (f'<meta name="description" content="{DECK}">{TITLE}', None),
        (f"{TITLE}<p>{DECK}</p>", None),
        (f'{TITLE}<figure><img src=a.jpg><figcaption class="standfirst">{DECK}</figcaption></figure>', None),
    ],
)
def test_the_deck_between_headline_and_story(read: Read, markup: str, deck: str | None) -> None:
    page = read(markup + "<p>The ferry sank on Monday.</p>")
    assert value(find_deck(page.declared, page.layout, labelled(page, The=Label.MAIN), page.block)) == deck


def test_a_description_that_is_the_first_paragraph_is_no_deck(read: Read) -> None:
    page = read(f'<meta name="description" content="{DECK}">{TITLE}<p>{DECK}</p>')
    assert find_deck(page.declared, page.layout, labelled(page, Crew=Label.MAIN), page.block) is None


# --- agency ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "agency"),
    [
        (ld(author={"name": "dpa"}), "dpa"),
        (ld(author=[{"name": "Jane Roe"}, {"name": "Agence France-Presse"}]), "AFP"),
        (f"{TITLE}<p>By Jane Roe, Associated Press</p>", "AP"),
        (f"{TITLE}<p>Jane Roe</p>", None),
        (f"{TITLE}<p>By Jane Roe</p><p>The quay on Monday. Photo: Ali Kay/AFP</p>", None),
        (f"{TITLE}<p>By Jane Roe</p><p>The quay on Monday. (Ali Kay/AFP)</p>", None),
        (f"{TITLE}<p>Foto: Ali Kay/dpa</p>", None),
        (f"{TITLE}<p>By Jane Roe Jr. | AFP</p>", "AFP"),
        (f"{TITLE}<p>The Reuters office in Oslo was closed when the ferry sank.</p>", None),
    ],
)
def test_the_agency(read: Read, markup: str, agency: str | None) -> None:
    page = read(markup)
    assert value(find_agency(page.declared, page.layout, headline=page.block)) == agency


def test_a_caption_s_agency_is_not_the_story_s(read: Read) -> None:
    page = read(f"{TITLE}<p>By Jane Roe</p><figure><img src=a.jpg><figcaption>Ali Kay/AFP</figcaption></figure>")
    parts = labelled(page, Ali=Label.CAPTION)
    assert find_agency(page.declared, page.layout, parts, page.block) is None


def test_the_dateline_s_agency_comes_first(read: Read) -> None:
    page = read(ld(author={"name": "dpa"}))
    dateline = split_dateline("NORHOLM (Reuters) - The ferry sank.")
    assert value(find_agency(page.declared, page.layout, dateline=dateline)) == "Reuters"
