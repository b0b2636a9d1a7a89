"""The news agency that the story came from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.blocks import Layout
from newsclean.labels import Label
from newsclean.metadata.byline_words import parted, split_prefix
from newsclean.metadata.credits import names_picture
from newsclean.metadata.dateline import Dateline
from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found
from newsclean.metadata.json_ld import as_texts
from newsclean.metadata.labelled import NO_PARTS, Parts
from newsclean.vocabulary import agencies, fold

_APART = re.compile(r"[/,;|·•+&()（）\[\]]")
_LONGEST_NAME = 40  # characters
_LONGEST = 120  # characters of a line that names an agency
_AROUND = 8  # blocks below the headline, and at the end of the story


def find_agency(
    declared: Declared,
    layout: Layout,
    parts: Parts = NO_PARTS,
    headline: int | None = None,
    dateline: Dateline | None = None,
) -> Found[str] | None:
    """The agency of the dateline, of the declared authors, of the byline, or of a credit at the story's end.

    Whose a picture is says nothing about the story: captions do not count.
    """
    if dateline is not None and dateline.agency:
        return Found(dateline.agency, "visible:dateline")
    for text, evidence in _lines(declared, layout, parts, headline):
        name = _named(text)
        if name:
            return Found(name, evidence)
    return None


def _lines(
    declared: Declared, layout: Layout, parts: Parts, headline: int | None
) -> Iterator[tuple[str, str]]:
    for key in ("author", "creator", "sourceOrganization", "contributor"):
        for value in declared.from_articles(key):
            for text in as_texts([declared.referred(item) for item in (value if isinstance(value, list) else [value])]):
                yield text, f"json_ld:{key}"
    for name, text in declared.from_meta("authors"):
        yield text, f"meta:{name}"
    if headline is not None:
        captions = {block.index for block in parts.get(Label.CAPTION, ())}
        for block in layout.blocks[headline + 1 : headline + 1 + _AROUND]:
            if len(block.text) > _LONGEST or block.index in captions:
                continue
            role, names = split_prefix(block.text)
            if role != "photographer" and (role or not names_picture(block.text)):
                yield names, "visible:byline"
    for block in parts.get(Label.CREDIT, ()):
        yield block.text, "visible:credit"


def _named(line: str) -> str | None:
    """The first agency among the names of a short line."""
    if len(line) > _LONGEST:
        return None
    known = agencies()
    names = (name for piece in _APART.split(line) for name in parted(piece) if 1 < len(name) <= _LONGEST_NAME)
    return next((known[folded] for name in names if (folded := fold(name)) in known), None)
