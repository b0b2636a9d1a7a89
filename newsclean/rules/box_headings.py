"""Lines such as "Related" or "Most read" that name what follows them in their container."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from newsclean.blocks import Block, Layout, Scope, Shape
from newsclean.folding import fold
from newsclean.hints import hints
from newsclean.labels import Label
from newsclean.measures import HEADLINE_MASS, Measures

LONGEST = 70  # characters of a heading that names a box
LONGEST_SECTION = 30  # characters of the name of a section
DIRECTORY = 30  # blocks under a heading that are looked through for names of sections
LONGEST_TAG = 30  # characters
MARKS = frozenset("|·•,/")
CLIMBS = 3  # containers with nothing in them but the heading

# "Advertisement" and "Menu" label what they stand on, not the rest of the container.
_NAMING: Final = frozenset({
    Label.RELATED, Label.POPULAR, Label.LATEST, Label.SECTION_LIST, Label.NEWSLETTER, Label.COMMENTS, Label.AUTHOR_BIO,
    Label.TAGS, Label.SHARE, Label.SPONSORED, Label.SUBSCRIBE, Label.CONSENT, Label.BREADCRUMB, Label.FOOTER,
})  # fmt: skip


class BoxHeading(NamedTuple):
    """A line such as "Related" that names what follows it.

    `at` is its block; `depth` that of the container it reaches through.
    """

    at: int
    label: Label
    depth: int


def box_headings(
    layout: Layout, measures: Sequence[Measures], headline: int | None = None
) -> tuple[BoxHeading | None, ...]:
    """For each block the box heading it stands under.

    A heading reaches as far as the container it stands in; where it is all that its container holds (a `<header>`
    around an `<h3>`), as far as the container around that, but never through one that holds the headline of the page.
    """
    sections = _section_names(layout, measures, headline)
    found: list[BoxHeading | None] = []
    current: BoxHeading | None = None
    end = 0
    for block, measure in zip(layout.blocks, measures, strict=True):
        if block.index >= end:
            current = None
        heading = block.shape is Shape.HEADING
        label = _named(block, measure, sections) if heading or measure.whole is not None else None
        if label is None and block.level > 1 and _lists_sections(layout, block, sections):
            label = Label.SECTION_LIST
        elif measure.whole is Label.NAVIGATION and block.level and _heads_stories(layout, measures, block):
            label = Label.RELATED  # "See more"
        if label is not None:
            scope = reach(layout, block, headline)
            current, end = BoxHeading(block.index, label, scope.depth), layout.spans[scope.index][1]
        elif current is not None and _closes(layout.blocks[current.at], block):
            current = None
        found.append(current)
    return tuple(found)


def _named(block: Block, measure: Measures, sections: frozenset[str]) -> Label | None:
    """The kind of box that a block opens, if it opens one: by a phrase, or by the name of a section ("Asia")."""
    if not block.text or len(block.text) > LONGEST or block.shape is Shape.CONTROL:
        return None
    heading = block.shape is Shape.HEADING
    if measure.is_link and not heading:
        return None  # an entry of a menu
    label = measure.whole or (measure.starts if heading else None)
    if label in _NAMING:
        return label
    if not heading or label is not None or block.level == 1 or block.scope.inherited & hints().bit["nav"]:
        return None
    words = fold(block.text).split()
    if " ".join(words) in sections:
        return Label.SECTION_LIST
    if any(" ".join(words[at:]) in sections for at in range(max(1, len(words) - 3), len(words))):
        holder = block.scope.parent
        related = holder is not None and holder.own & hints().bit["related"]
        return Label.RELATED if related else Label.SECTION_LIST
    return None


def _lists_sections(layout: Layout, block: Block, sections: frozenset[str]) -> bool:
    """Whether the links under a heading are the sections of the site."""
    parent = block.scope.parent
    if parent is None or block.scope.inherited & hints().bit["nav"]:
        return False
    end = min(layout.spans[parent.index][1], block.index + DIRECTORY)
    links = [fold(a.text) for other in layout.blocks[block.index + 1 : end] for a in other.anchors if a.text]
    return len(links) >= 3 and sum(link in sections for link in links) * 5 >= 4 * len(links)


def _heads_stories(layout: Layout, measures: Sequence[Measures], block: Block) -> bool:
    """Whether the next text below a heading is a link as long as a headline."""
    below = next((b for b in layout.blocks[block.index + 1 : block.index + 4] if b.text), None)
    if below is None or block.scope.inherited & hints().bit["nav"]:
        return False
    measure = measures[below.index]
    return measure.link_density > 0.6 and measure.mass > HEADLINE_MASS


def _closes(heading: Block, block: Block) -> bool:
    """Whether a block ends the box of a heading: another heading beside it, of the same rank or a higher one."""
    if block.shape is not Shape.HEADING or block.scope.depth > heading.scope.depth:
        return False
    return block.level <= heading.level if heading.level else not block.anchors


def reach(layout: Layout, block: Block, headline: int | None) -> Scope:
    """The container that a heading names: its own, or the one around that where it holds nothing else."""
    scope = block.scope
    for _ in range(CLIMBS):
        first, end = layout.spans[scope.index]
        if end > block.index + 1 or scope.parent is None:
            break
        above = layout.spans[scope.parent.index]
        if headline is not None and above[0] <= headline < above[1] and first != block.index:
            break
        scope = scope.parent
    return scope


def _section_names(layout: Layout, measures: Sequence[Measures], headline: int | None) -> frozenset[str]:
    """What the page calls its sections, folded: short links in a `<nav>` or in lists above the headline, and the topics
    over the headlines of a list ("Asia|Business").
    """
    nav = hints().bit["nav"]
    in_tag_lines = {fold(topic) for block in layout.blocks if "|" in block.text for topic in _topics(block.text)}
    in_menus = frozenset(
        fold(block.text)
        for block, measure in zip(layout.blocks, measures, strict=True)
        if measure.is_link
        and len(block.text) <= LONGEST_SECTION
        and (block.scope.inherited & nav or (block.shape is Shape.LIST_ITEM and block.index < (headline or 0)))
    )
    return in_menus | in_tag_lines


def _topics(text: str) -> list[str]:
    """The topics of a line "Asia|Business|Economy"; none for any other line."""
    topics = text.split("|")
    return topics if all(0 < len(topic) <= LONGEST_TAG for topic in topics) else []


def topics_of_lines(block: Block) -> frozenset[str]:
    """The topics of the tag lines among the lines of a block: a box of 2003 is one cell full of `<br>`."""
    if "\n" not in block.text or "|" not in block.text:
        return frozenset()
    lines = (line for line in block.text.split("\n") if "|" in line)
    return frozenset(topic.strip() for line in lines for topic in _topics(line))


def is_tag_line(block: Block) -> bool:
    """Whether a block is the line of topics over a headline in a list: "Asia|Business|Economy"."""
    if len(block.anchors) < 2 or "\n" in block.text or any(len(anchor.text) > LONGEST_TAG for anchor in block.anchors):
        return False
    between = len(block.text) - sum(len(anchor.text) for anchor in block.anchors)
    return between <= 3 * len(block.anchors) and not MARKS.isdisjoint(block.text)
