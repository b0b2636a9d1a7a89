from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from newsclean.metadata.dates import find_dates, from_url
from newsclean.metadata.timestamps import read_timestamp, read_zone
from newsclean.metadata.written_dates import written_dates

Read = Callable[[str], Any]
PROSE = "<p>" + "The ferry left the harbour late, its crew said on the quay. " * 8 + "</p>"
TITLE = "<h1>Ferry sinks off Norholm</h1>"


def ld(**fields: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | fields)}</script>'


def dates(read: Read, markup: str, url: str | None = None, language: str | None = "en") -> Any:
    page = read(markup)
    return find_dates(page.declared, page.layout, page.block, url, language)


def published(read: Read, markup: str, url: str | None = None, language: str | None = "en") -> str | None:
    found = dates(read, markup, url, language).published
    return found.value.isoformat() if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-05-03T17:12:00+02:00", "2031-05-03T17:12:00+02:00"),
        ("2031-05-03T17:12:00.123456Z", "2031-05-03T17:12:00+00:00"),
        ("2031-05-03T17:12-0500", "2031-05-03T17:12:00-05:00"),
        ("2031-05-03 17:12:00 +0200", "2031-05-03T17:12:00+02:00"),
        ("2031/05/03 17:12", "2031-05-03T17:12:00"),
        ("2031-05-03T17:12:00+02:00[Europe/Berlin]", "2031-05-03T17:12:00+02:00"),
        ("2031-05-03", "2031-05-03"),
        ("20310503", "2031-05-03"),
        ("1935764000", "2031-05-05T16:13:20+00:00"),
        ("1935764000000", "2031-05-05T16:13:20+00:00"),
        ("9999999999", None),
        ("5511223344", None),
        ("2200-01-01", None),
        ("2031-02-30", None),
        ("2031-05-03T25:99:00Z", "2031-05-03"),
        ("0000-00-00", None),
        ("0001-01-01T00:00:00Z", None),
        ("1970-01-01T00:00:00Z", None),
        ("0", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_what_machines_write(text: str, expected: str | None) -> None:
    stamp = read_timestamp(text)
    assert (stamp.isoformat() if stamp else None) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("May 3, 2031 5:12 p.m. EDT", "en", "2031-05-03T17:12:00-04:00"),
        ("Friday 3rd May 2031", "en", "2031-05-03"),
        ("Dec 22, 2031 10:20 PMTags", "en", "2031-12-22T22:20:00"),
        ("12:05 a.m., May 3, 2031", "en", "2031-05-03T00:05:00"),
        ("Sat, 03 May 2031 10:00:00 GMT", None, "2031-05-03T10:00:00+00:00"),
        ("03/04/2031", "en-GB", "2031-04-03"),
        ("03/04/2031", "en-US", "2031-03-04"),
        ("03/04/2031", "en", "2031-03-04"),
        ("13/04/2031", "en-US", "2031-04-13"),
        ("3.4.2031", "en", "2031-04-03"),
        ("3. Mai 2031, 17:12 Uhr", "de", "2031-05-03T17:12:00"),
        ("4. 2. 2031", "de", "2031-02-04"),
        ("3 de mayo de 2031 - 10:05 CEST", "es", "2031-05-03T10:05:00+02:00"),
        ("le 3 août 2031 à 10h05", "fr", "2031-08-03T10:05:00"),
        ("17:12, 3 мая 2031", "ru", "2031-05-03T17:12:00"),
        ("2031年5月3日 17時12分", "ja", "2031-05-03T17:12:00"),
        ("2031年5月3日 下午5:12", "zh", "2031-05-03T17:12:00"),
        ("2031. 5. 3. 오후 5:12", "ko", "2031-05-03T17:12:00"),
        ("3 พฤษภาคม 2574 เวลา 17:12 น.", "th", "2031-05-03T17:12:00"),
        ("३ मई २०३१", "hi", "2031-05-03"),
        ("Thứ sáu, 3/5/2031, 10:32 (GMT+7)", "vi", "2031-05-03T10:32:00+07:00"),
        ("3 May 2031", "de", "2031-05-03"),
    ],
)
def test_what_people_write(text: str, language: str | None, expected: str) -> None:
    assert [found.stamp.isoformat() for found in written_dates(text, language)] == [expected]


