"""The language files as they stand: every language is there, complete, and safe to look for at the start of prose."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from newsclean.data_files import folder

CODES: Final = {
    "en", "de", "fr", "es", "pt", "it", "nl", "sv", "no", "da", "fi", "pl", "cs", "ru", "uk", "tr", "ar", "he",
    "fa", "hi", "bn", "th", "vi", "id", "zh", "ja", "ko", "el", "hu", "ro",
    "bg", "hr", "sr", "sk", "sl", "ca", "lt", "lv", "et", "is", "ms", "ur",
}  # fmt: skip
TABLES: Final = ("chrome", "lead_ins", "byline", "dates", "credits", "access", "status")
FEWEST: Final = {
    "related": 8, "popular": 5, "share": 3, "newsletter": 3, "comments": 3, "advertisement": 3, "footer": 3,
    "consent": 3, "tags": 3, "author_bio": 3,
}  # fmt: skip
SHORTEST: Final = 6  # characters of a phrase that condemns whatever follows it
SHORTEST_DENSE: Final = 4  # in the scripts below, where a character is a syllable or a word
# No sentence opens so: "(c) 2031", the number of a Russian advertisement, a Greek tax number, "tags:".
SHORT_AND_SAFE: Final = {"c) 0", "erid", "αφμ:", "теги:", "тэги:", "وسوم:"}

# Thai, kana, Han, Hangul. (First, last) code point.
DENSE: Final = ((0x0E00, 0x0E7F), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF))


@cache
def language_file(file: str) -> dict[str, Any]:
    return tomllib.loads(folder().joinpath("languages", file).read_text(encoding="utf-8"))


def language_files() -> list[str]:
    return sorted(entry.name for entry in folder().joinpath("languages").iterdir() if entry.name.endswith(".toml"))


def is_dense(phrase: str) -> bool:
    return any(first <= ord(char) <= last for char in phrase for first, last in DENSE)


def test_every_language_is_there() -> None:
    assert {file.removesuffix(".toml") for file in language_files()} >= CODES


@pytest.mark.parametrize("file", language_files())
def test_required_tables_are_filled(file: str) -> None:
    assert [table for table in TABLES if not language_file(file).get(table)] == []


@pytest.mark.parametrize("file", language_files())
def test_every_month_has_a_name(file: str) -> None:
    months = language_file(file)["dates"]["months"]
    assert len(months) == 12
    assert all(names and all(names) for names in months)


@pytest.mark.parametrize("file", language_files())
def test_there_are_phrases_for_what_stands_around_every_story(file: str) -> None:
    chrome = language_file(file)["chrome"]
    found = {kind: sum(map(len, chrome.get(kind, {}).values())) for kind in FEWEST}
    assert {kind: count for kind, count in found.items() if count < FEWEST[kind]} == {}


@pytest.mark.parametrize("file", language_files())
def test_phrases_that_condemn_what_follows_are_long_enough(file: str) -> None:
    opening = [phrase for kind in language_file(file)["chrome"].values() for phrase in kind.get("starts", ())]
    too_short = [phrase for phrase in opening if len(phrase) < (SHORTEST_DENSE if is_dense(phrase) else SHORTEST)]
    assert [phrase for phrase in too_short if phrase[0] != "©" and phrase not in SHORT_AND_SAFE] == []


def test_the_questions_list_every_language() -> None:
    answers = (Path(__file__).parents[1] / "docs/faq.md").read_text("utf-8")
    files = folder().joinpath("languages").iterdir()
    names = [tomllib.loads(file.read_text("utf-8"))["name"] for file in files]
    assert f" {len(names)}: " in answers.replace("\n", " ")
    assert [name for name in names if name not in answers] == []
