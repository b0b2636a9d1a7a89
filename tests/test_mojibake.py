from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import extract
from newsclean.decoding import decode
from newsclean.errors import NewscleanError, WrongInput
from newsclean.mojibake import Mended, Mender, PageRepair, mend, repair, repair_all, suspect
from tests.misreading import as_windows_1252, misread
from tests.mojibake_table import PAGE, written

ENGLISH = "Marlow’s mayor said the pier “must close” by 2031 — a date the council won’t confirm… 5 € – or 4 €?"


# iso-8859-3, -6 and -8 lose bytes of these signs; the C1 forms of the Latin ones are those of windows-1252.
SINGLE_BYTE = [
    "windows-874", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
    "windows-1256", "windows-1257", "windows-1258", "ibm866", "koi8-r", "koi8-u", "x-mac-cyrillic", "macintosh",
    "iso-8859-2", "iso-8859-4", "iso-8859-5", "iso-8859-7", "iso-8859-10", "iso-8859-13", "iso-8859-14",
    "iso-8859-15", "iso-8859-16", "cp437", "cp850", "cp852",
]  # fmt: skip


@pytest.mark.parametrize("broken", ["Okinawaโ€™s", "Hereโ€™s", "Okinawaโ€\x99s", "Hereโ€\x99s"])
def test_a_thai_reading_of_an_apostrophe_is_undone_in_both_its_forms(broken: str) -> None:
    result = repair(broken)
    assert result.text in ("Okinawa’s", "Here’s")
    assert [(it.before, it.after, it.codec, it.count) for it in result.repairs] == [
        (broken, result.text, "windows-874", 1)
    ]


@pytest.mark.parametrize("charset", SINGLE_BYTE)
def test_punctuation_is_restored_from_every_single_byte_encoding(charset: str) -> None:
    broken = misread(ENGLISH, charset)
    assert broken != ENGLISH
    assert repair(broken).text == ENGLISH


@pytest.mark.parametrize("charset", ["windows-874", "windows-1253", "windows-1255", "iso-8859-5", "iso-8859-1"])
def test_punctuation_is_restored_after_a_parser_made_signs_of_its_controls(charset: str) -> None:
    broken = as_windows_1252(misread(ENGLISH, "windows-1252" if charset == "iso-8859-1" else charset))
    assert repair(broken).text == ENGLISH


# Too close to another encoding to tell them apart by these letters, and windows-1257 loses a byte of "á".
@pytest.mark.parametrize("charset", [name for name in SINGLE_BYTE if name not in ("iso-8859-10", "windows-1257")])
def test_accents_within_words_are_restored(charset: str) -> None:
    text = "El año pasado Peñarroya y Müller visitaron la catedral; Muñoz añadió que volverán."
    assert repair(misread(text, charset)).text == text


def test_a_word_that_two_encodings_read_differently_is_left_alone() -> None:
    for text, charset in [("Straße", "windows-1250"), ("Müller", "iso-8859-2"), ("Müller", "iso-8859-10")]:
        assert repair(misread(text, charset)).text == misread(text, charset)
    assert repair(misread("Die Größe der Straße für Müller", "windows-1250")).text == "Die Größe der Straße für Müller"


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("windows-874", "ชาวบ้านริมแม่น้ำรอสะพานใหม่มาหกปีแล้ว"),
        ("windows-1251", "Жители посёлка ждут новый мост уже шесть лет."),
        ("koi8-r", "Жители посёлка ждут новый мост уже шесть лет."),
        ("ibm866", "Жители посёлка ждут новый мост уже шесть лет."),
        ("windows-1253", "Οι κάτοικοι περιμένουν τη γέφυρα έξι χρόνια."),
        ("windows-1255", "התושבים מחכים לגשר כבר שש שנים"),
        ("windows-1256", "وينتظر السكان الجسر منذ ست سنوات"),
        ("windows-1250", "Mieszkańcy czekają na most już sześć lat."),
        ("windows-1252", "Жители посёлка ждут новый мост уже шесть лет."),
        ("windows-1252", "居民等桥等了六年"),
    ],
)
def test_text_misread_in_the_encoding_of_its_own_language_is_restored(charset: str, text: str) -> None:
    assert repair(misread(text, charset)).text == text


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("gb18030", "The ferry isn’t late—the harbour’s closed."),
        ("shift_jis", "The ferry won’t sail…"),
        ("gb18030", "The café in München isn’t open"),
        ("euc-kr", "The café in München"),
        ("big5", "La señora de la montaña"),
    ],
)
def test_what_east_asian_encodings_did_not_lose_is_restored(codec: str, text: str) -> None:
    python = {"euc-kr": "cp949", "shift_jis": "cp932", "big5": "big5hkscs"}.get(codec, codec)
    result = repair(text.encode().decode(python))
    assert result.text == text
    assert {it.codec for it in result.repairs} == {codec}


