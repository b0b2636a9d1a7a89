"""How the walk treats each element: the tables of `newsclean/data/elements.toml`, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from newsclean.blocks import Shape


@dataclass(frozen=True, slots=True)
class Elements:
    """Element names by treatment, and the attributes that hold a picture's or a frame's address."""

    block: frozenset[str]
    skipped: frozenset[str]
    embeds: frozenset[str]
    images: frozenset[str]
    hidden: frozenset[str]
    bold: frozenset[str]
    controls: frozenset[str]
    apart: frozenset[str]
    image_attributes: tuple[str, ...]
    srcset_attributes: tuple[str, ...]
    embed_attributes: tuple[str, ...]
    shapes: dict[str, Shape]


@cache
def elements() -> Elements:
    """The tables, read once."""
    table = tomllib.loads(files("newsclean").joinpath("data/elements.toml").read_text("utf-8"))
    sets = ("block", "skipped", "embeds", "images", "hidden", "bold", "controls", "apart")
    lists = ("image_attributes", "srcset_attributes", "embed_attributes")
    return Elements(
        **{name: frozenset(table[name]) for name in sets},
        **{name: tuple(table[name]) for name in lists},
        shapes={tag: Shape(shape) for tag, shape in table["shapes"].items()},
    )
