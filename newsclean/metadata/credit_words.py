"""The words of credit lines, of all languages at once, and the test whether words are a list of names."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from newsclean.data_files import Table, from_toml
from newsclean.folding import fold, folded_word
from newsclean.metadata.byline_words import byline_words
from newsclean.metadata.sources import sources
from newsclean.phrases import PhraseIndex
from newsclean.vocabulary import agencies, languages

_MOST_WORDS_UNCASED = 12  # words of a name list in a script without capitals
_LONGEST_UNSPACED = 40  # characters of one in a script without spaces as well
_SENTENCE_ENDS = ("。", "।", "۔", "？", "?", "!", "！")
_CAPITALS_FROM = "\u0590"  # scripts from Hebrew on have no capitals, Georgian and Cherokee apart
_MARKS = " \t\n()[]{}（）【】〔〕［］<>«»\"'“”„‘’*_·•,;:：،؛、，；.。|｜/／&=＝-–—"


class CreditWords(NamedTuple):
    """Folded phrases. The value of `reporting` says whether the phrase opens a credit line without a colon after it."""

    reporting: PhraseIndex[bool]
    photo: PhraseIndex[bool]
    photo_phrases: frozenset[str]
    small: frozenset[str]
    closings: tuple[str, ...]
    closing_words: frozenset[str]
    photo_endings: tuple[str, ...]
    photo_closings: frozenset[str]
    photo_nouns: frozenset[str]
    described: frozenset[str]
    pictures: frozenset[str]
    picture_sources: frozenset[str]
    picture_words: frozenset[str]  # every word of a phrase or a source of pictures


@cache
def credit_words() -> CreditWords:
    """The words, gathered once. Raises `BrokenData` if newsclean/data/credits.toml is missing or lacks a part."""
    return from_toml("credits.toml", _gathered)


def _gathered(written: Table) -> CreditWords:
    table = {key: tuple(map(fold, phrases)) for key, phrases in written.items()}
    credits = [language.credits for language in languages().values()]
    reporting = {phrase: " " in phrase for part in credits for phrase in part.reporting}
    photo = {phrase for part in credits for phrase in part.photo} | set(table["photo"])
    spoken = {word for phrase in reporting for word in phrase.split()}
    known = byline_words()
    return CreditWords(
        reporting=PhraseIndex(reporting),
        photo=PhraseIndex({phrase: " " in phrase for phrase in photo}),
        photo_phrases=frozenset(photo),
        small=frozenset(table["small_words"])
        | known.conjunctions
        | known.job_vocabulary
        | sources().words["particles"]
        | spoken,
        closings=table["closings"],
        closing_words=frozenset(closing.rpartition(" ")[2] for closing in table["closings"]),
        photo_endings=table["photo_endings"],
        photo_closings=frozenset(table["photo_closings"]),
        photo_nouns=frozenset(table["photo_nouns"]),
        described=frozenset(table["described"]),
        pictures=frozenset(table["pictures"]),
        picture_sources=frozenset(table["picture_sources"]),
        picture_words=frozenset(
            word for name in (*photo, *table["picture_sources"], *table["photo_nouns"], *agencies())
            for word in name.split()
        ),
    )


def is_source(text: str) -> bool:
    """Whether the text names an agency, or a seller of pictures: "AFP", "AP Photo", "Getty Images"."""
    folded = fold(text)
    if folded in agencies() or folded in credit_words().picture_sources:
        return True
    first, _, last = folded.rpartition(" ")
    return bool(first) and last in credit_words().photo_nouns and first in agencies()


def reads_as_names(text: str, tolerated: int = 0) -> bool:
    """Whether the text is names, agencies and places with the words of a credit line between them.

    Args:
        text: what follows the phrase that opens the line.
        tolerated: of so many words one may be in lower case and unknown; 0 for none.

    >>> reads_as_names("Jane Roe in Oslo; editing by Ali bin Saud"), reads_as_names("Jane Roe shows that it rained")
    (True, False)
    """
    words = [bare for word in text.split() if (bare := word.strip(_MARKS))]
    cased = [word for word in words if word[0] < _CAPITALS_FROM]
    if len(cased) < len(words) and not _reads_uncased(text, len(words) - len(cased)):
        return False
    if not tolerated:
        return not any(map(_is_unknown, cased))
    return sum(map(_is_unknown, cased)) * tolerated <= len(words)


def _is_unknown(word: str) -> bool:
    """Whether a word stands between names in no credit line: in small letters, and no preposition, job or agency."""
    if not word[0].islower() or "." in word or "@" in word or folded_word(word) in credit_words().small:
        return False
    return word == word.lower() and not is_source(word)


def names_from(line: str) -> int:
    """Where in a line the last word ends that no picture credit holds; 0 where there is none.

    >>> line = "The boats leave the harbour. Photo: Jane Roe"
    >>> line[names_from(line):]
    '. Photo: Jane Roe'
    """
    end = len(line)
    for token in reversed(line.split(" ")):
        word = token.strip(_MARKS)
        if word.islower() and word.isalpha() and _is_foreign(word):
            return end - len(token) + token.index(word) + len(word)
        end -= len(token) + 1
    return 0


@lru_cache(maxsize=4096)
def _is_foreign(word: str) -> bool:
    return word[0] < _CAPITALS_FROM and _is_unknown(word) and folded_word(word) not in credit_words().picture_words


def _reads_uncased(text: str, words: int) -> bool:
    """Without capitals only brevity tells names from a sentence."""
    inner = text.strip(_MARKS)
    if any(end in inner for end in _SENTENCE_ENDS):
        return False
    return len(inner) <= _LONGEST_UNSPACED if words <= 2 else words <= _MOST_WORDS_UNCASED
