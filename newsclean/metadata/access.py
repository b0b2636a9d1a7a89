"""Whether the story is free to read, and whether the page cuts it off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, Literal, NamedTuple

from newsclean.blocks import Block, Layout
from newsclean.labels import Label
from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found
from newsclean.metadata.json_ld import as_text
from newsclean.metadata.labelled import NO_PARTS, Parts
from newsclean.metadata.next_page import goes_on
from newsclean.metadata.wording import plain
from newsclean.vocabulary import PhraseIndex, fold, languages

Access = Literal["free", "metered", "locked", "unknown"]

_LONGEST = 300  # characters of a notice
_AFTER = 12  # blocks after the end of the story in which its paywall stands
_CUT = 1.6  # a declared length that is this much more than the visible one
_LEAST_WORDS = 80  # declared, below which lengths say nothing


class Openness(NamedTuple):
    """How the story can be read. `cut` says by what the page shows or declares that more of it exists."""

    access: Found[Access]
    cut: Found[bool]


def find_access(declared: Declared, layout: Layout, parts: Parts = NO_PARTS, address: str | None = None) -> Openness:
    """JSON-LD's isAccessibleForFree (the story's own or a part's), meta content_tier, then paywall furniture.

    The story is cut off where such furniture follows it, where it ends in "Continue reading", where it goes on on a
    page after this one, whose address `address` is, or where the declared word count or body is far longer than what
    the page shows.
    """
    notice = _notice(layout.blocks, parts)
    access = _declared(declared) or (Found[Access]("locked", "visible:paywall") if notice == "locked" else None)
    goes_on_there = Label.MAIN in parts and goes_on(address, declared.links.get("next", ()))
    cut = Found(True, "link:next") if goes_on_there and notice is None else _cut(declared, parts, notice)
    return Openness(access or Found("unknown", ""), cut)


def _declared(declared: Declared) -> Found[Access] | None:
    for node in declared.articles:
        own = _truth(node.data.get("isAccessibleForFree"))
        parts = node.data.get("hasPart")
        for part in parts if isinstance(parts, list) else [parts]:
            if isinstance(part, dict) and _truth(part.get("isAccessibleForFree")) is False:
                return Found("locked", "json_ld:hasPart")
        if own is not None:
            return Found("free" if own else "locked", "json_ld:isAccessibleForFree")
    for text in declared.meta.get("article:content_tier", ()):
        tier = text.lower()
        if tier in ("free", "metered", "locked"):
            return Found(tier, "meta:article:content_tier")  # type: ignore[arg-type]
    for item in declared.microdata:
        if item.path in ("isaccessibleforfree", "haspart.isaccessibleforfree"):
            own = _truth(item.value)
            if own is not None:
                return Found("free" if own else "locked", "microdata:isAccessibleForFree")
    return None


def _truth(value: Any) -> bool | None:
    """A boolean that may be spelled "True", "false", "http://schema.org/False"."""
    if isinstance(value, bool):
        return value
    text = (as_text(value) or "").lower().rpartition("/")[2]
    return {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}.get(text)


def _notice(blocks: Sequence[Block], parts: Parts) -> Literal["locked", "continue"] | None:
    """What the furniture right after the story, or its last block, says. Without a story, what any block says."""
    end = parts[Label.MAIN][-1].index if Label.MAIN in parts else -1
    if end >= 0:
        after = islice(blocks, end, None)
        near = list(islice((block for block in after if block.text and not block.hidden), _AFTER + 1))
    else:
        near = [block for block in blocks if block.text and not block.hidden]
    phrases = _phrases()
    for block in near:
        if len(block.text) > _LONGEST:
            continue
        found = phrases.starts(block.text)
        if found is None:
            continue
        if found[1] == "locked":
            return "locked"
        if end >= 0 and fold(block.text) == found[0] and block.index - end <= 2:
            return "continue"
    return None


def asks_to_pay(text: str) -> bool:
    """Whether a text opens with words of a paywall.

    >>> asks_to_pay("Already a subscriber? Log in"), asks_to_pay("Log in")
    (True, False)
    """
    found = _phrases().starts(text)
    return found is not None and found[1] == "locked"


@cache
def _phrases() -> PhraseIndex[str]:
    phrases: dict[str, str] = {}
    for language in languages().values():
        phrases.update(dict.fromkeys(language.access.continue_, "continue"))
    for language in languages().values():
        phrases.update(dict.fromkeys(language.access.locked, "locked"))
    return PhraseIndex(phrases)


def _cut(declared: Declared, parts: Parts, notice: str | None) -> Found[bool]:
    if notice is not None:
        return Found(True, f"visible:{'paywall' if notice == 'locked' else 'continue'}")
    counted = [*declared.from_articles("wordCount"), *declared.from_articles("articleBody")]
    shown = [block.text for blocks in parts.values() for block in blocks if block.text] if counted else []
    if not shown:
        return Found(False, "")
    for evidence, there, here in _lengths(declared, shown):
        if there > _CUT * here:
            return Found(True, evidence)
    return Found(False, "")


def _lengths(declared: Declared, shown: Sequence[str]) -> Iterator[tuple[str, float, float]]:
    """Declared and visible lengths in the same unit. Words are counted only where spaces set them apart."""
    text = " ".join(shown)
    words = text.count(" ") + 1
    spaced = len(text) < 12 * words
    for value in declared.from_articles("wordCount"):
        count = as_text(value)
        if count and count.isdecimal() and spaced and _LEAST_WORDS < int(count) < 100_000:
            yield "json_ld:wordCount", int(count), words
    for value in declared.from_articles("articleBody"):
        # markup may double a body's length, so what is not longer by far needs no closer look
        if isinstance(value, str) and len(value) > max(6 * _LEAST_WORDS, _CUT * len(text)):
            yield "json_ld:articleBody", len(plain(value)), len(text)
