"""A file of newsclean/data that is missing or damaged is named, with what to do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from newsclean import article_odds, charset_detector, charsets, data_files, elements, hints, scoring, vocabulary
from newsclean.errors import BrokenData
from newsclean.explain import explanation, leanings
from newsclean.metadata import credit_words, dateline, known_names, script_languages, state_words
from newsclean.metadata.sources import sources
from newsclean.mojibake import likelihood, tables
from newsclean.plaintext import text_weights
from newsclean.rules import end_lines, rights

FOLDER: Final = Path(str(data_files.folder()))

# Each is the first to read the file in a process; what the process keeps after that is passed by.
READERS: Final[Mapping[str, tuple[Any, ...]]] = {
    "agencies.toml": (vocabulary.agencies,),
    "charset_languages.toml": (charset_detector._languages,),
    "charsets.toml": (charsets._tables,),
    "chrome.toml": (hints.hints,),
    "credits.toml": (credit_words.credit_words,),
    "datelines.toml": (dateline._words,),
    "elements.toml": (elements.elements,),
    "end_lines.toml": (end_lines._lines,),
    "languages.json": (vocabulary._loaded,),
    "metadata.toml": (sources,),
    "mojibake.toml": (tables.facts,),
    "mojibake_languages.toml": (likelihood.language_facts,),
    "names.toml": (known_names.known_names,),
    "page_kind.toml": (article_odds._known,),
    "rights.toml": (rights.rights_words,),
    "rules.toml": (explanation.meanings,),
    "script_languages.toml": (script_languages._tells,),
    "state.toml": (state_words.state_words,),
    "text_weights.json": (text_weights.shipped_weights,),
    "weights.json": (scoring.weights, leanings._trees),
}
CASES: Final = [(file, reader) for file, readers in READERS.items() for reader in readers]
DAMAGES: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "cut short": lambda content: content[: content.index(b'"') + 1],
    "empty": lambda _: b"",
    "no UTF-8": lambda content: content + b"\xff",
    "another's": lambda content: b'{"other": 1}' if content.startswith(b"{") else b"other = 1",
}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of newsclean/data that is read in its place."""
    copy = tmp_path / "data"
    shutil.copytree(FOLDER, copy)
    monkeypatch.setattr("newsclean.data_files.files", lambda _: tmp_path)
    monkeypatch.setattr("newsclean.language_files.folder", lambda: copy)
    return copy


def test_every_data_file_has_a_reader_here() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.suffix in (".toml", ".json")} == set(READERS)


@pytest.mark.parametrize(("file", "reader"), CASES)
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_named(data: Path, file: str, reader: Any, damage: str) -> None:
    (data / file).write_bytes(DAMAGES[damage]((data / file).read_bytes()))
    with pytest.raises(BrokenData, match=rf"{file}.*(Reinstall newsclean|make fit)"):
        reader.__wrapped__()


@pytest.mark.parametrize(("file", "reader"), [case for case in CASES if case[0] != "languages.json"])
def test_a_missing_file_is_named(data: Path, file: str, reader: Any) -> None:
    (data / file).unlink()
    with pytest.raises(BrokenData, match=rf"{file}: No such file.*Reinstall newsclean"):
        reader.__wrapped__()


def test_the_compiled_languages_may_be_missing(data: Path) -> None:
    compiled = vocabulary._loaded.__wrapped__()
    (data / "languages.json").unlink()
    assert vocabulary._loaded.__wrapped__() == compiled


@pytest.mark.parametrize("content", [b"code = ", b'code = "fr"\n', b"\xff"])
def test_a_damaged_language_is_named(data: Path, content: bytes) -> None:
    (data / "languages" / "fr.toml").write_bytes(content)
    with pytest.raises(BrokenData, match=r"fr\.toml: "):
        vocabulary._loaded.__wrapped__()


def test_missing_languages_are_told(data: Path) -> None:
    shutil.rmtree(data / "languages")
    with pytest.raises(BrokenData, match=r"languages: No such file.*Reinstall newsclean"):
        vocabulary._loaded.__wrapped__()
