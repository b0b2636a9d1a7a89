"""What the quality benchmark counts."""

from __future__ import annotations

import pytest

from newsclean.fitting.gold import GoldPage
from newsclean.forest import Cascade
from newsclean.options import Options
from tests.benchmarks.quality import Story, newsclean_reader, score

STUMP = {"feature": [], "threshold": [], "left": [], "right": [], "leaf": [-9.0]}


def gold(text: str = "", inside: tuple[str, ...] = (), outside: tuple[str, ...] = ()) -> GoldPage:
    html = b"<h1>Basin</h1><p>The board voted on Tuesday to dredge the inner basin of the port.</p>"
    return GoldPage("a", "papers", "a.example", None, html, text, inside, outside)


def test_words_count_as_often_as_both_texts_hold_them() -> None:
    found = score(gold("The old port of the town"), Story("The the the port"))
    assert (found.precision, found.recall) == (0.75, 0.5)
    assert found.f1 == pytest.approx(0.6)


def test_a_page_of_segments_has_no_f1() -> None:
    found = score(gold("", ("the old port", "a levy"), ("Menu",)), Story("She saw the  old\nport."))
    assert (found.f1, found.kept, found.left_out) == (None, 0.5, 1.0)


def test_a_page_is_read_with_the_weights_of_its_own_fold() -> None:
    nothing_is_story = Cascade([STUMP])
    read = newsclean_reader([nothing_is_story] * 4, Options(second_opinion=False))
    assert read(gold()).text == ""
