from __future__ import annotations

import bz2
import codecs
import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import clean_text
from newsclean.charsets import by_label, index
from newsclean.decoding import Decoded, decode, foreign

# One sentence of the same invented story a language, and the encodings that news in it was written in.
SENTENCES = {
    "ru": "Губернатор заявил во вторник, что ремонт моста через реку Вельму закончится к осени следующего года.",
    "uk": "Мер заявив у вівторок, що ремонт мосту через річку закінчиться восени. Їхні сусіди не вірять.",
    "el": "Ο δήμαρχος δήλωσε την Τρίτη ότι η επισκευή της γέφυρας θα ολοκληρωθεί το φθινόπωρο του επόμενου έτους.",
    "he": "ראש העירייה אמר ביום שלישי כי תיקון הגשר יסתיים בסתיו הבא. התושבים מחכים כבר שש שנים.",
    "ar": "قال رئيس البلدية يوم الثلاثاء إن إصلاح الجسر سينتهي في الخريف المقبل. وينتظر السكان منذ ست سنوات.",
    "th": "นายกเทศมนตรีกล่าวเมื่อวันอังคารว่าการซ่อมสะพานจะเสร็จในฤดูใบไม้ร่วงปีหน้า ชาวบ้านรอมาหกปีแล้ว",
    "pl": "Burmistrz powiedział we wtorek, że naprawa mostu zakończy się jesienią. Mieszkańcy czekają już sześć lat.",
    "cs": "Starosta v úterý řekl, že oprava mostu skončí příští podzim. Obyvatelé čekají již šest let a nevěří.",
    "hu": "A polgármester szerint a híd javítása jövő ősszel fejeződik be. A lakók hat éve várnak, már nem hisznek.",
    "tr": "Belediye başkanı köprünün onarımının gelecek sonbaharda biteceğini söyledi. Sakinler altı yıldır bekliyor.",
    "lt": "Meras antradienį pareiškė, kad tilto remontas baigsis kitą rudenį. Gyventojai laukia jau šešerius metus.",
    "fr": "Le maire a déclaré mardi que la réparation du pont s’achèverait à l’automne. Où cela mènera-t-il ?",
    "zh": "市长周二表示，大桥的维修工程将于明年秋天完成。居民们已经等待了六年，许多人不再相信这些承诺。",
    "zh-Hant": "市長週二表示，大橋的維修工程將於明年秋天完成。居民們已經等待了六年，許多人不再相信這些承諾。",
    "ja": "市長は火曜日、橋の改修工事が来年の秋に終わると述べた。住民は六年も待っており、もう約束を信じていない。",
    "ko": "시장은 화요일에 다리 보수 공사가 내년 가을에 끝날 것이라고 말했다. 주민들은 육 년 동안 기다려 왔다.",
}
WRITTEN_IN = [
    ("ru", "windows-1251", "cp1251"), ("ru", "koi8-r", "koi8_r"), ("ru", "ibm866", "cp866"),
    ("ru", "iso-8859-5", "iso8859_5"), ("uk", "windows-1251", "cp1251"), ("uk", "koi8-u", "koi8_u"),
    ("el", "windows-1253", "cp1253"), ("he", "windows-1255", "cp1255"), ("ar", "windows-1256", "cp1256"),
    ("th", "windows-874", "cp874"), ("pl", "windows-1250", "cp1250"), ("pl", "iso-8859-2", "iso8859_2"),
    ("cs", "windows-1250", "cp1250"), ("hu", "windows-1250", "cp1250"), ("tr", "windows-1254", "cp1254"),
    ("lt", "windows-1257", "cp1257"), ("fr", "windows-1252", "cp1252"), ("zh", "gb18030", "gb2312"),
    ("zh-Hant", "big5", "big5"), ("ja", "euc-jp", "euc_jp"), ("ja", "shift_jis", "shift_jis"),
    ("ko", "euc-kr", "euc_kr"),
]  # fmt: skip
legacy = pytest.mark.parametrize(("language", "charset", "codec"), WRITTEN_IN, ids=lambda value: str(value))


@legacy
def test_undeclared_text_is_detected(language: str, charset: str, codec: str) -> None:
    decoded = decode(f"<p>{SENTENCES[language]}</p>".encode(codec))
    assert decoded.text == f"<p>{SENTENCES[language]}</p>"
    assert decoded.charset == charset
    assert decoded.decided_by == "detector"


@legacy
def test_a_true_declaration_is_believed(language: str, charset: str, codec: str) -> None:
    page = f"<meta charset='{charset}'><p>{SENTENCES[language]}</p>"
    assert decode(page.encode(codec))[:3] == (page, charset, "meta")
    assert decode(page.encode(codec), f"text/html; charset={charset}")[:3] == (page, charset, "http")


