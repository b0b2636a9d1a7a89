"""Responses of HTTP clients as input. No client is installed for this: what they look like is all that counts."""

from __future__ import annotations

from email.message import Message

import pytest

from newsclean import SiteModel, WrongInput, explain, extract

SENTENCE = "Ein Zug fährt über die Brücke, später folgen größere Züge für Österreich, sagte die Wärterin am Montag. "
PAGE = f"<h1>Züge</h1>{f'<p>{SENTENCE * 2}</p>' * 4}<h3>Related stories</h3><ul><li><a href=/b>Boote</a></ul>"


class Like:
    """An object with these attributes."""

    def __init__(self, **attributes: object) -> None:
        self.__dict__.update(attributes)


class Address:
    """As httpx has them: no str."""

    def __str__(self) -> str:
        return "https://bahn.example/1"


class ScrapyHeaders(dict[str, bytes]):
    """Values are bytes."""


HEADERS = Message()
HEADERS["content-type"] = "text/html; charset=windows-1252"
RESPONSES = {
    "requests": Like(content=PAGE.encode("cp1252"), text="wrong", url="https://bahn.example/1", headers=HEADERS),
    "httpx": Like(content=PAGE.encode("cp1252"), url=Address(), headers=HEADERS),
    "scrapy": Like(body=PAGE.encode("cp1252"), url="https://bahn.example/1",
                   headers=ScrapyHeaders({"Content-Type": b"text/html; charset=windows-1252"})),
}  # fmt: skip


@pytest.mark.parametrize("client", RESPONSES)
def test_body_address_and_content_type_are_taken(client: str) -> None:
    article = extract(RESPONSES[client])
    assert SENTENCE.strip() in article.text
    assert article.charset.decided_by == "http"
    assert [link.url for link in article.related] == ["https://bahn.example/b"]
    assert explain(RESPONSES[client]).article == article


def test_what_the_caller_says_comes_first() -> None:
    article = extract(RESPONSES["requests"], url="https://spiegel.example/")
    assert article.related[0].url == "https://spiegel.example/b"


def test_a_response_with_text_alone_is_read_as_text() -> None:
    assert extract(Like(text=PAGE)).charset.decided_by == "given"


@pytest.mark.parametrize("client", RESPONSES)
def test_a_site_model_counts_a_response_as_its_page(client: str) -> None:
    models = SiteModel(width=1 << 12), SiteModel(width=1 << 12)
    models[0].add(RESPONSES[client])
    models[1].add(PAGE, url="https://bahn.example/1")
    assert models[0] == models[1]


class Soup:
    """As of Beautiful Soup: it answers every name with the tag of that name, or None."""

    def __getattr__(self, name: str) -> None:
        return None

    def prettify(self) -> str:
        return PAGE


def test_a_soup_is_told_how_to_give_its_markup() -> None:
    with pytest.raises(WrongInput, match=r"not Soup: give its markup, str\(soup\)"):
        extract(Soup())


@pytest.mark.parametrize("page", [Like(content=object()), Like(text=lambda: PAGE), Like()])
def test_a_response_whose_body_is_still_to_come_is_refused(page: object) -> None:
    with pytest.raises(WrongInput, match="a response that holds its body, not Like"):
        extract(page)
