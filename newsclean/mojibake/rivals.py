"""Encodings that are close to each other, and read the same words differently.

"StraĂźe" is "Straße" in windows-1250 and "Straüe" in iso-8859-2; "MĂźller" is "Mßller" and "Müller".
"""

from __future__ import annotations

from collections.abc import Mapping

from newsclean.mojibake.tables import Codec, facts

_FEWEST_WORDS = 3  # in dispute, for the likelier encoding to lose by its letters
_MARGIN = 6.0  # ranks a word, in the order of usual letters

Texts = Mapping[int, str]


def settle(texts_by_codec: Mapping[Codec, Texts]) -> dict[int, tuple[str, str]]:
    """What is certain of that which encodings make of a line's words: place -> text and name of the encoding.

    The encoding that reads most words wins, and of two that read as many, the likelier one, which is listed first.
    Where the letters are more usual in its rival's reading, the words in dispute stay as they are; where they are so by
    far, and in several words, the rival wins.
    """
    found: dict[int, tuple[str, str]] = {}
    settled: set[int] = set()
    ranked = sorted(texts_by_codec.items(), key=lambda item: -len(item[1]))
    for number, (codec, texts) in enumerate(ranked):
        equals = [rival for _, rival in ranked[number + 1 :] if len(rival) == len(texts)]
        lost = [disputed for rival in equals if (disputed := _lost_words(texts, rival)) is not None]
        if len(lost) < len(equals):
            continue
        settled = settled.union(*lost)
        found |= {place: (text, codec.name) for place, text in texts.items() if place not in settled}
        settled |= texts.keys()
    return found


def _lost_words(texts: Texts, rival: Texts) -> set[int] | None:
    """The words that a reading loses to its rival's, or None where it loses altogether."""
    disputed = {place for place, text in texts.items() if rival.get(place, text) != text}
    lead = sum(_strangeness(texts[place]) - _strangeness(rival[place]) for place in disputed)
    if len(disputed) >= _FEWEST_WORDS and lead >= _MARGIN * len(disputed):
        return None
    return disputed if lead > 0 else set()


def _strangeness(text: str) -> int:
    usual: str = facts()["usual_letters"]
    return sum(usual.find(letter) % (len(usual) + 1) for letter in text.lower() if letter > "\x7f" and letter.isalpha())
