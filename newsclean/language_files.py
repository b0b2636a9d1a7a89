"""Reads newsclean/data/languages/*.toml: each file checked key by key, each phrase folded, chrome phrases merged.

tomllib needs a second for all of them, too slow for every start. So the outcome is also kept as JSON in
newsclean/data/languages.json, under a digest of the files it was made from. A JSON whose digest differs is not used,
so an edited file counts at once; write the JSON anew with `python -m newsclean.language_files`.
"""

from __future__ import annotations

import json
import tomllib
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from newsclean.data_files import Table, folder, from_json, having, naming
from newsclean.errors import BrokenData
from newsclean.folding import fold
from newsclean.labels import CHROME, Label

PRECEDENCE: Final = (
    Label.CONSENT, Label.ADVERTISEMENT, Label.SPONSORED, Label.NEWSLETTER, Label.SUBSCRIBE, Label.COMMENTS, Label.SHARE,
    Label.AUTHOR_BIO, Label.TAGS, Label.POPULAR, Label.LATEST, Label.RELATED, Label.SECTION_LIST, Label.BREADCRUMB,
    Label.CAPTION_FURNITURE, Label.MASTHEAD, Label.NAVIGATION, Label.FOOTER, Label.OTHER,
)  # fmt: skip
"""The kind that wins where languages differ on a phrase: the narrow kinds before the ones that hold anything."""

LONGEST_PHRASE: Final = 90  # characters; what a match may have to look at
COMPILED: Final = "languages.json"
_FORMAT: Final = "3"  # of the JSON and of the folding; part of the digest

_PHRASE_TABLES: Final[Mapping[str, frozenset[str]]] = {
    "byline": frozenset({"prefixes", "conjunctions", "staff", "jobs", "roles"}),
    "dates": frozenset({"months", "weekdays", "published", "modified", "ago", "order"}),
    "credits": frozenset({"reporting", "photo"}),
    "access": frozenset({"locked", "continue"}),
    "status": frozenset({"error", "bot"}),
}
_ROLES: Final = frozenset({"author", "editor", "contributor", "photographer", "translator"})
_CHROME_KINDS: Final = frozenset(map(str, CHROME))
_NAMES: Final = ("code", "name", "script")
_CHROME_PARTS: Final = ("whole", "starts", "lead_ins")
_SEPARATOR: Final = "\n"  # no folded phrase holds one

Merged = dict[str, dict[str, str]]  # "whole", "starts" or "lead_ins", then kind, to phrases joined by "\n"


def load() -> Table:
    """What languages.json holds: "chrome", see `merge`, and "languages", by code, each list of phrases joined by "\\n".

    Joined, because one long string is read far faster than a thousand short ones. Raises `BrokenData` naming the file
    and the key at fault.
    """
    sources = _sources()
    digest = _digest(sources)
    if folder().joinpath(COMPILED).is_file():
        kept = from_json(COMPILED, having("digest", "chrome", "languages"))
        if kept["digest"] == digest:
            return kept
    return _compile(digest, sources)


def compile_json() -> str:
    """The text of newsclean/data/languages.json for the language files as they stand."""
    sources = _sources()
    return json.dumps(_compile(_digest(sources), sources), ensure_ascii=False, indent=1) + "\n"


def merge(tables: Iterable[Table]) -> Merged:
    """The chrome phrases of all the languages together, each phrase under one kind, as `PRECEDENCE` has it."""
    languages = tuple(tables)
    merged: Merged = {}
    for part in _CHROME_PARTS:
        phrases: dict[str, str] = {}
        for kind in reversed(PRECEDENCE):
            for table in languages:
                phrases.update(dict.fromkeys(table[part].get(kind, ()), str(kind)))
        merged[part] = {
            kind: _SEPARATOR.join(p for p, k in phrases.items() if k == kind) for kind in map(str, PRECEDENCE)
        }
    return merged


def split(joined: str) -> tuple[str, ...]:
    """The phrases of a joined list.

    >>> split("read more\\nsee also"), split("")
    (('read more', 'see also'), ())
    """
    return tuple(joined.split(_SEPARATOR)) if joined else ()


def parse(file: str, source: str) -> Table:
    """One language file, checked and folded. Raises `BrokenData` naming the file and the key at fault."""
    try:
        raw = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise BrokenData(f"{file}: not TOML: {error}") from error
    return _Reader(file).language(raw)


