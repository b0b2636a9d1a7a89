"""Bylines and dates as newspapers of every language print them: tests/cases/*.json, language to line to content.

The names and days are made up, the shapes are not. A line in known-failures.json is one that we read wrongly still.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsclean.metadata.byline_words import split_prefix
from newsclean.metadata.person_names import names_in
from newsclean.metadata.written_dates import written_dates
from newsclean.vocabulary import languages

CASES = Path(__file__).parents[1] / "cases"
KNOWN_FAILURES: dict[str, str] = json.loads((CASES / "known-failures.json").read_text("utf-8"))


def cases(name: str) -> list[Any]:
    table: dict[str, dict[str, Any]] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return [
        pytest.param(
            language,
            line,
            expected,
            id=f"{language}-{line}",
            marks=[pytest.mark.xfail(reason=KNOWN_FAILURES[line], strict=True)] if line in KNOWN_FAILURES else [],
        )
        for language, lines in table.items()
        for line, expected in lines.items()
    ]


@pytest.mark.parametrize(("language", "line", "expected"), cases("dates"))
def test_a_written_date(language: str, line: str, expected: str) -> None:
    assert [found.stamp.isoformat() for found in written_dates(line, language)] == [expected]


@pytest.mark.parametrize(("language", "line", "people"), cases("bylines"))
def test_a_byline(language: str, line: str, people: list[str]) -> None:
    assert names_in(split_prefix(line)[1]) == people


@pytest.mark.parametrize("name", ["dates", "bylines"])
def test_the_cases_cover_the_languages(name: str) -> None:
    table = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    assert set(table) == set(languages())
    assert min(map(len, table.values())) >= 10


def test_a_known_failure_is_a_case() -> None:
    lines = {line for name in ("dates", "bylines") for case in cases(name) for line in [case.values[1]]}
    assert set(KNOWN_FAILURES) <= lines
