"""Kinds that class names and elements give away, read from the block outwards, up to what holds the story too."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from newsclean.blocks import Block, Scope, Shape
from newsclean.hints import hints
from newsclean.labels import Label, Verdict
from newsclean.rules.view import View

# In one element that hints at several kinds, the narrower one is meant.
BY_NAME: Final = (
    ("comments", Label.COMMENTS),
    ("consent", Label.CONSENT),
    ("breadcrumb", Label.BREADCRUMB),
    ("newsletter", Label.NEWSLETTER),
    ("share", Label.SHARE),
    ("author_bio", Label.AUTHOR_BIO),
    ("popular", Label.POPULAR),
    ("related", Label.RELATED),
    ("latest", Label.LATEST),
    ("tags", Label.TAGS),
    ("subscribe", Label.SUBSCRIBE),
    ("sponsored", Label.SPONSORED),
    ("advertisement", Label.ADVERTISEMENT),
    ("gallery", Label.CAPTION_FURNITURE),
    ("caption", Label.CAPTION_FURNITURE),
    ("navigation", Label.NAVIGATION),
    ("footer", Label.FOOTER),
)

BY_ELEMENT: Final = (
    ("nav", Label.NAVIGATION),
    ("footer_tag", Label.FOOTER),
    ("dialog", Label.CONSENT),
)


SHARE_MASS = 100
POINTING_MASS = 40  # of a block that may point at stories, above the headline
_LISTS: Final = frozenset({Label.POPULAR, Label.LATEST, Label.RELATED})


class Named(NamedTuple):
    """What names say of a block, and how deep the container that says so lies (the block itself: deeper still)."""

    verdict: Verdict
    depth: int


def by_names(view: View, block: Block) -> Verdict | None:
    """The nearest class, id or role around the block that hints at a kind."""
    found = nearest(view, block)
    return found.verdict if found else None


def by_element(view: View, block: Block) -> Verdict | None:
    """The nearest element around the block that is a kind by itself, such as `<nav>`."""
    found = _nearest(view, block, _by_element())
    return found.verdict if found else None


def nearest(view: View, block: Block) -> Named | None:
    """The nearest container with a telling name, up to what holds the story too."""
    return _nearest(view, block, _by_name())


@cache
def naming_bits() -> int:
    """The hints that name a kind of chrome."""
    return _by_name().wanted | _by_element().wanted


class _Table(NamedTuple):
    """Names by which a rule tells kinds, as bits."""

    rule: str
    wanted: int  # all of the bits
    rows: tuple[tuple[int, str, Label], ...]

    @classmethod
    def of(cls, rule: str, names: tuple[tuple[str, Label], ...]) -> _Table:
        rows = tuple((hints().bit[name], name, label) for name, label in names)
        return cls(rule, hints().mask(*(name for name, _ in names)), rows)


@cache
def _by_name() -> _Table:
    return _Table.of("names", BY_NAME)


@cache
def _by_element() -> _Table:
    return _Table.of("element", BY_ELEMENT)


def _nearest(view: View, block: Block, table: _Table) -> Named | None:
    rule, wanted, rows = table
    scope = block.scope
    found = block.hints & wanted
    depth = scope.depth + 1
    if not found:
        if scope.inherited & wanted:
            around = _around(view, scope, wanted)
            if around is None:
                return None
            found, depth = around
        if not found and block.shape is not Shape.CONTROL:
            return None
    bits = hints().bit
    if block.shape is Shape.CONTROL:
        found &= ~(bits["related"] | bits["popular"] | bits["latest"])  # "next" and "more" on a button
        found = found or bits["navigation"] & wanted
    for bit, name, label in rows:
        if found & bit:
            if label is Label.SHARE and view.measures[block.index].mass > SHARE_MASS and block.anchors:
                continue  # a "bookmark" may be a card that shows another page
            if label in _LISTS and _is_above(view, block) and view.measures[block.index].mass <= POINTING_MASS:
                continue  # "top" and "live" name bars of the page, too
            in_footer = label is Label.NAVIGATION and scope.inherited & bits["footer_tag"]
            if in_footer and not of_story(view, scope):
                label = Label.FOOTER
            return Named(Verdict(label, rule, name), depth)
    return None


def _around(view: View, scope: Scope, wanted: int) -> tuple[int, int] | None:
    """The names of the nearest container that has some, and its depth; None where the story is met before."""
    known = view.remembered.named
    if (scope.index, wanted) in known:
        return known[scope.index, wanted]
    climbed: list[Scope] = []
    above: Scope | None = scope
    found: tuple[int, int] | None = (0, 0)
    while above is not None and above.inherited & wanted:
        key = (above.index, wanted)
        if key in known:
            found = known[key]
            break
        climbed.append(above)
        if view.holds_story(above) or _holds_page(view, above):
            found = None
            break
        if bits := _telling(view, above) & wanted:
            found = (bits, above.depth)
            break
        above = above.parent
    for each in climbed:
        known[each.index, wanted] = found
    return found


def _is_above(view: View, block: Block) -> bool:
    head = view.clues.headline_block
    return block.index < (view.first if head is None else head)


def _holds_page(view: View, scope: Scope) -> bool:
    """Whether a container holds most of the page: its name is that of a framework, such as `__next`."""
    first, end = view.layout.spans[scope.index]
    return (end - first) * 5 > 4 * len(view.layout.blocks)


def _telling(view: View, scope: Scope) -> int:
    """The hints of a container; the `<footer>` of an `<article>` is no footer of the site."""
    footer = _footer()
    return scope.own & ~footer if scope.own & footer and of_story(view, scope) else scope.own


@cache
def _footer() -> int:
    return hints().mask("footer_tag", "footer")


def of_story(view: View, scope: Scope) -> bool:
    """Whether a container lies in the `<article>` that holds the story, or above the story's end."""
    if view.layout.spans[scope.index][0] < view.last:
        return True
    article = hints().bit["article"]
    found: Scope | None = scope
    while found is not None and found.inherited & article:
        if found.own & article:
            return view.holds_story(found)
        found = found.parent
    return False