@pytest.mark.parametrize(
    "text",
    ["May 2031", "Copyright 2031", "© 2019-2031", "Room 3, May St", "1402/02/13", "31/31/2031", "3-2-1", "10.0.0.1"],
)
def test_what_is_no_date(text: str) -> None:
    assert list(written_dates(text, "en")) == []


def test_two_dates_in_a_line_keep_their_own_times() -> None:
    found = list(written_dates("Published 3 May 2031 at 08:00, updated 4 May 2031 at 09:30", "en"))
    assert [date.stamp for date in found] == [datetime(2031, 5, 3, 8), datetime(2031, 5, 4, 9, 30)]


def test_a_line_of_digits_is_read_in_linear_time() -> None:
    assert list(written_dates("1 " * 100_000, "en")) == []


@pytest.mark.parametrize(
    ("name", "hours"), [("EDT", -4), ("CEST", 2), ("Z", 0), ("GMT+7", 7), ("+05:30", 5.5), ("IST", 5.5)]
)
def test_zones(name: str, hours: float) -> None:
    assert read_zone(name) == timezone(timedelta(hours=hours))


@pytest.mark.parametrize("name", ["", "PM", "Tags", "+99:00", "GMT+20"])
def test_no_zones(name: str) -> None:
    assert read_zone(name) is None


def test_json_ld_comes_before_meta_and_the_line_on_the_page(read: Read) -> None:
    markup = f"""{ld(datePublished="2031-05-03T17:12:00+02:00", dateModified="2031-05-04T08:00:00+02:00")}
    <meta property="article:published_time" content="2031-05-05T01:00:00Z">{TITLE}<p>4 May 2031</p>{PROSE}"""
    found = dates(read, markup)
    assert (found.published.value.isoformat(), found.published.evidence) == (
        "2031-05-03T17:12:00+02:00",
        "json_ld:datePublished",
    )
    assert found.modified.value.isoformat() == "2031-05-04T08:00:00+02:00"


def test_a_default_of_the_template_is_passed_over(read: Read) -> None:
    markup = ld(datePublished="0000-00-00T00:00:00Z") + '<meta name="date" content="2031-05-03T10:00:00Z">'
    assert published(read, markup) == "2031-05-03T10:00:00+00:00"


def test_a_web_page_node_dates_a_page_without_an_article_node(read: Read) -> None:
    block = json.dumps({"@type": "WebPage", "datePublished": "2031-05-03T10:00:00Z"})
    assert published(read, f'<script type="application/ld+json">{block}</script>') == "2031-05-03T10:00:00+00:00"


def test_a_day_is_completed_by_a_source_that_knows_the_time(read: Read) -> None:
    meta = '<meta property="article:published_time" content="2031-05-03T17:12:00+02:00">'
    assert published(read, ld(datePublished="2031-05-03") + meta) == "2031-05-03T17:12:00+02:00"


def test_a_time_without_a_zone_takes_it_from_the_same_time_elsewhere(read: Read) -> None:
    markup = ld(datePublished="2031-05-03T17:12:00")
    same = '<meta property="article:published_time" content="2031-05-03T17:12:00+02:00">'
    utc = '<meta property="article:published_time" content="2031-05-03T15:12:00Z">'
    assert published(read, markup + same) == "2031-05-03T17:12:00+02:00"
    assert published(read, markup + utc) == "2031-05-03T17:12:00+02:00"


def test_a_time_whose_zone_nobody_gives_is_reduced_to_its_day(read: Read) -> None:
    assert dates(read, ld(datePublished="2031-05-03T17:12:00")).published.value == date(2031, 5, 3)


