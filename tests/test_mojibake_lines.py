"""What the rest of a line says of a word: its language, its encoding, and what is left of it."""

from __future__ import annotations

import pytest

from newsclean.mojibake import repair
from tests.misreading import as_windows_1252, misread


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("iso-8859-15", "“Gemi hâlâ gelmedi” diyen kaptan, köprünün üstünde bekleyen öğrencilere seslendi."),
        ("iso-8859-15", "„Keltas vėl neplaukia“, – sakė šeimininkė, žiūrėdama į ežerą."),
        ("iso-8859-2", "«El vaixell no tornarà», va dir l’alcaldessa, perquè és massa vell."),
        ("iso-8859-16", "„Bacul nu mai vine”, a spus pescărița din Țânțăreni, și toți așteaptă."),
        ("iso-8859-14", "„Das Schiff fährt nicht“, sagte die Müllerin, „wir müssen zurück über die Brücke.“"),
        ("iso-8859-13", "“Il traghetto è già partito”, ha detto la sindaca, “perché c’è più vento.”"),
    ],
)
def test_a_sign_that_is_one_of_two_bytes_is_told_by_the_language_of_its_line(charset: str, text: str) -> None:
    broken = as_windows_1252(misread(text, charset))
    assert broken != misread(text, charset)
    assert repair(broken).text == text


def test_a_line_in_which_such_a_sign_may_be_either_letter_is_left() -> None:
    broken = as_windows_1252(misread("Паром по-прежнему не ходит, и острова отрезаны от порта", "iso-8859-15"))
    assert repair(broken).text == broken


def test_no_capital_comes_to_stand_behind_small_letters() -> None:
    broken = as_windows_1252(misread("il tempo cambierà perché è più tardi", "iso-8859-15"))
    assert "Ú" not in repair(f"Le café de l’hôtel. {broken}").text


@pytest.mark.parametrize(("charset", "word"), [("windows-1252", "Čeština"), ("windows-1252", "Škoda Žitná")])
def test_a_word_alone_is_believed_through_the_commonest_encoding(charset: str, word: str) -> None:
    assert repair(misread(word, charset)).text == word


@pytest.mark.parametrize(
    "charset", ["ibm866", "koi8-r", "iso-8859-5", "windows-1251", "windows-1253", "x-mac-cyrillic"]
)
def test_a_word_of_one_letter_is_read_with_the_line_it_stands_on(charset: str) -> None:
    text = "Le bac est retardé à l’aube. À Orsel, l’école a fermé"
    sound = "“Żaden prom nie płynie”. "
    assert repair(sound + misread(text, charset)).text == sound + text


def test_a_letter_of_a_script_that_the_line_is_written_in_is_what_it_seems() -> None:
    sound = "У нас в порту. "
    assert repair(sound + misread("L’école a fermé à l’aube", "koi8-r")).text.startswith(sound)


@pytest.mark.parametrize(
    "word",
    ["à¤ªà¥?à¤²", "Ï€ÎµÏ?Î¹Î¼Î­Î½ÎµÎ¹", "ะฒะตั?ะตั€"],
)
def test_a_word_of_which_a_question_mark_ate_a_byte_is_not_read_by_halves(word: str) -> None:
    assert repair(f"â€œ{word} naÃ¯ve cafÃ©s").text.split()[0].endswith(word)


@pytest.mark.parametrize("text", ["the ??쏰rsel???", "Le bac arr챗t챕??"])
def test_question_marks_in_the_place_of_lost_signs_leave_no_half_word(text: str) -> None:
    assert repair(text).text == text


@pytest.mark.parametrize(
    "sound",
    ["С… уехал первым, а за ним Р… и остальные.", "Сектор Р—2 закрыт до утра.", "Ο… έφυγε πρώτος από το λιμάνι."],
)
def test_a_letter_and_a_sign_on_a_line_of_its_script_are_what_they_seem(sound: str) -> None:
    broken = misread("harbour’s", "windows-1251" if sound[0] > "Ͽ" else "windows-1253")
    assert repair(f"{sound} {broken}").text == f"{sound} harbour’s"


@pytest.mark.parametrize("sound", ["IRMÃ\xa0", "CAPITÃ\xa0– A volta", "MANHÃ\xa0de sol", "AMANHÃ®\xa0"])
def test_capitals_before_a_no_break_space_are_no_small_letter(sound: str) -> None:
    assert repair(f"JoÃ£o viu: {sound}").text == f"João viu: {sound}"


@pytest.mark.parametrize("start", ["", "O barco sumiu. "])
def test_what_is_left_of_a_capital_at_the_start_of_a_sentence_is_no_small_letter(start: str) -> None:
    assert repair(f"{start}Ã verdade que nÃ£o hÃ¡ barco.").text == f"{start}Ã verdade que não há barco."
    assert repair("Le bac est arrivÃ© Ã la plage").text == "Le bac est arrivé à la plage"


def test_a_lost_vowel_mark_of_arabic_is_not_made_a_letter() -> None:
    word = "قُتل".encode().decode("cp1252", "replace")
    result = repair(f"{word} {misread('ثلاثة أشخاص', 'windows-1252')}")
    assert "قفتل" not in result.text
    assert word in result.unrepaired


def test_sound_words_of_a_line_that_stays_undecided_are_not_told() -> None:
    result = repair(f"다리는 일요일에 열린다 {misread('Straße', 'windows-1250')}")
    assert result.text.startswith("다리는")
    assert not {"다리는", "일요일에", "열린다"} & set(result.unrepaired)


def test_sound_words_that_no_encoding_of_a_line_shows_are_not_told() -> None:
    assert repair("няма мост. harbourâ€™s").unrepaired == ()


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("â€�BÃ¥ten gÃ¥r inte pÃ¥ lÃ¶rdagâ€�, sÃ¤ger kaptenen.", "”Båten går inte på lördag”, säger kaptenen."),
        ("â€�Das Schiff fÃ¤hrt nichtâ€œ, sagte sie.", "â€�Das Schiff fährt nicht“, sagte sie."),
        ("â€�Prom dziÅ› nie chodziâ€�, powiedziaÅ‚a.", "â€�Prom dziś nie chodziâ€�, powiedziała."),
    ],
)
def test_only_swedish_and_finnish_open_a_quotation_with_the_sign_that_closes_it(broken: str, sound: str) -> None:
    assert repair(broken).text == sound


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("mice that lack TGFÎ²-1 and TNFÎ±", "mice that lack TGFβ-1 and TNFα"),
        ("fibres 5Î¼m thick", "fibres 5μm thick"),
        ("the IL2RÎ³c gene", "the IL2Rγc gene"),
    ],
)
def test_greek_letters_of_science_come_back(broken: str, sound: str) -> None:
    assert repair(broken).text == sound


def test_broken_words_that_stay_on_a_mended_line_are_told() -> None:
    result = repair("Жители Ð¶Ð´ÑƒÑ‚ Ð¿Ð°ÑÐ¾Ð¼ Ñƒ Ð¼Ð¾ÑÑ‚Ð°")
    assert result.text != result.undone()
    left = [word for word in result.text.split() if "Ð" in word or "Ñ" in word]
    assert left
    assert set(left) <= set(result.unrepaired)


@pytest.mark.parametrize("end", ["\n", "\u2028", "\u2029"])
def test_a_line_is_one_up_to_any_line_end(end: str) -> None:
    once = repair(f"I donât know{end}\x99ÔÇÖР")
    assert repair(once.text).text == once.text
    assert once.undone() == f"I donât know{end}\x99ÔÇÖР"
