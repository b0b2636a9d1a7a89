"""Lines that the fitted model takes for story and their words give away: most stand at its end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from newsclean.blocks import Block, Shape
from newsclean.data_files import Table, from_toml
from newsclean.folding import fold
from newsclean.labels import Label, Verdict
from newsclean.metadata.credit_words import credit_words
from newsclean.metadata.credits import split_caption_credit
from newsclean.metadata.date_labels import label_before
from newsclean.metadata.head_line import is_head_line
from newsclean.metadata.written_dates import written_dates
from newsclean.rules.sub_headings import heads_prose
from newsclean.rules.view import View
from newsclean.vocabulary import chrome_phrases

LONGEST: Final = 600  # characters
NEAR_END: Final = 3  # blocks of the story below the line
LINE: Final = 120  # characters of a picture's credit, and of a date
BOLD: Final = 0.9
GAP: Final = "…"
_DIGIT = re.compile(r"\d")
_BETWEEN_WORDS = re.compile(r"[^\w@]+")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\s[|–—]\s")

# What opens with these words is none of the story wherever it stands: 55 of 59 such paragraphs that the model takes for
# story on 1,141 pages with gold.
_OPENING: Final = frozenset({
    Label.ADVERTISEMENT, Label.CONSENT, Label.FOOTER, Label.NEWSLETTER, Label.RELATED, Label.SHARE, Label.SPONSORED,
    Label.SUBSCRIBE,
})  # fmt: skip
_OPENING_AT_END: Final = frozenset({Label.AUTHOR_BIO, Label.COMMENTS})
# Alone in a paragraph, and no heading: "Back to top", "View gallery".
_ALONE: Final = frozenset({Label.NAVIGATION, Label.CAPTION_FURNITURE})


def by_opening(view: View, block: Block) -> Verdict | None:
    """A paragraph or heading that opens with a phrase of the site, or is one."""
    measure = view.measures[block.index]
    if block.shape is not Shape.PARAGRAPH and not block.level:
        return None
    if measure.whole is None and measure.starts is not None:
        at_end = measure.starts in _OPENING_AT_END and view.story_after(block.index) <= NEAR_END
        if (at_end or measure.starts in _OPENING) and not (block.level and heads_prose(view, block)):
            return Verdict(measure.starts, "phrase", block.text[:60])
    elif measure.whole in _ALONE and not block.level and measure.bold_share <= BOLD:
        return Verdict(measure.whole, "phrase", block.text[:60])
    return None


def by_credit_or_date(view: View, block: Block) -> Verdict | None:
    """A paragraph that is nothing but a picture's credit ("Photo: …"), or a date ("Updated 12 March 2031")."""
    text = block.text
    if block.shape is not Shape.PARAGRAPH or len(text) > LINE or text.endswith(":"):
        return None
    if credit_words().photo.starts(text) is not None and not split_caption_credit(text)[0]:
        return Verdict(Label.CAPTION_FURNITURE, "picture_credit", text[:60])
    if is_head_line(text) and _is_dated(text, view.story_after(block.index) <= NEAR_END):
        return Verdict(Label.MASTHEAD, "head_line", text[:60])
    return None


def _is_dated(text: str, at_end: bool) -> bool:
    """Whether a line says when the story was published or changed; at its end a date alone says so."""
    date, digit = next(written_dates(text), None), _DIGIT.search(text)
    if digit is None:
        return False
    return (at_end and date is not None) or label_before(text[: date.start if date else digit.start()]) is not None


def by_tags(view: View, block: Block) -> Verdict | None:
    """Tags without links below the story: "Tags: ferry, harbour"."""
    head, colon, rest = block.text.partition(":")
    if view.story_after(block.index) > NEAR_END:
        return None  # scientists list the keywords of a paper above it
    short = colon and rest and block.shape is Shape.PARAGRAPH and len(block.text) <= 2 * LINE
    if not short or view.measures[block.index].ends_sentence or chrome_phrases().whole(head) is not Label.TAGS:
        return None
    return Verdict(Label.TAGS, "words_after", head)


def by_words(view: View, block: Block) -> Verdict | None:
    """One of the last lines of a story that says who published it first, or whom to write to, or is an end mark."""
    if len(block.text) > LONGEST or block.level or view.story_after(block.index) > NEAR_END:
        return None
    if not view.story_after(block.index) and _is_end_mark(block.text):
        return Verdict(Label.OTHER, "end_mark", block.text)
    found = _lines().kind(block.text) or _later_opening(block.text)
    return Verdict(found, "end_line", block.text[:60]) if found is not None else None


def _later_opening(text: str) -> Label | None:
    """The kind that a sentence after the first opens with: "Ada Quill is a reporter. Follow her on …"."""
    for sentence in _SENTENCE.split(text)[1:]:
        if chrome_phrases().starts(sentence) is Label.AUTHOR_BIO:
            return Label.AUTHOR_BIO
    return None


def _is_end_mark(text: str) -> bool:
    return _lines().signs.issuperset(text) or fold(text) in _lines().marks


class _Lines(NamedTuple):
    """What newsclean/data/end_lines.toml holds: the pieces of each line between its gaps, and end marks."""

    pieces: Mapping[Label, tuple[tuple[str, ...], ...]]
    marks: frozenset[str]
    signs: frozenset[str]

    def kind(self, text: str) -> Label | None:
        """The kind of the first line that a text is."""
        words = _words(text)
        return next((label for label, lines in self.pieces.items() if any(_is(words, line) for line in lines)), None)


def _words(text: str) -> str:
    """The words of a text, folded, with a space on either side of each; an "@" is part of a word."""
    return f" {_BETWEEN_WORDS.sub(' ', fold(text)).strip()} "


def _is(words: str, line: tuple[str, ...]) -> bool:
    if not words.startswith(line[0]):
        return False
    at = len(line[0])
    for piece in line[1:]:
        at = words.find(piece, max(0, at - 1))
        if at < 0:
            return False
        at += len(piece)
    return True


def _pieces(line: str) -> tuple[str, ...]:
    return tuple("@" if piece == "@" else _words(piece) if piece.strip() else "" for piece in line.split(GAP))


@cache
def _lines() -> _Lines:
    return from_toml("end_lines.toml", _gathered)


def _gathered(table: Table) -> _Lines:
    end = table["end"]
    pieces = {Label(kind): tuple(map(_pieces, part["lines"])) for kind, part in table.items() if part is not end}
    return _Lines(MappingProxyType(pieces), frozenset(map(fold, end["marks"])), frozenset(end["signs"]))
