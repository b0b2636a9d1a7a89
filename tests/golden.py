"""The golden pages: what is expected of each, as files, and how to read a difference.

`python -m tests.golden` extracts every page of `corpus/` anew, rewrites its `expected.json` and prints what changed;
`python -m tests.golden live-blog` or `… live-blog/en-storm-updates` does so for some. Review the difference before
you commit it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import Any

from newsclean import extract

CORPUS = Path(__file__).parents[1] / "corpus"
PARTS = ("blocks", "chrome", "related")
DERIVED = ("text",)  # of the blocks, which are in the file


def slugs() -> list[str]:
    """The pages, as template/slug."""
    return sorted(str(page.parent.relative_to(CORPUS)) for page in CORPUS.glob("*/*/page.html"))


def intent_of(slug: str) -> dict[str, Any]:
    """What a person says is right for a page."""
    intent: dict[str, Any] = json.loads((CORPUS / slug / "intent.json").read_text("utf-8"))
    return intent


def expected_of(slug: str) -> dict[str, Any]:
    """The Article as the file has it; empty where there is none yet."""
    path = CORPUS / slug / "expected.json"
    expected: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return expected


def extracted(slug: str) -> dict[str, Any]:
    """The Article of a page as plain JSON types."""
    article = extract((CORPUS / slug / "page.html").read_bytes())
    return {name: value for name, value in article.to_dict().items() if name not in DERIVED}


def difference(expected: Mapping[str, Any], found: Mapping[str, Any]) -> str:
    """A unified difference of two Articles, a line a field and a line a block; empty where they are equal."""
    before, after = list(_lines(expected)), list(_lines(found))
    return "\n".join(unified_diff(before, after, "expected", "found", lineterm="", n=1))


def _lines(article: Mapping[str, Any]) -> Iterator[str]:
    for name, value in article.items():
        if name not in PARTS:
            yield f"{name}: {json.dumps(value, ensure_ascii=False)}"
    for name in PARTS:
        for part in article.get(name, ()):
            head = part.get("type") or part.get("kind")
            rest = {key: value for key, value in part.items() if key not in ("type", "kind", "text")}
            yield f"{name} {head}: {part['text']!r} {json.dumps(rest, ensure_ascii=False)}"


def rewrite(chosen: Sequence[str]) -> None:
    """Write `expected.json` for the pages whose template or slug was named, or for all, and print what changed."""
    for slug in slugs():
        if chosen and slug not in chosen and slug.split("/")[0] not in chosen:
            continue
        found = extracted(slug)
        changes = difference(expected_of(slug), found)
        if changes:
            sys.stdout.write(f"=== {slug}\n{changes}\n")
            text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
            (CORPUS / slug / "expected.json").write_text(text, "utf-8")


if __name__ == "__main__":
    rewrite(sys.argv[1:])
