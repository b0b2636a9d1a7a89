"""The traps by which docs/neighbours.md compares: newsclean falls into none of them."""

from __future__ import annotations

import pytest

from newsclean import extract
from tests.benchmarks.traps import TRAPS, Trap


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_the_story_is_read_and_nothing_else(trap: Trap) -> None:
    assert trap.passed(extract(trap.page).text)
