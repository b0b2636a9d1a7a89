"""Whether the story goes on on another page: `<link rel="next">` to the address of this page, one page on.

Templates of blogs print the same link for the next story; its address differs in more than a number.
Source: HTML Living Standard, 4.6.7.12.1 Link type "next".
"""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from newsclean.addresses import absolute_url
from newsclean.metadata.sources import sources

_FORMAT = re.compile(r"\.(?:[sx]?html?|php|aspx?|jsp)\Z")


def goes_on(address: str | None, following: tuple[str, ...]) -> bool:
    """Whether one of the addresses that `rel="next"` gives is the page after `address`.

    >>> goes_on("https://elmpost.example/region/ferry", ("/region/ferry/2",))
    True
    >>> goes_on("https://elmpost.example/region/ferry", ("/region/bridge-opens",))
    False
    """
    if address is None or not following:
        return False
    own = _pages(address)
    return any(
        (stem, number - 1) in own
        for link in following
        if (next_one := absolute_url(link, address))
        for stem, number in _pages(next_one)
    )


def _pages(address: str) -> set[tuple[str, int]]:
    """What an address may be the page of, with the page's number: itself, the first; and what its number leaves."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return set()
    names = sources().words["page_parameters"]
    asked = parse_qsl(parts.query)
    rest = urlencode([(name, value) for name, value in asked if name.lower() not in names])
    path = _FORMAT.sub("", parts.path.rstrip("/"))
    found = {(f"{parts.hostname}{path}?{rest}", 1)}
    for name, value in asked:
        if name.lower() in names and value.isdecimal() and len(value) < 3:
            return {(f"{parts.hostname}{path}?{rest}", int(value))}
    if numbered := _numbered().fullmatch(path):
        found.add((f"{parts.hostname}{numbered[1]}?{rest}", int(numbered[2])))
    return found


@cache
def _numbered() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(sources().words["page_names"])))
    return re.compile(rf"(.*?)[/_,-](?:(?:{names})[/_,-]?)?(\d{{1,2}})")
