"""A story that the page holds but does not show: in JSON-LD's articleBody, or in the state of a single-page app."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from newsclean import article as parts
from newsclean.folding import letters
from newsclean.metadata.declared import Declared
from newsclean.metadata.state import state_story
from newsclean.metadata.story_body import body_paragraphs
from newsclean.metadata.wording import sound
from newsclean.mojibake import Mend, as_it_is
from newsclean.vocabulary import chrome_phrases

SHOWN_ENOUGH = 300  # mass of a visible story that needs no other
SHARE = 0.35  # of the hidden story: a page that shows less of it shows a teaser
LEAST = 200  # characters of a hidden story worth having
HEADLINE = 12  # letters that tell one headline from another


class Elsewhere(NamedTuple):
    """The parts of a story that stand in the page's data, and where."""

    blocks: tuple[parts.Block, ...]
    source: Literal["json_ld", "state"]


def story_elsewhere(
    root: Any, declared: Declared, shown: str, title: str | None, mend: Mend = as_it_is
) -> Elsewhere | None:
    """The story in the page's data, where the visible page holds none, or little beside it.

    Of a page that shows some text, the hidden story is taken where it begins alike or is told under the same headline:
    a locked page may show nothing of it but its deck and who wrote it.

    Args:
        root: the page, as an lxml element.
        declared: its metadata.
        shown: the text of the visible story; may be empty.
        title: the page's headline.
        mend: repairs the mojibake of one text; that of `declared` is repaired.
    """
    for source, story in _stories(root, declared, mend, len(shown) < SHOWN_ENOUGH):
        blocks = tuple(_parts(story))
        size = sum(len(block.text) for block in blocks)
        if size < LEAST or (len(shown) >= SHOWN_ENOUGH and len(shown) > SHARE * size):
            continue
        if len(shown) < SHOWN_ENOUGH or _opens_alike(shown, blocks) or _is_headed(declared, source, title):
            return Elsewhere(blocks, source)
    return None


def _stories(
    root: Any, declared: Declared, mend: Mend, nothing_shown: bool
) -> Iterable[tuple[Literal["json_ld", "state"], tuple[tuple[str, str], ...]]]:
    bodies = [text for value in declared.from_articles("articleBody") for text in _texts(value)]
    if bodies:
        yield "json_ld", tuple(body_paragraphs(max(bodies, key=len)))
    if nothing_shown:
        story = state_story(root, mend)
        if story:
            yield "state", tuple(story)


def _texts(value: Any) -> Iterable[str]:
    """The texts of a value with their line breaks, which separate paragraphs."""
    return (text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str) and text.strip())


def _opens_alike(shown: str, blocks: tuple[parts.Block, ...]) -> bool:
    """Whether the visible text is the beginning of the hidden one."""
    hidden = "".join("".join(block.text for block in blocks).split())
    heads = ["".join(paragraph.split())[:60] for paragraph in shown.split("\n\n")]
    long_heads = [head for head in heads if len(head) >= 40]
    return bool(long_heads) and sum(head in hidden for head in long_heads) * 2 > len(long_heads)


def _is_headed(declared: Declared, source: str, title: str | None) -> bool:
    """Whether the JSON-LD that holds the story names the page's headline as its own, in full or cut short."""
    shown = letters(title or "")
    declared_ones = (letters(text) for value in declared.from_articles("headline") for text in _texts(value))
    return source == "json_ld" and any(
        min(len(headline), len(shown)) >= HEADLINE and (shown.startswith(headline) or headline.startswith(shown))
        for headline in declared_ones
    )


def _parts(story: Iterable[tuple[str, str]]) -> Iterable[parts.Block]:
    phrases = chrome_phrases()
    for kind, raw in story:
        text = sound(raw)
        if not text or (len(text) < 200 and (phrases.lead_in(text) or phrases.whole(text) is not None)):
            continue
        if kind == "heading":
            yield parts.Heading(text=text, level=2)
        elif kind == "list_item":
            yield parts.List(text=text, items=(text,))
        elif kind == "quote":
            yield parts.Quote(text=text)
        elif kind == "deck":
            yield parts.Deck(text=text)
        else:
            yield parts.Paragraph(text=text)
