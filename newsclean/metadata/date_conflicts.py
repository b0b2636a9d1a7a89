"""Where the date shown at the headline contradicts the declared one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from newsclean.article import PageWarning
from newsclean.metadata.found import Found
from newsclean.metadata.timestamps import Stamp
from newsclean.metadata.visible_dates import Sighting

_ABOVE, _BELOW = 3, 8  # blocks around the headline within which a bare date is the page's own
_DAY = timedelta(days=1)


def shown_instead(
    declared: Found[Stamp] | None,
    changed: Found[Stamp] | None,
    shown: Sighting | None,
    near: Sequence[Sighting],
    headline: int | None,
    of_address: Stamp | None = None,
) -> Found[Stamp] | None:
    """The date shown at the headline, where it is to be believed against the declared one; else None.

    Args:
        declared: the first declared date of publication.
        changed: the first declared date of the last change.
        shown: the date of publication at the headline.
        near: all dates around the headline, the nearest first.
        headline: the index of its block.
        of_address: the day in the page's address.
    """
    if declared is None or shown is None or headline is None or declared.evidence.startswith("visible"):
        return None
    first, stated = day_of(shown.stamp), day_of(declared.value)
    if _is_swapped(first, stated) or (shown.role is None and near[0].role == "modified"):
        return None  # where the page shows its last change, a bare date is one of the story
    if abs(stated - first) > _DAY:
        believed = _is_line_of_page(shown, near, headline, stated, changed) or (
            first < stated and changed is not None and abs(day_of(changed.value) - stated) <= _DAY
        )
    else:
        believed = first != stated and first == of_address and _is_utc(declared.value)
    return Found(shown.stamp, shown.evidence) if believed else None


def unswapped(shown: Found[Stamp] | None, of_address: Found[Stamp] | None) -> Found[Stamp] | None:
    """The day in the page's address where the date shown, "03/10/2031", was read the wrong way round."""
    if shown is None or of_address is None or not shown.evidence.startswith("visible"):
        return shown
    first, other = day_of(shown.value), day_of(of_address.value)
    return of_address if first != other and _is_swapped(first, other) else shown


def conflict(declared: Found[Stamp], shown: Found[Stamp]) -> PageWarning:
    """The warning of a page whose date comes from `shown` against `declared`."""
    detail = f"{declared.evidence} says {day_of(declared.value)}, the page shows {day_of(shown.value)}"
    return PageWarning(code="dates_differ", detail=detail)


def day_of(stamp: Stamp) -> date:
    """The day of a stamp, in its own zone."""
    return stamp.date() if isinstance(stamp, datetime) else stamp


def _is_line_of_page(
    shown: Sighting, near: Sequence[Sighting], headline: int, stated: date, changed: Found[Stamp] | None
) -> bool:
    """Whether the date is the only one that the page writes at its headline, and nothing labels it.

    Measured on 1,360 dated pages: of 35 that contradict their declared date by two days or more 27 were read as of the
    day shown, whether it is earlier (an import) or later (a story published anew). The day of the last change, shown
    before the declared publication, is none.
    """
    first = day_of(shown.stamp)
    if shown.role is not None or not shown.written or not -_ABOVE <= shown.block - headline <= _BELOW:
        return False
    if first < stated and changed is not None and first == day_of(changed.value):
        return False
    return all(day_of(other.stamp) == first for other in near if other.role is None)


def _is_swapped(one: date, other: date) -> bool:
    return (one.day, one.month, one.year) == (other.month, other.day, other.year)


def _is_utc(stamp: Stamp) -> bool:
    """Whether the day of a stamp may be another one where the page was written."""
    return isinstance(stamp, datetime) and not stamp.utcoffset()
