"""The people that one block of the page names as a byline does."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean.blocks import Block, Shape, near_hints
from newsclean.hints import hints
from newsclean.metadata.byline_words import opens_with_preposition, split_prefix, starts_with_prefix
from newsclean.metadata.fields_of_line import before_fields, fields_of_line
from newsclean.metadata.person_names import has_capitals, named_part, names_in, people_in
from newsclean.metadata.signed import signed_by, without_verb
from newsclean.metadata.site_name import SiteName
from newsclean.metadata.sources import sources
from newsclean.vocabulary import chrome_phrases

_LONGEST = 250  # characters of a byline
_LONGEST_UNMARKED = 120  # of one that no markup calls a byline
_MARK = re.compile("[|｜•·]")
_PARTS = re.compile(rf"\s*{_MARK.pattern}\s*")
_MOST_LINES = 5
_LONGEST_NAME = 4  # letters of a name in Han letters or Hangul


class Named(NamedTuple):
    """Somebody named as author: the name, the address of a page about them, the role."""

    name: str
    url: str | None = None
    role: str = "author"


def people_of(block: Block, site: SiteName, *, near: bool = True) -> list[Named]:
    """The people, or [] for a block that is no byline. `near`: the block stands by the headline.

    A byline has a prefix such as "By", a link to a page about the author, or a class that says so. Without the class
    it is nothing but names; without a prefix or a link, the names need capitals to be told from other words.
    """
    text = block.text
    if not 1 < len(text) <= _LONGEST:
        return []
    profiles = {anchor.text: anchor.url for anchor in block.anchors if is_profile(anchor.url)}
    if not profiles and (listed := _listed(text, site)):
        return listed
    role, rest = _prefixed(text)
    if role == "editor" and text[0] in "（【([":
        return []  # a credit below the story: "（责任编辑：王芳）"
    rest = without_verb(rest)
    marked = is_marked(block)
    if role is None and (not (profiles or (marked and has_capitals(text))) or chrome_phrases().whole(text)):
        return []
    if not marked and (len(text) > _LONGEST_UNMARKED or role == "photographer"):
        return []
    names = _linked_names(block, profiles, site, marked=marked)
    roles = people_in(rest, site)
    written = list(roles)
    if not names or set(names) < set(written):
        names = written
    if not names and near and role == "author" and chrome_phrases().whole(text) is None:  # "Par autori" heads a box
        alone = marked or bool(profiles) or opens_with_preposition(text)
        names = _user_name(rest, alone=alone)
    if not marked and not profiles and 2 * sum(map(len, names)) < len(named_part(rest)):
        return []
    if role is None:
        names = [name for name in names if has_capitals(name) or _is_eastern_name(name)]
    return [Named(name, _profile_of(name, profiles), roles.get(name) or role or "author") for name in names]


def _listed(text: str, site: SiteName) -> list[Named]:
    """The people of a line that names them with their job after the name, or in fields: see `signed`."""
    if signed := signed_by(text):
        return [Named(name) for name in signed]
    fields = fields_of_line(text)
    if len(fields) < 2 and not (fields and any(map(str.isdigit, before_fields(text)))):
        return []
    if not any(field.role == "author" for field in fields):
        return []
    return [
        Named(name, None, field.role)
        for field in fields
        if field.role is not None and field.role != "editor"
        for name in names_in(without_verb(field.value), site)
    ]


def _prefixed(text: str) -> tuple[str | None, str]:
    """`split_prefix` of the text, or of a later part of it that a bar or a dot sets off: "3 May 2031 | By Jane Roe"."""
    role, rest = split_prefix(text)
    if role is None and len(text) <= _LONGEST_UNMARKED and _MARK.search(text):
        for part in _PARTS.split(text)[1:]:
            if part and starts_with_prefix(part):
                found = split_prefix(part)
                if found[0] is not None:
                    return found
    return role, rest


def after_title(headline: Block) -> list[Block]:
    """What follows the headline in its own block, a block each line: old tables set it and the byline in one cell."""
    if headline.shape is Shape.HEADING:
        return []
    return [headline._replace(text=line) for line in headline.text.split("\n")[1:_MOST_LINES] if line]


def is_marked(block: Block) -> bool:
    """Whether a class on the block, or on the element around it, calls it a byline."""
    return bool(near_hints(block) & hints().bit["byline"])


def is_profile(url: str) -> bool:
    """Whether an address looks like a page about a person.

    >>> is_profile("/authors/jane-roe"), is_profile("/sport/author-fair-opens")
    (True, False)
    """
    path = url.partition("?")[0].partition("#")[0].lower()
    segments = path.rpartition("://")[2].strip("/").split("/")
    return not sources().words["profile_paths"].isdisjoint(segments[:-1])


def _linked_names(block: Block, profiles: dict[str, str], site: SiteName, *, marked: bool) -> list[str]:
    """Names that are links. Set side by side with no other mark between them, only the links tell them apart."""
    linked = list(profiles)
    if not linked and marked and len(block.anchors) > 1 and block.link_chars * 10 > len(block.text) * 8:
        linked = [anchor.text for anchor in block.anchors]
    return [name for text in linked for name in names_in(split_prefix(text)[1], site)]


def _is_eastern_name(name: str) -> bool:
    """Two to four Han letters or Hangul; kana alone is a button, not a name."""
    return 1 < len(name) <= _LONGEST_NAME and not any("\u3040" <= char <= "\u30ff" for char in name)


def _user_name(rest: str, *, alone: bool) -> list[str]:
    """A single word after "by", set off from what follows: "by jroe · 3 May". `alone`: nothing needs to follow it."""
    words = rest.split()
    if not words or not 2 < len(words[0]) < 30 or not words[0].isalpha():
        return []
    if len(words) == 1 and not alone:  # "Text size"
        return []
    ends = len(words) == 1 or not words[1][0].isalpha() or words[1].lower() in sources().words["prepositions"]
    # doubled, it must pass for a full name: no job, no placeholder, no word of a button
    return [words[0]] if ends and names_in(f"{words[0].title()} {words[0].title()}") else []


def _profile_of(name: str, profiles: dict[str, str]) -> str | None:
    return next((url for text, url in profiles.items() if name in text), None)
