"""extract_many: order, laziness, back-pressure, and the same Articles from any number of processes."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from itertools import count, islice
from typing import Any

import pytest

import newsclean
from newsclean import Page, SiteModel, extract_many
from newsclean.errors import BadOptions, WrongInput
from newsclean.options import Options

BODY = "The harbour office counted {n} boats on Monday, and the keeper wrote each of them into the long book by hand. "


def page(number: int) -> str:
    story = f"<p>{BODY.format(n=number) * 3}</p>" * 4
    return f"<html><head><title>Boats {number}</title></head><body><h1>Boats {number}</h1>{story}</body></html>"


class Endless:
    """Pages without end, which counts how many were taken."""

    def __init__(self) -> None:
        self.taken = 0

    def __iter__(self) -> Iterator[str]:
        for number in count():
            self.taken += 1
            yield page(number)


def test_one_process_and_two_give_the_same_articles_in_the_same_order() -> None:
    pages = [page(number) for number in range(7)]
    expected = [newsclean.extract(each) for each in pages]
    assert [article.title for article in expected] == [f"Boats {number}" for number in range(7)]
    assert list(extract_many(pages)) == expected
    assert list(extract_many(pages, workers=2, chunk=2)) == expected


def test_workers_start_under_spawn_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    spawn = multiprocessing.get_context("spawn")
    monkeypatch.setattr("concurrent.futures.process.mp.get_context", lambda *_: spawn)
    assert [article.title for article in extract_many([page(1), page(2)], workers=2, chunk=1)] == ["Boats 1", "Boats 2"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_carries_its_url_and_content_type(workers: int) -> None:
    html = '<p>Größe</p><aside><h3>Related stories</h3><a href="/b">Another story</a></aside>'.encode("iso-8859-2")
    pages = [Page(html, url="https://news.example/a", content_type="text/html; charset=iso-8859-2")]
    [article] = extract_many(pages, workers=workers)
    assert article == newsclean.extract(html, url=pages[0].url, content_type=pages[0].content_type)
    assert article.charset.name == "iso-8859-2"


@pytest.mark.parametrize("workers", [1, 2])
def test_options_reach_every_page(workers: int) -> None:
    broken = f"<p>{'Itâ€™s raining. ' * 30}</p>"
    [article] = extract_many([broken], workers=workers, options=Options(repair=False))
    assert article.repairs == ()


def test_pages_that_are_no_articles_do_not_end_the_run() -> None:
    pages: list[str | bytes] = ["", b"%PDF-1.7 \x00\xff", b"\x89PNG\r\n\x1a\n", "<div>" * 3000, page(1)]
    assert [article.title for article in extract_many(pages)][-1] == "Boats 1"


def test_nothing_is_read_before_the_first_result_is_asked_for() -> None:
    pages = Endless()
    articles = extract_many(pages)
    assert pages.taken == 0
    assert next(articles).title == "Boats 0"
    assert pages.taken == 1


def test_processes_read_no_further_than_the_chunks_under_way() -> None:
    pages = Endless()
    articles: Any = extract_many(pages, workers=2, chunk=3)
    assert [article.title for article in islice(articles, 4)] == [f"Boats {number}" for number in range(4)]
    # Two chunks are used up, and at most 2 * workers + 1 are under way.
    assert pages.taken <= (2 + 2 * 2) * 3
    articles.close()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_of_the_wrong_type_is_named(workers: int) -> None:
    pages: list[Any] = [page(0), None]
    with pytest.raises(WrongInput, match=r"pages\[1\] is a NoneType"):
        list(extract_many(pages, workers=workers))


@pytest.mark.parametrize("workers", [1, 2])
def test_pages_read_before_the_source_failed_are_given_out(workers: int) -> None:
    def failing() -> Iterator[str]:
        yield from (page(number) for number in range(7))
        raise ConnectionError("the source is gone")

    articles = extract_many(failing(), workers=workers, chunk=2)
    assert [next(articles).title for _ in range(7)] == [f"Boats {number}" for number in range(7)]
    with pytest.raises(ConnectionError, match="the source is gone"):
        next(articles)


@pytest.mark.parametrize(
    "settings", [{"workers": 0}, {"chunk": 0}, {"options": Options(strict=True)}, {"workers": "2"}, {"options": {}}]
)
def test_settings_that_cannot_work_are_an_error_at_once(settings: dict[str, Any]) -> None:
    with pytest.raises(BadOptions):
        extract_many([], **settings)


@pytest.mark.parametrize("given", [page(0), page(0).encode(), bytearray(page(0).encode()), Page(page(0)), None])
def test_one_page_in_place_of_several_is_refused_at_once(given: Any) -> None:
    with pytest.raises(WrongInput, match="give a list"):
        extract_many(given)


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("wrap", [bytearray, memoryview])
def test_bytes_may_be_of_any_kind(wrap: Any, workers: int) -> None:
    [article] = extract_many([wrap(page(5).encode())], workers=workers)
    assert article == newsclean.extract(page(5).encode())


@pytest.mark.parametrize("workers", [1, 2])
def test_the_model_of_the_site_reaches_every_page(workers: int) -> None:
    pages = [page(number).replace("</body>", "<p>The pier is open to all.</p></body>") for number in range(3)]
    model = SiteModel(width=1 << 10)
    for each in pages:
        model.add(each)
    frozen = model.freeze()
    expected = [newsclean.extract(each, site=frozen) for each in pages]
    assert list(extract_many(pages, workers=workers, site=frozen)) == expected
    assert "site_repeats" in {part.rule for part in expected[0].chrome}
