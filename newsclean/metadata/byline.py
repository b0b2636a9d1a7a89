"""The byline as the page shows it: blocks near the headline that name people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
_LONGEST_UNMARKED = 120  # of one that no markup calls a byline
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
    search = _Search(layout.blocks, headline, site)
    return search.near_headline() or search.beside_date() or search.afar()


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


class _Search:
    """One page's search for its byline."""

    def __init__(self, blocks: Sequence[Block], headline: int | None, site: SiteName) -> None:
        self.blocks = blocks
        self.headline = headline
        self.site = site
        # what wraps the headline too says nothing about a block beside it
        self.page_hints = blocks[headline].scope.inherited if headline is not None else 0
        self.byline = hints().bit["byline"]
        self.elsewhere = hints().mask("comments", "caption", "figcaption", "figure")
        self.far = self.elsewhere | hints().mask("related", "popular", "latest", "footer_tag", "nav", "card", "aside")

    def near_headline(self) -> list[Named]:
        """In the blocks below the headline up to a good deal of prose, then in those above it."""
        if self.headline is None:
            return []
        end, prose = self.headline + 1, 0
        while end < len(self.blocks) and prose < _PROSE:
            prose += len(self.blocks[end].text)
            end += 1
        above = self.blocks[max(0, self.headline - _BEFORE) : self.headline]
        near = [*self.blocks[self.headline + 1 : end], *above]
        return _together((block, self._people(block, self.elsewhere)) for block in near)

    def beside_date(self) -> list[Named]:
        """In a block that is nothing but names, next to one that is a date."""
        if self.headline is None:
            return []
        first = self.headline + 1
        for block in self.blocks[first : first + 8]:
            text = block.text
            if block.shape is not Shape.PARAGRAPH or len(text) > _LONGEST_UNMARKED or not has_capitals(text):
                continue
            around = self.blocks[max(first, block.index - _BESIDE) : block.index + _BESIDE + 1]
            if any(other.time or _is_dated(other.text) for other in around):
                names = names_in(_undated(text), self.site)
                if names and sum(map(len, names)) * 3 > len(text) and not chrome_phrases().whole(text):
                    return [Named(name) for name in names]
        return []

    def afar(self) -> list[Named]:
        """Anywhere, if the page's bylines name no more people than one story has."""
        found = _together(
            (block, self._people(block, self.far)) for block in self.blocks if 1 < len(block.text) <= _LONGEST_UNMARKED
        )
        return found if len(found) <= _MOST_AFAR else []

    def _people(self, block: Block, avoided: int) -> list[Named]:
        """The people that one block names as a byline does."""
        text = block.text
        if not 1 < len(text) <= _LONGEST or block.hidden:
            return []
        marked = self._is_marked(block)
        role, rest = split_prefix(text)
        profiles = {anchor.text: anchor.url for anchor in block.anchors if is_profile(anchor.url)}
        if role is None and not profiles and (not marked or not has_capitals(text)):
            return []
        if not marked and (len(text) > _LONGEST_UNMARKED or block.scope.inherited & ~self.page_hints & avoided):
            return []
        if role is None and chrome_phrases().whole(text):
            return []
        names = [name for text in profiles for name in names_in(split_prefix(text)[1], self.site)]
        names = names or names_in(rest, self.site) or _user_name(role, rest)
        return [Named(name, _profile_of(name, profiles), role or "author") for name in names]

    def _is_marked(self, block: Block) -> bool:
        parent = block.scope.parent
        return bool((block.scope.own | block.hints | (parent.own if parent else 0)) & self.byline)


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


def _is_dated(text: str) -> bool:
    """A short text with the number of a year."""
    if len(text) > 80:
        return False
    return any(len(word) == 4 and word.isdigit() for word in text.translate(_PUNCTUATION).split())


def _undated(text: str) -> str:
    """A date before the names taken off: "3 May 2031 · Jane Roe"."""
    words = text.split(" ")
    last = max((at for at, word in enumerate(words[:8]) if any(map(str.isdigit, word))), default=-1)
    return text if last + 1 >= len(words) else " ".join(words[last + 1 :])


def _user_name(role: str | None, rest: str) -> list[str]:
    """A single word after "by", set off from what follows: "by jroe · 3 May"."""
    words = rest.split()
    if role is None or not words or not 2 < len(words[0]) < 30 or not words[0].isalpha():
        return []
    ends = len(words) == 1 or not words[1][0].isalpha() or words[1].lower() in ("on", "at")
    return [words[0]] if ends and names_in(f"{words[0].title()} {words[0].title()}") else []


def _profile_of(name: str, profiles: dict[str, str]) -> str | None:
    return next((url for text, url in profiles.items() if name in text), None)


_PUNCTUATION = str.maketrans(",.-/年:|", "       ")
