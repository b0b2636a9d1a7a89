"""The story in the data of a single-page application whose visible page does not hold it.

Three shapes are known: a list of elements (see `state_elements`), one string of HTML, one long string of text. Of
several the one in an object with the page's own headline wins, then one under a key for stories, then the longest. What
lies under a key such as "related", or beside many objects of its kind, is another story.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lxml.etree import _Element

from newsclean.folding import letters
from newsclean.metadata.state_elements import Entities, elements, resolved
from newsclean.metadata.state_flight import flight_rows
from newsclean.metadata.state_json import json_of
from newsclean.metadata.state_scripts import state_values
from newsclean.metadata.state_words import body_keys, foreign_keys, state_words
from newsclean.metadata.story_body import BodyPart, body_paragraphs
from newsclean.metadata.wording import plain
from newsclean.mojibake import Mend, as_it_is
from newsclean.vocabulary import chrome_phrases

_LEAST = 250  # characters of a story, letters of scripts without spaces counted twice
_LEAST_UNTITLED = 700  # of one that no headline tells to be the page's own
_LONG = 80  # characters of a paragraph that is prose
_LONG_STRING = 400  # characters of a plain string that is a story
_VALUES = 400_000  # values looked at in one page
_SIMILAR = 4  # objects with headlines side by side that make a list of stories
_SHORTEST_TITLE = 10  # letters of a headline that is looked for inside another
_DECK = (20, 600)  # characters
_HOLDERS = (dict, list)
_READ = (*_HOLDERS, str)


class _Place(NamedTuple):
    """Where in the state a value lies."""

    owned: int = 1  # 2: under the page's own headline; 1: under none; 0: under another
    body: bool = False  # under a key for stories
    titled: Mapping[str, Any] | None = None  # the object with that headline


class _Story(NamedTuple):
    place: _Place
    size: int
    parts: tuple[BodyPart, ...]
    source: Any  # the list or text that the parts were read from
    entities: Entities

    def rank(self) -> tuple[int, bool, int]:
        return self.place.owned, self.place.body, self.size


def state_story(root: _Element, mend: Mend = as_it_is) -> tuple[BodyPart, ...] | None:
    """The parts of the story in the page's state, its deck first, or None. Costs nothing to a page that does not ask.

    `mend` repairs the mojibake of one text, and is given none but those of the story.

    >>> from lxml.html import document_fromstring
    >>> prose = "The harbour froze in the night, and the ferries stayed at the pier until the sun had come. " * 2
    >>> state = '{"headline": "Harbour frozen", "body": "<p>%s</p><p>%s</p>"}' % (prose, prose)
    >>> page = f'<title>Harbour frozen</title><script type="application/json">{state:<1100}</script>'
    >>> [part.kind for part in state_story(document_fromstring(page))]
    ['paragraph', 'paragraph']
    """
    titles = _titles(root)
    best: _Story | None = None
    for value, entities in _values(root):
        for story in _stories(value, entities, titles):
            if best is None or _is_better(story, best):
                best = story
    return _with_deck(_mended(best, mend), mend) if best else None


def _is_better(story: _Story, best: _Story) -> bool:
    """Of two copies of one story the one whose paragraphs are kept apart; else the higher rank."""
    if abs(story.size - best.size) * 10 < best.size and _opening(story) == _opening(best):
        return (len(story.parts), story.place.owned) > (len(best.parts), best.place.owned)
    return story.rank() > best.rank()


def _mended(story: _Story, mend: Mend) -> _Story:
    """The story read again, its texts repaired before their spaces are folded, which are part of some mojibake."""
    if isinstance(story.source, str):
        return story._replace(parts=body_paragraphs(mend(story.source)))
    return story._replace(parts=elements(story.source, story.entities, mend))


def _opening(story: _Story) -> str:
    return letters(story.parts[0].text[:_LONG])


def _values(root: _Element) -> Iterator[tuple[Any, Entities]]:
    """Every value of the state, and what references in it refer to."""
    for value in state_values(root):
        yield value, _apollo(value)
    rows = flight_rows(root)
    for row in rows.values():
        yield row, rows


def _apollo(value: Any) -> Entities:
    """The entities of Apollo's cache stand at the top, or under a key of Next.js."""
    found: dict[str, Any] = {}
    waiting = [(value, 4)]
    while waiting:
        value, depth = waiting.pop()
        if not isinstance(value, dict):
            continue
        if "ROOT_QUERY" in value:
            found.update(value)
        elif depth and len(value) < 200:
            waiting.extend((inner, depth - 1) for inner in value.values())
    return found