@pytest.mark.parametrize("language", ["ru", "el", "he", "ar", "th", "zh", "ja", "ko"])
def test_a_declaration_that_the_bytes_refute_is_overruled(language: str) -> None:
    charset, codec = next((name, codec) for spoken, name, codec in WRITTEN_IN if spoken == language)
    page = f"<meta charset=iso-8859-1><p>{SENTENCES[language]}</p>"
    decoded = decode(page.encode(codec), "text/html; charset=ISO-8859-1")
    assert decoded.text == page
    assert decoded[1:3] == (charset, "detector")


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_beats_everything(mark: bytes, codec: str) -> None:
    decoded = decode(mark + "<p>Fähre №5</p>".encode(codec), "text/html; charset=windows-1251")
    assert decoded == Decoded("<p>Fähre №5</p>", codec, "bom")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_shows_in_the_nuls_of_its_markup(codec: str) -> None:
    page = "<html><head><title>Паром</title></head><body><p>Паром отменён.</p></body></html>"
    assert decode(page.encode(codec))[:2] == (page, codec)


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "gb2312", "shift_jis", "no-such-charset"])
def test_valid_utf_8_beats_a_declaration(declared: str) -> None:
    page = f"<meta charset={declared}><p>Die Fähre nach Grünsund fällt aus.</p>"
    assert decode(page.encode(), f"text/html; charset={declared}") == Decoded(page, "utf-8", "utf-8")


def test_one_bad_byte_leaves_the_rest_of_a_utf_8_page_alone() -> None:
    page = "<p>Die Fähre nach Grünsund fällt größtenteils aus.</p>".encode()
    decoded = decode(page + b"<p>\xff</p>")
    assert decoded.text == page.decode() + "<p>\ufffd</p>"
    assert decoded.decided_by == "utf-8 with errors"
    assert [warning.code for warning in decoded.warnings] == ["bad_bytes"]
    assert decoded.warnings[0].detail.startswith("1 ")


def test_a_windows_apostrophe_in_a_utf_8_page_is_read_as_one() -> None:
    decoded = decode("<p>Café Größe “Luna” — </p>".encode() + b"<p>It\x92s \x93open\x94\xa0now</p>")
    assert decoded.text.endswith("<p>It’s “open”\xa0now</p>")
    assert decoded.warnings[0].detail.startswith("4 ")


def test_the_tail_of_a_broken_sequence_is_no_windows_character() -> None:
    decoded = decode("<p>Größe, Fähre, “Luna”</p>".encode() + b"x\xe2\x99y")
    assert decoded.text.endswith("x\ufffdy")


def test_a_page_cut_within_a_character_is_utf_8_still() -> None:
    decoded = decode("Die Fähre fällt aus: “Grünsund”".encode()[:-1])
    assert decoded.text == "Die Fähre fällt aus: “Grünsund"
    assert decoded.decided_by == "utf-8 with errors"
    assert [warning.code for warning in decoded.warnings] == ["cut_character"]


def test_a_character_that_the_page_wrote_as_u_fffd_is_no_error() -> None:
    assert decode("Lost \ufffd before".encode()).warnings == ()


def test_english_with_windows_punctuation_only_is_the_default() -> None:
    assert decode(b"<p>\x93We\x92re open\x94</p>") == Decoded("<p>“We’re open”</p>", "windows-1252", "default")


@pytest.mark.parametrize(
    "head",
    [
        "<meta charset=windows-1251>",
        "<META CHARSET = 'Windows-1251' />",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        '<meta content="text/html;charset=cp1251" http-equiv=Content-Type>',
        '<meta charset="-->windows-1251">',
        '<meta charset=""windows-1251"">',
        '<?xml version="1.0" encoding="windows-1251"?><html>',
        "<!-- <meta charset=koi8-r> --><meta charset=windows-1251>",
        "<meta charset=no-such-charset><meta charset=x-cp1251>",
        "<title>x</title>" * 400 + "<meta charset=win-1251>",
    ],
)
def test_a_declaration_is_found_in_its_odd_forms(head: str) -> None:
    # "Мост" in windows-1251 is too short for the detector to be sure of.
    assert decode((head + "<p>Мост").encode("cp1251")) == Decoded(head + "<p>Мост", "windows-1251", "meta")


