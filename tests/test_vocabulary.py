from __future__ import annotations

import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest

from newsclean.data_files import naming
from newsclean.errors import BrokenData
from newsclean.labels import CHROME, Label
from newsclean.language_files import merge, parse
from newsclean.vocabulary import (
    PRECEDENCE,
    PhraseIndex,
    Phrases,
    _agencies,
    agencies,
    chrome_phrases,
    fold,
    languages,
)

DATES = '[dates]\nmonths = [["a"],["b"],["c"],["d"],["e"],["f"],["g"],["h"],["i"],["j"],["k"],["l"]]\norder = "dmy"\n'


def phrases(*tables: str) -> Phrases:
    head = f'code = "xx"\nname = "Example"\nscript = "Latin"\n{DATES}'
    return Phrases(merge(parse("xx.toml", head + table) for table in tables))


def test_importing_reads_no_data() -> None:
    code = "import newsclean.vocabulary as v; print(v._loaded.cache_info().currsize)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "0\n"


def test_precedence_ranks_every_kind_of_chrome_once() -> None:
    assert set(PRECEDENCE) == CHROME
    assert len(PRECEDENCE) == len(CHROME)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Most read", Label.POPULAR),
        ("YOU MAY ALSO LIKE", Label.RELATED),
        ("Advertisement", Label.ADVERTISEMENT),
        ("1,204 comments", Label.COMMENTS),
        ("1 204 comments", Label.COMMENTS),
        ("1\u202f204\u00a0comments", Label.COMMENTS),
        ("4 min read", Label.MASTHEAD),
        ("Photo 3 of 17", Label.CAPTION_FURNITURE),
        ("Related harbour news", None),
        ("12.50", None),
        ("1,204", None),
        ("1 204", None),
        ("4.5/5", None),
        ("", None),
        ("…", None),
        ("Most read " * 1000, None),
    ],
)
def test_whole(text: str, label: Label | None) -> None:
    assert chrome_phrases().whole(text) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Sign up for our newsletter, and never miss a thing about the harbour.", Label.NEWSLETTER),
        ("Follow us on Examplegram!", Label.SHARE),
        ("© 2031 Harbour Herald", Label.FOOTER),
        ("Copyright 2031 Harbour Herald. All rights reserved.", Label.FOOTER),
        ("Follow users around the harbour for a day, and you learn a lot.", None),
        ("Sign up", None),
        ("", None),
    ],
)
def test_starts(text: str, label: Label | None) -> None:
    assert chrome_phrases().starts(text) == label


