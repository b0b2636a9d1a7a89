"""The byline as the page shows it: blocks near the headline that name people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from newsclean.blocks import Block, Layout, Shape
from newsclean.hints import hints
from newsclean.metadata.byline_words import split_prefix
from newsclean.metadata.person_names import has_capitals, names_in
from newsclean.metadata.site_name import SiteName
from newsclean.metadata.sources import sources
from newsclean.vocabulary import chrome_phrases

_LONGEST = 250  # characters of a byline
_LONGEST_UNMARKED = 100  # of one that no markup calls a byline
_BEFORE = 8  # blocks above the headline
_PROSE = 1_500  # characters of text after the headline within which its byline stands
_TOGETHER = 5  # blocks between the names of one byline
_BESIDE = 2  # blocks between a name that nothing marks and the date of the story
_MOST_AFAR = 2  # people named in bylines away from the headline; more belong to a list of stories


class Named(NamedTuple):
    """Somebody named as author: the name, the address of a page about them, the role."""

    name: str
    url: str | None = None
    role: str = "author"


def visible_people(layout: Layout, headline: int | None, site: SiteName) -> list[Named]:
    """Everybody whom the page's byline names, in its order.

    Looked for near the headline, then wherever markup or a prefix makes a byline, and last as a bare name beside the
    date below the headline.
    """
    near = _near(layout.blocks, headline)
    for found in (
        _together((block, _people(block, site)) for block in near),
        _afar(layout.blocks, site),
        _beside_date(layout.blocks, headline, site),
    ):
        if found:
            return found
    return []


def is_profile(url: str) -> bool:
    """Whether an address looks like a page about a person.

    >>> is_profile("/authors/jane-roe"), is_profile("/sport/author-fair-opens")
    (True, False)
    """
    try:
        segments = urlsplit(url).path.lower().strip("/").split("/")
    except ValueError:
        return False  # "http://[" is no address
    return not sources().words["profile_paths"].isdisjoint(segments[:-1])


def _near(blocks: Sequence[Block], headline: int | None) -> list[Block]:
    """The blocks below the headline up to a good deal of prose, then those above it."""
    if headline is None:
        return []
    end, prose = headline + 1, 0
    while end < len(blocks) and prose < _PROSE:
        prose += len(blocks[end].text)
        end += 1
    return [*blocks[headline + 1 : end], *blocks[max(0, headline - _BEFORE) : headline]]


def _together(candidates: Iterable[tuple[Block, list[Named]]]) -> list[Named]:
    """The people of the first byline and of those right after it."""
    found: list[Named] = []
    last = 0
    for block, people in candidates:
        if found and abs(block.index - last) > _TOGETHER:
            break
        if people:
            last = block.index
            names = {person.name for person in found}
            found += [person for person in people if person.name not in names]
    return found


def _afar(blocks: Sequence[Block], site: SiteName) -> list[Named]:
    byline = hints().bit["byline"]
    avoided = hints().mask("comments", "related", "popular", "latest", "footer_tag", "nav", "card", "aside")
    candidates = (
        (block, people)
        for block in blocks
        if len(block.text) <= _LONGEST_UNMARKED and not block.scope.inherited & avoided
        if (block.scope.own | block.hints) & byline or split_prefix(block.text)[0]
        if (people := _people(block, site))
    )
    found = _together(candidates)
    return found if len(found) <= _MOST_AFAR else []


def _beside_date(blocks: Sequence[Block], headline: int | None, site: SiteName) -> list[Named]:
    """A block that is nothing but names, next to one that is a date."""
    if headline is None:
        return []
    window = blocks[headline + 1 : headline + 8]
    for block in window:
        if block.shape is not Shape.PARAGRAPH or len(block.text) > _LONGEST_UNMARKED or block.anchors:
            continue
        around = blocks[max(headline + 1, block.index - _BESIDE) : block.index + _BESIDE + 1]
        if any(other.time or _is_dated(other.text) for other in around):
            names = names_in(block.text, site)
            if names and sum(map(len, names)) * 2 > len(block.text) and has_capitals(block.text):
                return [Named(name) for name in names]
    return []


def _is_dated(text: str) -> bool:
    """A short text with the number of a year."""
    return len(text) < 60 and any(len(word) == 4 and word.isdigit() for word in text.replace(",", " ").replace(".", " ").split())


def _people(block: Block, site: SiteName) -> Iterator[Named] | list[Named]:
    """The people that one block names as a byline does."""
    text = block.text
    if not 1 < len(text) <= _LONGEST or block.hidden or block.scope.inherited & _elsewhere():
        return []
    profiles = {anchor.text: anchor.url for anchor in block.anchors if is_profile(anchor.url)}
    role, rest = split_prefix(text)
    marked = _is_marked(block)
    if role is None and not profiles and (not marked or not has_capitals(text)):
        return []
    if not marked and len(text) > _LONGEST_UNMARKED:
        return []
    if role is None and chrome_phrases().whole(text):
        return []
    names = [name for text in profiles for name in names_in(split_prefix(text)[1], site)]
    names = names or names_in(rest, site) or _user_name(role, rest)
    return [Named(name, _profile_of(name, profiles), role or "author") for name in names]


def _is_marked(block: Block) -> bool:
    byline = hints().bit["byline"]
    parent = block.scope.parent
    return bool((block.scope.own | block.hints | (parent.own if parent else 0)) & byline)


def _user_name(role: str | None, rest: str) -> list[str]:
    """A single word after "by", set off from what follows: "by jroe · 3 May"."""
    words = rest.split()
    if role is None or not words or not 2 < len(words[0]) < 30 or not words[0].isalpha() or words[0].isascii() is False:
        return []
    ends = len(words) == 1 or not words[1][0].isalnum() or words[1].lower() in ("on", "at")
    return [words[0]] if ends and names_in(f"{words[0].title()} {words[0].title()}") else []


def _elsewhere() -> int:
    return hints().mask("comments", "caption", "figcaption", "figure", "related")


def _profile_of(name: str, profiles: dict[str, str]) -> str | None:
    return next((url for text, url in profiles.items() if name in text), None)
