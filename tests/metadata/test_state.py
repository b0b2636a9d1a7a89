from __future__ import annotations

import json
from typing import Any

import pytest

from newsclean import Options, extract
from newsclean.metadata.state import state_story
from newsclean.tree import parse

TITLE = "Harbour of Port Aster frozen for the first time"
FIRST = "The harbour of Port Aster froze in the night between two and four, when nobody was there to see it happen."
SECOND = "The ferries stayed at the pier until the sun had come, and the captains played cards in the waiting room."
THIRD = "By noon the ice was gone. The mayor said that it had been, on the whole, an orderly event."
PROSE = (FIRST, SECOND, THIRD)


def page(*scripts: str) -> str:
    head = f"<title>{TITLE} | Example</title>{''.join(scripts)}"
    return f"<html><head>{head}</head><body><div id=app></div></body></html>"


def next_data(value: Any) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(value)}</script>'


def assigned(name: str, value: Any) -> str:
    return f"<script>{name}={json.dumps(value)};window.other={{}};</script>"


def story(*scripts: str) -> list[tuple[str, str]] | None:
    found = state_story(parse(page(*scripts)).root)
    return None if found is None else [(kind, text) for kind, text in found]


def paragraphs(texts: tuple[str, ...] = PROSE) -> list[tuple[str, str]]:
    return [("paragraph", text) for text in texts]


BODIES = {
    "typed HTML": [{"type": "paragraph", "html": f"<p>{text}</p>"} for text in PROSE],
    "Arc": [{"type": "text", "_id": "A", "content": text} for text in PROSE],
    "strings": list(PROSE),
    "one string of HTML": "".join(f"<p>{text}</p>" for text in PROSE),
    "Portable Text": [{"_type": "block", "style": "normal", "children": [{"_type": "span", "text": t}]} for t in PROSE],
    "ProseMirror": {
        "type": "doc",
        "content": [{"type": "paragraph", "content": [{"type": "text", "text": text}]} for text in PROSE],
    },
    "Gutenberg": [{"name": "core/paragraph", "attributes": {"content": text}} for text in PROSE],
    "Editor.js": {"blocks": [{"type": "paragraph", "data": {"text": text}} for text in PROSE]},
    "JSON in a string": json.dumps([{"type": "paragraph", "data": {"text": text}} for text in PROSE]),
    "abbreviated keys": [{"type": "p", "id": "h", "cntnt": {"mrkp": text}} for text in PROSE],
}


@pytest.mark.parametrize("shape", BODIES)
def test_bodies_of_many_content_systems(shape: str) -> None:
    assert story(next_data({"props": {"article": {"headline": TITLE, "body": BODIES[shape]}}})) == paragraphs()


@pytest.mark.parametrize("name", ["Fusion.globalContent", "window.__PRELOADED_STATE__", "window.__INITIAL_STATE__"])
def test_assignments_in_javascript(name: str) -> None:
    assert story(assigned(name, {"headlines": {"basic": TITLE}, "content_elements": BODIES["Arc"]})) == paragraphs()


def test_apollo_references_are_followed() -> None:
    cache: dict[str, Any] = {f"Part:{n}": {"__typename": "Paragraph", "text": t} for n, t in enumerate(PROSE)}
    cache["Article:1"] = {"title": TITLE, "body": [{"__ref": f"Part:{n}"} for n in range(len(PROSE))]}
    cache["ROOT_QUERY"] = {"article": {"__ref": "Article:1"}}
    assert story(assigned("window.__APOLLO_STATE__", cache)) == paragraphs()


def test_rows_of_the_app_router() -> None:
    body = "".join(f"<p>{text}</p>" for text in PROSE)
    rows = f"2:T{len(body.encode()):x},{body}1:{json.dumps(['$', 'main', None, {'title': TITLE, 'body': '$2'}])}\n"
    half = len(rows) // 2
    chunks = [f"<script>self.__next_f.push({json.dumps([1, part])})</script>" for part in (rows[:half], rows[half:])]
    assert story(*chunks) == paragraphs()