def _titles(root: _Element) -> frozenset[str]:
    """Letters of the page's titles."""
    texts = [
        element.get("content") or ""
        for element in root.iter("meta")
        if element.get("property") == "og:title" or element.get("name") in ("twitter:title", "title")
    ]
    shown = [element for element in root.iter("title") if _is_in_head(element)][:1]
    headings = list(root.iter("h1"))
    if len(headings) == 1:  # several are the headlines of several stories
        shown += headings
    texts += ["".join(map(str, element.itertext())) for element in shown]
    return frozenset(letters(plain(text)) for text in texts) - {""}


def _is_in_head(element: _Element) -> bool:
    """The `<title>` of an inline SVG names an icon."""
    parent = element.getparent()
    return parent is None or parent.tag != "svg"


def _stories(top: Any, entities: Entities, titles: frozenset[str]) -> Iterator[_Story]:
    """Every story in a value. The walk is iterative, since payloads nest deeper than Python's stack."""
    waiting: list[tuple[Any, _Place]] = [(top, _Place())]
    met: set[tuple[int, int, bool]] = set()
    while waiting and len(met) < _VALUES:
        value, place = waiting.pop()
        value = resolved(value, entities)
        if isinstance(value, _HOLDERS):
            mark = (id(value), place.owned, place.body)
            if mark in met:
                continue
            met.add(mark)
        if isinstance(value, dict):
            waiting.extend(_below(value, _entered(value, place, titles)))
        elif isinstance(value, list):
            story = _from_list(value, place, entities)
            if story:
                yield story
            else:
                inner = place._replace(owned=min(place.owned, 0 if _is_many(value) else 2))
                waiting.extend((item, inner) for item in value)
        elif isinstance(value, str):
            parsed = _parsed(value)
            if parsed is not None:
                waiting.append((parsed, place))
            elif story := _from_text(value, place, entities):
                yield story


def own_objects(root: _Element) -> Iterator[tuple[Mapping[str, Any], Entities]]:
    """Every object of the state with the page's own headline, and what references in it refer to."""
    titles, foreign, place = _titles(root), foreign_keys(), _Place()
    for top, entities in _values(root):
        waiting, met = [top], set[int]()
        while waiting and len(met) < _VALUES:
            value = resolved(waiting.pop(), entities)
            if not isinstance(value, _HOLDERS) or id(value) in met:
                continue
            met.add(id(value))
            if isinstance(value, list):
                waiting += [inner for inner in value if _leads_on(inner)]
                continue
            if _entered(value, place, titles).owned == 2:
                yield value, entities
            waiting += [inner for key, inner in value.items() if _leads_on(inner) and key.lower() not in foreign]


def _leads_on(value: Any) -> bool:
    """Whether there may be objects in a value, or in what it refers to: most values are plain."""
    return isinstance(value, _HOLDERS) or (isinstance(value, str) and value[:1] == "$")


def _entered(value: Mapping[str, Any], place: _Place, titles: frozenset[str]) -> _Place:
    """The place of what lies in an object: its headline says whose it is."""
    title = _title(value)
    if not title:
        return place
    if any(title == other or _is_part(title, other) for other in titles):
        return _Place(owned=2, titled=value)
    # an element of the page's own story may have a title too, but no text of the story
    return _Place(owned=0, titled=value) if len(title) > _SHORTEST_TITLE else place


def _below(value: Mapping[str, Any], place: _Place) -> Iterator[tuple[Any, _Place]]:
    foreign, body = foreign_keys(), body_keys()
    for key, inner in value.items():
        if isinstance(inner, _READ) and (lower := key.lower()) not in foreign:
            yield inner, place._replace(body=True) if lower in body else place


def _is_part(one: str, other: str) -> bool:
    """"Harbour frozen" in "Harbour frozen | The Example", or the other way round."""
    short, long = sorted((one, other), key=len)
    return len(short) > _SHORTEST_TITLE and short in long


