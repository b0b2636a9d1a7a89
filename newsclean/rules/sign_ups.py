"""Boxes with a form of their own: "Get the morning's five stories in your inbox"."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.blocks import Scope, Shape
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.rules.page_parts import Area, PageParts

OFFER = 35  # mass of a line that offers something; "Password" and "Search" are shorter
LARGEST = 700  # mass of a box; an ASP.NET page is one form around everything
PARAGRAPHS = 2  # of prose in a box; a story of two paragraphs with a form below it has its own container, mostly
ELSEWHERE = 150  # mass of prose outside the box, without which the box may be the story

# What a form is for, by the names around it; the first to match.
_BY_NAME = (
    ("comments", Label.COMMENTS),
    ("consent", Label.CONSENT),
    ("newsletter", Label.NEWSLETTER),
)


def sign_ups(page: PageParts) -> Iterator[Area]:
    """The smallest container of a form that shows something beside it, where that is a box and not the story."""
    everything = page.prose.over(0, len(page.layout.blocks))
    for scope in _forms(page):
        box = _box(page, scope)
        first, end = page.layout.spans[box.index]
        if end <= first or page.holds_headline(box) or page.mass_in(box) > LARGEST:
            continue
        prose = sum(page.measures[i].is_prose for i in range(first, end))
        kind = _kind(page, box, scope)
        if prose > PARAGRAPHS or (kind is None and everything - page.prose_in(box) < ELSEWHERE):
            continue
        yield Area(first, end, Verdict(kind or Label.NEWSLETTER, "form_box", box.signature[:60]))


def _forms(page: PageParts) -> Iterator[Scope]:
    """The forms of a page, and the containers of buttons that say what a form without `<form>` is for."""
    yield from (scope for scope in page.layout.scopes if scope.tag == "form")
    for block, measure in zip(page.layout.blocks, page.measures, strict=True):
        if block.shape is Shape.CONTROL and (measure.whole or measure.starts) in (Label.NEWSLETTER, Label.SUBSCRIBE):
            yield block.scope


def _box(page: PageParts, form: Scope) -> Scope:
    """The form, or where it holds no more than a button, the container around it that says what it is for."""
    spans = page.layout.spans
    box = form
    while box.parent is not None and not _says_something(page, box):
        box = box.parent
        if page.mass_in(box) > LARGEST or page.holds_headline(box):
            return form
        if spans[box.index][1] - spans[box.index][0] > 12:
            return form
    return box


def _says_something(page: PageParts, box: Scope) -> bool:
    """Whether a text of a box is more than a button, a label or the name of a field."""
    first, end = page.layout.spans[box.index]
    return any(
        page.layout.blocks[i].shape is not Shape.CONTROL and page.measures[i].mass > 30 for i in range(first, end)
    )


def _kind(page: PageParts, box: Scope, form: Scope) -> Label | None:
    """What a form is for; None where nothing says so, but it is offered in so many words: then it is a newsletter."""
    first, end = page.layout.spans[box.index]
    spoken = {label for m in page.measures[first:end] for label in (m.whole, m.starts)}
    for name, label in _BY_NAME:
        if (box.own | form.own) & hints().bit[name] or label in spoken - {Label.SUBSCRIBE}:
            return label
    if any(page.measures[i].mass > OFFER for i in range(first, end)):
        return None
    return Label.SUBSCRIBE if Label.SUBSCRIBE in spoken else Label.NAVIGATION