class _Reader:
    """Checks one file; knows its name for the message of an error."""

    def __init__(self, file: str) -> None:
        self.file = file

    def language(self, raw: Table) -> Table:
        self._known("", raw, frozenset({*_NAMES, "chrome", "lead_ins", *_PHRASE_TABLES}))
        table: Table = {key: self._name(key, raw.get(key)) for key in _NAMES}
        chrome = self._table("chrome", raw.get("chrome", {}), _CHROME_KINDS)
        for kind, phrases in chrome.items():
            self._table(f"chrome.{kind}", phrases, frozenset({"whole", "starts"}))
        for key in ("whole", "starts"):
            table[key] = {kind: self._phrases(f"chrome.{kind}.{key}", chrome[kind].get(key, [])) for kind in chrome}
        leads = self._table("lead_ins", raw.get("lead_ins", {}), _CHROME_KINDS)
        table["lead_ins"] = {kind: self._phrases(f"lead_ins.{kind}", phrases) for kind, phrases in leads.items()}
        for name, keys in _PHRASE_TABLES.items():
            part = self._table(name, raw.get(name, {}), keys)
            table[name] = {key: self._value(f"{name}.{key}", part.get(key)) for key in sorted(keys)}
        return table

    def _value(self, key: str, value: Any) -> Any:
        if key == "dates.order":
            return self._order(key, value)
        if key == "dates.months":
            return self._months(key, value)
        if key == "byline.roles":
            roles = self._table(key, {} if value is None else value, _ROLES)
            return {role: self._phrases(f"{key}.{role}", phrases) for role, phrases in roles.items()}
        phrases = [] if value is None else value
        if key == "byline.conjunctions" and isinstance(phrases, list):
            signs = [phrase for phrase in phrases if isinstance(phrase, str) and phrase and not fold(phrase)]
            return [*self._phrases(key, [phrase for phrase in phrases if phrase not in signs]), *signs]  # "&" stays
        return self._phrases(key, phrases)

    def _order(self, key: str, value: Any) -> str:
        if value not in ("dmy", "mdy", "ymd"):
            raise self._broken(key, f'"dmy", "mdy" or "ymd" expected, found {value!r}')
        return str(value)

    def _months(self, key: str, value: Any) -> list[list[str]]:
        if not isinstance(value, list) or len(value) != 12:
            raise self._broken(key, "twelve lists of names expected")
        return [self._phrases(f"{key}[{number}]", names) for number, names in enumerate(value, 1)]

    def _phrases(self, key: str, value: Any) -> list[str]:
        if not isinstance(value, list) or not all(isinstance(phrase, str) for phrase in value):
            raise self._broken(key, "a list of strings expected")
        folded = [fold(phrase) for phrase in value]
        for phrase, bare in zip(value, folded, strict=True):
            if not bare:
                raise self._broken(key, f"nothing is left of {phrase!r} once punctuation is stripped")
            if len(bare) > LONGEST_PHRASE:
                raise self._broken(key, f"{phrase!r} is longer than {LONGEST_PHRASE} characters")
        return list(dict.fromkeys(folded))

    def _name(self, key: str, value: Any) -> str:
        if not isinstance(value, str) or not value:
            raise self._broken(key, "a string expected")
        return value

    def _table(self, key: str, value: Any, known: frozenset[str]) -> Table:
        if not isinstance(value, dict):
            raise self._broken(key, "a table expected")
        self._known(f"{key}.", value, known)
        return value

    def _known(self, prefix: str, table: Table, known: frozenset[str]) -> None:
        for key in table:
            if key not in known:
                raise self._broken(f"{prefix}{key}", f"unknown key; known are {', '.join(sorted(known))}")

    def _broken(self, key: str, fault: str) -> BrokenData:
        return BrokenData(f"{self.file}: {key}: {fault}")


def _compile(digest: str, sources: Mapping[str, bytes]) -> Table:
    tables = _parse_all(sources)
    rest = {
        code: {key: _joined(table[key]) for key in _PHRASE_TABLES}
        for code, table in tables.items()
    }
    return {"digest": digest, "chrome": merge(tables.values()), "languages": rest}


def _joined(value: Any) -> Any:
    """`value` with each list of phrases joined."""
    if isinstance(value, dict):
        return {key: _joined(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_joined(part) for part in value] if value and isinstance(value[0], list) else _SEPARATOR.join(value)
    return value


def _parse_all(sources: Mapping[str, bytes]) -> dict[str, Table]:
    languages: dict[str, Table] = {}
    for file, source in sources.items():
        with naming(f"languages/{file}"):
            table = parse(file, source.decode("utf-8"))
        if f"{table['code']}.toml" != file:
            raise BrokenData(f"{file}: code: {table['code']!r} is not the file's name")
        languages[table["code"]] = table
    return languages


def _sources() -> dict[str, bytes]:
    """File name to content, in the order of the names."""
    with naming("languages"):
        entries = [entry for entry in folder().joinpath("languages").iterdir() if entry.name.endswith(".toml")]
        return dict(sorted((entry.name, entry.read_bytes()) for entry in entries))


def _digest(sources: Mapping[str, bytes]) -> str:
    """Tells an edited file from the one that was compiled; nobody forges these, so a checksum will do."""
    checksums = [f"{file} {len(source)} {zlib.crc32(source):08x}" for file, source in sources.items()]
    return f"{_FORMAT}-{zlib.crc32(' '.join(checksums).encode()):08x}"


if __name__ == "__main__":
    Path(str(folder() / COMPILED)).write_text(compile_json(), encoding="utf-8")
