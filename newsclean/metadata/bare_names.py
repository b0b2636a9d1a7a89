"""A line that is nothing but a name, right between headline and date: a byline without any mark of one.

Places, sections and labels stand in such lines too, so that something must tell that it names a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.blocks import Block, Layout, Shape
from newsclean.folding import folded_word, letters
from newsclean.metadata.buttons import is_bar
from newsclean.metadata.byline_block import is_profile
from newsclean.metadata.byline_words import byline_words, is_agency, split_prefix
from newsclean.metadata.known_names import known_names
from newsclean.metadata.person_names import has_capitals, is_job, named_part, names_in
from newsclean.metadata.posts import is_post_signature
from newsclean.metadata.site_name import SiteName
from newsclean.metadata.sources import sources
from newsclean.vocabulary import chrome_phrases

_LONGEST = 120  # characters
_BELOW = 8  # blocks below the headline
_BESIDE = 2  # blocks between the name and the date of the story
_CLOSE = 2  # texts between the headline and a name that no date stands beside
_BRACKETS = " ()[]（）【】〔〕"
_DASHES = "-–—―"
_LONGEST_ROLE = 60  # characters of the line that tells what the named person does
_PROSE = 80  # characters of a text that may be a sentence
_BIO = 200  # characters of a text about somebody among which a word tells what they do
_LEAST = 4  # letters of a name that an address of mail may hold
_UNSPACED = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u3005\u3400-\u9fff]{3,6}")
_GIVEN = 3  # letters of a Japanese given name
_TELLING = 300  # words of a page that says enough to miss a name on it
_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?){1,3}|[^\W\d_]\s[^\W\d_]")
_PUNCTUATION = str.maketrans(",.-/年:|", "       ")


class BareByline(NamedTuple):
    """The people named, and the blocks of the line and of what it says about their work."""

    names: tuple[str, ...]
    blocks: tuple[int, ...]


def bare_byline(layout: Layout, headline: int | None, site: SiteName) -> BareByline | None:
    """The first line below the headline that is nothing but names, next to a date, if they are known for people's."""
    if headline is None:
        return None
    blocks = layout.blocks
    first = headline + 1
    for block in blocks[first : first + _BELOW]:
        if not _may_be_names(block):
            continue
        if not _beside_date(blocks, block.index, first):
            names = signature(block.text, site) if _texts_between(blocks, first, block.index) < _CLOSE else []
            if names and not any(letters(name) in letters(blocks[headline].text) for name in names):
                return BareByline(tuple(names), (block.index,))
            continue
        rest = split_prefix(block.text)[1]
        names = names_in(rest, site)
        if names and sum(map(len, names)) * 3 > len(named_part(rest)):
            role = _role(blocks, block.index)
            told = role is not None or _is_below_prefix(blocks, block.index)
            names = _people(names, rest, blocks, headline, told=told)
            if names:
                return BareByline(tuple(names), (block.index,) if role is None else (block.index, role))
    return None


def lines_of_authors(layout: Layout, headline: int | None, site: SiteName, declared: Sequence[str]) -> frozenset[int]:
    """The blocks below the headline that name the author and nothing else: see `bare_byline`; or those declared.

    What tells the author's job right below the name is one of them.
    """
    if headline is None:
        return frozenset()
    names = {letters(name) for name in declared} - {""}
    bare = bare_byline(layout, headline, site)
    if bare is not None and names and not any(map(is_known_name, bare.names)):
        bare = None  # the page tells its author, who is somebody else
    found = set(bare.blocks) if bare is not None else set()
    for block in layout.blocks[headline + 1 : headline + 1 + _BELOW] if names else ():
        if len(block.text) > _LONGEST:
            break
        if letters(block.text) in names:
            role = _role(layout.blocks, block.index)
            found |= {block.index} if role is None else {block.index, role}
    return frozenset(found)


def signature(text: str, site: SiteName) -> list[str]:
    """The people of a line that is nothing but names known for people's, and agencies.

    >>> from newsclean.metadata.person_names import NO_SITE
    >>> [signature(line, NO_SITE) for line in ("Anna Roe and Adam Kay", "Anna Roe, dpa", "Anna Roe:", "Anna left.")]
    [['Anna Roe', 'Adam Kay'], ['Anna Roe'], [], []]
    """
    bare = text.strip(_BRACKETS)
    if not 1 < len(bare) <= _LONGEST or bare[0] in _DASHES or bare[-1] in ".:!?":
        return []
    names = names_in(bare, site)
    joining = byline_words().conjunctions
    words = [word for word in bare.split() if folded_word(word) not in joining and not is_agency(word)]
    whole = letters("".join(names)) == letters("".join(words))
    return names if whole and all(map(is_known_name, names)) else []


def _texts_between(blocks: Sequence[Block], first: int, index: int) -> int:
    return sum(1 for block in blocks[first:index] if block.text)


def _may_be_names(block: Block) -> bool:
    text = block.text
    if block.shape is not Shape.PARAGRAPH or not 1 < len(text) <= _LONGEST:
        return False
    if not has_capitals(text) and not is_known_name(text.strip(_BRACKETS)):
        return False
    return not (is_bar(block) or is_post_signature(text) or chrome_phrases().whole(text))


