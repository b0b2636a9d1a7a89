from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.metadata.dateline import Dateline, split_dateline


@pytest.mark.parametrize(
    ("paragraph", "place", "agency"),
    [
        ("PORT ASTER (Reuters) - The harbour froze.", "PORT ASTER", "Reuters"),
        ("PORT ASTER, March 3 (AP) — The harbour froze.", "PORT ASTER", "AP"),
        ("KYIV, Ukraine (AP) — The river froze.", "KYIV, Ukraine", "AP"),
        ("WASHINGTON/BRUSSELS (Reuters) - Talks began.", "WASHINGTON/BRUSSELS", "Reuters"),
        ("NEW DELHI: The river froze.", "NEW DELHI", None),
        ("PORT ASTER — Voters filled the hall.", "PORT ASTER", None),
        ("PORT ASTER, Ore. — Voters filled the hall.", "PORT ASTER, Ore.", None),
        ("PORT ASTER, Mo. (AP) — Voters filled the hall.", "PORT ASTER, Mo.", "AP"),
        ("(Reuters) - The company said on Monday.", "", "Reuters"),
        ("Rio de Janeiro (AFP) - O porto fechou.", "Rio de Janeiro", "AFP"),
        ("Port-au-Prince (AFP) - Le port est fermé.", "Port-au-Prince", "AFP"),
        ("Paris, 3 mai (AFP) - Le fleuve a gelé.", "Paris", "AFP"),
        ("Елхово, 3 май (БТА) Реката замръзна.", "Елхово", "BTA"),
        ("ЕЛШАНЕ, 3. МАЈА /СРНА/ - Река се заледила.", "ЕЛШАНЕ", "SRNA"),
        ("Jelšane, 3. svibnja 2031. (Hina) – Rijeka se zaledila.", "Jelšane", "HINA"),
        ("Lúčky 3. mája (TASR) - Rieka zamrzla.", "Lúčky", "TASR"),
        ("Žabjek, 3. maja (STA) - Reka je zamrznila.", "Žabjek", "STA"),
        ("Vallçana (ACN).-El riu s'ha glaçat.", "Vallçana", "ACN"),
        ("Berlin (dpa) - Der Fluss ist zugefroren.", "Berlin", "dpa"),
        ("Altwasser (ewd). Die Brücke ist zu.", "Altwasser", None),
        ("MADRID, 3 May. (EUROPA PRESS) - El río se heló.", "MADRID", "Europa Press"),
        ("МОСКВА, 3 мая — РИА Новости. Река замёрзла.", "МОСКВА", "RIA Novosti"),
        ("КИЕВ, 3 мая. /ТАСС/. Река замёрзла.", "КИЕВ", "TASS"),
        ("नई दिल्ली, एएनआई। नदी जम गई।", "नई दिल्ली", "ANI"),
        ("القاهرة (رويترز) - تجمد النهر", "القاهرة", "Reuters"),
        ("Vilnius, 2031 m. gegužės 3 d. (BNS). Upė užšalo.", "Vilnius", "BNS"),
        ("Rīga, 2031. gada 3. maijā (LETA) – Upe aizsala.", "Rīga", "LETA"),
        ("KUALA LUMPUR, 3 Mei (Bernama) -- Sungai itu membeku.", "KUALA LUMPUR", "Bernama"),
        ("اسلام آباد (اے ایف پی) دریا جم گیا۔", "اسلام آباد", "AFP"),
        ("کراچی (ویب ڈیسک) دریا جم گیا۔", "کراچی", None),
        ("新华社北京5月3日电（记者张三）河水结冰。", "北京", "Xinhua"),
        ("【本报北京3日电】河水结冰。", "北京", None),
        ("【ニューヨーク＝共同】川が凍った。", "ニューヨーク", "Kyodo"),
        ("(서울=연합뉴스) 강이 얼었다.", "서울", "Yonhap"),
    ],
)
def test_datelines(paragraph: str, place: str, agency: str | None) -> None:
    assert split_dateline(paragraph) == Dateline(place, agency)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The harbour (the old one) froze.",
        "Jane Roe (SPD) - The mayor - spoke.",
        "Jane Roe (Labour) - the mayor - spoke.",
        "BREAKING: The harbour froze.",
        "UPDATE — The harbour froze.",
        "ИЗВЪНРЕДНО: Реката замръзна.",
        "UŽIVO: Rijeka se zaledila.",
        "ADT — Most complete security system",
        "JANE ROE, HOST: The council is holding a special session.",
        "Hiking boot (worn). The sole is fine.",
        "NATO — the alliance — met.",
        "NASA (AP) said so.",
        "Paris — the city of light — froze.",
        "Jane Roe: I would say so.",
        "احمد ندیم (نامہ نگار) نے کہا کہ دریا جم گیا۔",
        "In Berlin (dpa) wurde gefeiert.",
        "[사진=연합뉴스]",
        "北京市长说，5月3日河水结冰。",
        "ไทยรัฐออนไลน์",
        "",
    ],
)
def test_ordinary_paragraphs_have_none(paragraph: str) -> None:
    assert split_dateline(paragraph) is None


@given(st.text(alphabet="AB cd(),.-–—:/【】=3日电", max_size=60))
def test_the_place_is_never_invented(paragraph: str) -> None:
    found = split_dateline(paragraph)
    assert found is None or all(word in paragraph for word in found.place.split())
