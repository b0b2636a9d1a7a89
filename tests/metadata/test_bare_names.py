"""A name that nothing marks, between headline and date: told from places, labels and buttons."""

from __future__ import annotations

import pytest

from newsclean import Article, extract

PROSE = (
    "The ferry to Norholm will sail twice a day from Monday, the harbour office said, after a winter in the dock.",
    "Its engine has been taken out, cleaned and put back by three apprentices, who found a spanner in it.",
    "The first boat leaves at seven, and the harbour master will be on the quay with a whistle and a thermos.",
)
DATE = "<div>12 March 2031</div>"


def page(head: str, end: str = "") -> Article:
    story = "".join(f"<p>{text}</p>" for text in PROSE)
    return extract(f"<main><h1>Twice a day across the sound again</h1>{head}{story}{end}</main>")


def names(article: Article) -> list[str]:
    return [author.name for author in article.authors]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Jane Roe", ["Jane Roe"]),
        ("JANE ROE", ["JANE ROE"]),
        ("Anna-Lena Brask and Xerim Vool", ["Anna-Lena Brask", "Xerim Vool"]),
        ("J. K. Brask", ["J. K. Brask"]),
        ("Xerim T. Vool", ["Xerim T. Vool"]),
        ("Dr. Ewa Brask", ["Dr. Ewa Brask"]),
        ("Kovács Eszter", ["Kovács Eszter"]),
        ("Nguyễn Thu Hà", ["Nguyễn Thu Hà"]),
        ("Оксана Бондар", ["Оксана Бондар"]),
        ("Ελένη Βράχου", ["Ελένη Βράχου"]),
        ("Xerim Voolović", ["Xerim Voolović"]),
    ],
)
def test_a_name_between_headline_and_date_is_the_author_and_no_part_of_the_text(line: str, people: list[str]) -> None:
    article = page(f"<div>{line}</div>{DATE}")
    assert names(article) == people
    assert article.text.split("\n\n") == list(PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe", "Jane Roe, dpa", "Jane Roe and Anna Brask", "Оксана Бондар", "سلمى الحداد", "נועה ברקאי",
        "सुनीता वर्मा", "佐藤美咲", "【佐藤美咲】", "（佐藤美咲）",
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["head", "end"])
def test_a_name_known_for_a_person_s_needs_no_date_beside_it(line: str, place: str) -> None:
    article = page(**{"head": "", place: f"<p>{line}</p>"})
    assert names(article)[:1] == [line.strip("【】（）").partition(" and ")[0].partition(",")[0]]
    assert article.text.split("\n\n") == list(PROSE)


@pytest.mark.parametrize("line", ["Elm Island", "— Anna Brask", "Anna Brask:", "Anna Brask, Elm Island", "関連記事"])
def test_what_a_line_without_a_date_beside_it_may_be_else(line: str) -> None:
    assert names(page(f"<p>{line}</p>")) == names(page("", f"<p>{line}</p>")) == []


@pytest.mark.parametrize(
    "line",
    [
        "Elm Island", "Norholm Harbour", "Norholm, Elm Island", "Market Report", "World News", "Photo Gallery",
        "Open Future", "U.S. Elections", "Podijeli Kopiraj", "Kongsi Salin Pautan",
    ],
)  # fmt: skip
def test_a_place_or_a_label_between_headline_and_date_is_neither(line: str) -> None:
    article = page(f"<div>{line}</div>{DATE}")
    assert names(article) == []
    assert article.text.split("\n\n") == list(PROSE)


@pytest.mark.parametrize(
    ("head", "end"),
    [
        ("<div>Xerim Vool</div><div>Transport correspondent</div>", ""),
        ("<div>Xerim Vool</div><div>xvool@news.example</div>", ""),
        ('<img src="/vool.jpg" alt="Xerim Vool"><div>Xerim Vool</div>', ""),
        ("<div>Xerim Vool</div>", "<p>Xerim Vool is a reporter at the Norholm office.</p>"),
        ("<div>Xerim Vool</div>", '<div><a href="/authors/xerim-vool">Xerim Vool</a></div>'),
    ],
)
def test_what_tells_that_an_unknown_name_is_a_person_s(head: str, end: str) -> None:
    assert names(page(head + DATE, end)) == ["Xerim Vool"]


@pytest.mark.parametrize(
    "links",
    [
        "<a href=#>シェア</a> <a href=#>ツイート</a> <a href=#>LINEで送る</a>",
        "공유하기 페이스북 카카오톡 URL 복사",
        "<a href=#>Adam Deli</a> <a href=#>Anna Kop</a>",
        '<a href="https://www.facebook.com/sharer/sharer.php?u=x">Anna Deli</a>',
        '<a href="javascript:void(0)">Anna Deli</a>',
        "<a href=/a>Anna Deli</a> <a href=/b>Adam Kop</a>",
        "<button>Anna Deli</button>",
    ],
)
def test_buttons_are_no_authors(links: str) -> None:
    assert names(page(f"{DATE}<div>{links}</div>")) == []


@pytest.mark.parametrize("around", ["<div>{0}</div><div>{1}</div>", '<div class="byline"><p>{0}</p><p>{1}</p></div>'])
def test_what_the_author_does_is_no_part_of_the_text(around: str) -> None:
    article = page(around.format("Jane Roe", "Transport correspondent, Norholm") + DATE)
    assert names(article) == ["Jane Roe"]
    assert article.text.split("\n\n") == list(PROSE)


def test_a_line_with_the_declared_author_is_no_part_of_the_text() -> None:
    article = page('<meta name="author" content="Xerim Vool"><p>Xerim Vool</p>')
    assert names(article) == ["Xerim Vool"]
    assert article.text.split("\n\n") == list(PROSE)


def test_who_the_headline_speaks_of_is_not_its_author() -> None:
    story = "".join(f"<p>{text}</p>" for text in PROSE)
    article = extract(f"<main><h1>Why Jane Roe left the harbour office</h1><div>Jane Roe</div>{DATE}{story}</main>")
    assert names(article) == []


def test_the_signature_of_a_quoted_post_gives_neither_author_nor_date() -> None:
    post = "<p>Boats are running again! pic.example.com/abc</p><p>— Anna Ferry (@annaferry) March 11, 2031</p>"
    article = page("", post + f"<p>{PROSE[0]}</p>")
    assert names(article) == []
    assert article.published is None


def test_an_address_beside_the_names_hides_no_byline() -> None:
    article = page("<div class=b>By JANE ROE and ALI KAY | jroe@news.example | @janeroe</div>")
    assert names(article) == ["JANE ROE", "ALI KAY"]
    assert article.text.split("\n\n") == list(PROSE)
