"""readability-lxml's reading of a page, in fewer steps."""

from __future__ import annotations

from typing import Any

from readability import Document
from readability.readability import text_length


class Reader(Document):  # type: ignore[misc]  # it has no types
    """A `Document` that comes to the same summary."""

    def get_link_density(self, elem: Any) -> float:
        """The share of an element's text that lies in links."""
        return sum(map(_length, elem.findall(".//a"))) / max(_length(elem), 1)


def _length(element: Any) -> int:
    """What `text_length` gives: it replaces with regular expressions what most texts do not have.

    Lines are trimmed and blank ones go; if no line then holds two spaces in a row, nothing is left to be replaced.
    """
    text = element.text_content()
    cleaned = "\n".join([line for line in map(str.strip, text.split("\n")) if line])
    length = len(cleaned)
    return length if length == len(" ".join(cleaned.split())) else int(text_length(element))
