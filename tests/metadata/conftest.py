"""A page read as far as its metadata needs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from newsclean.blocks import Layout
from newsclean.metadata import Declared, Headline, find_headline, read_declared
from newsclean.tree import parse
from newsclean.walk import walk


class Page(NamedTuple):
    declared: Declared
    layout: Layout
    headline: Headline | None

    @property
    def block(self) -> int | None:
        return self.headline.block if self.headline else None


@pytest.fixture
def read() -> Callable[[str], Page]:
    def read_page(markup: str) -> Page:
        root = parse(markup).root
        declared, layout = read_declared(root), walk(root)
        return Page(declared, layout, find_headline(declared, layout))

    return read_page