@pytest.mark.parametrize("charset", ["windows-1252", "windows-1251", "windows-874", "windows-1255"])
def test_text_misread_twice_is_restored(charset: str) -> None:
    text = "“We’re open,” said the keeper of Marlow’s lighthouse."
    assert repair(misread(misread(text, charset), charset)).text == text


def test_a_broken_quotation_in_a_sound_page_of_another_script_is_restored_alone() -> None:
    thai = "ชาวบ้านรอรถไฟสายใหม่"
    result = repair(f"{thai} {misread('Marlow’s “pier”', 'windows-874')} {thai}")
    assert result.text == f"{thai} Marlow’s “pier” {thai}"
    russian = "Жители ждут, сказала она — и уже шесть лет."
    assert repair(f"{russian} Marlow{misread('’s', 'ibm866')}").text == f"{russian} Marlow’s"


CLEAN = [
    "“We’re not done,” said the keeper — twice… for 5 € at Café Müller’s.",
    "À l’été, les élèves « espèrent » un œuf ; ça coûte 3 °C.",
    "SÃO JOÃO E A IRMÃ”",
    "“IRMÃ” disse a freira",
    "ROMÃ®",
    "CAFÉ® E NOËL™",
    "Ã stands between Â and Ä here: Ã is last.",
    "PÂINEA ȘI VIAȚĂ”",
    "ÇÖL RÜZGÂRI",
    "Ein Maß Öl… “Ärger”, Äpfel – Übel",
    "สะพานเปิด “วันศุกร์” ราคา 30€ รถ SUVรถ เธอ เน้น รส",
    "blogร้าน รถvan tabletสี",
    "МостАЭР, ряд В/Б────→ и «Река ТВ» В\xa0городе",
    "уже сірі очі її, П и Г–двор, РС и ЭВМ",
    "שלג€8 וגם “שלום” – ג׳ירפה",
    "منشأ© طط ظ الأمطار",
    "ΓΕΓΟΝΟΣ “Βασίλης” – Ξένος Ο΄",
    "4K煤气, TV帽店, 茅屋 “酒”",
    "窶す姿, ﾃｽﾄ中",
    "NBA 체육, 챕스 2, GPU체",
    "├── src ─┬─ x │ └── y ░▒▓",
    "¯\\_(ツ)_/¯ ┻━┻ 👩\u200d💻 🏳️\u200d🌈",
    "می‌رود «گفت‌وگو»",
    "người dân Đà Nẵng được khuyến cáo",
    "Łódź „tak” źdźbło; Štěstí “ano”; Ő, Ű",
]


@pytest.mark.parametrize("text", CLEAN)
def test_sound_text_is_left_alone(text: str) -> None:
    assert mend(text) == Mended(text)