def _beside_date(blocks: Sequence[Block], index: int, first: int) -> bool:
    around = blocks[max(first, index - _BESIDE) : index + _BESIDE + 1]
    return any(other.time or _is_dated(other.text) for other in around)


def _is_dated(text: str) -> bool:
    """A short text with the number of a year."""
    if len(text) > 80:
        return False
    return any(len(word) == 4 and word.isdigit() for word in text.translate(_PUNCTUATION).split())


def _role(blocks: Sequence[Block], index: int) -> int | None:
    """The next line, if it tells a job: "Transport correspondent"."""
    below = next((block for block in blocks[index + 1 : index + 3] if block.text), None)
    return below.index if below is not None and is_role(below.text) else None


def _is_below_prefix(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line above is the opening of a byline, set apart: "Written by"."""
    above = next((block for block in reversed(blocks[max(0, index - 2) : index]) if block.text), None)
    return above is not None and split_prefix(above.text) == ("author", "")


def is_role(text: str) -> bool:
    """Whether a line tells a job, perhaps with a place: "Transport correspondent, Norholm".

    >>> is_role("Transport correspondent, Norholm"), is_role("The editor left.")
    (True, False)
    """
    if len(text) > _LONGEST_ROLE or text[-1:] in ".!?:" or any(map(str.isdigit, text)):
        return False
    return is_job(text.partition(",")[0])


def _people(names: list[str], line: str, blocks: Sequence[Block], headline: int, *, told: bool) -> list[str]:
    """Those of the names that are people's: up to the last that is known for one, or all where "and" joins them."""
    title = letters(blocks[headline].text)
    names = [name for name in names if letters(name) not in title]
    known = [told or is_known_name(name) or _is_told(name, blocks, headline) for name in names]
    if not any(known):
        return []
    joined = any(folded_word(word) in byline_words().conjunctions for word in line.split())
    return names if joined else names[: len(known) - known[::-1].index(True)]


def is_known_name(name: str) -> bool:
    """Whether a name has the shape of a person's: a given name or initials first, or a family name known as one.

    >>> is_known_name("Anna Roe"), is_known_name("J. K. Roe"), is_known_name("Elm Island")
    (True, True, False)
    """
    known = known_names()
    words = [word for word in name.split() if folded_word(word) not in known.titles]
    if len(words) < 2:
        return _is_japanese(name)
    first = words[0]
    if first.isupper() and len(first) > 1 and "." not in first and not name.isupper():
        return False  # an abbreviation: "SEO Trends"
    if any(folded_word(part) in known.given for part in (first, first.partition("-")[0])):
        return True
    if first.casefold() in known.family_first:
        return True
    if any(len(word) == 2 and word[0].isupper() and word[1] == "." for word in words[1:-1]):  # "Xena R. Roe"
        return True
    if len(words[-1]) > 2 and _INITIALS.fullmatch(" ".join(words[:-1])):
        return first not in known.not_initials
    return words[-1].casefold().endswith(known.family_ends) and not words[-1].isupper()


def _is_japanese(name: str) -> bool:
    """Whether a name without spaces opens with a family name of Japan: "佐藤美咲"."""
    if _UNSPACED.fullmatch(name) is None:
        return False
    return any(name.startswith(family) and 0 < len(name) - len(family) <= _GIVEN for family in known_names().japanese)


def _is_told(name: str, blocks: Sequence[Block], headline: int) -> bool:
    """Whether the page tells elsewhere that the name is a person's, and its prose does not speak of it."""
    below = blocks[headline + 1 :]
    if any(_speaks_of(name, block.text) for block in below):
        return False
    if any(block.media is not None and block.media.alt == name for block in below[:_BELOW]):
        return True  # a picture of the author
    family = letters(name.rpartition(" ")[2])
    for block in below:
        if name in block.text and _tells_job(name, block.text):
            return True
        for text, url in block.anchors:
            if text == name and is_profile(url):
                return True
    words = [word for block in below[:_BELOW] if "@" in block.text for word in block.text.split()]
    if len(family) >= _LEAST and any(family in letters(word) for word in words if "@" in word):
        return True
    return _is_singular(name, blocks)


def _is_singular(name: str, blocks: Sequence[Block]) -> bool:
    """Whether a long page has none of the name's words elsewhere: it speaks of its places, and its labels recur."""
    words = frozenset(map(folded_word, name.split()))
    if words & (known_names().ordinary | byline_words().job_vocabulary | sources().words["not_names"]):
        return False
    others = [folded_word(word) for block in blocks if name not in block.text for word in _WORD.findall(block.text)]
    return len(others) >= _TELLING and words.isdisjoint(others) and not any(map(chrome_phrases().whole, words))


def _speaks_of(name: str, text: str) -> bool:
    return len(text) > _PROSE and text.find(name) > 0


def _tells_job(name: str, text: str) -> bool:
    """Whether a text opens with the name and says what the person does: "Xena Roe is a reporter at …"."""
    if not text.startswith(name) or len(text) < len(name) + 10:
        return False
    return any(map(is_job, text[len(name) : _BIO].split()))
