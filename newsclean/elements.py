"""How the walk treats each element: the tables of `newsclean/data/elements.toml`, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from newsclean.blocks import Shape
from newsclean.data_files import Table, from_toml


@dataclass(frozen=True, slots=True)
class Elements:
    """Element names by treatment, and the attributes that hold a picture's or a frame's address."""

    treatment: Mapping[str, str]  # of an element that is not inline
    bold: frozenset[str]
    controls: frozenset[str]
    apart: frozenset[str]
    image_attributes: tuple[str, ...]
    srcset_attributes: tuple[str, ...]
    embed_attributes: tuple[str, ...]
    shapes: Mapping[str, Shape]


@cache
def elements() -> Elements:
    """The tables, read once."""
    return from_toml("elements.toml", _gathered)


def _gathered(table: Table) -> Elements:
    treatment = {tag: treated for treated, tags in table["treatment"].items() for tag in tags}
    return Elements(
        treatment=treatment,
        bold=frozenset(table["bold"]),
        controls=frozenset(table["controls"]),
        apart=frozenset(table["apart"]),
        image_attributes=tuple(table["image_attributes"]),
        srcset_attributes=tuple(table["srcset_attributes"]),
        embed_attributes=tuple(table["embed_attributes"]),
        shapes={tag: Shape(shape) for tag, shape in table["shapes"].items()},
    )