def test_kinds_and_furniture() -> None:
    body = [
        {"type": "paragraph", "text": FIRST},
        {"type": "header", "level": 2, "content": "Cards in the waiting room"},
        {"type": "relatedLink", "title": "How ice is made", "href": "/ice"},
        {"type": "newsletter", "text": "The tides of the week, every Thursday and free, in your inbox."},
        {"type": "list", "items": ["The ferry of nine", {"type": "text", "content": "The ferry of ten"}]},
        {"type": "image", "caption": "Ice at the pier"},
        {"type": "quote", "html": "<p>“It was cold.”</p>"},
        {"type": "paragraph", "text": SECOND},
    ]
    assert story(next_data({"title": TITLE, "body": body})) == [
        ("paragraph", FIRST),
        ("heading", "Cards in the waiting room"),
        ("list_item", "The ferry of nine"),
        ("list_item", "The ferry of ten"),
        ("quote", "“It was cold.”"),
        ("paragraph", SECOND),
    ]


def test_the_deck_comes_first_but_not_twice() -> None:
    article = {"headline": TITLE, "standfirst": "Nobody had seen so much ice.", "body": BODIES["Arc"]}
    assert story(next_data(article)) == [("deck", "Nobody had seen so much ice."), *paragraphs()]
    assert story(next_data({**article, "standfirst": FIRST})) == paragraphs()


def test_longer_stories_of_others_are_not_the_story() -> None:
    other = {"headline": "Ram escapes twice in one market day", "body": [{"type": "text", "content": SECOND}] * 30}
    state = {"article": {"headline": TITLE, "body": BODIES["Arc"]}, "related": [other] * 5, "items": [other] * 5}
    assert story(next_data(state)) == paragraphs()


def test_only_other_stories_give_none() -> None:
    other = {"headline": "Ram escapes twice in one market day", "url": "/ram", "summary": FIRST}
    assert story(next_data({"latest": [other] * 20, "items": [other] * 20})) is None


@pytest.mark.parametrize(
    "script",
    [
        f"<script type='application/json'>{'[' * 200_000}</script>",
        f"<script>window.__INITIAL_STATE__={'{' * 20_000}</script>",
        f"<script>self.__next_f.push([1,{'[' * 20_000}</script>",
        "<script>self.__next_f.push([1,\"1:Tffffffff,x\"])</script>",
        "<script type='application/json'>{broken" + " " * 2_000 + "</script>",
    ],
)
def test_broken_state_gives_none(script: str) -> None:
    assert story(script) is None


@pytest.mark.parametrize("shape", ["typed HTML", "Arc", "strings", "one string of HTML", "Portable Text"])
def test_mojibake_of_the_state_is_repaired_and_told(shape: str) -> None:
    # of "à" the second half is U+00A0, which folding makes a space
    words = ("the harbour’s ice", "the café", "voilà")
    said = [f"{text} They spoke of {word} all day." for text, word in zip(PROSE, words, strict=True)]
    bodies = json.dumps(BODIES[shape])
    for text, right in zip(PROSE, said, strict=True):
        bodies = bodies.replace(text, right.encode().decode("windows-1252"))
    value = {"headline": TITLE, "author": {"name": "JosÃ© Roe"}, "body": json.loads(bodies)}
    related = [{"headline": f"Another story of the CÃ´te number {n}", "url": "/n"} for n in range(5)]
    data = json.dumps({"article": value, "related": related}, ensure_ascii=False)
    article = extract(page(f'<script id="__NEXT_DATA__" type="application/json">{data:<1100}</script>'))
    assert article.text.split("\n\n") == said
    assert [author.name for author in article.authors] == ["José Roe"]
    assert {repair.after for repair in article.repairs} == {"harbour’s", "café", "voilà", "José"}
    assert extract(page(f"<script>{data}</script>"), options=Options(repair=False)).repairs == ()
