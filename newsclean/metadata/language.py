"""The language of the story: what the page declares, unless the script of the text rules it out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from newsclean.metadata.declared import Declared
from newsclean.metadata.found import Found
from newsclean.metadata.json_ld import as_text
from newsclean.metadata.script_languages import is_shared, language_of
from newsclean.metadata.sources import sources

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.@].*)?$")
_SAMPLE = 1_200  # characters of the text whose script is looked at
_MOST = 0.4  # share of the letters that tells the script; Japanese mixes three
_KANA = 0.05  # share of kana that tells Japanese from Chinese
_LAST_LATIN = "\u024f"
_FOREIGN = re.compile(f"[^\0-{_LAST_LATIN}]")
_SCRIPT_OF_NAME = {"CJK": "han", "HIRAGANA": "kana", "KATAKANA": "kana"}


def find_language(declared: Declared, text: str = "") -> Found[str] | None:
    """The BCP 47 tag: html lang, JSON-LD, og:locale, content-language; else what the script of the text tells.

    A declared language that is not written in the script of `text` is a template's default, and overruled. Of a script
    that several languages use, letters and words tell one, or none.

    >>> find_language(Declared(language="en"), "วันนี้ฝนตกหนัก").value
    'th'
    """
    script = script_of(text[:_SAMPLE])
    for tag, evidence in _declared(declared):
        normal = normalised(tag)
        if normal and _fits(normal, script):
            return Found(normal, evidence)
    if script is None:
        return None
    told = language_of(text[:_SAMPLE], script) if is_shared(script) else sources().scripts.get(script)
    return Found(told, "script") if told else None


def _declared(declared: Declared) -> Iterator[tuple[str, str]]:
    if declared.language:
        yield declared.language, "html:lang"
    for value in declared.from_articles("inLanguage"):
        item = value[0] if isinstance(value, list) else value
        code = as_text(item.get("alternateName", item.get("name")) if isinstance(item, dict) else item)
        if code:
            yield code, "json_ld:inLanguage"
    for name, text in declared.from_meta("language"):
        yield text, f"meta:{name}"


def normalised(tag: str) -> str | None:
    """The tag in the form of BCP 47, or None for something that is none.

    >>> normalised("en_us"), normalised("zh-hant-TW"), normalised("English")
    ('en-US', 'zh-Hant-TW', None)
    """
    match = _TAG.match(tag.strip())
    if match is None or match[1].lower() in ("und", "mul", "zxx"):
        return None
    language, script, region = match[1].lower(), match[2], match[3]
    return "-".join(filter(None, (language, script.title() if script else None, region.upper() if region else None)))


def script_of(text: str) -> str | None:
    """The script that most letters of a text are in, as newsclean/data/metadata.toml names it; None for Latin."""
    if _FOREIGN.search(text) is None:
        return None
    foreign = [char for char in text if char > _LAST_LATIN and char.isalpha()]
    if len(foreign) <= _MOST * len(text) / 2:
        return None
    total = sum(map(str.isalpha, text))
    scripts = Counter(map(_script, foreign))
    if scripts["kana"] > _KANA * total and scripts["kana"] + scripts["han"] > _MOST * total:
        return "kana"
    script, count = scripts.most_common(1)[0]
    return script if count > _MOST * total else None


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    first = unicodedata.name(char, "UNKNOWN").partition(" ")[0]
    return _SCRIPT_OF_NAME.get(first, first.lower())


def _fits(tag: str, script: str | None) -> bool:
    """Whether the declared language may be written in the script of the text. Latin fits all that have no other."""
    if "-Latn" in tag:
        return script is None
    language = tag.partition("-")[0]
    users = sources().written_in.get(script or "")
    return users is None or language in users
