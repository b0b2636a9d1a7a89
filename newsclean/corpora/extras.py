"""Optional packages: imported when needed, and named with their extra where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from newsclean.errors import MissingExtra


def optional(module: str, extra: str) -> Any:
    """Import an optional package.

    Raises:
        MissingExtra: it is not installed; the message says which extra brings it.

    >>> optional("no_such_package", "corpus")
    Traceback (most recent call last):
    ...
    newsclean.errors.MissingExtra: no_such_package is not installed: pip install "newsclean[corpus]"
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] != module.split(".")[0]:
            raise
        raise MissingExtra(f'{module.split(".")[0]} is not installed: pip install "newsclean[{extra}]"') from None
