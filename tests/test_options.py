"""What callers choose: a wrong name or value is told, however the settings are made, and to type checkers too."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsclean import BadOptions, Options
from newsclean.corpora import Columns, Wanted

MADE: list[Callable[[Any], Options]] = [
    lambda given: Options(**given),
    Options.model_validate,
    lambda given: Wanted(options=given).options,
]


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"mdoe": "recall"}, r"mdoe: unknown; did you mean mode\?$"),
        ({"favour": "recall"}, "favour: unknown; there are mode, strict, .*, max_seconds$"),
        ({"mode": "zzz"}, "mode: Input should be 'balanced', 'precision' or 'recall'$"),
        ({"max_bytes": 0}, "max_bytes: Input should be greater than 0$"),
    ],
)
def test_what_is_wrong_is_told_by_name(made: Callable[[Any], Options], given: dict[str, Any], said: str) -> None:
    with pytest.raises(BadOptions, match=said):
        made(given)
    assert made({"mode": "recall"}) == Options(mode="recall")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"mode": "x"}'])
def test_options_are_read_from_json_or_refused(text: str) -> None:
    assert Options.model_validate_json(Options(mode="recall").model_dump_json()) == Options(mode="recall")
    with pytest.raises(BadOptions):
        Options.model_validate_json(text)


def test_other_settings_name_their_own() -> None:
    with pytest.raises(BadOptions, match=r"htlm: unknown; did you mean html\?"):
        Columns(htlm="body")  # type: ignore[call-arg]


def test_a_type_checker_sees_the_options(tmp_path: Path) -> None:
    calls = ["mdoe='recall'", "mode='x'", "strict=True"]
    program = tmp_path / "program.py"
    program.write_text("\n".join(["import newsclean", *(f"newsclean.Options({call})" for call in calls)]), "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", str(program)]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True)
    errors = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert [line.rpartition("[")[2] for line in errors] == ["call-arg]", "arg-type]"], done
