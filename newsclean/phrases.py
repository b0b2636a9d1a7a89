"""Phrases looked up at the start of a text, or as the whole of it: folded, all languages at once."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import chain, repeat
from typing import Final, Generic, TypeVar

from newsclean.folding import SHORT, WIDTH, fold, opening, opening_letters
from newsclean.labels import Label
from newsclean.language_files import LONGEST_PHRASE, Merged, split
from newsclean.unspaced import is_unspaced

_SLACK: Final = 24  # characters of a block over the longest phrase: marks at the ends, long numbers
_HEAD: Final = 2 * LONGEST_PHRASE  # characters of a block that a prefix match looks at
_PROBE: Final = 24  # characters of a long block folded first: enough for the widest key
_WIDTHS: Final = (WIDTH, 4, 2, 1)  # a phrase is known by its longest prefix of one of these widths; see `may_open`
_EDGES: Final = string.punctuation + " "  # of ASCII, which folding takes off
_DIGITS: Final = frozenset(string.digits)
_OF_NUMBERS: Final = frozenset(string.digits + "., \u00a0\u202f")
# A count: "12", "1,204", "1 204", but not the "4.5" of "4.5/5".
_NUMBER: Final = re.compile(r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d\d*(?:[.,]\d{3})*)(?![.,]?\d)")
_OPENING_QUOTES: Final = frozenset("\"'“”„‟«‘‚「『《")
_SEPARATORS: Final = frozenset(":|»>›→：｜・·•▶►–—\n")

_CORNERS: Final = frozenset("】》」』〉］〗〕")  # they close a label: "【関連記事】港の橋"
_CLOSING: Final = "]).!'\"”’）" + "".join(_CORNERS)
_AROUND: Final = "".join(_SEPARATORS) + " \u00a0-"

_AFTER_LATIN: Final = "\u0250"

T = TypeVar("T")


class PhraseIndex(Generic[T]):
    """Folded phrases and what each stands for; finds the longest one that a text starts with.

    >>> index = PhraseIndex({"follow us on": 1, "follow us": 2})
    >>> index.starts("Follow us on Example!"), index.starts("Follow users around")
    (('follow us on', 1), None)
    """

    __slots__ = ("_narrow", "_openings", "_values")

    def __init__(self, phrases: Mapping[str, T]) -> None:
        self._values = dict(phrases)
        self._openings = _openings(self._values)
        # Apart from the wide ones these are few, and stay near the processor.
        self._narrow = frozenset([opening for opening in self._openings if len(opening) < WIDTH])

    def starts(self, text: str) -> tuple[str, T] | None:
        """The longest phrase that opens `text` and ends where a word ends, with its value; None if there is none."""
        plain = opening_letters(text) or opening(text)
        if plain and not self.may_open(plain):
            return None
        if not plain and len(text) > SHORT:
            probe = fold(text[:_PROBE])
            if len(probe) > _WIDTHS[0] and not self.may_open(probe):
                return None
        head = fold(text[:_HEAD])
        for width in _WIDTHS:
            lengths = self._openings.get(head[:width], 0)
            while lengths:
                end = lengths.bit_length() - 1
                phrase = head[:end]
                if phrase in self._values and _ends_word(head, end):
                    return phrase, self._values[phrase]
                lengths ^= 1 << end
        return None

    def may_open(self, head: str) -> bool:
        """Whether a phrase may open with these first characters, eight or more of a folded text: a quick look."""
        return self.may_open_narrow(head) or head[:WIDTH] in self._openings

    def may_open_narrow(self, head: str) -> bool:
        """The same of phrases under eight characters."""
        narrow = self._narrow
        return head[:4] in narrow or head[:2] in narrow or head[:1] in narrow

    def wide_openings(self) -> list[str]:
        """The first eight characters of the longer phrases."""
        return [opening for opening in self._openings if len(opening) == WIDTH]


class Phrases:
    """The chrome phrases and lead-ins of all languages; see `language_files.merge`."""

    __slots__ = ("_lead_ins", "_longest", "_starts", "_whole", "_wide_openings")

    def __init__(self, merged: Merged) -> None:
        self._whole = _labelled(merged["whole"])
        self._longest = max(map(len, self._whole), default=0) + _SLACK
        self._starts = PhraseIndex(_labelled(merged["starts"]))
        self._wide_openings = {phrase[:WIDTH] for phrase in self._whole}.union(self._starts.wide_openings())
        self._lead_ins = PhraseIndex(_labelled(merged["lead_ins"]))

    def whole(self, text: str) -> Label | None:
        """The kind of chrome whose heading, button or label is exactly `text`.

        A "0" in a phrase stands for any number: the phrase "0 comments" is found in "1,204 comments". A heading of
        comments may have their number behind it.

        >>> from newsclean.vocabulary import chrome_phrases
        >>> chrome_phrases().whole("Advertisement") == Label.ADVERTISEMENT
        True
        """
        if len(text) > self._longest:
            return None
        openings = _openings_of(text)
        if openings and not any(map(self._may_open_wide, openings)):
            return None
        folded = fold(text)
        kind = self._whole.get(folded)
        if kind is None and _NUMBER.search(folded):
            masked = _NUMBER.sub("0", folded)
            if masked == "0":
                return None  # a bare number is a price, a score, a cell
            kind = self._whole.get(masked)
            counted = masked.removesuffix(")").removesuffix("0").rstrip(" (:")  # "Readers' comments (0)"
            if kind is None and self._whole.get(counted) == Label.COMMENTS:
                return Label.COMMENTS
        return Label(kind) if kind is not None else None

    def knows(self, text: str) -> bool:
        """Whether `whole` or `starts` may find anything: a quick look before both."""
        letters = opening_letters(text)
        if letters:
            wide = self._wide_openings
            return letters in wide or letters.rstrip(_EDGES) in wide or self._starts.may_open_narrow(letters)
        openings = _openings_of(text)
        return not openings or any(self._may_open_wide(some) or self._starts.may_open(some) for some in openings)

    def _may_open_wide(self, head: str) -> bool:
        known = self._wide_openings
        if head in known or head.rstrip(_EDGES) in known:
            return True
        return head[-1].isdigit() and head.rstrip(_EDGES + string.digits) in known

    def starts(self, text: str) -> Label | None:
        """The kind of chrome that opens with a phrase which opens `text`, whatever follows.

        "0" stands for any number, as in `whole`. Speech is no chrome: a text that opens with a quotation mark has no
        kind.

        >>> from newsclean.vocabulary import chrome_phrases
        >>> chrome_phrases().starts("Sign up for our newsletter and get more of this.") == Label.NEWSLETTER
        True
        """
        if text[:1] in _OPENING_QUOTES:
            return None
        openings = _openings_of(text)
        if openings and not any(map(self._starts.may_open, openings)):
            return None
        found = self._starts.starts(text)
        if found is None and _NUMBER.search(text, 0, _PROBE):
            found = self._starts.starts(_NUMBER.sub("0", text[:_HEAD]))
        return Label(found[1]) if found else None

    def lead_in(self, text: str) -> int:
        """How many characters of `text` a lead-in such as "Read more" takes, marks before it included; 0 if none.

        A lead-in counts only where the text ends after it, or a colon, bar, dash or arrow follows. After a lead-in of
        several words a space will do; one word is not enough, or "Watch out" would open with "Watch".

        >>> from newsclean.vocabulary import chrome_phrases
        >>> text = "» READ MORE: Harbour bridge to close for a week"
        >>> text[chrome_phrases().lead_in(text):]
        ': Harbour bridge to close for a week'
        """
        found = self._lead_ins.starts(text)
        if found is None:
            return 0
        phrase = found[0]
        length = width_of(phrase, text)
        return length if _closes_lead_in(text[length : length + 3], " " in phrase or is_unspaced(phrase[-1])) else 0


def _openings_of(text: str) -> tuple[str, ...]:
    """How the folded text may open: as it stands, and with "0" for its numbers; () where a quick look does not tell."""
    letters = opening_letters(text)
    if letters:
        return (letters,)
    plain = opening(text)
    if _DIGITS.isdisjoint(plain):
        return (plain,) if plain else ()
    if len(text) > _PROBE and text[_PROBE - 1] in _OF_NUMBERS:
        return ()
    masked = opening(_NUMBER.sub("0", text[:_PROBE]))
    return (plain, masked) if masked and (len(masked) == WIDTH or len(text) <= _PROBE) else ()


def _labelled(kinds: Mapping[str, str]) -> dict[str, str]:
    """Phrase to the name of its label; built in one go, since there are tens of thousands.

    Strings alone, which the garbage collector need not go through again and again.
    """
    phrases = [split(joined) for joined in kinds.values()]
    labels = (repeat(Label(kind).value, len(some)) for kind, some in zip(kinds, phrases, strict=True))
    return dict(zip(chain.from_iterable(phrases), chain.from_iterable(labels), strict=True))


def _openings(phrases: Iterable[str]) -> Mapping[str, int]:
    """The first characters of each phrase, as many as the widest of `_WIDTHS` that it fills; and the lengths of the
    phrases that begin so, one bit each.
    """
    openings: dict[str, int] = {}
    wide, middle, narrow, _ = _WIDTHS
    for phrase in phrases:
        length = len(phrase)
        opening = phrase[: wide if length >= wide else middle if length >= middle else min(narrow, length)]
        openings[opening] = openings.get(opening, 0) | 1 << length
    return openings


def _ends_word(head: str, end: int) -> bool:
    """Whether a word may end at `end`: at a non-letter, or after a letter of a script without spaces."""
    if end >= len(head):
        return True
    following, last = head[end], head[end - 1]
    if last < _AFTER_LATIN and is_unspaced(following):
        return True  # "NEWSを見る": Japanese sets no space after Latin letters
    if unicodedata.category(following)[0] == "M":
        return False  # a vowel sign: still the same syllable
    return not following.isalnum() or not last.isalnum() or is_unspaced(last)


def _closes_lead_in(following: str, space_will_do: bool) -> bool:
    """Whether what stands right after a lead-in sets it off from the pointer."""
    bare = following.lstrip().lstrip(_CLOSING)
    if not bare or bare[0] in _SEPARATORS or not _CORNERS.isdisjoint(following[: len(following) - len(bare)]):
        return True
    if bare[0] == "-":  # "Watch - …" or "Watch: …", not "Watch-maker"
        return following[0].isspace() or bare[1:2].isspace()
    return space_will_do and following[0].isspace()


def width_of(phrase: str, text: str) -> int:
    """How much of `text` folds to `phrase`, which its folding is known to start with; 0 where it does not.

    >>> width_of("a lire", "« À lire » : les ponts"), width_of("a lire", "Les ponts")
    (8, 0)
    """
    like = text[: len(phrase)]
    if fold(like) == phrase:  # most do: folding seldom changes the length
        length = len(like.rstrip(_AROUND))
    else:
        lengths = range(1, min(len(text), _HEAD) + 1)
        length = next((length for length in lengths if fold(text[:length]) == phrase), 0)
    while 0 < length < len(text) and unicodedata.category(text[length])[0] == "M":
        length += 1  # the tanwin of "اقرأ أيضًا" folds to nothing, and belongs to the word
    return length
