"""A wire story on a local paper's page, flattened: in sixteen languages, wrapped and broken in five ways."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from newsclean import clean_text

CASES = json.loads((Path(__file__).parent / "cases" / "flattened.json").read_text("utf-8"))
LAYOUTS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "tabs": lambda text: "\n".join(f"\t{line}" if line else line for line in text.split("\n")),
    "wrapped": lambda text: "\n".join("\n".join(textwrap.wrap(line, 80)) for line in text.split("\n")),
    "tight": lambda text: "\n".join(line for line in text.split("\n") if line),
}


def flattened(case: dict[str, Any]) -> str:
    """The page of a case as a text."""
    sections = f"{case['section']}|{case['above'][1].split()[1]}"
    boxes = [[sections, "", teaser, "", teaser] for teaser in case["teasers"]]
    return "\n".join([
        *case["above"], "", case["title"], "", case["caption"], case["date"], case["source"], "",
        "\n\n".join(case["paragraphs"]), "", *([case["credit"], ""] if case["credit"] else []),
        case["related"], "", " ".join([case["title"], *case["teasers"]]), case["share"], "", case["popular"], "",
        *chain(*boxes), "", case["section"], "", *chain(*boxes[::-1]),
    ])  # fmt: skip


def every_shape() -> list[Any]:
    return [pytest.param(case, layout, id=f"{case['name']}, {layout}") for case in CASES for layout in LAYOUTS]


@pytest.mark.parametrize(("case", "layout"), every_shape())
def test_story_fields_and_boxes(case: dict[str, Any], layout: str) -> None:
    article = clean_text(LAYOUTS[layout](flattened(case)))
    assert article.text.split("\n\n") == case["paragraphs"]
    assert (article.title, article.agency) == (case["title"], case["agency"])
    assert article.published == date.fromisoformat(case["published"])
    assert article.dateline == case["dateline"] or case["dateline"] is None
    assert article.credits == ((case["credit"],) if case["credit"] else ())
    assert {"related", "share", "popular", "section_list"} <= {part.kind for part in article.chrome}
