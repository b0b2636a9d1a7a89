"""What the words of one line say for certain: furniture, credit lines, picture credits, box headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsclean.labels import UNMISTAKABLE, Label, Verdict
from newsclean.measures import Measures
from newsclean.metadata.byline_words import agencies_alone
from newsclean.metadata.credit_words import credit_words
from newsclean.metadata.credits import is_credit_line, opens_caption, split_caption_credit
from newsclean.metadata.head_line import is_head_line
from newsclean.metadata.picture_credit import is_of_picture
from newsclean.metadata.written_dates import written_dates
from newsclean.unspaced import is_unspaced
from newsclean.vocabulary import chrome_phrases

CREDIT: Final = 500  # characters of a credit line
DATE: Final = 40  # characters of a line that is nothing but a date or a source
CAPTION: Final = 400  # characters of a caption
LONG_CAPTION: Final = 800  # of an agency's, which tells what the story is about, too, and ends with a bracket
_SETTING_OFF: Final = frozenset(":|»>›→：｜")  # between a lead-in and what it points at
_SETS_OFF: Final = re.compile(f"[{''.join(_SETTING_OFF)}]")
_SENTENCE_ENDS: Final = frozenset(".!?。！？")
_CLOSING: Final = frozenset(")]）】")
_SIGNING: Final = frozenset("/／|｜:：=＝©ⓒⒸ(")  # one of them stands in every credit that only pictures have
SIGNED: Final = 160  # last characters of a line, in which its credit stands
POINTER: Final = 160  # mass of a line that points at another story
BOX: Final = 70  # characters of a heading that names a box
SHORTEST_HEADLINE, LONGEST_HEADLINE = 6, 150  # characters
BESIDE_DATE: Final = 1  # words beside a date that is a line's all: "Published:", "Saturday"
_WORD: Final = re.compile(r"[^\W\d_]{2,}")

# What names the lines below it; "Advertisement" and "Menu" label only what they stand on.
_NAMING: Final = frozenset({
    Label.RELATED, Label.POPULAR, Label.LATEST, Label.SECTION_LIST, Label.NEWSLETTER, Label.COMMENTS, Label.AUTHOR_BIO,
    Label.TAGS, Label.SHARE, Label.SPONSORED, Label.SUBSCRIBE, Label.FOOTER,
})  # fmt: skip


def furniture(text: str, measure: Measures) -> Verdict | None:
    """A line that is nothing but a phrase which only furniture uses, or a lead-in with what it points at."""
    if measure.whole in UNMISTAKABLE:
        return Verdict(measure.whole, "phrase", text)
    if measure.mass <= POINTER and not measure.is_prose and _points(text):
        return Verdict(Label.RELATED, "lead_in", text[:60])
    return None


def _points(text: str) -> bool:
    """Whether a lead-in opens the line and a mark sets it off: "Read more: Ten bridges that …"."""
    if _SETS_OFF.search(text) is None:
        return False
    length = chrome_phrases().lead_in(text)
    return 0 < length < len(text) and text[length:].lstrip()[:1] in _SETTING_OFF


def front_matter(text: str) -> bool:
    """Whether a line is a date, or nothing but the names of agencies: what stands between headline and story.

    >>> [front_matter(text) for text in ("28 de marzo de 2031", "ТАСС - ТАСС", "Three ships of 2031")]
    [True, True, False]
    """
    if len(text) > DATE:
        return False
    return bool(agencies_alone(text)) or is_credit_line(text) or next(written_dates(text), None) is not None


def headline_above_byline(above: Sequence[str], measures: Sequence[Measures]) -> int | None:
    """The line right above the byline and date that stand right above the story, however short it is.

    Args:
        above: the lines above the story's first.
        measures: of all lines, in order.
    """
    at = len(above) - 1
    while at >= 0 and (is_head_line(above[at]) or picture_line(above[at])):
        at -= 1
    if at < 0 or not any(map(is_head_line, above[at + 1 :])):
        return None
    text, measure = above[at], measures[at]
    has_words = " " in text or is_unspaced(text[0])
    may_be = has_words and SHORTEST_HEADLINE <= len(text) <= LONGEST_HEADLINE and not measure.ends_sentence
    return at if may_be and measure.whole is None and measure.starts is None else None


def is_date_alone(text: str) -> bool:
    """Whether a line is a date with hardly a word beside it, whose last stop may be that of "г." or of a number.

    >>> [is_date_alone(text) for text in ("3 мая 2031 г.", "Objavljeno: 3. svibnja 2031.", "It was May 3, 2031.")]
    [True, True, False]
    """
    found = next(written_dates(text), None) if len(text) <= DATE else None
    return found is not None and len(_WORD.findall(text[: found.start] + " " + text[found.end :])) <= BESIDE_DATE


def credit(text: str, measure: Measures) -> Verdict | None:
    """The line under a wire story that says who reported, wrote and edited it."""
    if len(text) <= CREDIT and measure.sentences <= 3 and is_credit_line(text):
        return Verdict(Label.CREDIT, "credit_line", text[:60])
    return None


def caption_phrase(text: str) -> bool:
    """Whether a phrase such as "FILE PHOTO" opens a line and a colon sets it off: no paragraph begins so."""
    return len(text) <= LONG_CAPTION and opens_caption(text)


def signed_caption(text: str) -> bool:
    """Whether a credit that only pictures have ends a line: it is no paragraph, however much it reads like one.

    >>> signed_caption("Boats leave the harbour. (Jane Roe/AFP)"), signed_caption("The boats left, he said. (AFP)")
    (True, False)
    """
    if len(text) > LONG_CAPTION or _SIGNING.isdisjoint(text[-SIGNED:]):
        return False
    return is_of_picture(split_caption_credit(text)[1])


def picture_line(text: str) -> bool:
    """Whether a line is what stands under a picture: a phrase such as "FILE PHOTO:" opens it, or a credit ends it."""
    if len(text) > CAPTION and not (len(text) <= LONG_CAPTION and text[-1] in _CLOSING):
        return False
    if credit_words().photo.starts(text) is not None:
        return True
    return bool(split_caption_credit(text)[1])


def credited_sentence(text: str) -> bool:
    """Whether a line is a sentence with a picture's credit behind it, which a phrase opens: a caption, no headline.

    >>> [credited_sentence(text) for text in ("Boats wait. Photo: Jane Roe", "Photo: a life in pictures")]
    [True, False]
    """
    caption, credit = split_caption_credit(text) if len(text) <= CAPTION else ("", "")
    return caption[-1:] in _SENTENCE_ENDS and credit_words().photo.starts(credit) is not None


def box_kind(text: str, measure: Measures) -> Verdict | None:
    """The kind of box that a line opens, if it opens one."""
    if measure.whole in _NAMING and len(text) <= BOX:
        return Verdict(measure.whole, "phrase", text)
    return None


def named(text: str, measure: Measures) -> Verdict | None:
    """A line that is a chrome phrase, or opens with one."""
    label = measure.whole or measure.starts
    return Verdict(label, "phrase", text[:60]) if label is not None else None
