"""What a site repeats is chrome; what a story says stays, however often it is quoted."""

from __future__ import annotations

import json
import pickle
from functools import reduce
from operator import or_
from pathlib import Path

import pytest

from newsclean import Article, BrokenModel, FrozenModel, SiteModel, WrongInput, clean_text, explain, extract
from newsclean.reading import read

SITE = Path(__file__).parents[1] / "corpus" / "sites" / "tern-and-tide"
STORIES = json.loads((SITE / "stories.json").read_text("utf-8"))
PAGES = {name: (SITE / name).read_bytes() for name in sorted(STORIES)}
SMALL = 1 << 12


def counted(*pages: bytes | str | Article) -> SiteModel:
    model = SiteModel(width=SMALL)
    for page in pages:
        model.add(page)
    return model


@pytest.fixture(scope="module")
def site() -> SiteModel:
    return counted(*PAGES.values()).freeze()


def story_of(name: str) -> str:
    return "\n\n".join(STORIES[name]["paragraphs"])


@pytest.mark.parametrize("name", PAGES)
def test_with_the_model_a_page_of_the_golden_site_is_exact(name: str, site: SiteModel) -> None:
    article = extract(PAGES[name], site=site)
    assert (article.title, article.text) == (STORIES[name]["title"], story_of(name))
    assert article.publisher == "The Tern and Tide"


@pytest.mark.parametrize("name", PAGES)
def test_without_the_model_it_is_not(name: str) -> None:
    assert extract(PAGES[name]).text != story_of(name)


def test_the_model_need_not_have_seen_the_page(site: SiteModel) -> None:
    name, *others = PAGES
    article = extract(PAGES[name], site=counted(*(PAGES[other] for other in others)).freeze())
    assert article.text == story_of(name)


def test_a_flattened_page_is_exact_with_the_model_as_well() -> None:
    texts = {name: "\n\n".join(b.text for b in read(page).layout.blocks if b.text) for name, page in PAGES.items()}
    model = SiteModel(width=SMALL)
    for text in texts.values():
        model.add_text(text)
    site = model.freeze()
    for name, text in texts.items():
        assert clean_text(text, site=site).text == story_of(name)


def test_a_line_of_the_site_says_so_in_the_chrome(site: SiteModel) -> None:
    rules = {part.rule for part in extract(PAGES["01.html"], site=site).chrome if "commas" in part.text}
    assert rules == {"site_repeats"}


def quay(boat: str, box: str) -> str:
    return f"""<body><main><h1>The {boat} is back on the quay</h1><div class="body"><p>The {boat} came in on Monday, its
crew said, and nobody on the quay had asked for a {boat} at that hour of the night.</p><p>“A {boat} is no small thing,”
said the keeper, who wrote the {boat} down in her book.</p></div><div class="k7"><div>{box}</div></div></main></body>"""


PROSE = "The {0} was built of larch in 1911, sank twice, and was sold to a baker, who keeps it behind the {0} sheds."
SCRAP = "{0}: 12 m"


@pytest.mark.parametrize(("elsewhere", "here", "way"), [(PROSE, SCRAP, 1), (SCRAP, PROSE, -1)])
def test_a_score_moves_to_what_the_path_holds_on_other_pages(elsewhere: str, here: str, way: int) -> None:
    others, page = [quay(boat, elsewhere.format(boat)) for boat in BOATS], quay("tug", here.format("tug"))

    def score(site: SiteModel | None = None) -> float:
        [block] = [block for block in explain(page, site=site).blocks if block.text == here.format("tug")]
        assert block.score is not None
        return block.score

    assert (score(counted(*others).freeze()) - score()) * way > 0.1
    assert score(counted(*map(extract, others)).freeze()) == score()  # an Article does not tell its paths


def test_a_sentence_quoted_in_a_quarter_of_the_stories_stays(site: SiteModel) -> None:
    assert sum("A roof is a promise" in extract(page, site=site).text for page in PAGES.values()) == 3


def test_a_page_counted_many_times_keeps_its_story() -> None:
    site = counted(*[PAGES["01.html"]] * 5).freeze()
    assert all(paragraph in extract(PAGES["01.html"], site=site).text for paragraph in STORIES["01.html"]["paragraphs"])


