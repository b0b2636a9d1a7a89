"""Notices at the end of a story about whose it is, and rows of buttons in brackets below it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from newsclean.blocks import Block
from newsclean.data_files import Table, from_toml
from newsclean.folding import fold
from newsclean.labels import Label, Verdict
from newsclean.rules.view import View
from newsclean.vocabulary import chrome_phrases

LONGEST: Final = 160  # characters of a notice
STORY_BELOW: Final = 3  # blocks of the story that may stand below one: other notices
OPENING: Final = 16  # characters among which a word names the owner's right
BUTTON: Final = 12  # characters
_BUTTONS: Final = re.compile(r"[【\[［]([^【】\[\]［］]{1,40})[】\]］]")


class RightsWords(NamedTuple):
    """Folded words of such notices."""

    signs: tuple[str, ...]
    reserved: tuple[str, ...]
    alone: tuple[str, ...]


@cache
def rights_words() -> RightsWords:
    """The words of newsclean/data/rights.toml, read once."""
    return from_toml("rights.toml", _words)


def _words(table: Table) -> RightsWords:
    return RightsWords(*(tuple(map(fold, table[field])) for field in RightsWords._fields))


def by_words(view: View, block: Block) -> Verdict | None:
    """A short text near the story's end that names the owner and reserves the rights."""
    if not block.text or len(block.text) > LONGEST or block.level or view.story_after(block.index) > STORY_BELOW:
        return None
    return Verdict(Label.FOOTER, "rights", block.text[:60]) if is_notice(block.text) else None


def is_notice(text: str) -> bool:
    """Whether a short text says nothing but whose the story is, and what nobody may do with it.

    >>> [is_notice(text) for text in ("© 2031 The Elm Post. All rights reserved.", "ⓒ 초승달일보, 무단전재 금지")]
    [True, True]
    >>> is_notice("The union said that copyright and all rights reserved for owners should be shared.")
    False
    """
    folded, words = fold(text), rights_words()
    if folded.startswith(words.alone):
        return True
    owned = "©" in folded or "(c)" in text[:OPENING].lower() or any(sign in folded[:OPENING] for sign in words.signs)
    return owned and any(word in folded for word in words.reserved)


def by_buttons(view: View, block: Block) -> Verdict | None:
    """Several words in brackets and nothing else, most of them words of buttons: "【打印】【关闭窗口】"."""
    if block.text[:1] not in "【[［" or len(block.text) > LONGEST:
        return None
    found = _BUTTONS.findall(block.text)
    if len(found) < 2 or _BUTTONS.sub("", block.text).strip(" |"):
        return None
    labels = [chrome_phrases().whole(word) for word in found]
    named = next((label for label in labels if label is not None), None)
    if named is None or any(len(word) > BUTTON for word in found):
        return None
    return Verdict(named, "buttons", block.text[:60])
