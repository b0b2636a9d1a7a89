"""How far an Article agrees with `intent.json`, the hand-written statement of what is right for a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Plain = Mapping[str, Any]

FIELDS = ("kind", "title", "deck", "kicker", "published", "modified", "dateline", "agency", "section", "language",
          "publisher", "access", "truncated", "text_source")  # fmt: skip
STORY = ("deck", "paragraph", "heading", "list", "quote", "table", "preformatted", "update")


def disagreements(intent: Plain, article: Plain) -> list[str]:
    """Every point where the Article is not what the intent asks for, as a sentence."""
    return [*_fields(intent, article), *_story(intent, article), *_pictures(intent, article), *_chrome(intent, article)]


def _fields(intent: Plain, article: Plain) -> Iterator[str]:
    for name in FIELDS:
        if name in intent and _comparable(article[name]) != _comparable(intent[name]):
            yield f"{name}: found {article[name]!r}, not {intent[name]!r}"
    authors = [author["name"] for author in article["authors"]]
    if authors != intent["authors"]:
        yield f"authors: found {authors}, not {intent['authors']}"
    credits = [credit.strip("()") for credit in article["credits"]]
    if credits != [credit.strip("()") for credit in intent["credits"]]:
        yield f"credits: found {credits}, not {intent['credits']}"
    if sorted(article["tags"]) != sorted(intent["tags"]):
        yield f"tags: found {article['tags']}, not {intent['tags']}"


def _comparable(value: Any) -> Any:
    """White space is folded on the way, and a time of UTC is written in two ways."""
    return _folded(value).replace("+00:00", "Z") if isinstance(value, str) else value


def _story(intent: Plain, article: Plain) -> Iterator[str]:
    shown = [line for block in article["blocks"] if block["type"] in STORY for line in _block_lines(block)]
    wanted = [_words(paragraph.replace(" | ", " ")) for paragraph in intent["paragraphs"]]
    words, wanted_words = [w for line in shown for w in line], [w for line in wanted for w in line]
    if words != wanted_words:
        missing = [" ".join(line) for line in wanted if line not in shown]
        surplus = [" ".join(line) for line in shown if line not in wanted]
        yield f"story: misses {missing}, has {surplus} too" if missing or surplus else "story: out of order"
    text = " ".join(block["text"] for block in article["blocks"] if block["type"] in STORY)
    for phrase in intent["must_not_be_in_text"]:
        if phrase in text:
            yield f"story: holds {phrase!r}"


def _block_lines(block: Plain) -> list[list[str]]:
    return [_words(line) for line in block["text"].split("\n")]


def _words(text: str) -> list[str]:
    return text.split()


def _pictures(intent: Plain, article: Plain) -> Iterator[str]:
    captions = list(dict.fromkeys(image["caption"] for image in article["images"] if image["caption"]))
    if captions != intent["captions"]:
        yield f"captions: found {captions}, not {intent['captions']}"
    found = [image["credit"] for image in article["images"] if image["credit"]]
    for credit in intent["photo_credits"]:
        if not any(credit in text for text in found):  # the page's own label, "Photo:", may stand before it
            yield f"photo credits: {credit!r} not in {found}"


def _chrome(intent: Plain, article: Plain) -> Iterator[str]:
    for kind, phrases in intent["chrome_contains"].items():
        for phrase in phrases:
            holders = {part["kind"] for part in article["chrome"] if _folded(phrase) in _folded(part["text"])}
            if kind not in holders:
                yield f"chrome: {phrase!r} is {' and '.join(sorted(holders)) or 'nowhere'}, not {kind}"


def _folded(text: str) -> str:
    return " ".join(text.split())
