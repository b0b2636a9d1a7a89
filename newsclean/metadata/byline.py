"""The byline as the page shows it: near the headline first, then wherever the page has one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsclean.blocks import Block, Layout, near_hints
from newsclean.hints import hints
from newsclean.metadata.bare_names import bare_byline
from newsclean.metadata.byline_block import Named, is_marked, people_of
from newsclean.metadata.byline_words import agencies_alone, is_agency, split_prefix, starts_with_prefix
from newsclean.metadata.credits import is_credit_line
from newsclean.metadata.headline_window import around_headline
from newsclean.metadata.person_names import before_time, named_part
from newsclean.metadata.signed import signed_by
from newsclean.metadata.site_name import SiteName
from newsclean.vocabulary import chrome_phrases

_LONGEST = 120  # characters of a byline away from the headline
_BELOW = 8  # blocks below it that may be an organisation
_TOGETHER = 5  # blocks between the names of one byline
_PARAGRAPH = 250  # characters; with a longer text the story has begun
_AFAR_ABOVE, _AFAR_BELOW = 300, 2_000  # blocks of a large page that are looked at
_DID_NOT_WRITE = frozenset({"editor", "photographer"})
_MOST_AFAR = 2  # people named in bylines away from the headline; more belong to a list of stories


def people_elsewhere(layout: Layout, headline: int | None, site: SiteName) -> list[Named]:
    """A bare name beside the date below the headline; else whom a byline anywhere names by its markup or a prefix."""
    bare = bare_byline(layout, headline, site)
    return [Named(name) for name in bare.names] if bare is not None else _afar(layout.blocks, headline, site)


def visible_organisation(layout: Layout, headline: int | None) -> str | None:
    """What stands in the byline below the headline where it names no person: "By the Example Team", "Reuters"."""
    if headline is None:
        return None
    for block in layout.blocks[headline + 1 : headline + 1 + _BELOW]:
        if len(block.text) > _PARAGRAPH:
            return None
        role, rest = split_prefix(block.text)
        name = before_time(rest).partition("\n")[0].partition(" | ")[0].strip(" ,.·•|-–—")
        words = name.split()
        if block.hidden or not 0 < len(words) <= 5 or name[0].islower() or chrome_phrases().whole(name) is not None:
            continue
        if is_marked(block) and (len(words) > 1 or role == "author"):
            return name
        if agencies := agencies_alone(name):
            return agencies[0]
    return None


def people_at_headline(layout: Layout, headline: int | None, site: SiteName) -> list[Named]:
    """Everybody whom the byline at the headline names, in its order.

    It is looked for in the blocks below the headline up to a good deal of prose, then in those above it.
    """
    if headline is None:
        return []
    blocks = layout.blocks
    above, below = around_headline(blocks, headline)
    avoided = hints().mask("comments", "caption", "figcaption", "figure") & ~_around(blocks, headline)
    # a page that hides its headline hides it until a script runs, and the byline with it
    shown = [block for block in (*below, *above) if not block.hidden or blocks[headline].hidden]
    return _together((block, people_of(block, site)) for block in shown if _is_open(block, avoided))


def _afar(blocks: Sequence[Block], headline: int | None, site: SiteName) -> list[Named]:
    """Anywhere, if the page's bylines name no more people than one story has."""
    mask = hints().mask
    avoided = mask("comments", "caption", "figcaption", "figure", "related", "popular", "latest", "footer_tag", "nav")
    avoided = (avoided | mask("card", "aside")) & ~_around(blocks, headline)
    first, byline = headline or 0, hints().bit["byline"]
    found = _together(
        (block, people_of(block, site, near=False))
        for block in blocks[max(0, first - _AFAR_ABOVE) : first + _AFAR_BELOW]
        if 1 < len(block.text) <= _LONGEST and _may_be_byline(block, avoided, byline)
        if not block.hidden and block.index != headline and not _is_wire_credit(block.text)
    )
    wrote = any(person.role not in _DID_NOT_WRITE for person in found)
    return found if wrote and len(found) <= _MOST_AFAR else []


def _may_be_byline(block: Block, avoided: int, byline: int) -> bool:
    """A link to an author's page alone is no byline away from the headline: lists of writers are full of them."""
    if near_hints(block) & byline:
        return True
    return not block.scope.inherited & avoided and (starts_with_prefix(block.text) or bool(signed_by(block.text)))


def _is_wire_credit(text: str) -> bool:
    """Whether a line is the credits of a wire story, who did what on it, and no byline: see `credits`."""
    return (text[0] in "([（" or ";" in text) and is_credit_line(text) and not signed_by(text)


def _around(blocks: Sequence[Block], headline: int | None) -> int:
    """The hints around the headline: what wraps it too says nothing about a block beside it."""
    return blocks[headline].scope.inherited if headline is not None else 0


def _is_open(block: Block, avoided: int) -> bool:
    return not block.scope.inherited & avoided or is_marked(block)


def _together(candidates: Iterable[tuple[Block, list[Named]]]) -> list[Named]:
    """The people of the first byline and of those right after it; or its agency. Picture credits alone are none."""
    found: list[Named] = []
    last = 0
    for block, people in candidates:
        if found and abs(block.index - last) > _TOGETHER:
            break
        if not found and is_marked(block) and is_agency(named_part(split_prefix(block.text)[1])):
            return [Named(named_part(split_prefix(block.text)[1]))]
        if people:
            last = block.index
            names = {person.name for person in found}
            found += [person for person in people if person.name not in names]
    return found if any(person.role != "photographer" for person in found) else []
