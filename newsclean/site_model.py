"""What a site repeats on page after page: counted once, it tells chrome that no word, class or tag gives away."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from math import ceil
from typing import Any, Final, Self

from newsclean.arguments import checked_url
from newsclean.article import Article
from newsclean.blocks import Scope
from newsclean.errors import BrokenModel, FrozenModel, WrongInput
from newsclean.labelling import certainties, label
from newsclean.labels import Label
from newsclean.limits import Limits
from newsclean.mojibake import repair
from newsclean.options import Options
from newsclean.reading import Reading, read
from newsclean.responses import delivered
from newsclean.scoring import score
from newsclean.site_links import forms_of_page, link_forms
from newsclean.site_sketch import Sketch

FORMAT: Final = 1  # of the JSON
WIDTH: Final = 1 << 16  # cells a row of the sketch: one megabyte in all
WIDEST: Final = 1 << 24
SHARE: Final = 0.25  # of the pages: a line or link that stands on so many is the site's
PROSE_SHARE: Final = 0.4  # the same of a paragraph: a sentence may be quoted in story after story
LEAST, LEAST_PROSE = 2, 3  # pages, however few there are
LOST: Final = 0.8  # of a story: if so much of it repeats, the page was counted more than once
PATH_PAGES: Final = 3  # pages that show a path before it says anything
_DIGITS = re.compile(r"\d+")
_BULLETS = " •◦▪*·-–—"
_TITLE_PARTS = re.compile(r"\s+[|\-–—·»:]\s+|\s*[|｜]\s*")


class SiteModel:
    """What the pages of one site have in common, counted in bounded memory.

    Args:
        width: cells a row of the counts; the model takes 16 bytes a cell, whatever it is fed.

    >>> model = SiteModel()
    >>> for day in ("Monday", "Tuesday", "Wednesday"):
    ...     model.add_text(f"Boats sailed on {day}.\\nThe pier is open to all\\nEnd of {day}")
    >>> frozen = model.freeze()
    >>> frozen.pages, frozen.repeats("The pier is open to all"), frozen.repeats("Boats sailed on Monday.")
    (3, True, False)
    """

    def __init__(self, *, width: int = WIDTH) -> None:
        if type(width) is not int or not 1 <= width <= WIDEST:
            raise WrongInput(f"width is a count of cells, from 1 to {WIDEST}, not {width!r}")
        self._pages = 0
        self._sketch = Sketch(width)
        self._frozen = False

    @property
    def pages(self) -> int:
        """How many pages were counted."""
        return self._pages

    @property
    def frozen(self) -> bool:
        """Whether the model takes no more pages, and can be given to `extract` and `clean_text`."""
        return self._frozen

    # --- counting ------------------------------------------------------------------------------------------

    def add(self, page: str | bytes | Article | Any, *, url: str | None = None) -> None:
        """Count a page of the site: HTML or a response as `extract` takes them, or an Article.

        What a page shows twice counts once.

        Args:
            page: the page. An Article does not tell in which elements its story stands, nor what that links to.
            url: where it came from, by which `/sport` and `https://news.example/sport` are one link.

        Raises:
            FrozenModel: the model is frozen.
            WrongInput: `page` is of another type, or `url` no str.
        """
        self.add_keys(_of_article(page, url) if isinstance(page, Article) else keys_of_page(page, url=url))

    def add_text(self, text: str) -> None:
        """Count a page that somebody flattened to text.

        Raises:
            FrozenModel: the model is frozen.
            WrongInput: `text` is no str.
        """
        self.add_keys(keys_of_text(text))

    def add_keys(self, keys: Iterable[str]) -> None:
        """Count a page by what `keys_of_page` or `keys_of_text` gave for it, maybe in another process.

        Raises:
            FrozenModel: the model is frozen.
            WrongInput: `keys` is something else.
        """
        if self._frozen:
            raise FrozenModel("this SiteModel is frozen; start another one and merge the two with |")
        once = set(keys) if isinstance(keys, Iterable) else set()
        if not isinstance(keys, Iterable) or isinstance(keys, str) or not all(isinstance(key, str) for key in once):
            raise WrongInput(f"add_keys takes what keys_of_page or keys_of_text gave, not {type(keys).__name__}")
        self._sketch.add(once)
        self._pages += 1

    def freeze(self) -> SiteModel:
        """A copy that takes no more pages."""
        copy = SiteModel.__new__(SiteModel)
        copy._pages, copy._sketch, copy._frozen = self._pages, self._sketch.copy(), True
        return copy

    def __or__(self, other: SiteModel) -> SiteModel:
        """The model of all pages of both. The order of merging changes nothing; both must have one width."""
        if not isinstance(other, SiteModel):
            return NotImplemented
        if self._sketch.width != other._sketch.width:
            raise WrongInput("two SiteModels of different width cannot be merged")
        merged = SiteModel.__new__(SiteModel)
        merged._pages, merged._sketch = self._pages + other._pages, self._sketch | other._sketch
        merged._frozen = self._frozen and other._frozen
        return merged

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SiteModel) and (self._pages, self._sketch) == (other._pages, other._sketch)

    def __hash__(self) -> int:
        return hash((self._pages, self._sketch))

    # --- asking --------------------------------------------------------------------------------------------

    def repeats(self, text: str, *, prose: bool = False) -> bool:
        """Whether a text, or each of its lines, stands on so many pages that it is the site's.

        `prose`: it reads like a paragraph.
        """
        keys, enough = _text_keys(text), self._enough(prose)
        return bool(keys) and all(self._sketch.count(key) >= enough for key in keys)

    def links_everywhere(self, url: str) -> bool:
        """Whether so many pages link to an address, written so, that the link is the site's."""
        return self._sketch.count(f"l:{url}") >= self._enough(prose=False)

    def story_share(self, scope: Scope) -> float | None:
        """Of the pages that show text where `scope` is, the share whose story stands there; None if too few do."""
        path = _path(scope)
        shown = self._sketch.count(f"p:{path}")
        return self._sketch.count(f"s:{path}") / shown if shown >= PATH_PAGES else None

    def title_without_site(self, title: str) -> tuple[str, str | None]:
        """A title without the site's name, and the name; the title as it is where it has none."""
        parts = _title_parts(title)
        if len(parts) > 1:
            for name, rest in ((parts[-1], title[: title.rfind(parts[-1])]), (parts[0], title[len(parts[0]) :])):
                if self._sketch.count(f"n:{name.casefold()}") >= max(LEAST, ceil(self._pages / 2)):
                    return rest.strip(" |-–—·»:｜"), name
        return title, None

    def _enough(self, prose: bool) -> int:
        if prose:
            return max(LEAST_PROSE, ceil(PROSE_SHARE * self._pages))
        return max(LEAST, ceil(SHARE * self._pages))

    # --- files ---------------------------------------------------------------------------------------------

    def to_json(self) -> str:
        """The model as JSON. `from_json` gives a frozen model of the same counts."""
        table = {"format": FORMAT, "pages": self._pages, "width": self._sketch.width, "cells": self._sketch.dumped()}
        return json.dumps(table)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read what `to_json` wrote.

        Raises:
            BrokenModel: it is damaged, or of another version of the format.
        """
        try:
            table = json.loads(text)
            found, pages, width, cells = (table[key] for key in ("format", "pages", "width", "cells"))
        except (ValueError, TypeError, KeyError) as error:
            raise BrokenModel(f"no SiteModel, or a damaged one: {error!r}. Copy the file again") from None
        if found != FORMAT:
            raise BrokenModel(f"this SiteModel has format {found!r}, this newsclean reads {FORMAT}: fit it anew")
        if not (isinstance(pages, int) and pages >= 0 and isinstance(width, int) and 0 < width <= WIDEST):
            raise BrokenModel(f"a damaged SiteModel: {pages!r} pages, width {width!r}. Copy the file again")
        try:
            sketch = Sketch.loaded(width, cells)
        except (ValueError, TypeError) as error:
            raise BrokenModel(f"a damaged SiteModel: {error}. Copy the file again, or fit it anew") from None
        model = cls.__new__(cls)
        model._pages, model._sketch, model._frozen = pages, sketch, True
        return model


def text_key(text: str) -> str:
    """A line as it is counted: case, spaces, a bullet and the values of numbers do not matter."""
    return f"t:{_DIGITS.sub('0', ' '.join(text.split()).casefold()).strip(_BULLETS)}"


def keys_of_text(text: str, options: Options | None = None) -> frozenset[str]:
    """What a page that somebody flattened to text shows, as a SiteModel counts it."""
    if not isinstance(text, str):
        raise WrongInput(f"a flattened page is a str, not {type(text).__name__}")
    mended = repair(text).text if (options or Options()).repair else text
    return frozenset(_text_keys(mended))


def keys_of_page(
    page: str | bytes | Any,
    content_type: str | None = None,
    options: Options | None = None,
    *,
    url: str | None = None,
) -> frozenset[str]:
    """What a page shows, as a SiteModel counts it: lines, links, paths, and those where the story stands."""
    chosen = options or Options()
    limits = Limits.of(chosen)
    page, url, content_type = delivered(page, url, content_type)
    address, _ = checked_url(url)
    reading = read(page, content_type, repair=chosen.repair, limits=limits)
    return frozenset(_of_reading(reading, address, limits, chosen.mode))


def _of_article(article: Article, url: str | None) -> Iterator[str]:
    for part in (*article.blocks, *article.chrome):
        yield from _text_keys(part.text)
    forms = link_forms(None, url or article.url)
    for link in (link for part in article.chrome for link in part.links):
        yield from (f"l:{form}" for form in forms(link.url))
    yield from _name_keys(article.title, article.publisher)


def _of_reading(reading: Reading, url: str | None, limits: Limits, mode: str) -> Iterator[str]:
    forms = forms_of_page(reading.declared, url)
    parts_of_page = reading.layout, reading.measures, reading.clues
    known = certainties(*parts_of_page)
    verdicts = label(known, score(*parts_of_page, settled=known.verdicts, limits=limits), mode).verdicts
    for block, verdict in zip(reading.layout.blocks, verdicts, strict=True):
        if not block.text:
            continue
        yield from _text_keys(block.text)
        yield f"p:{_path(block.scope)}"
        if verdict.label in (Label.MAIN, Label.DECK):
            yield f"s:{_path(block.scope)}"
        for anchor in block.anchors:
            yield from (f"l:{form}" for form in forms(anchor.url))
    yield from _name_keys(reading.declared.title)


def _text_keys(text: str) -> list[str]:
    return [text_key(line) for line in text.splitlines() if line.strip()]


def _name_keys(*titles: str | None) -> Iterator[str]:
    """What may be the site's name: the first and the last part of a title."""
    for parts in (_title_parts(title) for title in titles if title):
        yield from (f"n:{name.casefold()}" for name in (*parts[:1], *parts[-1:]))


def _title_parts(title: str) -> list[str]:
    return [part for part in _TITLE_PARTS.split(title) if part.strip()]


def _path(scope: Scope) -> str:
    """The template that made a scope: its element and the two around it, with their classes."""
    found = [scope.signature]
    while scope.parent is not None and len(found) < 3:
        scope = scope.parent
        found.append(scope.signature)
    return ">".join(found)
