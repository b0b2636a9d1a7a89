"""`python -m tests.benchmarks.stages [DATA]`: what each stage of an extraction costs beside lxml's parse.

DATA is a folder of pages (`.html`, `.html.gz`), looked through to any depth; without it the pages of corpus/. Each page
is read once, so that nothing is known of it: what counts for a corpus of many sites. Writes a Markdown table to stdout.
"""

from __future__ import annotations

import argparse
import importlib
import random
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from lxml.html import document_fromstring

import newsclean
from newsclean.corpora.opened import opened

CORPUS = Path(__file__).parents[2] / "corpus"
WARM_UP = 10  # pages before the others: imports and data are no cost of a page
# where a function is called from, its name there, and the stage it belongs to
CALLS = (
    ("reading", "_parsed", "decoding and tree"),
    ("reading", "walk", "walk"),
    ("reading", "measure", "measures"),
    ("reading", "read_declared", "metadata, declared and resolved"),
    ("reading", "find_headline", "metadata, declared and resolved"),
    ("extract", "resolve", "metadata, declared and resolved"),
    ("extract", "completed", "state and JSON-LD"),
    ("extract", "story_elsewhere", "state and JSON-LD"),
    ("extract", "certainties", "rules and labels"),
    ("extract", "label", "rules and labels"),
    ("scoring", "score", "features and scores"),
    ("second_opinion", "ask", "second opinion"),
    ("extract", "story_parts", "story, chrome, Article"),
    ("extract", "chrome_sections", "story, chrome, Article"),
    ("extract", "compose", "story, chrome, Article"),
)


def page_of(path: Path) -> bytes:
    with opened(str(path)) as file:
        return bytes(file.plain.read())


def timed(module: str, name: str, spent: dict[str, float], stage: str) -> None:
    """Replace a function by itself with a clock."""
    home = importlib.import_module(f"newsclean.{module}")
    function: Callable[..., Any] = getattr(home, name)

    def with_clock(*arguments: Any, **named: Any) -> Any:
        start = process_time()
        try:
            return function(*arguments, **named)
        finally:
            spent[stage] += process_time() - start

    setattr(home, name, with_clock)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.stages", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--pages", type=int, default=300)
    options = parser.parse_args()
    paths = sorted(path for path in options.data.rglob("*") if path.name.endswith((".html", ".html.gz")))
    random.Random(1).shuffle(paths)
    pages = [page_of(path) for path in paths[WARM_UP : WARM_UP + options.pages]]
    spent: dict[str, float] = defaultdict(float)
    for module, name, stage in CALLS:
        timed(module, name, spent, stage)
    for path in paths[:WARM_UP]:
        newsclean.extract(page_of(path))
    spent.clear()
    times = []
    for page in pages:
        start = process_time()
        document_fromstring(page)
        parsed = process_time()
        newsclean.extract(page)
        times.append((parsed - start, process_time() - parsed))
    parse, whole = (sum(some) for some in zip(*times, strict=True))
    ratios = [extracted / parsed for parsed, extracted in times]
    print(f"{len(pages)} pages; the middle one takes {median(ratios):.1f} times the parse\n")
    print("| stage | times the parse |\n|---|---|")
    spent["the rest"] = whole - sum(spent.values())
    for stage, seconds in spent.items():
        print(f"| {stage} | {seconds / parse:.1f} |")
    print(f"| whole | {whole / parse:.1f} |")


if __name__ == "__main__":
    main()
