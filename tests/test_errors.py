"""What newsclean raises crosses to another process, and is copied, as it is."""

from __future__ import annotations

import copy
import pickle

import pytest

import newsclean
from newsclean import errors
from newsclean.corpora.worker import WorkersFail
from newsclean.engines.failures import EngineFailed
from newsclean.errors import NewscleanError, NotAnArticle
from newsclean.explain.explanation import WordsNotFound

OF_ALL = [kind for kind in vars(errors).values() if isinstance(kind, type)]


@pytest.mark.parametrize("kind", [*OF_ALL, WorkersFail, EngineFailed, WordsNotFound])
def test_an_error_crosses_to_another_process_as_it_is(kind: type[NewscleanError]) -> None:
    raised = kind("the page is empty")
    raised.add_note("page 12 of 20")
    for other in (pickle.loads(pickle.dumps(raised)), copy.copy(raised), copy.deepcopy(raised)):
        assert (type(other), str(other), vars(other)) == (kind, str(raised), vars(raised))


def test_the_reason_is_told_once() -> None:
    with pytest.raises(NotAnArticle) as caught:
        newsclean.extract("", options=newsclean.Options(strict=True))
    other = pickle.loads(pickle.dumps(caught.value))
    assert other.reason == caught.value.reason
    assert str(other).count("no story on this page") == 1
