"""Lines of several fields, a label and a colon before each: "2031-03-12 来源：月牙日报 记者：林晓雨 编辑：王芳"."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean.folding import fold
from newsclean.metadata.byline_words import byline_words
from newsclean.metadata.credit_words import credit_words

_LONGEST = 160  # characters of a line
_LONGEST_VALUE = 40  # characters of a field
_LABEL = re.compile(r"(?:^|(?<=[\s|｜(（【\[;；,，]))([^\W\d_]{1,20})\s?[:：]\s*")
_ENDS = " \t|｜)）】];；,，"


class Field(NamedTuple):
    """A known label, the role it gives to the named (None: it names a source, or a date), and what follows it."""

    role: str | None
    value: str


def fields_of_line(text: str) -> list[Field]:
    """The fields of a line, empty for any other: all labels are words of bylines or credits, and short texts follow.

    What stands before the first label, mostly a date, is in no field.

    >>> [field.value for field in fields_of_line("记者：林晓雨 编辑：王芳")]
    ['林晓雨', '王芳']
    >>> fields_of_line("The question: who pays?")
    []
    """
    if len(text) > _LONGEST or (":" not in text and "：" not in text):
        return []
    labels = list(_LABEL.finditer(text))
    ends = [label.start() for label in labels[1:]] + [len(text)]
    found = []
    for label, end in zip(labels, ends, strict=False):
        word, value = fold(label[1]), text[label.end() : end].strip(_ENDS)
        role = byline_words().roles.get(word)
        known = role is not None or credit_words().reporting.starts(word) is not None or word in byline_words().staff
        if not known or not 0 < len(value) <= _LONGEST_VALUE:
            return []
        found.append(Field(role, value))
    return found


def before_fields(text: str) -> str:
    """What stands before the first label of a line: "2031-03-12 08:15 "."""
    label = _LABEL.search(text)
    return text[: label.start()] if label is not None else text