def _title(value: Mapping[str, Any]) -> str:
    """Letters of an object's headline; "" without one. A single short word names a section, a person or a button."""
    for key in state_words()["title"]:
        title = value.get(key)
        if isinstance(title, dict):
            title = title.get("basic", title.get("rendered", title.get("text")))
        if isinstance(title, str) and 2 < len(title) < 400 and (key != "name" or len(title) > 25):
            return letters(plain(title))
    return ""


def _is_many(value: Sequence[Any]) -> bool:
    """Whether a list is one of several stories."""
    return sum(1 for item in value if isinstance(item, dict) and _title(item)) >= _SIMILAR


def _from_list(value: list[Any], place: _Place, entities: Entities) -> _Story | None:
    """A list of elements, two of which are prose."""
    parts = elements(value, entities)
    if sum(1 for part in parts if _width(part.text) > _LONG) < 2:
        return None
    return _judged(_Story(place, 0, parts, value, entities))


def _from_text(text: str, place: _Place, entities: Entities) -> _Story | None:
    """A string of HTML, or a long one of text under a key for stories."""
    if len(text) < _LEAST // 2 or text[:5] in ("data:", "http:", "https"):
        return None
    is_html = text.count("<p") + text.count("&lt;p") + text.count("<br") > 1
    if not is_html and not (place.body and _width(text) > _LONG_STRING):
        return None
    return _judged(_Story(place, 0, body_paragraphs(text), text, entities))


def _judged(story: _Story) -> _Story | None:
    """The story with its size, if it is long enough for its place and reads like one."""
    parts, place = story.parts, story.place
    size = sum(_width(part.text) for part in parts)
    if size < (_LEAST if place.owned == 2 else _LEAST_UNTITLED) or not _is_prose(parts):
        return None
    return story._replace(size=size) if place.owned == 2 or _is_likely(parts, size, place) else None


def _is_likely(parts: Sequence[BodyPart], size: int, place: _Place) -> bool:
    """Whether text under no headline, or another, may be the page's story: not a menu, a consent form, a teaser."""
    prose = sum(_width(part.text) for part in parts if part.kind == "paragraph" and _width(part.text) > _LONG)
    phrases = chrome_phrases()
    if any(phrases.starts(part.text) or phrases.whole(part.text) for part in parts[:3]):
        return False
    return prose * 10 > size * 7 and place.body


def _width(text: str) -> int:
    """Characters, those of Chinese, Japanese and Korean counted twice."""
    return len(text) if text.isascii() else len(text) + sum(char > "\u2e80" for char in text)


def _is_prose(parts: Sequence[BodyPart]) -> bool:
    """Sentences, and not code, addresses, styles or a list of keywords."""
    text = " ".join(part.text for part in parts[:20])
    marks = sum(text.count(mark) for mark in "{}=;<>\\|_/")
    ends = sum(text.count(mark) for mark in (". ", "! ", "? ", ".”", "。", "！", "？", "।", "؟", "۔"))
    return marks * 50 < len(text) and (ends > 0 or text.endswith(".") or "\u0e00" < text[:1] < "\u1800")


def _parsed(text: str) -> Any:
    """JSON inside a string, as some content systems store a body; None for anything else."""
    if len(text) < _LEAST or text[0] not in "[{":
        return None
    return json_of(text)


def _with_deck(story: _Story, mend: Mend) -> tuple[BodyPart, ...]:
    """The deck of the story's object before its parts, unless the story opens with it."""
    deck = _deck(story.place.titled, mend) if story.place.owned == 2 and story.place.titled else ""
    opening = letters(" ".join(part.text for part in story.parts[:2])[:2_000])
    if not deck or letters(deck)[:200] in opening:
        return story.parts
    return (BodyPart("deck", deck), *story.parts)


def _deck(titled: Mapping[str, Any], mend: Mend) -> str:
    least, most = _DECK
    for key in state_words()["deck"]:
        value = titled.get(key)
        if isinstance(value, dict):
            value = value.get("basic", value.get("rendered", value.get("text")))
        if isinstance(value, str) and least <= len(value) <= 3 * most:
            text = plain(mend(value))
            if least <= len(text) <= most and not text.endswith(("…", "...", "[&hellip;]")):
                return text
    return ""
