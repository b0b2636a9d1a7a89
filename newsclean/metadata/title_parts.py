"""A declared title cut at the separators that set off the site's name and section."""

from __future__ import annotations

import re

from newsclean.folding import letters
from newsclean.metadata.site_name import SiteName

# Marks with spaces around them, or such as no headline holds: "Rain | The Daily", "雨｜新聞", "비ㅣ신문", "雨-新聞".
_SEPARATOR = re.compile(
    r"\s+[-–—―|·•»«›‹:/~_+*<>]+\s+|\s*[|｜¦‖ㅣ│]+\s*|\s*[：＿]\s*|\s+:\s*|\s*::\s*|:\s+|\s*[-–—]\s+|\s+[-–—]\s*"
    r"|(?<=[\u2e80-\ud7af\uff01-\uff1f])[-_](?=\S)"
)
_MOST_PARTS = 8


def title_variants(title: str) -> tuple[str, ...]:
    """The title and what is left of it when parts are cut off at either end, longest first.

    >>> title_variants("Rain stops play | Sport | The Daily Example")
    ('Rain stops play | Sport | The Daily Example', 'Sport | The Daily Example', 'Rain stops play | Sport', ...
    """
    cuts = list(_SEPARATOR.finditer(title[:1000]))[-_MOST_PARTS:]
    variants = [title]
    for cut in cuts:
        variants += (title[: cut.start()].strip(), title[cut.end() :].strip())
    if len(cuts) > 1:
        variants += [title[a.end() : b.start()].strip() for a in cuts for b in cuts if a.end() < b.start()]
    return tuple(dict.fromkeys(sorted(filter(None, variants), key=len, reverse=True)))


def without_site(title: str, site: SiteName) -> str:
    """The title without the site's name at its end or start. A title that is nothing else stays."""
    while True:
        cuts = list(_SEPARATOR.finditer(title[:1000]))
        if not cuts:
            return title
        # the widest name first: "Example - News - Example.org" may be cut at either hyphen
        shorter = next((title[: cut.start()].strip() for cut in cuts if site.names_site(title[cut.end() :])), None)
        if not shorter:
            shorter = next((title[cut.end() :].strip() for cut in cuts if site.names_site(title[: cut.start()])), None)
        if not shorter:
            return title
        title = shorter


def beside_headline(title: str, headline: str) -> str | None:
    """The part of a document's title that is farthest from the headline, which opens or ends it: the site's name.

    >>> beside_headline("Rain stops play | Sport | The Daily Example", "Rain stops play")
    'The Daily Example'
    """
    bare = letters(headline)
    cuts = list(_SEPARATOR.finditer(title[:1000]))
    if not bare or not cuts:
        return None
    if any(letters(title[: cut.start()]) == bare for cut in cuts):
        return title[cuts[-1].end() :].strip() or None
    if any(letters(title[cut.end() :]) == bare for cut in cuts):
        return title[: cuts[0].start()].strip() or None
    return None
