"""Flattened text: the same Article as the page gives, with offsets instead of paths."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Article, NotAnArticle, Options, WrongInput, clean_text, extract
from newsclean.mojibake import Mender
from newsclean.plaintext.lines import read_lines
from newsclean.reading import read

ANCHOR = Path(__file__).parents[1] / "corpus" / "anchor-local-paper" / "harbour-soldiers-return" / "page.html"
STORY = (
    "PORT ASTER (Reuters) - The harbour office of Port Aster opened the north pier again on Monday, nine weeks after a "
    "grain ship had torn a hole into it during the first storm of the winter, its director said.",
    "Divers had found no damage below the water line, and the last steel plate was welded on during Sunday night.",
    '"We have waited for this like children for the snow," the director, Ilka Rowan, told reporters on the pier.',
    "The first ship to moor was the same grain carrier, whose captain brought two crates of oranges for the welders.",
    "Insurers will meet in May to settle who pays for the repair, which cost about four million crowns.",
)
CREDIT = "(Reporting by Tomas Arkwell in Port Aster; Editing by Leonie Sandt)"
TEXT = "\n".join([
    "The Norvale Post", "Norvale World Business Lifestyle", "Today: April 03, 2031", "",
    "Port Aster opens its north pier after nine weeks", "",
    "FILE PHOTO: A grain carrier lies at the north pier of Port Aster", "March 28, 2031", "",
    "\n\n".join(STORY), "", CREDIT, "", "Related Articles", "",
    "Welders of Port Aster ask for hats Grain carrier hits a pier in the first storm of winter",
    "Share This", "", "Popular", "", "Asia|Business|Economy", "",
    "Hokkaidoโ€™s wooden lighthouses wait for a keeper", "", "Hokkaidoโ€™s wooden lighthouses wait for a keeper", "",
    "Asia", "", "Asia|World", "", "Ferry search enters a fifth day", "", "Ferry search enters a fifth day",
])  # fmt: skip


@pytest.fixture(scope="module")
def article() -> Article:
    return clean_text(TEXT)


def chrome_of(article: Article, kind: str) -> str:
    return "\n".join(part.text for part in article.chrome if part.kind == kind)


def test_story_and_fields_of_a_flattened_page(article: Article) -> None:
    assert article.text == "\n\n".join(STORY)
    assert article.title == "Port Aster opens its north pier after nine weeks"
    assert article.published == date(2031, 3, 28)
    assert (article.dateline, article.agency, article.credits) == ("PORT ASTER", "Reuters", (CREDIT,))
    assert (article.kind, article.text_source) == ("article", "text")


def test_boxes_are_typed_by_their_headings(article: Article) -> None:
    assert chrome_of(article, "related").startswith("Related Articles\nWelders")
    assert chrome_of(article, "share") == "Share This"
    assert chrome_of(article, "popular").startswith("Popular\nAsia|Business|Economy\nHokkaido’s wooden")
    assert chrome_of(article, "section_list").startswith("Asia\nAsia|World\nFerry search")


@pytest.mark.parametrize("credit", [
    "(Jane Roe/AFP)", "Photo: Jane Roe / Example Agency", "Foto: Jane Roe/dpa", "© Jane Roe", "| Jane Roe/AP",
])  # fmt: skip
def test_a_long_caption_between_paragraphs_is_told_by_its_credit(credit: str) -> None:
    caption = f"Ilka Rowan, the director, stands on the north pier and waits for the first grain ship. {credit}"
    article = clean_text(TEXT.replace(STORY[2], f"{STORY[2]}\n\n{caption}"))
    assert article.text == "\n\n".join(STORY)
    assert caption in [block.text for block in article.blocks if block.type == "figure"]


@pytest.mark.parametrize("ending", ["(Reuters)", "(AFP)", "dpa/jr", "(Reuters/AP)", "Source: AFP"])
def test_an_agency_that_signs_the_last_paragraph_leaves_it_in_the_story(ending: str) -> None:
    article = clean_text(TEXT.replace(STORY[-1], f"{STORY[-1]} {ending}"))
    assert article.text.split("\n\n")[-1] == f"{STORY[-1]} {ending}"


def test_mojibake_is_repaired_and_told(article: Article) -> None:
    (repair,) = article.repairs
    assert (repair.before, repair.after, repair.count) == ("Hokkaidoโ€™s", "Hokkaido’s", 2)
    assert repair.at == (TEXT.index("Hokkaido"),)


def test_repair_can_be_switched_off() -> None:
    assert clean_text(TEXT, options=Options(repair=False)).repairs == ()


def test_spans_are_offsets_into_the_given_text(article: Article) -> None:
    for block, paragraph in zip([b for b in article.blocks if b.type == "paragraph"], STORY, strict=True):
        assert block.span is not None
        assert TEXT[slice(*block.span)] == paragraph


def test_spans_survive_json_and_are_not_written_for_html(article: Article) -> None:
    assert Article.model_validate_json(article.model_dump_json()) == article
    assert '"span"' not in extract("<h1>Ferry</h1><p>The ferry left late.</p>").to_json()


def test_the_anchor_page_gives_the_same_story_as_its_html() -> None:
    page = ANCHOR.read_bytes()
    shown = [block.text for block in read(page).layout.blocks if block.text and not block.hidden]
    assert clean_text("\n\n".join(shown)).text == extract(page).text


def test_a_text_wrapped_at_80_columns_gives_the_same_story() -> None:
    wrapped = "\n".join("\n".join(textwrap.wrap(line, 80)) for line in TEXT.split("\n"))
    assert clean_text(wrapped).text == "\n\n".join(STORY)


def test_lines_without_blank_lines_between_them_give_the_same_story() -> None:
    assert clean_text("\n".join(filter(None, TEXT.split("\n")))).text == "\n\n".join(STORY)


def test_a_wrapped_word_keeps_its_hyphen() -> None:
    lines = ["The harbour office of the town said that it will pay for the new half-", "timbered hall by itself."] * 6
    text = "\n\n".join(f"{one}\n{two}" for one, two in zip(lines[::2], lines[1::2], strict=True))
    assert all("half-timbered hall" in line.text for line in read_lines(text, Mender(False)))


def test_a_lone_surrogate_is_replaced_and_spans_stay_true() -> None:
    text = TEXT.replace("north pier again", "north\udc80pier again")
    article = clean_text(text)
    assert [warning.code for warning in article.warnings] == ["surrogates_replaced"]
    assert Article.model_validate_json(article.to_json()) == article
    spans = [block.span for block in article.blocks if "north\ufffdpier" in block.text]
    assert [text[slice(*span)] for span in spans if span] == [STORY[0].replace("north pier", "north\udc80pier")]


def test_han_paragraphs_cut_at_a_column_are_joined() -> None:
    paragraphs = [
        "北桥在关闭九周之后于星期一重新开放，港务局局长说，潜水员没有在水线以下发现任何损坏，最后一块钢板是在星期天夜里焊上去的。",
        "第一艘停靠的船正是去年冬天第一场风暴中撞坏码头的那艘运粮船，船长给焊工们带来了两箱橙子，还在甲板上请他们喝了茶。",
        "保险公司将在五月开会决定由谁支付修理费用，这笔费用大约为四百万克朗，而市议会已经拒绝从渔业基金中拨款来支付其中的一半。",
    ] * 2  # fmt: skip
    wrapped = "\n\n".join("\n".join(textwrap.wrap(paragraph, 40)) for paragraph in paragraphs)
    assert [line.text for line in read_lines(wrapped, Mender(False))] == paragraphs


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (("Ferry sails again", "By Ada Quill", "12 March 2031"), "Ferry sails again"),
        (("Ferry sails", "12 March 2031", "The quay on Thursday. Photo: Karl Winter/dpa"), "Ferry sails"),
        (("Home", "Sport", "By Ada Quill"), None),
    ],
)
def test_a_short_headline_is_known_by_the_byline_below_it(above: tuple[str, ...], title: str | None) -> None:
    assert clean_text("\n".join([*above, "", *STORY])).title == title


def test_wrapped_korean_keeps_its_spaces_and_wrapped_burmese_gets_none() -> None:
    sentence = "섬과 육지를 잇는 여객선이 {}일 만에 다시 바다로 나갔다고 항만청이 아침에 밝혔다."
    korean = [" ".join([sentence.format(days)] * 3) for days in range(2, 6)]
    wrapped = "\n\n".join("\n".join(textwrap.wrap(paragraph, 40)) for paragraph in korean)
    assert [line.text for line in read_lines(wrapped, Mender(False))] == korean
    burmese = ["ကူးတို့သင်္ဘောသည်ကြာသပတေးနေ့တွင်ကျွန်းသို့ပြန်လည်ထွက်ခွာခဲ့သည်ဟုဆိပ်ကမ်းရုံးကပြောသည်။" * 3] * 4
    wrapped = "\n\n".join("\n".join(text[i : i + 60] for i in range(0, len(text), 60)) for text in burmese)
    assert [line.text for line in read_lines(wrapped, Mender(False))] == burmese


def test_wrapped_paragraphs_of_two_lines_are_joined() -> None:
    paragraph = "The harbour office opened the north pier again on Monday, and the {} was back at its desk by noon."
    paragraphs = [paragraph.format(who) for who in ("clerk", "pilot master", "warden of the lighthouse", "cook") * 3]
    wrapped = "\n\n".join(textwrap.fill(text, 80) for text in paragraphs)
    assert [line.text for line in read_lines(wrapped, Mender(False))] == paragraphs


def test_a_list_of_headlines_is_not_taken_for_a_wrapped_text() -> None:
    towns = ("Norholm", "Port Aster", "Hollin", "Kestrel Bay", "Tesk", "Upper Norvale", "Brid", "East Tesk")
    pairs = [(town, other) for town in towns for other in towns]
    headlines = [f"Ferry to {town} is late again as {other} waits for its new pier" for town, other in pairs]
    assert [line.text for line in read_lines("\n".join(headlines), Mender(False))] == headlines


def test_short_lines_of_a_text_that_is_nearly_all_story_are_kept() -> None:
    text = "\n".join([TEXT.split("\n")[4], *STORY[:2], "Who pays", *STORY[2:4], "“Not us,” he said.", STORY[4]])
    assert clean_text(text).text.split("\n\n") == text.split("\n")[1:]


def test_the_end_of_a_long_interview_is_kept() -> None:
    answers = [f"In week {week}, it was this: {paragraph}" for week in range(1, 25) for paragraph in STORY[1:]]
    questions = [f"And what came in week {week}?" for week in range(1, 25)]
    lines = [line for at, question in enumerate(questions) for line in (question, *answers[4 * at : 4 * at + 4])]
    assert clean_text("\n\n".join([STORY[0], *lines])).text.split("\n\n") == [STORY[0], *lines]


def test_a_sentence_right_below_the_headline_is_the_deck() -> None:
    deck = "Grain ships moor there for the first time since a storm tore a hole into it, the harbour office says"
    lines = TEXT.split("\n")
    article = clean_text("\n".join([*lines[:5], deck, "By Jane Roe", *lines[5:]]))
    assert (article.deck, article.title) == (deck, lines[4])
    assert article.text.split("\n\n") == [deck, *STORY]


def test_bytes_are_decoded() -> None:
    text = "Grüße aus dem Hafen von Köln, wo die Fähre am Montag mit einer Stunde Verspätung abgelegt hat. " * 4
    article = clean_text(text.encode("windows-1252"))
    assert article.text == text.strip()


def test_one_paragraph_of_a_megabyte() -> None:
    sentence = "The ferry left the harbour of Port Aster an hour late because of the fog. "
    article = clean_text(sentence * (1_000_000 // len(sentence)))
    assert len(article.blocks) == 1
    assert len(article.text) > 990_000


def test_a_million_empty_lines() -> None:
    article = clean_text("\n" * 1_000_000)
    assert (article.blocks, article.chrome) == ((), ())
    assert [warning.code for warning in article.warnings] == ["empty"]


@pytest.mark.parametrize("data", ["\x00\x01\x02\x03" * 500, bytes(range(256)) * 8, b"%PDF-1.7\n" + b"\x80\x00" * 99])
def test_binary_is_no_article(data: str | bytes) -> None:
    article = clean_text(data)
    assert article.kind == "other"
    assert "not_text" in {warning.code for warning in article.warnings}


def test_html_is_told_to_go_to_extract() -> None:
    warnings = clean_text(ANCHOR.read_text("utf-8")).warnings
    assert [w.code for w in warnings] == ["html_as_text"]
    assert "newsclean.extract" in warnings[0].detail


@pytest.mark.parametrize("opening", ["<p>", "<div class='a'>", " <Article>", "<!DOCTYPE html>", "<?xml ?>"])
def test_a_fragment_of_html_is_told_as_well(opening: str) -> None:
    assert [w.code for w in clean_text(opening + STORY[0]).warnings] == ["html_as_text"]


@pytest.mark.parametrize("text", ["<3 stood on the pier.", "<Pause> The director looks at the sea.", "a < b > c"])
def test_angles_in_a_text_are_no_html(text: str) -> None:
    assert clean_text(text).warnings == ()


def test_binary_is_not_read_as_mojibake() -> None:
    assert clean_text(bytes(range(256)) * 40).repairs == ()


def test_lines_of_zero_width_characters_are_no_lines() -> None:
    article = clean_text("\u200b" * 500 + "\n" + "\n\u200b\n".join(STORY))
    assert article.text.split("\n\n") == list(STORY)


def test_strict_raises_where_there_is_no_story() -> None:
    with pytest.raises(NotAnArticle):
        clean_text("Home\nNews\nSport", options=Options(strict=True))


def test_another_type_is_refused() -> None:
    with pytest.raises(WrongInput, match="str or bytes"):
        clean_text(7)  # type: ignore[arg-type]


LINES = st.lists(st.one_of(
    st.text(max_size=60), st.sampled_from([*STORY, "Related", "Share this", "• Sport", "Asia|World", "\ufeff", "©"]),
), max_size=25)  # fmt: skip


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_every_character_is_in_one_part_or_white_space(lines: list[str], end: str) -> None:
    text = end.join(lines)
    article = clean_text(text, options=Options(repair=False))
    spans = sorted(part.span for part in (*article.blocks, *article.chrome) if part.span is not None)
    assert len(spans) == len(article.blocks) + len(article.chrome)
    at = 0
    rest = []
    for start, stop in spans:
        assert at <= start < stop
        rest.append(text[at:start])
        at = stop
    rest.append(text[at:])
    assert not any(char.isprintable() and not char.isspace() for char in "".join(rest))


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_comments_between_lines_of_a_thread_are_no_story(between: str) -> None:
    story = [f"On day {n} the ferry to Norholm left an hour late, its crew said, because of fog." for n in range(1, 6)]
    said = "I waited nine days on that quay, and nobody from the harbour office came to tell us a thing."
    thread = ["2 Comments", "islander57", "2 hours ago", said, "Reply"]
    article = clean_text(between.join(["Ferry late again", *story, *thread]))
    assert said not in article.text
    assert story[-1] in article.text


def test_a_caption_with_its_credit_is_no_headline() -> None:
    story = "The morning ferry to Norholm left an hour late on Monday, its crew said, because of the fog. " * 3
    caption = "Passengers wait on the quay on Monday. Photo: Ida Brask"
    article = clean_text(f"Ferry late again\nBy Bo Lind\n12 March 2031\n{caption}\n\n{story}\n\n{story}")
    assert article.title == "Ferry late again"