def test_neither_order_nor_grouping_changes_the_model() -> None:
    pages = list(PAGES.values())[:6]
    one = counted(*pages)
    parts = [counted(*pages[:1]), counted(*pages[1:4]), counted(*pages[4:])]
    assert one == counted(*reversed(pages)) == reduce(or_, parts) == parts[2] | (parts[1] | parts[0])
    assert one.pages == 6


def test_an_article_counts_like_its_page() -> None:
    site = counted(*(extract(page) for page in PAGES.values())).freeze()
    assert extract(PAGES["02.html"], site=site).text == story_of("02.html")


HERALD = """<html><head><title>{0} is back on the quay | The Herald</title></head><body>
<div class="x"><a href="/sport">Sport pages</a> <a href="https://herald.example/about">What we stand for</a></div>
<main><h1>{0} is back on the quay</h1><p>The {0} came in on Monday, its crew said, and nobody on the quay had asked
for a {0} at that hour of the night.</p><p>“A {0} is no small thing,” said the keeper, who wrote the {0} down in
her book.</p></main><div class="y">Our paper is made<br>by four people</div><p><a href="{0}-next.html">More</a></p>
</body></html>"""
BOATS = ("schooner", "dinghy", "trawler", "barge", "pilot cutter", "ferry")
OURS = "Our paper is made\nby four people"
TITLE = "Tug is back on the quay | The Herald"
LINKS = ("/sport", "https://herald.example/sport", "/about", "https://herald.example/about")


def herald(boat: str) -> str:
    return HERALD.format(boat)


@pytest.mark.parametrize("feed", ["page", "article"])
@pytest.mark.parametrize("where", ["https://herald.example/quay/{}.html", "http://www.herald.example:80/{}"])
def test_an_article_answers_like_its_page(feed: str, where: str) -> None:
    model = SiteModel(width=SMALL)
    for boat in BOATS:
        page, url = herald(boat), where.format(boat.replace(" ", "-"))
        model.add(extract(page, url=url) if feed == "article" else page, url=url)
    site = model.freeze()
    assert site.repeats(OURS)
    assert all(site.repeats(line) for line in OURS.split("\n"))
    assert not site.repeats("The tug came in.\nby four people")
    assert not site.repeats("\n \n")
    assert all(map(site.links_everywhere, (LINKS[0], *LINKS[2:])))
    assert not site.links_everywhere("ferry-next.html")
    assert site.title_without_site(TITLE) == ("Tug is back on the quay", "The Herald")


@pytest.mark.parametrize("fed_with", [None, "https://herald.example/quay/{}.html"])
@pytest.mark.parametrize("asked_with", [None, "https://herald.example/quay/tug.html"])
@pytest.mark.parametrize("feed", ["page", "article"])
def test_a_link_of_the_site_is_known_however_it_is_written(
    feed: str, fed_with: str | None, asked_with: str | None
) -> None:
    model = SiteModel(width=SMALL)
    for boat in BOATS:
        url = fed_with.format(boat) if fed_with else None
        model.add(extract(herald(boat), url=url) if feed == "article" else herald(boat), url=url)
    # no words of the box stand on another page
    page = herald("tug").replace("Sport pages", "Kampfbahn").replace("What we stand for", "Wir")
    [box] = [part for part in extract(page, url=asked_with, site=model.freeze()).chrome if "Kampfbahn" in part.text]
    assert (box.kind, box.rule) == ("navigation", "site_repeats")


def test_a_relative_link_is_known_to_a_model_of_articles() -> None:
    model = SiteModel(width=SMALL)
    for boat in BOATS:
        model.add(extract(herald(boat).replace("/sport", "../team"), url=f"https://herald.example/quay/{boat}.html"))
    page = herald("tug").replace("/sport", "../team").replace("Sport pages", "Kampfbahn").replace("What we", "Wir")
    article = extract(page, url="https://herald.example/quay/tug.html", site=model.freeze())
    assert {part.rule for part in article.chrome if "Kampfbahn" in part.text} == {"site_repeats"}


@pytest.mark.parametrize("head", ["", "<title></title>", "<title>{} is back | </title>", "<title> | {}</title>"])
def test_a_page_without_a_name_leaves_none(head: str) -> None:
    pages = (f"{head.format(boat)}<p>The {boat} came in on Monday, its crew said.</p>" for boat in BOATS)
    site = counted(*pages).freeze()
    story = "<p>The tug came in on Monday, its crew said in the harbour, and was back by noon on Tuesday.</p>" * 6
    for title in ("The tug is back | ", " | The tug is back", " | "):
        article = extract(f"<title>{title}</title>{story}", site=site)
        assert article.publisher is None
        assert site.title_without_site(title) == (title, None)


