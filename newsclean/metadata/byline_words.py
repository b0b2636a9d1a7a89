"""The words around the names in a byline, of all languages at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from newsclean.folding import folded_word
from newsclean.metadata.sources import sources
from newsclean.vocabulary import agencies, fold, languages

_HEAD = 200  # characters that the prefix and the first name need
_LONGEST_PREFIX = 6  # words
_LONGEST_GLUED = 8  # characters of a prefix in a script without spaces
_REPORTER_WITHIN = 12  # characters before which the paper's own word "reporter" ends: "新华社记者"
_MARKS = (":", "：", "=", "＝", "/", "／", "｜", "|")
_MARK = re.compile(f"[{''.join(_MARKS)}]")
_BETWEEN_SOURCES = re.compile(r"\s*[/|,&]\s*|\s+[-–—]\s+")
_MARKED = 40  # characters within which such a mark ends a prefix


class BylineWords(NamedTuple):
    """Folded phrases. `roles` maps a phrase before a name to the role of the named."""

    roles: dict[str, str]
    widths: dict[str, tuple[int, ...]]  # first word of a phrase in `roles` to the numbers of words, largest first
    conjunctions: frozenset[str]
    staff: frozenset[str]
    jobs: frozenset[str]
    job_words: frozenset[str]  # single words that alone name a job
    job_vocabulary: frozenset[str]  # every word of a phrase that names a job: "senior", "political"
    dates: frozenset[str]  # months, weekdays, "published", "updated"
    months: frozenset[str]  # those of `dates` that are a month and nothing else


@cache
def byline_words() -> BylineWords:
    """The words, gathered once from the language files."""
    roles: dict[str, str] = {}
    for language in languages().values():
        roles.update(dict.fromkeys(language.byline.prefixes, "author"))
    for language in languages().values():
        for role, phrases in language.byline.roles.items():
            roles.update(dict.fromkeys(phrases, role))
    bylines = [language.byline for language in languages().values()]
    dates = [language.dates for language in languages().values()]
    jobs = frozenset(job for byline in bylines for job in byline.jobs)
    labels = frozenset(word for table in dates for word in (*table.weekdays, *table.published, *table.modified))
    months = frozenset(name for table in dates for month in table.months for name in month)
    return BylineWords(
        roles=roles,
        widths=_widths(roles),
        conjunctions=frozenset(word for byline in bylines for word in byline.conjunctions),
        staff=frozenset(word for byline in bylines for word in byline.staff) | sources().words["placeholders"],
        jobs=jobs,
        job_words=frozenset(job for job in jobs if " " not in job and len(job) > 3),
        job_vocabulary=frozenset(word for job in jobs for word in job.split()),
        dates=labels | months,
        months=months - labels,
    )


def _widths(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    widths: dict[str, set[int]] = {}
    for phrase in phrases:
        widths.setdefault(phrase.partition(" ")[0], set()).add(phrase.count(" ") + 1)
    return {word: tuple(sorted(counts, reverse=True)) for word, counts in widths.items()}


def split_prefix(text: str) -> tuple[str | None, str]:
    """The role that the words before the names give, None without such words; and the text after them.

    >>> split_prefix("Photos by Jane Roe")
    ('photographer', 'Jane Roe')
    >>> split_prefix("Jane Roe")
    (None, 'Jane Roe')
    """
    role, rest = _one_prefix(text)
    if role is not None:
        # "Photos and story by": the last phrase stands at the name
        conjunction, _, after = rest.partition(" ")
        again = _one_prefix(after if fold(conjunction) in byline_words().conjunctions else rest)
        if again[0] is not None and again[1]:
            return again
    return role, rest


def _one_prefix(text: str) -> tuple[str | None, str]:
    known = byline_words()
    first = text[:_HEAD].split(None, 1)[:1]
    widths = known.widths.get(folded_word(first[0]), ()) if first else ()
    tokens = text[:_HEAD].split(None, _LONGEST_PREFIX)[:_LONGEST_PREFIX] if widths else []
    for count in widths:
        phrase = " ".join(map(folded_word, tokens[:count]))
        if count <= len(tokens) and phrase in known.roles:
            rest = text.split(None, count)
            return known.roles[phrase], rest[count].lstrip(" :：=＝-–—/|,") if len(rest) > count else ""
    head = text[:_MARKED]
    for mark in _MARKS if _MARK.search(head) else ():
        if mark in head:
            before, _, after = head.partition(mark)
            if fold(before) in known.roles:
                return known.roles[fold(before)], (after + text[_MARKED:]).strip()
    if text[:1] > "\u2e80":
        name = _after_reporter(text)
        if name:
            return "author", name
    if text[:1] > "\u0e00":
        for count in range(min(_LONGEST_GLUED, len(text)), 1, -1):
            phrase = fold(text[:count])
            if phrase in known.roles and len(phrase) == count:
                return known.roles[phrase], text[count:].lstrip(" :：-–—/／|｜,・＝=")
    before, middle_dot, after = head.partition("・")
    if middle_dot and fold(before) in known.roles:  # "文・佐藤美咲"
        return known.roles[fold(before)], (after + text[_MARKED:]).strip()
    return None, text


def _after_reporter(text: str) -> str:
    """What follows the word "reporter", where it opens the text or ends the first word: "新华社记者王小明"."""
    for word in sources().words["reporters"]:
        at = text.find(word, 0, _REPORTER_WITHIN)
        if at == 0 or (at > 0 and text[:at].isalpha()):
            return text[at + len(word) :].lstrip(" :：")
    return ""


def starts_with_prefix(text: str) -> bool:
    """Whether the first word of a text may open a phrase before names: a quick look before `split_prefix`."""
    head = text[:_MARKED]
    return folded_word(head.split(None, 1)[0]) in byline_words().widths or _MARK.search(head) is not None


def opens_with_preposition(text: str) -> bool:
    """Whether the word before the name can be nothing but "by": "text" and "author" stand before other words, too."""
    return folded_word(text.split(None, 1)[0]) in sources().words["before_names"]


def parted(text: str) -> list[str]:
    """The parts of a text on either side of each "and".

    >>> parted("Port Aster and Norholm"), parted("John E Roe")
    (['Port Aster', 'Norholm'], ['John E Roe'])
    """
    parts: list[list[str]] = [[]]
    words = text.split()
    for place, word in enumerate(words):
        joins = 0 < place < len(words) - 1 and word.isalpha() and word == word.lower()
        if joins and folded_word(word) in byline_words().conjunctions:
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts]


def agencies_alone(text: str) -> list[str]:
    """The agencies of a text that names nothing else, in order; empty for any other text.

    >>> agencies_alone("ТАСС - ТАСС"), agencies_alone("Reuters, Oslo")
    (['ТАСС', 'ТАСС'], [])
    """
    named = [part for part in _BETWEEN_SOURCES.split(text) if part]
    return named if all(map(is_agency, named)) else []


def is_agency(text: str) -> bool:
    """Whether the text is the name of a news agency."""
    return fold(text) in agencies()
