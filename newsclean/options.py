"""The knobs of an extraction: frozen, validated, picklable."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newsclean.errors import BadOptions


class Options(BaseModel):
    """How to extract. Every option is obeyed on every path; an unknown one raises `BadOptions`.

    >>> Options(mode="precision").mode
    'precision'
    >>> Options(favour="recall")
    Traceback (most recent call last):
    ...
    newsclean.errors.BadOptions: favour: Extra inputs are not permitted
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    mode: Literal["balanced", "precision", "recall"] = "balanced"
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

    def __init__(self, **settings: Any) -> None:
        try:
            super().__init__(**settings)
        except ValidationError as error:
            raise BadOptions("; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())) from None