def test_utc_becomes_the_page_s_zone_where_the_page_shows_its_clock(read: Read) -> None:
    markup = f"{ld(datePublished='2031-05-04T01:48:19Z')}{TITLE}<p>Published: May 3, 2031 at 8:48 p.m.</p>{PROSE}"
    assert published(read, markup) == "2031-05-03T20:48:19-05:00"


def test_the_clock_of_an_update_tells_no_zone(read: Read) -> None:
    markup = f"{ld(datePublished='2031-05-04T01:48:19Z')}{TITLE}<p>Updated: May 3, 2031 at 8:48 p.m.</p>{PROSE}"
    assert published(read, markup) == "2031-05-04T01:48:19+00:00"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<p>Published 3 May 2031</p>", "2031-05-03"),
        ("<p>Updated 4 May 2031</p><p>Published 3 May 2031</p>", "2031-05-03"),
        ("<p>PUBLISHED: May 3, 2031 | UPDATED: May 4, 2031</p>", "2031-05-03"),
        ("<p>By Jane Roe</p><p>3 May 2031</p>", "2031-05-03"),
        ('<time datetime="2031-05-03T15:12:00Z">last Saturday</time>', "2031-05-03T15:12:00+00:00"),
        ('<time datetime="2031-05-03T15:12:00+02:00">May 3, 2031</time>', "2031-05-03T15:12:00+02:00"),
        ("<div>Published</div><div>3 May 2031</div>", "2031-05-03"),
        ("<p>Updated 4 May 2031</p>", "2031-05-04"),
        ("<p>Founded in 1903</p>", None),
        ("<p>On 3 May 2019 the ferry was sold to a company in the south for less than it had cost to build.</p>", None),
        ("<p>3 May 1954</p>", None),
        ("<figure><img src=a.jpg><figcaption>The quay, 3 May 2019</figcaption></figure>", None),
        ('<div class="comments"><p>3 May 2019</p></div>', None),
        ("<p>© 2031 The Daily Example</p>", None),
    ],
)
def test_the_line_below_the_headline(read: Read, line: str, expected: str | None) -> None:
    assert published(read, f"{TITLE}{line}{PROSE}") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("April 26, 2031 Updated on: May 3, 2031", ("2031-04-26", "2031-05-03")),
        ("2031年4月26日 公開 2031年5月3日 更新", ("2031-04-26", "2031-05-03")),
        ("Updated 3 May 2031 Published 26 April 2031", ("2031-04-26", "2031-05-03")),
    ],
)
def test_which_date_of_a_line_a_label_belongs_to(read: Read, line: str, expected: tuple[str, str]) -> None:
    found = dates(read, f"{TITLE}<p>{line}</p>{PROSE}")
    assert (found.published.value.isoformat(), found.modified.value.isoformat()) == expected


def test_the_date_at_the_headline_comes_before_a_labelled_one_in_the_story(read: Read) -> None:
    book = "<p>Author: Ali Kay</p><p>Pages: 300</p><p>Genre: sea</p><p>Price: 9</p><p>Released: 1 May 2030</p>"
    assert published(read, f"{TITLE}<p>3 May 2031</p>{book}{PROSE}") == "2031-05-03"


def test_the_date_of_a_headline_that_shares_its_cell(read: Read) -> None:
    cell = "<table><tr><td>Ferry sinks off Norholm<br>3 May 2031 | By Jane Roe</table>"
    markup = f"<title>Ferry sinks off Norholm</title>{cell}"
    assert published(read, f"<p>1 May 2031</p>{markup}{PROSE}") == "2031-05-03"


def test_a_date_in_the_prose_is_no_sign_of_an_import(read: Read) -> None:
    declared = ld(datePublished="2031-05-03T10:00:00Z", dateModified="2031-05-03T10:00:00Z")
    lines = "<p>Updated May 3, 2031</p><p>The ferry was built in Norholm.</p><p>June 8, 2010</p>"
    assert published(read, f"{declared}{TITLE}{lines}{PROSE}") == "2031-05-03T10:00:00+00:00"


