"""What callers give beside the page, checked before anything is read: each error says what to give instead."""

from __future__ import annotations

from typing import Any

from newsclean.article import PageWarning
from newsclean.errors import BadOptions, WrongInput
from newsclean.options import Options
from newsclean.surrogates import surrogates_warnings, without_surrogates


def checked_options(options: Options | Any | None) -> Options:
    """The options, or the default ones.

    Looked at again, since pydantic's `model_copy` and `model_construct` take any value unseen.

    Raises:
        BadOptions: an object of another type, an unknown option, or a value that an option does not take.
    """
    if options is None:
        return Options()
    if not isinstance(options, Options):
        raise BadOptions(f"options is a {type(options).__name__}: give newsclean.Options(…), such as Options(mode=…)")
    return Options(**vars(options))


def checked_text(name: str, value: str | Any | None) -> str | None:
    """An argument that is a str or None. Raises `WrongInput` for anything else."""
    if value is None or isinstance(value, str):
        return value
    advice = f"give {name}.decode()" if isinstance(value, (bytes, bytearray, memoryview)) else "give a str, or None"
    raise WrongInput(f"{name} is a {type(value).__name__}: {advice}")


def checked_url(url: str | Any | None) -> tuple[str | None, tuple[PageWarning, ...]]:
    """The address, and what had to be changed in it. Raises `WrongInput` for what is no str."""
    sound, count = without_surrogates(checked_text("url", url) or "")
    return sound or None, surrogates_warnings(count, "the url")
