"""How much of a page is read, and until when: what `Options.max_bytes` and `Options.max_seconds` ask for."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any, NamedTuple

from newsclean.article import PageWarning
from newsclean.options import Options

WALKING = 0.25  # share of the time left after the parse: what follows the walk takes three times as long as the walk


class Limits(NamedTuple):
    """The limits of one extraction, from the moment they are made; None is none.

    Time is looked at between stages, and between blocks where a stage is long; nothing interrupts lxml or a regular
    expression amid its work.
    """

    max_bytes: int | None = None
    end: float | None = None  # by the monotonic clock, in seconds

    @classmethod
    def of(cls, options: Options) -> Limits:
        """The limits that the options ask for, starting now."""
        end = None if options.max_seconds is None else monotonic() + options.max_seconds
        return cls(options.max_bytes, end)

    def over(self) -> bool:
        """Whether the time is over."""
        return self.end is not None and monotonic() >= self.end

    def walking(self) -> Callable[[], bool] | None:
        """Tells whether the time for the walk over the tree is over; None where there is time without end."""
        if self.end is None:
            return None
        now = monotonic()
        end = now + WALKING * max(0.0, self.end - now)
        return lambda: monotonic() >= end

    def cut(self, page: Any) -> tuple[Any, tuple[PageWarning, ...]]:
        """The page's first `max_bytes` bytes, as bytes (characters of a `str`); what is neither stays as it is."""
        if isinstance(page, (bytearray, memoryview)):
            page = bytes(page)
        if self.max_bytes is None or not isinstance(page, (str, bytes)) or len(page) <= self.max_bytes:
            return page, ()
        detail = f"only the first {self.max_bytes} of {len(page)} were read"
        return page[: self.max_bytes], (PageWarning(code="max_bytes", detail=detail),)


UNLIMITED = Limits()


def out_of_time(detail: str) -> PageWarning:
    """The warning that `max_seconds` was reached."""
    return PageWarning(code="max_seconds", detail=detail)