@pytest.mark.parametrize(
    "sentence",
    [
        "Part of the bridge fell into the harbour on Monday.",
        "Published by a small press, the novel sold 40,000 copies in a week.",
        "Commenting on this, the mayor said the ferry would stay.",
        "Filed under a pseudonym, the complaint names three ministers.",
        "Sponsored by a brewery, the regatta drew 400 boats.",
        "California residents were told to boil their water.",
        "“We use cookies to lure them,” said the zoo keeper.",
        "'Thank you for reading the letter,' she told the court.",
        "Related charges were dropped in June.",
        "Subscribers to the service numbered 12,000 in May.",
        "Veröffentlicht in einer Fachzeitschrift, sorgte die Studie für Streit.",
        "Bereits registriert sind 300 Läufer aus zwölf Ländern.",
        "Pour débloquer la situation, le maire a reçu les grévistes.",
        "Déjà membre du conseil, elle brigue la présidence du port.",
        "Queda prohibida la venta de fuegos artificiales en el puerto.",
        "Al registrarse, los votantes deben mostrar un documento.",
        "Mais sobre a ponte saberemos na terça-feira, disse o prefeito.",
        "Partita IVA, domani il voto sulla nuova soglia.",
        "Verder lezen de leerlingen elke dag een half uur.",
        "Ansvarig utgivare Lova Hamn avgår efter tio år.",
        "Hamnen stängs i natt, säger polisen.",
        "Ansvarshavende chefredaktør Jens Havn siger op.",
        "Dalsza część mostu runęła w poniedziałek rano.",
        "Diskuse je podle starosty u konce.",
        "Hibát talált a híd terveiben egy mérnök.",
        "Donează pentru reconstrucția podului, a cerut primarul.",
        "Autorius yra sakęs, kad tiltas stovės šimtą metų.",
        "Daugiau apie tiltą meras papasakojo ketvirtadienį.",
        "Par autoru kļuva ostas kapteinis, kurš agrāk nerakstīja.",
        "Lai komentētu plūdus, mērs sasauca žurnālistus.",
        "Sildid maanteel olid tormis ümber kukkunud.",
        "Materjalide kasutamine silla ehitusel läks kalliks.",
        "Útgefandi bókarinnar segir brúna vera persónu í sögunni.",
        "Ábendingar má senda lögreglunni í síma.",
        "Mengenai penulis buku itu, tiada siapa yang tahu.",
        "Komen-komen yang dibuat Datuk Bandar mengejutkan penduduk.",
        "کوئی تبصرہ نہیں کیا گیا، ترجمان نے صرف سر ہلایا۔",
        "تیار کردہ نقشے کے مطابق پل دو سال میں مکمل ہوگا۔",
        "Последни новини от пристанището няма, каза кметът.",
        "За автора на моста се знае само, че е бил млад.",
        "Коментарите на кмета разсмяха залата.",
        "На живо се видяха чак в понеделник.",
        "Više će se o mostu znati u utorak, rekao je načelnik.",
        "Ovi kolačići peku se dvadeset minuta.",
        "Projekt je sufinanciran iz proračuna županije.",
        "Pratite nas, doviknuo je kapetan i skrenuo u luku.",
        "Dijelovi mosta pali su u rijeku u ponedjeljak.",
        "О аутору моста зна се само да је био млад.",
        "На ову тему одбор ће заседати у уторак.",
        "Preuzimanje broda pomereno je za sredu.",
        "Viac informácií polícia neposkytla.",
        "K téme sa vyjadril aj starosta.",
        "Diskusia o moste trvala do polnoci.",
        "V živo so most videli šele v ponedeljek.",
        "Več informacij bo znanih po seji sveta.",
        "Oglasi se občina, ko je že prepozno.",
        "En directe, el pont fa més impressió.",
        "Publicat fa un segle, el plànol del pont s'ha perdut.",
        "Comparteix el despatx amb dos regidors més.",
    ],
)
def test_a_sentence_of_a_story_is_not_taken_for_chrome(sentence: str) -> None:
    assert chrome_phrases().starts(sentence) is None
    assert chrome_phrases().whole(sentence) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Read more: Bridge to close", ": Bridge to close"),
        ("READ MORE Bridge to close", " Bridge to close"),
        ("ALSO READ | Bridge to close", " | Bridge to close"),
        ("» See also » Bridge to close", " » Bridge to close"),
        ("Watch – Bridge to close", " – Bridge to close"),
        ("اقرأ أيضًا: الجسر يغلق", ": الجسر يغلق"),
        ("اقرأ أيضاً الجسر يغلق", " الجسر يغلق"),
        ("【関連記事】橋が閉鎖", "】橋が閉鎖"),
        ("《相关阅读》大桥关闭", "》大桥关闭"),
        ("Read more", ""),
        ("Watch out for the bridge", "Watch out for the bridge"),
        ("Watch-makers of the harbour", "Watch-makers of the harbour"),
        ("Read moreover what he wrote", "Read moreover what he wrote"),
        ("The bridge is to close", "The bridge is to close"),
        ("", ""),
    ],
)
def test_lead_in(text: str, rest: str) -> None:
    assert text[chrome_phrases().lead_in(text) :] == rest


def test_a_word_in_latin_letters_ends_where_a_script_without_spaces_begins() -> None:
    index = PhraseIndex({"more news": True})
    assert index.starts("MORE NEWSを見る") == ("more news", True)
    assert index.starts("More newsletters") is None


