"""Metadata of a story: what the page declares, weighed against what it shows. One file a field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lxml.etree import _Element

from newsclean.article import Author, Image, Moment, PageWarning, Video
from newsclean.blocks import Layout
from newsclean.labels import Label
from newsclean.metadata.access import Access, find_access
from newsclean.metadata.agency import find_agency
from newsclean.metadata.authors import find_authors
from newsclean.metadata.canonical import find_canonical
from newsclean.metadata.dateline import Dateline, split_dateline
from newsclean.metadata.dates import find_dates
from newsclean.metadata.deck import find_deck
from newsclean.metadata.declared import Declared, read_declared
from newsclean.metadata.found import Found
from newsclean.metadata.images import find_lead_image
from newsclean.metadata.json_ld import Node
from newsclean.metadata.kicker import find_kicker
from newsclean.metadata.labelled import Parts, by_label
from newsclean.metadata.language import find_language
from newsclean.metadata.publisher import find_publisher
from newsclean.metadata.section import find_section
from newsclean.metadata.sources import sources
from newsclean.metadata.state_fields import state_article
from newsclean.metadata.tags import find_tags
from newsclean.metadata.title import Headline, find_headline
from newsclean.metadata.videos import find_videos
from newsclean.mojibake import Mend, as_it_is

__all__ = ["Declared", "Found", "Headline", "Metadata", "completed", "find_headline", "read_declared", "resolve"]

_SAMPLE = 1_200  # characters of the story whose script is looked at
_FIRST = 8  # blocks of the story that the sample is taken from
_FROM_STATE = frozenset({"authors", "published", "modified", "section", "tags", "access"})
_OPENING = 3  # paragraphs that may hold the dateline


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata fields of an Article. `evidence` names the source of every field that has a value."""

    title: str | None = None
    deck: str | None = None
    kicker: str | None = None
    authors: tuple[Author, ...] = ()
    published: Moment | None = None
    modified: Moment | None = None
    dateline: str | None = None
    agency: str | None = None
    publisher: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    lead_image: Image | None = None
    videos: tuple[Video, ...] = ()
    access: Access = "unknown"
    truncated: bool = False
    evidence: dict[str, str] = field(default_factory=dict)
    warnings: tuple[PageWarning, ...] = ()


def resolve(
    declared: Declared,
    layout: Layout,
    labels: Sequence[Label] = (),
    headline: Headline | None = None,
    url: str | None = None,
) -> Metadata:
    """Every field, each from its best source.

    Args:
        declared: what the page says of itself.
        layout: the page as blocks.
        labels: one for each block.
        headline: what `find_headline` found.
        url: the page's own address, if known.
    """
    block = headline.block if headline else None
    title = headline.text if headline else None
    parts = by_label(layout, labels)
    story = _opening(parts)
    language = find_language(declared, " ".join(story)[:_SAMPLE] or title or "")
    end = parts[Label.MAIN][-1].index if Label.MAIN in parts else None
    dates = find_dates(declared, layout, block, url, language.value if language else None, end)
    dateline = next((found for text in story[:_OPENING] if (found := split_dateline(text))), None)
    canonical = find_canonical(declared, url)
    openness = find_access(declared, layout, parts, canonical.value if canonical else None)
    section = find_section(declared, layout, block, title)
    return _metadata(
        dates.warnings,
        title=Found(headline.text, headline.evidence) if headline else None,
        deck=find_deck(declared, layout, parts, block),
        kicker=find_kicker(layout, block, section.value if section else None),
        authors=find_authors(declared, layout, block, url, parts.get(Label.CREDIT, ())),
        published=dates.published,
        modified=dates.modified,
        dateline=_place(dateline),
        agency=find_agency(declared, layout, parts, block, dateline),
        publisher=find_publisher(declared, title),
        section=section,
        tags=find_tags(declared, parts),
        language=language,
        url=canonical,
        lead_image=find_lead_image(declared, parts, url),
        videos=find_videos(declared, parts, url, canonical.value if canonical else None),
        access=openness.access if openness.access.evidence else None,
        truncated=openness.cut if openness.cut.evidence else None,
    )


def completed(
    metadata: Metadata, declared: Declared, root: _Element, mend: Mend = as_it_is
) -> Metadata:
    """The metadata with what the state of a single-page application adds; looked at only where the page itself has no
    JSON-LD of its story and date or authors are missing. `mend` repairs the mojibake of one text.
    """
    if declared.articles or (metadata.published and metadata.authors):
        return metadata
    hidden = state_article(root, mend)
    if not hidden:
        return metadata
    node = Node(frozenset({"newsarticle"}), hidden, "")
    found = resolve(Declared(articles=(node,), meta=_names_of_site(declared)), Layout((), (), ()), url=metadata.url)
    added = [name for name, source in found.evidence.items() if source.startswith("json_ld") and name in _FROM_STATE]
    missing = [name for name in added if name not in metadata.evidence]
    evidence = {name: found.evidence[name].replace("json_ld", "state") for name in missing}
    return replace(metadata, **{name: getattr(found, name) for name in missing}, evidence=metadata.evidence | evidence)


def _names_of_site(declared: Declared) -> dict[str, tuple[str, ...]]:
    """Told apart from authors by `find_authors`."""
    return {name: declared.meta[name] for name in sources().meta["publisher"] if name in declared.meta}


def _metadata(warnings: tuple[PageWarning, ...], **fields: Found[Any] | None) -> Metadata:
    values = {name: found.value for name, found in fields.items() if found is not None}
    evidence = {name: found.evidence for name, found in fields.items() if found is not None}
    return Metadata(**values, evidence=evidence, warnings=warnings)


def _opening(parts: Parts) -> list[str]:
    """The first blocks of the story."""
    return [block.text for block in parts.get(Label.MAIN, ())[:_FIRST]]


def _place(dateline: Dateline | None) -> Found[str] | None:
    return Found(dateline.place, "visible:dateline") if dateline is not None and dateline.place else None
