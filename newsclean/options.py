"""The knobs of an extraction: frozen, validated, picklable."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newsclean.errors import BadOptions

Mode = Literal["balanced", "precision", "recall"]


class Settings(BaseModel):
    """Base of what callers choose: frozen; an unknown name or a wrong value is `BadOptions`, however it is made."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    if not TYPE_CHECKING:  # type checkers are to see the fields

        def __init__(self, **settings: Any) -> None:
            with _as_bad_options(type(self)):
                super().__init__(**settings)

        @classmethod
        def model_validate(cls, *given: Any, **how: Any) -> Self:
            """As pydantic has it, but for the error."""
            with _as_bad_options(cls):
                return super().model_validate(*given, **how)

        @classmethod
        def model_validate_json(cls, *given: Any, **how: Any) -> Self:
            """As pydantic has it, but for the error."""
            with _as_bad_options(cls):
                return super().model_validate_json(*given, **how)


class Options(Settings):
    """How to extract. Every option is obeyed on every path; an unknown one raises `BadOptions`.

    >>> Options(mode="precision").mode
    'precision'
    >>> Options(favour="recall")
    Traceback (most recent call last):
    ...
    newsclean.errors.BadOptions: favour: unknown; there are mode, strict, repair, second_opinion, ...
    """

    mode: Mode = "balanced"
    """What to do with a block in doubt: weigh it, leave it out, or keep it."""

    strict: bool = False
    """Raise `NotAnArticle` where the page holds no story, instead of an Article whose `reason` says so."""

    repair: bool = True
    """Repair mojibake, and list each repair in `Article.repairs`."""

    second_opinion: bool = True
    """Ask readability-lxml where our own confidence is low."""

    structured_fallback: bool = True
    """Take the story from JSON-LD or the page's state JSON where the visible page does not hold it."""

    max_bytes: int | None = Field(default=None, gt=0)
    """Read no more than so many bytes of a page (characters of a `str`); the rest is left out, with a warning."""

    max_seconds: float | None = Field(default=None, gt=0)
    """Stop after about so many seconds, with a warning and the best Article so far. The clock is looked at between
    stages and between blocks: a parse that has begun goes on to its end, some 0.1 seconds a megabyte."""


@contextmanager
def _as_bad_options(model: type[BaseModel]) -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        found = (_told(each["loc"], each, model.model_fields) for each in error.errors())
        raise BadOptions("; ".join(found)) from None


def _told(place: tuple[int | str, ...], error: Any, known: Collection[str]) -> str:
    within = error.get("ctx", {}).get("error")
    if isinstance(within, BadOptions):  # of settings in these
        said = str(within)
    elif error["type"] == "extra_forbidden" and len(place) == 1:
        near = get_close_matches(str(place[0]), known, 1)
        said = f"unknown; did you mean {near[0]}?" if near else f"unknown; there are {', '.join(known)}"
    else:
        said = error["msg"]
    return ": ".join(filter(None, (".".join(map(str, place)), said)))
