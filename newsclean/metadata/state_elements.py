"""A list of the typed elements that content systems keep a story in, as parts of a story.

Shapes met: Arc (`type`, `content`), Portable Text and Slate (`children` of spans), ProseMirror and Contentful
(`content` of text nodes), Gutenberg (`attributes.content`), Editor.js (`data.text`), trees of HTML elements (`tag`,
`children`), React elements (`["$", "p", null, {…}]`), and elements that only refer to others (`{"__ref": …}`, "$1f").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsclean.metadata.state_words import Element, element_of, state_words
from newsclean.metadata.story_body import BodyPart, Kind, body_paragraphs
from newsclean.metadata.wording import plain
from newsclean.mojibake import Mend, as_it_is

_DEEPEST = 12  # levels of elements in elements
_MOST = 5_000  # elements of a list
_LEAST_READ = 20  # characters of a text under an unknown key
_PIECES = 2_000  # pieces of one element
_LONGEST_REFERENCE = 8  # characters of "$1f"
_BLOCKS = ("paragraph", "heading", "quote", "list", "list_item")

Entities = Mapping[str, Any]


def elements(value: list[Any], entities: Entities, mend: Mend = as_it_is) -> tuple[BodyPart, ...]:
    """The parts of a list of elements or of strings; () for a list of other stories.

    `entities` are the values that others refer to, by the name in the reference; `mend` repairs the text of an element.
    """
    if not value or len(value) > _MOST:
        return ()
    items = [resolved(item, entities) for item in value]
    teasers = sum(1 for item in items if isinstance(item, dict) and is_teaser(item))
    if teasers * 2 > len(items):
        return ()
    return tuple(part for item in items for part in _element(item, entities, mend, _DEEPEST))


def resolved(item: Any, entities: Entities) -> Any:
    """What a reference refers to, and a React element as an object with a type."""
    if isinstance(item, dict):
        reference = item.get("__ref") or (item.get("id") if item.get("type") == "id" else None)
        return entities.get(reference, item) if isinstance(reference, str) else item
    if isinstance(item, str):
        return entities.get(item, item) if item[:1] == "$" and len(item) <= _LONGEST_REFERENCE else item
    if isinstance(item, list) and len(item) > 3 and item[0] == "$" and isinstance(item[1], str):
        return {**item[3], "type": item[1]} if isinstance(item[3], dict) else {}
    return item


def is_teaser(item: Mapping[str, Any]) -> bool:
    """Whether an object is another story: it has a headline and an address of its own."""
    words = state_words()
    titled = any(item.get(key) for key in words["title"] if key != "name")
    return titled and any(item.get(key) for key in words["address"])


def kind_of(item: Mapping[str, Any]) -> Element:
    """What an element is, by the first of its types that says it. A `style` or `listItem` tells more than "block"."""
    if isinstance(item.get("listItem"), str):
        return "list_item"
    found: Element = ""
    for key in state_words()["type"]:
        value = item.get(key)
        element = element_of(value) if isinstance(value, str) else ""
        if element and (not found or (found == "paragraph" and key == "style")):
            found = element
    return found


def _element(item: Any, entities: Entities, mend: Mend, depth: int) -> Iterator[BodyPart]:
    """The parts of one element."""
    item = resolved(item, entities)
    if isinstance(item, str):
        yield from _parts("paragraph", mend(item))
    elif isinstance(item, list) and depth:
        for inner in item:
            yield from _element(inner, entities, mend, depth - 1)
    elif isinstance(item, dict) and not is_teaser(item):
        kind = kind_of(item)
        if kind == "dropped":
            return
        text = _own_text(item)
        inside = None if text else _inside(item, entities)
        if text is not None:
            yield from _parts(kind, mend(text))
        elif depth and (kind == "list" or _holds_blocks(inside, entities)):
            for part in _element(inside, entities, mend, depth - 1):
                yield part._replace(kind="list_item") if kind == "list" else part
        elif inside is not None:
            yield from _parts(kind, mend(inline_text(inside, entities)))


def _parts(kind: Element, text: str) -> Iterator[BodyPart]:
    """The text of an element as parts: HTML knows its own kinds, unless the element is more than a paragraph."""
    if "<" in text and kind not in ("heading", "quote", "list_item"):
        for part in body_paragraphs(text):
            yield part._replace(kind="list_item") if kind == "list" else part
    elif bare := plain(text):
        as_kind: Kind = "paragraph"
        if kind == "heading" or kind == "quote" or kind == "list_item":
            as_kind = kind
        elif kind == "list":
            as_kind = "list_item"
        yield BodyPart(as_kind, bare)


def _own_text(item: Mapping[str, Any]) -> str | None:
    """The string under the first text key that has one."""
    for key in state_words()["text"]:
        value = item.get(key)
        if isinstance(value, str) and value and not (value[0] == "$" and len(value) <= _LONGEST_REFERENCE):
            return value
    return None


def _inside(item: Mapping[str, Any], entities: Entities) -> Any:
    """What lies under the first key for inner elements; else what reads so: some systems abbreviate keys."""
    for key in state_words()["inside"]:
        value = resolved(item.get(key), entities)
        if value and isinstance(value, list | dict | str):
            return value
    if kind_of(item):
        return next((value for value in item.values() if _reads(value, entities)), None)
    return next((value for value in item.values() if isinstance(value, list) and _holds_blocks(value, entities)), None)


def _reads(value: Any, entities: Entities) -> bool:
    """Whether a value under an unknown key is the text of its element."""
    if isinstance(value, dict):
        return any(isinstance(inner, str) and _reads(inner, entities) for inner in value.values())
    return isinstance(value, str) and " " in value and len(value) >= _LEAST_READ and "://" not in value[:10]


def _holds_blocks(inside: Any, entities: Entities) -> bool:
    """Whether the inner elements are paragraphs and the like, rather than pieces of one line."""
    if isinstance(inside, dict):
        return _own_text(inside) is not None or _inside(inside, entities) is not None
    if not isinstance(inside, list):
        return False
    items = [resolved(item, entities) for item in inside[:50]]
    kinds = [kind_of(item) for item in items if isinstance(item, dict)]
    if any(kind in _BLOCKS and kind != "paragraph" for kind in kinds):
        return True
    # a "text" node is a piece of a line, and a paragraph holds some; a list of paragraphs is one of longer types
    return any(_is_block(item) for item in items if isinstance(item, dict))


def _is_block(item: Mapping[str, Any]) -> bool:
    names = [value.lower() for key in state_words()["type"] if isinstance(value := item.get(key), str)]
    return kind_of(item) == "paragraph" and not any(name in ("text", "span", "html") for name in names)


def _only_text(value: Mapping[str, Any], entities: Entities) -> str | None:
    return next((inner for inner in value.values() if isinstance(inner, str) and _reads(inner, entities)), None)


def inline_text(value: Any, entities: Entities) -> str:
    """The pieces of a line, one after the other."""
    pieces: list[str] = []
    waiting = [value]
    for _ in range(_PIECES):
        if not waiting:
            break
        value = resolved(waiting.pop(), entities)
        if isinstance(value, str):
            pieces.append(value)
        elif isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict) and kind_of(value) != "dropped":
            text = _own_text(value)
            waiting.append(text if text is not None else _inside(value, entities) or _only_text(value, entities))
    return "".join(pieces)