def test_the_end_of_a_long_story_may_hold_its_date(read: Read) -> None:
    page = read(f"{TITLE}{PROSE * 400}<p>Published 3 May 2031</p>{'<p>x</p>' * 600}")
    found = [find_dates(page.declared, page.layout, page.block, None, "en", end).published for end in (None, 400)]
    assert [date and date.value.isoformat() for date in found] == [None, "2031-05-03"]


@pytest.mark.parametrize(
    ("text", "hours"),
    [("May 3, 2031 5:12 p.m. ET", -4), ("Jan 3, 2031 9:30 a.m. ET", -5), ("Nov 2, 2031 6:00 p.m. PT", -8)],
)
def test_a_zone_that_the_date_tells(text: str, hours: int) -> None:
    assert [date.stamp.tzinfo for date in written_dates(text, "en")] == [timezone(timedelta(hours=hours))]  # type: ignore[union-attr]


def test_a_line_above_the_headline_counts_after_those_below(read: Read) -> None:
    assert published(read, f"<p>2 May 2031</p>{TITLE}<p>3 May 2031</p>{PROSE}") == "2031-05-03"
    assert published(read, f"<p>2 May 2031</p>{TITLE}{PROSE}") == "2031-05-02"


def test_the_dates_of_many_other_stories_are_none(read: Read) -> None:
    teasers = "".join(f"<div class=teaser><a href=/a>Snow</a><p>{day} May 2031</p></div>" for day in range(1, 9))
    assert published(read, f"{TITLE}{PROSE * 4}{teasers}") is None


def test_a_meta_name_for_any_date_comes_after_the_line_on_the_page(read: Read) -> None:
    meta = '<meta name="dc.date" content="2031-04-20">'
    assert published(read, f"{meta}{TITLE}<p>3 May 2031</p>{PROSE}") == "2031-05-03"
    assert published(read, f"{meta}{TITLE}{PROSE}") == "2031-04-20"


def test_the_url_comes_after_the_page(read: Read) -> None:
    url = "https://news.example/2031/05/01/ferry"
    assert published(read, f"{TITLE}<p>3 May 2031</p>{PROSE}", url) == "2031-05-03"
    assert published(read, f"{TITLE}{PROSE}", url) == "2031-05-01"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2031/05/03/rain", date(2031, 5, 3)),
        ("https://news.example/a-2031-05-03.html", date(2031, 5, 3)),
        ("https://news.example/20310503/rain", date(2031, 5, 3)),
        ("https://news.example/view/A2031050314320005196", date(2031, 5, 3)),
        ("https://news.example/2031/May/03/rain", date(2031, 5, 3)),
        ("https://news.example/2031/maybe/03/rain", None),
        ("https://news.example/2031/rain", None),
        ("https://news.example/story/20319999", None),
        ("https://news.example/id/120310503", None),
        ("https://news.example/id/2031050388", None),
    ],
)
def test_days_in_addresses(url: str, day: date | None) -> None:
    found = from_url(url)
    assert (found.value if found else None) == day


def test_the_day_of_an_import_gives_way_to_the_date_shown(read: Read) -> None:
    imported = ld(datePublished="2031-06-12T09:00:00Z", dateModified="2031-06-12T09:00:00Z")
    found = dates(read, f"{imported}{TITLE}<p>3 May 2029</p>{PROSE}")
    assert found.published.value.isoformat() == "2029-05-03"
    assert [warning.code for warning in found.warnings] == ["dates_differ"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("<p>Jane Roe</p><p>9 May 2031</p>", "2031-05-09T08:00:00+02:00"),
        ("<p>9 April 2029</p>", "2029-04-09"),
        ("<p>Jane Roe•Updated on 9 May 2031</p>", "2031-05-03T17:12:00+02:00"),
        ("<p>9 May 2031 12 April 2031</p>", "2031-05-03T17:12:00+02:00"),
        ('<p><time datetime="2031-05-09">1 day ago</time></p>', "2031-05-03T17:12:00+02:00"),
        ("<p>The ferry was built there.</p>" * 9 + "<p>9 May 2031</p>", "2031-05-03T17:12:00+02:00"),
        ("<p>4 May 2031</p>", "2031-05-03T17:12:00+02:00"),
    ],
)
def test_the_only_date_at_the_headline_wins_where_it_contradicts_by_days(read: Read, lines: str, expected: str) -> None:
    declared = ld(datePublished="2031-05-03T17:12:00+02:00", dateModified="2031-05-09T08:00:00+02:00")
    found = dates(read, f"{declared}{TITLE}{lines}{PROSE}")
    assert found.published.value.isoformat() == expected
    assert bool(found.warnings) == (found.published.evidence == "visible:date")
    assert found.modified.value.isoformat() == "2031-05-09T08:00:00+02:00"