PROSE = [
    "“We’re not done,” said the keeper — twice… for 5 € at Café Müller’s.",
    "À l’été, les élèves « espèrent » un œuf ; ça coûte 3 °C.",
    "SÃO JOÃO: “A IRMÃ” não virá antes do verão, diz a fundação.",
    "Größe, Maß und Öl … „Ärger“ – Übel",
    "Mieszkańcy Łodzi czekają „już” sześć lat; źdźbło.",
    "Жители посёлка ждут «новый мост» — уже шесть лет.",
    "Οι κάτοικοι περιμένουν «τη γέφυρα» έξι χρόνια…",
    "התושבים מחכים “לגשר” כבר שש שנים – 5 €",
    "وينتظر السكان «الجسر» منذ ست سنوات، 5 €",
    "ชาวบ้านรอ “สะพานใหม่” มาหกปีแล้ว ราคา 20 €",
    "居民们“等桥”已经六年了——市长说。",
    "住民は「新しい橋」を六年も待っている。",
    "주민들은 “새 다리”를 육 년 동안 기다렸다.",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_in_many_scripts_does_not_open_the_gate(text: str) -> None:
    assert not suspect(f"<p>{text}</p>" * 40)
    assert repair(text).repairs == ()


def test_what_is_only_the_authors_taste_is_left_alone() -> None:
    text = "“curly” ‘single’ ﬁne ＦＵＬＬ width e\u0301 … &amp; &lt; &eacute; so\u00adft"
    text += " Å Ω 豈 Oʻzbek м’я об\u02bcєкт 👩\u200d💻"
    assert repair(text).text == text


def test_controls_that_are_windows_signs_are_read_so_last() -> None:
    result = repair("we\x92ve said \x84Elment\x94 \x85")
    assert result.text == "we’ve said „Elment” …"
    assert {it.codec for it in result.repairs} == {"windows-1252"}
    assert repair("CAFÉ\x94").text == "CAFÉ”"


def test_bytes_of_a_character_that_python_takes_for_spaces_survive() -> None:
    assert repair("voilÃ\xa0 dÃ©jÃ\xa0").text == "voilà déjà"
    assert repair("wait\u00e2\x80\x85\u00e2\x80\x94").text == "wait\u2005—"


def test_line_ends_and_spaces_stay_as_they_are() -> None:
    assert repair("  Hereโ€™s\r\n\r\n\tItโ€™s\n").text == "  Here’s\r\n\r\n\tIt’s\n"


def test_a_repair_names_the_word_and_not_the_line() -> None:
    result = repair("Nobody knew it, but (hereโ€™s the thing) hereโ€™s the pier.")
    assert [(it.before, it.after, it.count) for it in result.repairs] == [("hereโ€™s", "here’s", 2)]


@pytest.mark.parametrize("argument", [b"Here", bytearray(b"Here"), None, 5])
def test_what_is_no_text_is_the_callers_error(argument: object) -> None:
    with pytest.raises(WrongInput) as caught:
        repair(argument)  # type: ignore[arg-type]
    assert isinstance(caught.value, NewscleanError)
    assert isinstance(caught.value, TypeError)


def test_bytes_are_told_what_to_do() -> None:
    with pytest.raises(WrongInput, match=r"Decode the bytes, or give .* extract"):
        repair(b"Here")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "page",
    [
        "<p>Hereโ€™s</p>",
        "<p>Hereâ\x80\x99s</p>",
        "<p>Here&acirc;&euro;&trade;s</p>",
        "<p>Here&#226;&#128;&#153;s</p>",
        "<p>caf&Atilde;&copy;</p>",
        "<p>Here&#3650;&#8364;&#8482;s</p>",
        "<p>cafÃ©</p>",
        "<p>don鈥檛</p>",
    ],
)
def test_a_broken_page_is_suspect(page: str) -> None:
    assert suspect(page)


@pytest.mark.parametrize(
    "page",
    ["", "<p>plain", "caf&eacute; &euro;&nbsp;5 &acirc;ge S&Atilde;O", "5&nbsp;&euro;", "&#146;&#147;", "\ud800é"],
)
def test_a_sound_page_is_not_suspect(page: str) -> None:
    assert not suspect(page)


