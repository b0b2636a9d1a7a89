from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.metadata.credits import is_credit_line, split_caption_credit


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Jane Roe in Oslo; Writing by John Doe, Editing by Ann Poe and Bob Coe)",
        "— Additional reporting by Jane Roe in Paris.",
        "Edited by: Jane Roe",
        "Mit Material von dpa und AFP",
        "Avec AFP",
        "(Con información de EFE)",
        "*Source: Reuters and AFP",
        "Источник: ТАСС",
        "(AFP)",
        "dpa-infocom, dpa:310503-99-1234/3",
        "Jane Roe in Oslo contributed to this report.",
        "Associated Press writer Jane Roe in Oslo contributed to this report.",
        "(with inputs from agencies)",
        "Parengta pagal BNS inf.",
        "اضافی رپورٹنگ: کامران بیگ",
    ],
)
def test_credit_lines_of_many_desks(line: str) -> None:
    assert is_credit_line(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "Source close to the minister said that the talks had failed.",
        "Reporting by Jane Roe shows that the ministry knew of the leak.",
        "Written by Jane Roe, The Lighthouse won the Example Prize in 2030.",
        "Agencies said they would help.",
        "Автор книги рассказал о поездке в горы.",
        "Con información de la policía, el juez ordenó su ingreso en prisión.",
        "Quelle: Bei dem Unfall wurden drei Menschen verletzt.",
        "Interview: Was macht der Wald im Winter?",
        "He contributed to this report with many hours of his own, he said.",
        "Map",
        "Social Media",
        "Via Roma was closed on Monday.",
        "",
    ],
)
def test_sentences_of_a_story_are_no_credit_lines(sentence: str) -> None:
    assert not is_credit_line(sentence)


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("A boat leaves. Photo: Jane Roe / Example Agency", "A boat leaves.", "Photo: Jane Roe / Example Agency"),
        ("Foto: J. Roe", "", "Foto: J. Roe"),
        ("A boat leaves (Jane Roe/Reuters)", "A boat leaves", "Jane Roe/Reuters"),
        ("A boat leaves [Jane Roe/Reuters]", "A boat leaves", "Jane Roe/Reuters"),
        ("A boat leaves © Jane Roe", "A boat leaves", "© Jane Roe"),
        ("A boat leaves REUTERS/Jane Roe", "A boat leaves", "REUTERS/Jane Roe"),
        ("A boat leaves.\nGetty Images", "A boat leaves.", "Getty Images"),
        ("AFP PHOTO / JANE ROE", "", "AFP PHOTO / JANE ROE"),
        ("A boat leaves. JANE ROE / THE EXAMPLE", "A boat leaves.", "JANE ROE / THE EXAMPLE"),
        ("A boat leaves. (Jane Roe)", "A boat leaves.", "Jane Roe"),
        ("A boat leaves. Example photo by Jane Roe", "A boat leaves.", "Example photo by Jane Roe"),
        ("船が港を出る。写真：山田太郎", "船が港を出る。", "写真：山田太郎"),
        ("배가 떠난다. [사진=연합뉴스]", "배가 떠난다.", "사진=연합뉴스"),
        ("Лодка уходит в море. Фото: Иван Иванов / ТАСС", "Лодка уходит в море.", "Фото: Иван Иванов / ТАСС"),
        ("תצלום: ישראל ישראלי", "", "תצלום: ישראל ישראלי"),
        ("صورة: رويترز", "", "صورة: رويترز"),
        ("Laivas išplaukia. Jono Rimkaus nuotr.", "Laivas išplaukia.", "Jono Rimkaus nuotr."),
        ("Laivas išplaukia / J. Rimkaus nuotr.", "Laivas išplaukia", "J. Rimkaus nuotr."),
        ("Laivas išplaukia. BNS nuotr.", "Laivas išplaukia.", "BNS nuotr."),
        ("Báturinn siglir. Mynd/Páll Árnason", "Báturinn siglir.", "Mynd/Páll Árnason"),
        ("کشتی روانہ ہو رہی ہے۔ فوٹو: فائل", "کشتی روانہ ہو رہی ہے۔", "فوٹو: فائل"),
        ("FILE PHOTO: Boats at the pier. REUTERS/Jane Roe", "FILE PHOTO: Boats at the pier.", "REUTERS/Jane Roe"),
    ],
)
def test_caption_and_credit_part(text: str, caption: str, credit: str) -> None:
    assert split_caption_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        "FILE PHOTO: Boats at the pier in Port Aster",
        "Archivfoto: Schiffe im Hafen von Altwasser",
        "Photo: A boat leaves the harbour at dawn",
        "In this photo: Jane Roe, left, and John Doe",
        "Jane Roe at the pier (right)",
        "Video shows boats at the pier.",
        "صورة جوية للميناء بعد العاصفة",
        "صورة أرشيفية للميناء",
        "תמונה ישנה של הנמל",
        "بندرگاہ کی تصویر",
        "Sena nuotrauka",
    ],
)
def test_descriptions_are_no_credit(text: str) -> None:
    assert split_caption_credit(text) == (text, "")


WORDS = ["Jane", "Roe", "/", "Reuters", "boat.", "leaves", "Photo:", "©", "(", ")", "by", "AFP", "|", "–", "\n"]


@given(st.lists(st.sampled_from(WORDS)))
def test_no_word_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    caption, credit = split_caption_credit(text)

    def letters(part: str) -> str:
        return "".join(char for char in part if char.isalnum())

    assert sorted(letters(caption + credit)) == sorted(letters(text))
