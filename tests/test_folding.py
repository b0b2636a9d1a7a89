from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.folding import fold


@pytest.mark.parametrize(
    ("shown", "folded"),
    [
        ("  READ\u00a0 MORE: ", "read more"),
        ("» Lesen Sie auch", "lesen sie auch"),
        ("Editor’s Picks", "editor's picks"),
        ("[ Advertisement ]", "advertisement"),
        ("▶️ Watch now", "watch now"),
        ("", ""),
        ("— • —", ""),
    ],
)
def test_marks_spaces_and_case_do_not_count(shown: str, folded: str) -> None:
    assert fold(shown) == folded


@pytest.mark.parametrize(
    ("capitals", "small"),
    [
        ("A LIRE AUSSI", "À lire aussi"),
        ("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "διαβάστε επίσης"),
        ("İLGİLİ HABERLER", "ilgili haberler"),
        ("HIZLI ERİŞİM", "hızlı erişim"),
        ("STRASSENBAHN", "Straßenbahn"),
        ("ЕЩЕ НОВОСТИ", "Ещё новости"),
    ],
)
def test_capitals_fold_to_the_same_as_small_letters(capitals: str, small: str) -> None:
    assert fold(capitals) == fold(small)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عـاجـل", "عاجل"),
        ("أخبار ذات صلة", "اخبار ذات صلة"),
        ("بیش‌تر بخوانید", "بیشتر بخوانید"),
        ("اخبار ايران", "اخبار ایران"),
        ("이 시각\u3000뉴스", "이 시각 뉴스"),
        ("ﾆｭｰｽ", "ニュース"),
        ("और पढ़ें", "और पढ\u093cें"),
    ],
)
def test_spellings_of_one_phrase_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_vowel_signs_at_the_end_stay() -> None:
    assert fold("आगे पढ़ें।") == fold("आगे पढ़ें")
    assert fold("आगे पढ़ें") != fold("आगे पढ़")


def test_copyright_sign_stays_in_both_its_forms() -> None:
    assert fold("© Example") == fold("ⓒ Example") == "© example"


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
