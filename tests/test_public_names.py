"""`import newsclean`: the names it offers, found when they are first used."""

from __future__ import annotations

import ast
import logging
import subprocess
import sys
from pathlib import Path

import pytest

import newsclean


def test_every_public_name_is_there() -> None:
    assert [name for name in newsclean.__all__ if getattr(newsclean, name, None) is None] == []
    assert set(newsclean.__all__) <= set(dir(newsclean))


def test_type_checkers_see_the_same_names() -> None:
    source = ast.parse(Path(str(newsclean.__file__)).read_text(encoding="utf-8"))
    [typed] = [node for node in source.body if isinstance(node, ast.If)]
    names = [alias.name for node in typed.body if isinstance(node, ast.ImportFrom) for alias in node.names]
    assert sorted(names) == sorted(newsclean.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'fetch'"):
        newsclean.fetch  # noqa: B018


@pytest.mark.parametrize(
    "code", ["import newsclean.extract", "from newsclean.extract import extract", "import newsclean.many"]
)
def test_extract_is_the_function_whatever_was_imported_before(code: str) -> None:
    program = f"{code}\nimport newsclean\nprint(newsclean.extract('').kind)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in {"other", "error"}


def test_the_logger_is_silent_until_somebody_listens() -> None:
    assert any(isinstance(handler, logging.NullHandler) for handler in logging.getLogger("newsclean").handlers)
