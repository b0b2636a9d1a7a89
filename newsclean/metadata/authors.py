"""Who wrote the story: one person each, or the organisation where the page names no person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from newsclean.addresses import absolute_url, base_of
from newsclean.article import Author
from newsclean.blocks import Block, Layout
from newsclean.folding import letters
from newsclean.metadata.bare_names import signature
from newsclean.metadata.byline import people_at_headline, people_elsewhere, visible_organisation
from newsclean.metadata.byline_block import Named
from newsclean.metadata.byline_words import is_agency, split_prefix
from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found
from newsclean.metadata.json_ld import as_texts
from newsclean.metadata.person_names import is_job, is_name_of_group, is_person, is_placeholder, is_suffix, people_in
from newsclean.metadata.site_name import SiteName, site_name
from newsclean.metadata.sources import sources
from newsclean.metadata.wording import one_line

_ELSEWHERE = "visible:name"
_MOST = 30
_LONGEST = 100  # characters of a name


def find_authors(
    declared: Declared,
    layout: Layout,
    headline: int | None = None,
    url: str | None = None,
    credits: Sequence[Block] = (),
) -> Found[tuple[Author, ...]] | None:
    """The authors in the order of the first source that names a person, or None where nobody is named.

    Sources in order: JSON-LD, meta, microdata, the visible byline. An organisation counts only where no source names a
    person; "Staff", "Admin" and the like never do. Links with rel=author are no source of their own: measured, three in
    four that no byline holds name somebody else. `headline` is the index of the block that shows the headline, `url`
    the page's address, for relative links, `credits` the credit lines of the story: one may be a name that signs it.
    """
    site = site_name(declared, url)
    organisations: Found[list[Named]] | None = None
    for source in _sources(declared, layout, headline, site, credits):
        if source.evidence == _ELSEWHERE and organisations and is_person(organisations.value[0].name):
            break  # somebody's own site, named for them
        named = [person for person in source.value if not is_placeholder(person.name)]
        people = [person for person in named if not _is_organisation(person.name, site)]
        if people:
            return _authors(people, source.evidence, declared, url)
        if named and organisations is None:
            organisations = Found(named, source.evidence)
    return _authors(organisations.value, organisations.evidence, declared, url) if organisations else None


def _authors(people: list[Named], evidence: str, declared: Declared, url: str | None) -> Found[tuple[Author, ...]]:
    unique: dict[str, Named] = {}
    for person in people:
        unique.setdefault(letters(person.name), person)
    base = base_of(declared.base, url)
    authors = [
        Author(name=name, url=absolute_url(link, base), role=role)  # type: ignore[arg-type]
        for name, link, role in unique.values()
    ]
    return Found(tuple(authors[:_MOST]), evidence)


def _is_organisation(name: str, site: SiteName) -> bool:
    return is_agency(name) or is_job(name) or is_name_of_group(name) or site.names_site(name)


def _sources(
    declared: Declared, layout: Layout, headline: int | None, site: SiteName, credits: Sequence[Block]
) -> Iterator[Found[list[Named]]]:
    yield Found(_from_json_ld(declared, site), "json_ld:author")
    for name in sources().meta["authors"]:
        texts = declared.meta.get(name, ())
        if texts:
            yield Found([named for text in texts for named in _from_meta(name, text, site)], f"meta:{name}")
    yield Found(_from_microdata(declared, site), "microdata:author")
    people = people_at_headline(layout, headline, site)
    yield Found(people, "visible:byline")
    if not people:
        yield Found(people_elsewhere(layout, headline, site), _ELSEWHERE)
        yield Found([Named(name) for block in credits for name in signature(block.text, site)], _ELSEWHERE)
    organisation = visible_organisation(layout, headline)
    if organisation:
        yield Found([Named(organisation)], "visible:byline")


def _from_json_ld(declared: Declared, site: SiteName) -> list[Named]:
    for key in ("author", "creator"):
        found: list[Named] = []
        for value in declared.from_articles(key):
            for item in (value if isinstance(value, list) else [value])[:_MOST]:
                found += _json_ld_person(declared.referred(item), site)
        if found:
            return found
    return []


def _json_ld_person(item: Any, site: SiteName) -> list[Named]:
    link = None
    if isinstance(item, dict):
        addresses = [text for key in ("url", "sameAs") for text in as_texts(item.get(key))]
        link = next((text for text in addresses if text.startswith(("http", "/"))), None)
    return [named for text in as_texts(item) for named in _declared_names(text, site, link)]


def _from_meta(name: str, text: str, site: SiteName) -> list[Named]:
    """The Highwire names of scholarly pages are "Surname, Given name", one an element."""
    if name == "citation_author" and text.count(",") == 1:
        surname, given = text.split(",")
        return [Named(f"{given.strip()} {surname.strip()}")]
    return _declared_names(text, site)


def _declared_names(text: str, site: SiteName, link: str | None = None) -> list[Named]:
    """The names in a declared value. It is cut only where every part is a full name: "Joe Schmo, Jr." is one person."""
    role, rest = split_prefix(one_line(text))
    if rest.count(".") > 2 and " " not in rest and "@" not in rest:
        return []  # "page.head.extra.author": a template's key, printed where the value is missing
    if not any(map(str.isalpha, rest)) or "://" in rest or rest[0] in "@/,|(" or len(rest) > 10 * _LONGEST:
        return []
    role = role or "author"
    people = people_in(rest, site)
    if people and not _ends_in_suffix(rest):
        return [Named(name, link if len(people) == 1 else None, own or role) for name, own in people.items()]
    return [Named(rest, link, role)] if len(rest) <= _LONGEST else []


def _ends_in_suffix(text: str) -> bool:
    parts = text.split(",")
    return len(parts) > 1 and all(is_suffix(part) for part in parts[1:])


def _from_microdata(declared: Declared, site: SiteName) -> list[Named]:
    named = [item for item in declared.microdata if item.path in ("author.name", "creator.name")]
    plain = [item for item in declared.microdata if item.path in ("author", "creator")]
    values = named or plain
    return [found for item in values if item.item == values[0].item for found in _declared_names(item.value, site)]
