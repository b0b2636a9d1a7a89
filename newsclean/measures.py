"""What the words of one block say, in numbers: length, punctuation, links, phrases. No look at neighbours."""

from __future__ import annotations

import re
import string
from typing import NamedTuple

from newsclean.blocks import Block, Shape
from newsclean.labels import Label
from newsclean.vocabulary import Phrases

_FULL_STOPS = "。！？।։؟۔။៕។።།"  # marks that end a sentence whatever follows
# One class first: the engine skips to its characters, which it does not do for a choice of two.
_SENTENCE_ENDS = re.compile(rf"[.!?…{_FULL_STOPS}](?:(?<=[{_FULL_STOPS}])|[.!?…]*[\"'”’»)\]]*(?=\s|$))")
# commas, quotes, digits, capitals: in ASCII each becomes the first of its kind, and all else goes
_ASCII = tuple(map(str.encode, (",;", '"', string.digits, string.ascii_uppercase)))
_KINDS = tuple(some[:1] for some in _ASCII)
_TO_KIND = bytes.maketrans(b"".join(_ASCII), b"".join(some[:1] * len(some) for some in _ASCII))
_OF_NO_KIND = bytes(set(range(256)).difference(*_ASCII))
_BEYOND_ASCII = tuple(map(re.compile, (r"[،、，؛၊]", "[“”„«»「」『』]", r"\d", "[À-ÖØ-ÞА-ЯΑ-Ω]")))
_ALL_ASCII = bytes(range(128))
_CLOSERS = "\"'”’»)]›」』】 *"
_ENDS = frozenset(".!?…" + _FULL_STOPS)
_FIRST_THAI, _LAST_LAO = "\u0e01", "\u0edf"  # scripts that end no sentence with a mark
_THAI_SENTENCE = 60  # characters of a text in them that is more than a heading
_FURNITURE = re.compile("[|©•·›»→▶►]")
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


class Measures(NamedTuple):
    """The numbers of one block. `mass` counts characters, a character of Han, kana or Hangul as more than one."""

    mass: float
    plain_mass: float  # without the words of links
    words: int
    link_density: float
    bold_share: float
    sentences: int
    commas: int
    quotes: int
    digits: float  # share of the characters
    capitals: float
    ends_sentence: bool
    ends_colon: bool
    ends_ellipsis: bool
    starts_lower: bool
    starts_digit: bool
    starts_mark: bool
    has_furniture: bool
    has_url: bool
    lines: int
    whole: Label | None  # the whole text is a chrome phrase
    starts: Label | None  # the text starts with one
    lead_in: bool
    is_prose: bool  # reads like a sentence outside a link
    is_link: bool  # nothing but a link


_NOTHING = Measures(
    mass=0.0, plain_mass=0.0, words=0, link_density=0.0, bold_share=0.0, sentences=0, commas=0, quotes=0, digits=0.0,
    capitals=0.0, ends_sentence=False, ends_colon=False, ends_ellipsis=False, starts_lower=False, starts_digit=False,
    starts_mark=False, has_furniture=False, has_url=False, lines=0, whole=None, starts=None, lead_in=False,
    is_prose=False, is_link=False,
)  # fmt: skip
COUNTED = 20_000  # characters of a text that are counted one by one
PHRASE = 120  # characters of a text that may be a chrome phrase
SHORT = 240  # characters of a text that may open with one
PROSE = 80  # mass of a sentence that is prose
HEADLINE_MASS = 25  # a link shorter than this is a menu entry rather than a headline
SHORT_LINK = 40  # characters: a link up to this is a menu entry or a headline, and is not looked into


def measure(block: Block, phrases: Phrases) -> Measures:
    """Measure the words of a block; at most its first 20,000 characters are counted one by one."""
    text = block.text
    if not text:
        return _NOTHING
    if block.link_chars == len(text) <= SHORT_LINK:
        return tuple.__new__(Measures, (
            float(len(text)), 0.0, text.count(" ") + 1, 1.0, 0.0, 0, 0, 0, 0.0, 0.0, False, False, False, False, False,
            not text[0].isalnum(), False, False, 0, phrases.whole(text), None, False, False, True,
        ))  # fmt: skip
    sample = text if len(text) <= COUNTED else text[:COUNTED]
    size = len(text)
    commas, quotes, digits, capitals, unspaced = _counts(sample)
    mass = size + 1.2 * unspaced * size / len(sample)
    density = block.link_chars / size
    sentences = len(_SENTENCE_ENDS.findall(sample))
    end = text.rstrip(_CLOSERS)[-1:]
    ends = end in _ENDS if end else False
    if unspaced >= _THAI_SENTENCE and _FIRST_THAI <= end <= _LAST_LAO:
        ends, sentences = True, sentences + text.count(" ") // 2 + 1  # a space stands between clauses and sentences
    first = text[:1]
    short = size <= SHORT
    whole = phrases.whole(text) if size <= PHRASE else None
    starts = phrases.starts(text) if short or density > 0.3 else None
    plain = mass * (1 - density)
    # in the order of the fields, and not by their names, which takes as long as all the rest
    return tuple.__new__(Measures, (
        mass,
        plain,
        text.count(" ") + 1 if mass == size else int(mass / 5) + 1,
        density,
        block.bold_chars / size,
        sentences,
        commas,
        quotes,
        digits / size,
        capitals / size,
        ends,
        end == ":" or end == "：",
        text.endswith(("…", "...", "[…]", "[...]")),
        first.islower(),
        first.isdigit(),
        not first.isalnum(),
        short and _FURNITURE.search(text) is not None,
        short and ("http" in text or "www." in text or "@" in text),
        text.count("\n"),
        whole,
        starts,
        short and density > 0 and phrases.lead_in(text) > 0,
        plain > PROSE and density < 0.5 and (ends or sentences > 1) and block.shape is not Shape.CONTROL,
        density > 0.9,
    ))  # fmt: skip


def _counts(text: str) -> list[int]:
    """How many commas, quotes, digits and capitals a text has, and letters of scripts without spaces.

    Bytes of ASCII stand for nothing else in UTF-8, so that they are counted without a look at the rest.
    """
    data = text.encode("utf-8", "surrogatepass")
    kinds = data.translate(_TO_KIND, _OF_NO_KIND)
    counts = [kinds.count(kind) for kind in _KINDS] if kinds else [0, 0, 0, 0]
    if text.isascii():
        return [*counts, 0]
    rest = data.translate(None, _ALL_ASCII).decode("utf-8", "surrogatepass")
    counts = [count + len(some.findall(rest)) for count, some in zip(counts, _BEYOND_ASCII, strict=True)]
    return [*counts, len(_NO_SPACES.findall(rest))]
