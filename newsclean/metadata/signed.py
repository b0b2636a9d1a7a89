"""Lines that name people with their job after the name, as papers of East Asia sign a story: "이수민 기자"."""

from __future__ import annotations

import re

from newsclean.folding import fold
from newsclean.metadata.byline_words import byline_words
from newsclean.metadata.credit_words import credit_words
from newsclean.metadata.sources import sources

_LONGEST = 60  # characters
_LONGEST_PAPER = 15  # characters of what stands before "="
_MOST_BEFORE = 2  # words before the name: a department, a place
_MAIL = re.compile(r"\S{1,80}@\S{1,80}")
_BETWEEN = re.compile(r"\s*[·ㆍ・,，、/／]\s*")
_BRACKETS = " []()（）【】〔〕<>〈〉＜＞《》"
_NAME = re.compile(r"[가-힣]{2,4}|[\u3041-\u30ff\u3400-\u9fff]{2,6}")
_PARTS = re.compile(r"[|｜]|\d{4}\s?[.\-/년年][\d\s.:/\-월일시분月日時分]*")  # a bar, a date
_EQUALS = re.compile("[=＝]")


def signed_by(text: str) -> list[str]:
    """The people of a line that is nothing but names and the job after them, perhaps with a paper or address beside.

    >>> signed_by("이수민 기자 soomin@news.example"), signed_by("[초승달일보=이수민·박지훈 기자]")
    (['이수민'], ['이수민', '박지훈'])
    >>> signed_by("（佐藤美咲記者）"), signed_by("입력 2031.03.12 08:15 | 이수민 기자"), signed_by("시민 기자")
    (['佐藤美咲'], ['이수민'], [])
    """
    if len(text) > _LONGEST or text.isascii() or not any(job in text for job in sources().words["jobs_after_names"]):
        return []
    return next((names for part in _PARTS.split(text) if (names := _signed(part))), [])


def _signed(text: str) -> list[str]:
    *papers, line = (part.strip(_BRACKETS) for part in _EQUALS.split(_MAIL.sub(" ", text).strip(_BRACKETS)))
    if any(len(paper) > _LONGEST_PAPER or fold(paper) in credit_words().photo_phrases for paper in papers):
        return []  # a caption and its credit: "… 사진=이수민 기자"
    words = _BETWEEN.sub("·", line).split()
    while words and words[-1] in sources().words["beside_bylines"]:
        words.pop()
    job = _longest_end(words[-1], sources().words["jobs_after_names"]) if words else ""
    if not job:
        return []
    before = [*words[:-1], words[-1].removesuffix(job)]
    while before and (not before[-1] or _is_department(before[-1])):
        before.pop()
    if not 0 < len(before) <= 1 + _MOST_BEFORE:
        return []
    names = before[-1].split("·")
    return names if all(map(_is_name, names)) else []


def without_verb(text: str) -> str:
    """The names without the word after them that says what the people did: "林晓雨 报道".

    >>> without_verb("林晓雨 报道"), without_verb("林晓雨"), without_verb("Jane Roe")
    ('林晓雨', '林晓雨', 'Jane Roe')
    """
    if text.isascii():
        return text
    bare = text.rstrip(_BRACKETS)
    verb = _longest_end(bare, sources().words["verbs_after_names"])
    return bare.removesuffix(verb).rstrip() if verb and len(bare) > len(verb) + 1 else text


def _longest_end(text: str, words: frozenset[str]) -> str:
    return max((word for word in words if text.endswith(word)), key=len, default="")


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and not _is_department(text)


def _is_department(text: str) -> bool:
    known = byline_words()
    return text in known.staff or text in known.job_vocabulary or text in sources().words["before_jobs"]