def test_iso_2022_jp_is_ascii_bytes_but_no_ascii_text() -> None:
    page = "<meta charset=iso-2022-jp><p>橋の改修工事</p>"
    assert decode(page.encode("iso2022_jp")) == Decoded(page, "iso-2022-jp", "meta")
    assert decode("橋の改修工事".encode("iso2022_jp")) == Decoded("橋の改修工事", "iso-2022-jp", "detector")


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("latin-1", "windows-1252"), ("ISO-8859-1", "windows-1252"), ("us-ascii", "windows-1252"),
        ("gb2312", "gb18030"), ("x-gbk", "gb18030"), ("windows-949", "euc-kr"), ("x-euc-jp", "euc-jp"),
        ("iso-8859-9", "windows-1254"), ("tis-620", "windows-874"), ("dos-874", "windows-874"),
        ("x-mac-ukrainian", "x-mac-cyrillic"), ("logical", "iso-8859-8"), ("win-1251", "windows-1251"),
        ("utf8", "utf-8"), ("rot13", None), ("hex", None), ("idna", None), ("utf-7", None), ("", None), ("\0", None),
    ],
)  # fmt: skip
def test_labels_mean_what_they_mean_on_the_web(label: str, name: str | None) -> None:
    assert by_label(label) == name


def test_undefined_bytes_keep_their_number_so_that_mojibake_can_be_undone() -> None:
    # The mission's example: the UTF-8 bytes of ’ read as windows-874, which leaves 0x99 undefined.
    assert decode("Okinawa’s".encode(), None).text == "Okinawa’s"
    assert "".join(index("windows-874")[byte] for byte in "’".encode()) == "โ€\x99"
    assert index("windows-1252")[0x9D] == "\x9d"
    assert index("windows-1255")[0xCA] == "\u05ba"


def test_nec_characters_of_japanese_sites_survive_euc_jp() -> None:
    page = "<meta charset=euc-jp><p>橋の改修工事が①秋に終わる".encode("euc_jis_2004")
    assert "①" in decode(page).text


@pytest.mark.parametrize(
    ("data", "format_"),
    [
        (b"%PDF-1.4\n", "pdf"), (b"\x89PNG\r\n\x1a\n\0", "png"), (b"\xff\xd8\xff\xe0", "jpeg"), (b"GIF89a", "gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"), (b"PK\x03\x04", "zip"), (gzip.compress(b"<html>", mtime=0), "gzip"),
        (b"(\xb5/\xfd\x04", "zstd"), (b"\0\0\0\x18ftypmp42", "mp4"), (b"\0\0\0\x18ftypavif", "avif"),
        (bz2.compress(b"<html>"), "bzip2"), (bz2.compress(b""), "bzip2"), (b"GIF89a\x01\0\x01\0\x80\0\0!", "gif"),
        (b"wOF2\0\1\0\0\0\0\x1f\x90", "woff"), (b"wOFFOTTO\0\0\x2b\x40", "woff"),
        (b"RIFF\xe4\x5b\x0c\0WAVEfmt ", "wav"),
        (b"<!doctype html>", None), (b"", None), (b"PKO Bank", None), ("Привет".encode("cp1251"), None),
    ],
)  # fmt: skip
def test_what_is_no_text_is_named(data: bytes, format_: str | None) -> None:
    assert foreign(data) == format_


@pytest.mark.parametrize("opening", [
    "BZhaus AG opens a shop", "BZh9 is the name of a bus", "GIF89a turns forty", "wOFFOTTO, said the sign", "wOF2",
    "RIFF on WAVE pools", "The ftyp of a film", "ID3 says it is 1996", "Rar! said the crow", "7z is a band",
])  # fmt: skip
def test_a_text_that_opens_with_the_letters_of_a_format_is_a_text(opening: str) -> None:
    text = f"{opening}\n\n" + "The ferry to Norholm left an hour late on Monday, its crew said in the harbour. " * 8
    assert foreign(text.encode()) is None
    assert "The ferry" in clean_text(text.encode()).text


@given(st.binary(max_size=300), st.sampled_from([None, "text/html; charset=gb2312", "charset=x-user-defined", "\0"]))
def test_any_bytes_give_a_text(data: bytes, content_type: str | None) -> None:
    decoded = decode(data, content_type)
    assert isinstance(decoded.text, str)
    assert decoded == decode(data, content_type)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff")))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, "utf-8", "utf-8")


@pytest.mark.parametrize("piece", [b"\xff", b"\xe2\x80", b"<!--", b"<meta charset=", b"\x1b$B", b"\xb0\xa1", b"\0<"])
def test_hostile_bytes_take_linear_time(piece: bytes) -> None:
    data = piece * (2_000_000 // len(piece))
    assert isinstance(decode(data, "text/html; charset=big5").text, str)
