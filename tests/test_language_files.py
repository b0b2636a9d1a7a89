from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from newsclean.data_files import Table, folder
from newsclean.errors import BrokenData
from newsclean.language_files import COMPILED, compile_json, parse

CODES = sorted(entry.name[:-5] for entry in folder().joinpath("languages").iterdir() if entry.name.endswith(".toml"))


@cache
def language(code: str) -> Table:
    return parse(f"{code}.toml", folder().joinpath("languages", f"{code}.toml").read_text(encoding="utf-8"))


MINIMAL = """
code = "xx"
name = "Example"
script = "Latin"
[dates]
months = [["a"], ["b"], ["c"], ["d"], ["e"], ["f"], ["g"], ["h"], ["i"], ["j"], ["k"], ["l"]]
order = "dmy"
"""


def test_a_file_with_little_in_it_has_empty_tables() -> None:
    table = parse("xx.toml", MINIMAL)
    assert table["byline"]["prefixes"] == []
    assert table["whole"] == {}


def test_phrases_are_folded_and_kept_once() -> None:
    table = parse("xx.toml", MINIMAL + '[chrome.related]\nwhole = ["À LIRE:", "à lire"]\n')
    assert table["whole"] == {"related": ["a lire"]}


def test_signs_between_names_are_kept() -> None:
    table = parse("xx.toml", MINIMAL + '[byline]\nconjunctions = ["and", "&"]\n')
    assert table["byline"]["conjunctions"] == ["and", "&"]


@pytest.mark.parametrize(
    ("addition", "key"),
    [
        ("[chrome.relatd]\nwhole = []", "chrome.relatd"),
        ("[chrome.related]\nwhole = 'read more'", "chrome.related.whole"),
        ("[chrome.related]\nwholly = []", "chrome.related.wholly"),
        ("[chrome.related]\nstarts = [1]", "chrome.related.starts"),
        ("[chrome.related]\nwhole = ['»']", "chrome.related.whole"),
        ("[chrome]\nrelated = []", "chrome.related"),
        (f"[chrome.related]\nwhole = ['{'a' * 91}']", "chrome.related.whole"),
        ("[lead_ins]\nmain = []", "lead_ins.main"),
        ("[byline]\nprefix = []", "byline.prefix"),
        ("[byline.roles]\nking = []", "byline.roles.king"),
        ("[access]\nlocked = {}", "access.locked"),
        ("[extra]\n", "extra"),
    ],
)
def test_a_malformed_file_is_named_with_its_key(addition: str, key: str) -> None:
    with pytest.raises(BrokenData, match=rf"^xx\.toml: {key}: "):
        parse("xx.toml", MINIMAL + addition + "\n")


@pytest.mark.parametrize(
    ("right", "wrong", "key"),
    [
        ('"dmy"', '"ydm"', "dates.order"),
        ('["l"]]', "]", "dates.months"),
        ('"Latin"', "1", "script"),
        ("= ", "", "not TOML"),
    ],
)
def test_a_wrong_value_is_named_with_its_key(right: str, wrong: str, key: str) -> None:
    with pytest.raises(BrokenData, match=rf"^xx\.toml: {key}"):
        parse("xx.toml", MINIMAL.replace(right, wrong))


def test_compiled_tables_are_those_of_the_language_files() -> None:
    kept = folder().joinpath(COMPILED).read_text(encoding="utf-8")
    assert kept == compile_json(), "run python -m newsclean.language_files"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("how", ["whole", "starts"])
def test_no_phrase_has_two_kinds_within_a_language(code: str, how: str) -> None:
    count = Counter(phrase for phrases in language(code)[how].values() for phrase in phrases)
    assert [phrase for phrase, times in count.items() if times > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_what_a_story_page_needs(code: str) -> None:
    table = language(code)
    assert {"related", "popular", "share", "newsletter", "comments", "advertisement", "footer"} <= set(table["whole"])
    for part, key in [("byline", "prefixes"), ("credits", "photo"), ("access", "locked"), ("status", "error")]:
        assert table[part][key], f"{part}.{key}"
    assert table["lead_ins"]["related"]
    assert all(table["dates"]["months"])


@pytest.mark.parametrize("code", CODES)
def test_no_name_belongs_to_two_months(code: str) -> None:
    count = Counter(name for names in language(code)["dates"]["months"] for name in names)
    assert [name for name, times in count.items() if times > 1] == []