def test_lead_in_length_counts_the_characters_of_the_page() -> None:
    found = phrases('[lead_ins]\nrelated = ["größte themen"]\n')
    text = "  GRÖSSTE\u00a0\u00a0THEMEN: Hafen"
    assert text[found.lead_in(text) :] == ": Hafen"


def test_the_longest_phrase_wins() -> None:
    index = PhraseIndex({"read": 1, "read more": 2, "read more about": 3})
    assert index.starts("Read more about it") == ("read more about", 3)
    assert index.starts("Read more aboutness") == ("read more", 2)


def test_a_phrase_ends_where_a_word_ends_in_scripts_with_spaces() -> None:
    index = PhraseIndex({"और पढ": 1, "구독": 2})
    assert index.starts("और पढें") is None  # a vowel sign carries the syllable on
    assert index.starts("구독자는") is None
    assert index.starts("구독 안내") == ("구독", 2)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [("อ่านเพิ่มเติม", "อ่านเพิ่มเติมเรื่องนี้"), ("相关新闻", "相关新闻报道"), ("あわせて読みたい", "あわせて読みたい記事")],
)
def test_a_phrase_ends_anywhere_in_scripts_without_spaces(phrase: str, text: str) -> None:
    assert PhraseIndex({phrase: 1}).starts(text) == (phrase, 1)


def test_many_marks_before_a_phrase_do_not_hide_it() -> None:
    assert PhraseIndex({"follow us on": 1}).starts("-" * 60 + " Follow us on Examplegram") == ("follow us on", 1)


def test_precedence_decides_where_languages_differ_whatever_their_order() -> None:
    one, other = '[chrome.footer]\nwhole = ["cookies"]\n', '[chrome.consent]\nwhole = ["cookies"]\n'
    assert phrases(one, other).whole("Cookies") == phrases(other, one).whole("Cookies") == Label.CONSENT


def test_languages_are_read_only() -> None:
    english = languages()["en"]
    with pytest.raises(FrozenInstanceError):
        english.dates = english.dates  # type: ignore[misc]
    with pytest.raises(TypeError):
        languages()["xx"] = english  # type: ignore[index]


@pytest.mark.parametrize("around", ["{}", "{}!", "{} :", "{} x", "{}x", "'{}'", "» {}", "12 {}", "{} (12)", "{} – 20"])
def test_a_quick_look_at_the_opening_misses_no_phrase(around: str) -> None:
    phrases = chrome_phrases()
    for phrase in ("Share", "ok", "Sign in", "Comments", "Read more about", "Élysée", "Лента", "Ads", "Follow us on"):
        text = around.format(phrase)
        slow = "\u200b" + text  # folding drops it; nothing can be said of the opening at a glance
        assert phrases.whole(text) == phrases.whole(slow)
        if text[0].isalnum():
            assert phrases.starts(text) == phrases.starts(slow)
        assert phrases.knows(text) or (phrases.whole(text), phrases.starts(text)) == (None, None)


def test_a_language_tells_its_months_roles_and_order() -> None:
    english = languages()["en"]
    assert "sept" in english.dates.months[8]
    assert "photos by" in english.byline.roles["photographer"]
    assert english.dates.order == "dmy"
    assert english.access.continue_


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Reuters", "Reuters"),
        ("The Associated Press", "AP"),
        ("新华社", "Xinhua"),
        ("ТАСС", "TASS"),
        ("연합뉴스", "Yonhap"),
    ],
)
def test_agencies_go_by_many_names(written: str, name: str) -> None:
    assert agencies()[fold(written)] == name


@pytest.mark.parametrize(
    ("table", "fault"),
    [({"A": ["x"], "B": ["X"]}, "B: 'x' already belongs to A"), ({"A": "x"}, "A: a list of strings expected")],
)
def test_malformed_agencies_are_named(table: dict[str, object], fault: str) -> None:
    with pytest.raises(BrokenData, match=fault), naming("agencies.toml"):
        _agencies(table)
