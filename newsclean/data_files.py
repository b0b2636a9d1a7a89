"""The files of newsclean/data: read here, and named together with the fault where one is missing or damaged."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from newsclean.errors import BrokenData

Table = dict[str, Any]
Built = TypeVar("Built")


def folder() -> Traversable:
    """The folder newsclean/data."""
    return files("newsclean") / "data"


def from_toml(name: str, build: Callable[[Table], Built]) -> Built:
    """What `build` makes of a TOML file. Raises `BrokenData` if the file is missing, damaged, or lacks a part.

    >>> from_toml("datelines.toml", lambda table: "reporters" in table)
    True
    """
    with naming(name):
        return build(_filled(tomllib.loads(text_of(name))))


def from_json(name: str, build: Callable[[Table], Built]) -> Built:
    """The same of a JSON file."""
    with naming(name):
        return build(_filled(json.loads(text_of(name))))


def having(*parts: str) -> Callable[[Table], Table]:
    """A `build` that gives the table as it is, and asks that it has these parts."""

    def whole(table: Table) -> Table:
        for part in parts:
            if part not in table:
                raise KeyError(part)
        return table

    return whole


def text_of(name: str) -> str:
    """A file as text. Raises `BrokenData` if it is missing or no UTF-8."""
    with naming(name):
        return folder().joinpath(name).read_text("utf-8")


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Whatever goes wrong within is a fault of this file: `BrokenData` says so, and what to do."""
    try:
        yield
    except KeyError as error:
        raise _broken(name, f"{error} is missing") from error
    except OSError as error:
        raise _broken(name, error.strerror or str(error)) from error
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise _broken(name, str(error)) from error


def _filled(table: Any) -> Table:
    if not isinstance(table, dict) or not table:
        raise ValueError("a table with something in it expected")
    return table


def _broken(name: str, fault: str) -> BrokenData:
    return BrokenData(f"newsclean/data/{name}: {fault}. Reinstall newsclean.")