def test_a_mender_merges_its_repairs_and_keeps_the_first_place() -> None:
    mender = Mender(active=True)
    assert mender.mend("Hereโ€™s one", "p1") == "Here’s one"
    assert mender.mend("Hereโ€™s two", "p2") == "Here’s two"
    assert mender.mend("plain", "p3") == "plain"
    assert mender.repairs() == (PageRepair("Hereโ€™s", "Here’s", "windows-874", "line", count=2, where="p1"),)


def test_a_mender_that_is_not_active_changes_nothing() -> None:
    mender = Mender(active=False)
    assert mender.mend("Hereโ€™s one") == "Hereโ€™s one"
    assert mender.repairs() == ()


def test_sound_pages_never_load_ftfy() -> None:
    code = (
        "import sys; from newsclean.mojibake import Mender, repair, suspect;"
        "assert not suspect('<p>Café “Luna”'); repair('Café “Luna”'); Mender(False).mend('â€™');"
        "assert 'ftfy' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


FRAGMENTS = st.lists(
    st.sampled_from(
        ["Here", "s ", " ", "’", "â€™", "â\x80\x99", "โ€™", "โ€\x99", "รฉ", "é", "Ã©", "Ã", "Â\xa0", "вЂ", "Р’", "鈥檚",
         "茅", "├®", "ÔÇÖ", "\x92", "\x80", "™", "ג€", "ï¿½", "ð", "Ÿ˜", "пр", "─", "\n"]
    ),
    max_size=12,
)  # fmt: skip


@given(FRAGMENTS.map("".join))
def test_repairing_twice_changes_nothing_more(text: str) -> None:
    once = repair(text).text
    assert repair(once).text == once


NO_CONTROLS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="&?"), max_size=60)


@given(NO_CONTROLS, st.sampled_from(["windows-874", "windows-1252", "ibm866", "koi8-u"]))
def test_ascii_is_never_changed(text: str, charset: str) -> None:
    broken = misread(text.encode("utf-8", "replace").decode(), charset)
    assert [it for it in mend(broken).text if it < "\x80"] == [it for it in broken if it < "\x80"]


def test_what_was_done_can_be_undone() -> None:
    text = "\ufeffHereโ€™s it&amp;#8217;s, hereโ€™s\u2028the cafÃ© \uf0c9 and Mr. Lorca?셲 pier\nHereโ€™s"
    result = repair(text)
    assert result.text == "Here’s it’s, here’s\nthe café  and Mr. Lorca’s pier\nHere’s"
    assert result.undone() == text
    assert {it.tier for it in result.repairs} >= {"line", "reference", "control", "page"}


def test_an_encoding_that_one_text_proves_unlocks_weak_spans_of_the_others() -> None:
    assert repair("漏 2031 Norholm").text == "漏 2031 Norholm"
    assert [it.text for it in repair_all(["don鈥檛", "漏 2031 Norholm"])] == ["don’t", "© 2031 Norholm"]


def test_a_clean_copy_of_a_word_decides_a_lossy_one() -> None:
    assert repair("the jalape�o").unrepaired == ("jalape�o",)
    assert [it.text for it in repair_all(["A jalapeño.", "the jalape�o"])] == ["A jalapeño.", "the jalapeño"]
    assert repair_all(["piña or pina", "pi�a pi�o"])[1].unrepaired == ("pi�o",)


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("We said “must close,â€? and left", "We said “must close,” and left"),
        ("We said “must close鈥� and left", "We said “must close” and left"),
        ("They wonโ€�t wait", "They won’t wait"),
        ("They wonโ€?t wait", "They won’t wait"),
        ("Norholm�셲 pier", "Norholm’s pier"),
        ("Norholm?셲 pier", "Norholm’s pier"),
    ],
)
def test_lost_bytes_are_restored_where_only_one_sign_can_stand(broken: str, sound: str) -> None:
    assert repair(broken).text == sound


