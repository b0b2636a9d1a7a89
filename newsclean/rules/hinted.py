"""Kinds that class names and elements give away, read from the block outwards, up to what holds the story too."""

from __future__ import annotations

from typing import Final

from newsclean.blocks import Block, Scope
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


def by_names(view: View, block: Block) -> Verdict | None:
    """The nearest class, id or role around the block that hints at a kind."""
    return _nearest(view, block, BY_NAME, "names")


def by_element(view: View, block: Block) -> Verdict | None:
    """The nearest element around the block that is a kind by itself, such as `<nav>`."""
    return _nearest(view, block, BY_ELEMENT, "element")


def _nearest(view: View, block: Block, table: tuple[tuple[str, Label], ...], rule: str) -> Verdict | None:
    bits = hints().bit
    wanted = hints().mask(*(name for name, _ in table))
    found = block.hints & wanted
    scope: Scope | None = block.scope
    while not found and scope is not None and scope.inherited & wanted:
        if view.holds_story(scope):
            return None
        found = scope.own & wanted
        scope = scope.parent
    for name, label in table:
        if found & bits[name]:
            return Verdict(label, rule, name)
    return None