def test_a_last_change_shown_before_the_declared_publication_is_no_publication(read: Read) -> None:
    declared = ld(datePublished="2031-06-12T09:00:00+02:00", dateModified="2031-06-01T09:00:00+02:00")
    assert published(read, f"{declared}{TITLE}<p>1 June 2031</p>{PROSE}") == "2031-06-12T09:00:00+02:00"


def test_the_day_that_page_and_address_agree_on_wins_over_the_next_one_in_utc(read: Read) -> None:
    markup = f"{ld(datePublished='2031-05-04T02:12:00Z')}{TITLE}<p>3 May 2031</p>{PROSE}"
    assert published(read, markup, "https://news.example/2031/05/03/ferry") == "2031-05-03"
    assert published(read, markup, "https://news.example/ferry") == "2031-05-04T02:12:00+00:00"


def test_the_address_tells_which_number_is_the_month(read: Read) -> None:
    markup = f"{TITLE}<p>03/10/2031</p>{PROSE}"
    assert published(read, markup, "https://news.example/2031/october/03/ferry") == "2031-10-03"
    assert published(read, markup, "https://news.example/2031/10/04/ferry") == "2031-03-10"


def test_a_meta_name_that_nobody_lists_may_say_what_it_holds(read: Read) -> None:
    meta = '<meta name="x-page-published-date" content="2031-05-03T17:12:00Z">'
    assert published(read, f"{meta}{TITLE}{PROSE}") == "2031-05-03T17:12:00+00:00"
    assert published(read, f"{meta}{TITLE}<p>1 May 2031</p>{PROSE}") == "2031-05-01"
    assert published(read, f'<meta name="x-publisher-date" content="2031-05-03">{TITLE}{PROSE}') is None


def test_a_bare_date_beside_that_of_the_last_change_is_the_publication(read: Read) -> None:
    line = "<p class=date>May 3, 2031. <i>Updated: May 9, 2031</i></p>"
    found = dates(read, f"{TITLE}{PROSE * 60}{line}")
    assert [str(stamp.value) for stamp in (found.published, found.modified)] == ["2031-05-03", "2031-05-09"]


def test_a_day_read_the_wrong_way_round_is_no_earlier_date(read: Read) -> None:
    markup = ld(datePublished="2031-12-05T09:00:00Z", dateModified="2031-12-05T09:00:00Z")
    assert published(read, f"{markup}{TITLE}<p>05/12/2031</p>{PROSE}") == "2031-12-05T09:00:00+00:00"


def test_a_date_alone_in_its_line_of_a_cell(read: Read) -> None:
    caption = "Crew and passengers wait on the quay below the customs house, where the morning ferry should have been"
    assert published(read, f"{TITLE}<td>{caption}<br>May 3, 2031<br>Norholm Herald</td>{PROSE}") == "2031-05-03"
    assert published(read, f"{TITLE}<td>{caption} since May 3, 2031</td>{PROSE}") is None


@pytest.mark.parametrize("text", ["3 mayo años 2031", "2031 metų mayo 3 d.", "ngày 3 mayo năm 2031"])
def test_long_words_may_stand_between_the_numbers_of_a_date(text: str) -> None:
    assert [found.stamp.isoformat() for found in written_dates(text, "es")] == ["2031-05-03"]
