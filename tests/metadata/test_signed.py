"""Bylines and notices as papers of East Asia print them, at head and foot of a story."""

from __future__ import annotations

import pytest

from newsclean import Article, extract

KOREAN = (
    "초승달섬과 육지를 잇는 여객선이 아흐레 만에 다시 바다로 나갔다고 항만청이 12일 아침 밝혔다. "
    "섬 주민 수백 명이 부두에서 배를 기다리고 있었다.",
    "항만청장은 승무원들이 선체를 살펴보았으나 다친 곳이 없었다며 주말까지 하루 두 차례 배를 띄우겠다고 말했다.",
    "회사는 일요일에 겨울 시간표를 새로 내놓을 예정이며, 표는 부두와 우체국에서 살 수 있다고 덧붙였다.",
)
CHINESE = (
    "连接月牙岛与大陆的唯一渡轮周三早晨恢复运营，此前因风暴停航九天，岛上数百名居民无法返回家中。",
    "港务局局长表示，船员检查了船体，没有发现任何损坏，在周末之前每天将开行两班，优先运送包裹和岛上居民。",
    "公司将于周日公布新的冬季时刻表，船票可以在码头和邮局购买，学生凭证件半价。",
)


def page(title: str, story: tuple[str, ...], head: str = "", end: str = "") -> Article:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    return extract(f"<main><article><h1>{title}</h1>{head}{text}{end}</article></main>")


def korean(head: str = "", end: str = "") -> Article:
    return page("초승달섬 여객선 다시 뜬다", KOREAN, head, end)


def chinese(head: str = "", end: str = "") -> Article:
    return page("停航九天后月牙岛渡轮恢复运营", CHINESE, head, end)


def names(article: Article) -> list[str]:
    return [author.name for author in article.authors]


def test_who_took_the_picture_did_not_write_the_story() -> None:
    assert names(korean(head="<p>부두에서 배를 기다리는 주민들. 사진=도하람 기자</p>")) == []


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("이수민 기자", ["이수민"]),
        ("이수민 기자 soomin@choseung.example", ["이수민"]),
        ("[초승달일보=이수민 기자]", ["이수민"]),
        ("기자명 이수민 기자", ["이수민"]),
        ("경제부 이수민 선임기자", ["이수민"]),
        ("이수민·박지훈 기자", ["이수민", "박지훈"]),
        ("입력 2031.03.12 08:15 | 이수민 기자", ["이수민"]),
    ],
)
@pytest.mark.parametrize("place", ["head", "end"])
def test_a_korean_byline(line: str, people: list[str], place: str) -> None:
    article = korean(**{place: f"<p>{line}</p>"})
    assert names(article) == people
    assert article.text.split("\n\n") == list(KOREAN)


@pytest.mark.parametrize("line", ["시민 기자", "사회부 기자", "인턴기자"])
def test_a_job_alone_names_nobody(line: str) -> None:
    assert names(korean(f"<p>{line}</p>")) == []


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("记者：林晓雨 编辑：王芳", ["林晓雨"]),
        ("月牙日报记者 林晓雨 报道", ["林晓雨"]),
        ("2031-03-12 08:15 来源：月牙日报 作者：林晓雨", ["林晓雨"]),
        ("記者：林曉雨 編輯：王芳", ["林曉雨"]),
        ("2031-03-12 來源：月牙日報 記者：林曉雨", ["林曉雨"]),
        ("来源：月牙日报", []),
        ("2031-03-12 08:15 來源：月牙日報", []),
    ],
)
def test_a_chinese_line_of_fields(line: str, people: list[str]) -> None:
    article = chinese(f"<p>{line}</p>")
    assert names(article) == people
    assert article.text.split("\n\n") == list(CHINESE)


def test_the_editor_below_the_story_hides_no_author() -> None:
    article = chinese("<div>2031-03-12 08:15 来源：月牙日报 作者：林晓雨</div>", "<p>（责任编辑：王芳）</p>")
    assert names(article) == ["林晓雨"]
    assert article.text.split("\n\n") == list(CHINESE)


def test_labels_of_other_languages_part_a_line_too() -> None:
    story = ("The ferry left on Monday, the harbour office said, after nine days of ice in the sound.",) * 3
    article = page("Ferry sails again", story, "<p>Penulis: Nurul Rahman | Editor: Budi Santoso</p>")
    assert names(article) == ["Nurul Rahman"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("文・佐藤美咲", ["佐藤美咲"]),
        ("（佐藤美咲記者）", ["佐藤美咲"]),
    ],
)
def test_a_japanese_byline(line: str, words: list[str]) -> None:
    story = ("島と本土を結ぶ唯一のフェリーが十二日朝、九日ぶりに運航を再開した。島では住民が帰宅できずにいた。",) * 3
    assert names(page("三日月島フェリー、運航再開", story, f"<p>{line}</p>")) == words


@pytest.mark.parametrize(
    "line",
    [
        "저작권자 © 초승달일보 무단전재 및 재배포 금지",
        "ⓒ 초승달일보, 무단전재 및 재배포 금지",
        "&lt;저작권자 ⓒ 초승달일보 무단 전재-재배포 금지&gt;",
        "무단전재 및 재배포 금지",
    ],
)
def test_a_notice_of_rights_below_a_korean_story_is_the_site_s(line: str) -> None:
    article = korean(end=f"<p>이수민 기자</p><p>{line}</p>")
    assert article.text.split("\n\n") == list(KOREAN)
    assert [part.kind for part in article.chrome if "금지" in part.text] == ["footer"]


@pytest.mark.parametrize(
    "line",
    ["【版权声明】本文版权归月牙日报所有，不得转载。", "免责声明：本文仅代表作者个人观点。", "【打印】【关闭窗口】"],
)
def test_notices_and_buttons_below_a_chinese_story_are_the_site_s(line: str) -> None:
    article = chinese(end=f"<p>{line}</p>")
    assert article.text.split("\n\n") == list(CHINESE)


def test_a_last_sentence_about_rights_is_story() -> None:
    last = "The council said that it held the copyright, and that the map may not be reproduced without a fee."
    story = ("The ferry left on Monday, the harbour office said, after nine days of ice in the sound.", last)
    assert page("Ferry sails again", story).text.split("\n\n")[-1] == last