def test_lost_bytes_that_nothing_decides_are_left_and_told() -> None:
    result = repair("Here鈥� and now")
    assert result.text == "Here鈥� and now"
    assert result.unrepaired == ("Here鈥�",)


def test_leftovers_go_and_are_told() -> None:
    result = repair("\ufeffOne\u2029two \ue123three\x08 \x81four")
    assert result.text == "One\ntwo three four"
    assert {it.tier for it in result.repairs} == {"control"}


def test_references_of_an_html_source_stay_unless_they_are_broken_or_escaped_twice() -> None:
    assert repair("caf&eacute; &amp; b&eacute;b&eacute;").text == "caf&eacute; &amp; b&eacute;b&eacute;"
    assert repair("It&acirc;&euro;&trade;s").text == "It’s"
    assert repair("It&#226;&#128;&#153;s it&amp;rsquo;s").text == "It’s it’s"


@pytest.mark.parametrize("text", ["\ud800 Ã©t\udfffÃ©", "\U000e0080 \ufdd0 \U0010fffe Ã", "Ã" * 20_000, "&#" * 9_000])
def test_strange_input_is_survived(text: str) -> None:
    assert repair(text).undone() == text


@pytest.mark.parametrize("name", SINGLE_BYTE)
def test_bytes_of_utf_8_are_believed_before_any_legacy_label(name: str) -> None:
    label = "windows-1252" if name.startswith("cp") and name[2:3] in "48" else name
    page = f"<meta charset={label}><p>{ENGLISH}".encode()
    assert ENGLISH in decode(page, f"text/html; charset={label}").text


def test_the_table_in_the_docs_is_what_the_code_does() -> None:
    page = PAGE.read_text("utf-8")
    assert written(page) == page, "run python -m tests.mojibake_table"


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("Okinawaโ€™s pier", "ลด 50% ทุกสาขา"),
        ("Okinawaโ€™s pier", "รถ EV มาแรง"),
        ("Marlowβ€™s pier", "Β΄ γύρος εκλογών"),
        ("MarlowвЂ™s pier", "корп. В№3"),
        ("don鈥檛", "F1帽"),
        ("don鈥檛", "WTO贸 谈判"),
    ],
)
def test_one_broken_sentence_makes_no_mojibake_of_sound_words_of_another_script(broken: str, sound: str) -> None:
    mended, kept = repair_all([broken, sound])
    assert mended.text != broken
    assert kept.text == sound
    page = f"<h1>{sound}</h1><p>{broken} {broken}.</p><p>{sound}, {sound}.</p>"
    assert extract(page).title == sound


@pytest.mark.parametrize(
    "sound",
    [
        "SANTA IRMÃ\xa0DULCE DOS POBRES", "IRMÃ\xa0Dulce", "KESÄ–TALVI 2031", "»SMÅ« partier", "PERÚ–CHILE",
        "PÅ\xa0NORSK", "TROMSØ–OSLO", "KOÇ’un", "GENÇ’LER",
    ],
)  # fmt: skip
def test_a_capital_before_a_sign_or_space_is_one_whatever_else_is_broken(sound: str) -> None:
    assert repair(sound).text == sound
    assert repair_all(["Marlowâ€™s pier", sound])[1].text == sound


def test_capitals_that_were_misread_are_restored() -> None:
    assert repair("GRÃ–SSE und Ã‰COLE").text == "GRÖSSE und ÉCOLE"


@pytest.mark.parametrize("given", ["One text", None, 5])
def test_repair_all_asks_for_several_texts(given: object) -> None:
    with pytest.raises(TypeError, match="several texts"):
        repair_all(given)  # type: ignore[arg-type]


def test_a_line_separator_hides_no_mojibake_before_it() -> None:
    once = repair("Cafรฉ\u2028by the pier")
    assert once.text == "Café\nby the pier"
    assert once.undone() == "Cafรฉ\u2028by the pier"
    assert repair(once.text).text == once.text