def test_a_publisher_that_the_site_tells_says_so() -> None:
    site = counted(*map(herald, BOATS)).freeze()
    story = "<p>The tug came in on Monday, its crew said in the harbour, and was back by noon on Tuesday.</p>" * 6
    article = extract(f"<h1>The tug is back | The Herald</h1>{story}", site=site)
    assert (article.title, article.publisher) == ("The tug is back", "The Herald")
    assert article.evidence["publisher"] == "site"
    assert Article.model_validate_json(article.to_json()) == article
    with pytest.raises(TypeError):
        article.evidence["publisher"] = "mine"  # type: ignore[index]
    named = extract(f"<meta property=og:site_name content='The Herald'><h1>The tug is back</h1>{story}", site=site)
    assert named.evidence["publisher"] == "meta:og:site_name"


def test_json_and_pickle_give_the_same_model_back(site: SiteModel) -> None:
    assert SiteModel.from_json(site.to_json()) == site == pickle.loads(pickle.dumps(site))


@pytest.mark.parametrize("text", [
    "", "[]", "{}", "nonsense", '{"format": 1}', '{"format": 1, "pages": 3, "width": 8, "cells": "AAAA"}',
    '{"format": 1, "pages": -3, "width": 8, "cells": ""}', '{"format": 1, "pages": 3, "width": 1e99, "cells": ""}',
])  # fmt: skip
def test_a_damaged_model_is_refused(text: str) -> None:
    with pytest.raises(BrokenModel):
        SiteModel.from_json(text)


def test_a_model_of_another_version_says_so(site: SiteModel) -> None:
    table = json.loads(site.to_json()) | {"format": 99}
    with pytest.raises(BrokenModel, match="format 99"):
        SiteModel.from_json(json.dumps(table))


def test_a_cut_file_is_refused(site: SiteModel) -> None:
    table = json.loads(site.to_json())
    table["cells"] = table["cells"][: len(table["cells"]) // 2 // 4 * 4]
    with pytest.raises(BrokenModel):
        SiteModel.from_json(json.dumps(table))


def test_a_frozen_model_takes_no_more_pages(site: SiteModel) -> None:
    with pytest.raises(FrozenModel):
        site.add(PAGES["01.html"])


def test_a_model_that_still_counts_is_not_used() -> None:
    with pytest.raises(WrongInput, match="freeze"):
        extract(PAGES["01.html"], site=counted(PAGES["01.html"]))
    with pytest.raises(WrongInput, match="freeze"):
        clean_text("Some text.", site=SiteModel(width=SMALL))


@pytest.mark.parametrize("width", [0, -1, 1.5, "many", None, True, 1 << 40])
def test_a_width_that_is_no_count_of_cells_is_refused(width: object) -> None:
    with pytest.raises(WrongInput, match="width"):
        SiteModel(width=width)  # type: ignore[arg-type]


@pytest.mark.parametrize("keys", [None, 3, "t:home", [1]])
def test_what_is_no_set_of_keys_is_refused(keys: object) -> None:
    model = SiteModel(width=SMALL)
    with pytest.raises(WrongInput, match="add_keys"):
        model.add_keys(keys)  # type: ignore[arg-type]
    assert model.pages == 0


def test_blank_lines_are_no_line_of_the_site() -> None:
    model = SiteModel(width=SMALL)
    for boat in BOATS:
        model.add_text(f"The {boat} came in.\n\n \nIts crew slept in the {boat}.")
    assert not any(map(model.repeats, ("", " ", "\n\n", "***")))


def test_a_flattened_page_is_a_str() -> None:
    with pytest.raises(WrongInput, match="not bytes"):
        SiteModel(width=SMALL).add_text(b"Home")  # type: ignore[arg-type]


def test_its_size_does_not_grow_with_the_pages() -> None:
    model = SiteModel(width=SMALL)
    empty = len(pickle.dumps(model))
    for number in range(2_000):
        model.add_text("\n".join(f"Line {chr(0x4E00 + number)} {row}" for row in range(10)))
    assert len(pickle.dumps(model)) - empty < 100
