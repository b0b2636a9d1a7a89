"""What a reader gives: a page to clean, or why there is none."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Record(NamedTuple):
    """A page of a corpus: `html` as bytes, or `text` that somebody flattened. Exactly one of them is given."""

    id: str
    html: bytes | None = None
    text: str | None = None
    url: str | None = None
    content_type: str | None = None

    @property
    def size(self) -> int:
        """Roughly how many bytes the page has."""
        return len(self.html or b"") + len(self.text or "")


class Failure(NamedTuple):
    """A page that is not in the output, and why. `reason` is a stable code, `detail` is for people."""

    id: str
    url: str | None
    stage: Literal["read", "extract"]
    reason: str
    detail: str


class Skipped(NamedTuple):
    """Something in the input that is no page, such as a picture in a WARC. `kind` says what it is."""

    kind: str


class Entry(NamedTuple):
    """One thing that a reader met; `position` is how many bytes of the input lie behind it."""

    position: int
    item: Record | Failure | Skipped


def encodable(value: object) -> str | None:
    """The value as a string that UTF-8 can hold, None for nothing. Lone surrogates become "?".

    >>> encodable("a\\ud800"), encodable(7), encodable(None), encodable("")
    ('a?', '7', None, None)
    """
    if value is None or value == "":
        return None
    return str(value).encode("utf-8", "replace").decode("utf-8")
