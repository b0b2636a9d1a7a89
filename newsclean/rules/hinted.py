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
HEADLINE_MASS = 40  # of a block that may point at stories, above the headline
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
    found = _nearest(view, block, BY_ELEMENT, "element")
    return found.verdict if found else None


def nearest(view: View, block: Block) -> Named | None:
    """The nearest container with a telling name, up to what holds the story too."""
    return _nearest(view, block, BY_NAME, "names")


@cache
def naming_bits() -> int:
    """The hints that name a kind of chrome."""
    return _bits_of(BY_NAME) | _bits_of(BY_ELEMENT)


@cache
def _rows(table: tuple[tuple[str, Label], ...]) -> tuple[tuple[int, str, Label], ...]:
    return tuple((hints().bit[name], name, label) for name, label in table)


@cache
def _bits_of(table: tuple[tuple[str, Label], ...]) -> int:
    return hints().mask(*(name for name, _ in table))


def _nearest(view: View, block: Block, table: tuple[tuple[str, Label], ...], rule: str) -> Named | None:
    bits = hints().bit
    wanted = _bits_of(table)
    found = block.hints & wanted
    depth = block.scope.depth + 1
    if not found and block.scope.inherited & wanted:
        around = _around(view, block.scope, wanted)
        if around is None:
            return None
        found, depth = around
    if block.shape is Shape.CONTROL:
        found &= ~(bits["related"] | bits["popular"] | bits["latest"])  # "next" and "more" on a button
        found = found or bits["navigation"] & wanted
    for bit, name, label in _rows(table):
        if found & bit:
            if label is Label.SHARE and view.measures[block.index].mass > SHARE_MASS and block.anchors:
                continue  # a "bookmark" may be a card that shows another page
            if label in _LISTS and _is_above(view, block) and view.measures[block.index].mass <= HEADLINE_MASS:
                continue  # "top" and "live" name bars of the page, too
            below = block.scope.inherited & bits["footer_tag"] and not of_story(view, block.scope)
            if label is Label.NAVIGATION and below:
                label = Label.FOOTER
            return Named(Verdict(label, rule, name), depth)
    return None


def _around(view: View, scope: Scope, wanted: int) -> tuple[int, int] | None:
    """The names of the nearest container that has some, and its depth; None where the story is met before."""
    known = view.remembered.named
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
    known.update(((each.index, wanted), found) for each in climbed)
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
    bits = hints().bit
    if scope.own & (bits["footer_tag"] | bits["footer"]) and of_story(view, scope):
        return scope.own & ~(bits["footer_tag"] | bits["footer"])
    return scope.own


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
