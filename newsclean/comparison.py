"""What differs between two Articles: for who tunes options, follows a page through its edits, or reviews a change."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

from newsclean.article import DERIVED, Article
from newsclean.errors import WrongInput

_IN_PLACE = ("blocks", "chrome")
_OF_PLACE = frozenset({"xpath", "span"})  # where a part stands is no part of what it says
LONGEST = 90  # characters of a value on one line
MOST_PARTS = 4_000  # parts of a page that are aligned; of longer lists only the ends that agree are told apart


class Change(NamedTuple):
    """One difference. `before` or `after` is "" where there is nothing.

    `field` is that of the Article; of blocks and chrome each part that came, went or changed is a change of its own.
    """

    field: str
    kind: Literal["added", "removed", "changed"]
    before: str
    after: str

    def __str__(self) -> str:
        if self.kind == "changed":
            return f"~ {self.field}: {_short(self.before)} → {_short(self.after)}"
        sign, text = ("+", self.after) if self.kind == "added" else ("-", self.before)
        return f"{sign} {self.field}: {_short(text)}"


def compare(before: Article, after: Article) -> tuple[Change, ...]:
    """The changes from one Article to another: fields first, then the story's blocks, then the chrome.

    >>> from newsclean.article import Charset, Paragraph
    >>> utf_8 = Charset(name="utf-8", decided_by="bom")
    >>> old = Article(title="Bridge closed", blocks=[Paragraph(text="It is shut.")], charset=utf_8)
    >>> new = Article(title="Bridge open", blocks=[Paragraph(text="It is shut."), Paragraph(text="No more.")],
    ...               charset=utf_8)
    >>> for change in compare(old, new):
    ...     print(change)
    ~ title: Bridge closed → Bridge open
    + blocks: paragraph: No more.

    Raises `WrongInput` for what is no Article.
    """
    for article in (before, after):
        if not isinstance(article, Article):
            raise WrongInput(f"compare takes two Articles, not a {type(article).__name__}: extract the pages first")
    return (*_fields(before, after), *_parts("blocks", before, after), *_parts("chrome", before, after))


def _fields(before: Article, after: Article) -> Iterator[Change]:
    one, other = before.to_dict(), after.to_dict()
    for name in one:
        if name not in (*_IN_PLACE, *DERIVED) and one[name] != other[name]:
            old, new = _shown(one[name]), _shown(other[name])
            yield Change(name, "changed" if old and new else "added" if new else "removed", old, new)


def _parts(name: str, before: Article, after: Article) -> Iterator[Change]:
    one, other = (list(map(_said, getattr(article, name))) for article in (before, after))
    if max(len(one), len(other)) > MOST_PARTS:
        one, other = _without_shared_ends(one, other)
    matcher = SequenceMatcher(None, one, other, autojunk=len(one) + len(other) > MOST_PARTS)
    for step, first, end, other_first, other_end in matcher.get_opcodes():
        if step == "equal":
            continue
        old, new = one[first:end], other[other_first:other_end]
        paired = min(len(old), len(new))
        yield from (Change(name, "changed", a, b) for a, b in zip(old[:paired], new[:paired], strict=True))
        yield from (Change(name, "removed", a, "") for a in old[paired:])
        yield from (Change(name, "added", "", b) for b in new[paired:])


def _without_shared_ends(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    least = min(len(one), len(other))
    head = next((k for k in range(least) if one[k] != other[k]), least)
    tail = next((k for k in range(least - head) if one[-1 - k] != other[-1 - k]), least - head)
    return one[head : len(one) - tail], other[head : len(other) - tail]


def _said(part: Any) -> str:
    return f"{getattr(part, 'type', None) or part.kind}: {part.text}"


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        pairs = ((name, _shown(each)) for name, each in value.items() if name not in _OF_PLACE)
        return ", ".join(f"{name} {text}" for name, text in pairs if text)
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    return "" if value is None else str(value)


def _short(text: str) -> str:
    line = "".join(c if c.isprintable() else " " for c in text[: LONGEST + 1])
    return line if len(text) <= LONGEST else line[: LONGEST - 1] + "…"
