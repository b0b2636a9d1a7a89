"""Which flattened gold pages teach, and which of their lines."""

from __future__ import annotations

import pytest

from newsclean.fitting.flattening import Form
from newsclean.fitting.gold import GoldPage
from newsclean.fitting.text_examples import TextExample
from newsclean.fitting.text_words import Spoken, fit_words
from newsclean.plaintext.text_reading import read_text

PARAGRAPH = (
    "The harbour office of Port Aster opened the north pier again on day {}, nine weeks after a grain ship had torn a "
    "hole into it during the first storm of the winter, its director said on the pier."
)
PARAGRAPHS = [PARAGRAPH.format(day) for day in range(10)]


def example(gold: int, form: Form = Form.REST, menu: int = 0) -> TextExample:
    """A page of ten paragraphs, of which the gold holds the first; a menu below."""
    lines = [*PARAGRAPHS, *(f"Section {number}" for number in range(menu))]
    page = GoldPage("a", "papers", "a.example", None, b"", "\n".join(PARAGRAPHS[:gold]))
    reading = read_text("\n".join(lines))
    words = {i: len(line.split()) for i, line in enumerate(lines)}
    return TextExample(page, form, reading, range(len(lines)), [], {i: i < gold for i in words}, words)


@pytest.mark.parametrize(("gold", "form", "short"), [
    (3, Form.REST, True), (6, Form.REST, False), (3, Form.WHOLE, False),
])  # fmt: skip
def test_gold_that_holds_but_the_beginning_of_a_story_teaches_nothing(gold: int, form: Form, short: bool) -> None:
    page = example(gold, form)
    assert page.cut_short(page.first([0.9] * len(page.scored))) is short


def test_a_page_whose_story_was_missed_is_not_taken_for_one_cut_short() -> None:
    page = example(3)
    assert not page.cut_short(page.first([0.1] * 3 + [0.9] * 7))


def test_of_menus_far_from_the_story_every_third_line_is_learnt() -> None:
    learnt = example(10, menu=30).worth_learning()
    assert learnt[:14] == list(range(14))
    assert [i for i in learnt if i >= 14] == [15, 18, 21, 24, 27, 30, 33, 36, 39]


def test_words_that_stand_in_chrome_on_many_sites_weigh_against_a_line() -> None:
    pytest.importorskip("scipy")
    lines = [
        line for site in map(str, range(30)) for line in (
            Spoken(["subscribe", "now"], 0.5, False, 1.0, site), Spoken(["ships", "now"], 0.5, True, 1.0, site),
            Spoken(["one", "site"], 0.5, True, 1.0, "0"),
        )
    ]  # fmt: skip
    weights = fit_words(lines)
    assert weights["subscribe"] < 0 < weights["ships"]
    assert "site" not in weights
    assert fit_words(lines) == weights
