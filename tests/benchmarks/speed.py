"""`python -m tests.benchmarks.speed [DATA]`: newsclean and its peers over the same pages, page by page in turn.

DATA is the folder of sets that `newsclean.fitting` reads (docs/benchmarks.md says what it holds); without it the pages
of corpus/ are timed, and nobody is scored. Times are of the process, and ratios to lxml's parse of the same page, so
that other work on the machine counts little. Writes a Markdown table to stdout, and a plot to `--picture`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from statistics import mean, median, quantiles
from typing import NamedTuple

from newsclean import Options
from newsclean.fitting.crossvalidation import NEARLY_ALL
from newsclean.fitting.gold import GoldPage, read_gold
from tests.benchmarks import alone, plot
from tests.benchmarks.peers import MODULES, PARSE, SYSTEMS, Peer, text_of
from tests.benchmarks.quality import Story, fold_weights, newsclean_reader, score

CORPUS = Path(__file__).parents[2] / "corpus"
MEASURED_APART = 15  # pages of the run that shows memory: many more show hardly more


class Figures(NamedTuple):
    """What a system took over all pages, and how good its texts are where there is gold."""

    name: str
    version: str
    median: float  # times the parse of the same page
    p99: float
    pages_a_second: float  # of one core
    start_seconds: float
    megabytes: float
    f1: float | None
    nearly_all: float | None


def pages_of(folder: Path | None, most: int) -> list[GoldPage]:
    """At most so many pages of each set, spread evenly over it; without a folder, the pages of corpus/."""
    if folder is None:
        paths = sorted(CORPUS.glob("*/*/page.html"))
        return [GoldPage(path.parent.name, "corpus", "", None, path.read_bytes(), "") for path in paths]
    chosen = []
    for _, group in groupby(read_gold(folder), key=lambda page: page.set):
        pages = [page for page in group if page.text]
        chosen += pages[:: max(1, len(pages) // most)][:most]
    return chosen


class Run(NamedTuple):
    """A system over all pages: the best seconds of each page, and its text."""

    seconds: list[float]
    texts: list[str]


def run(pages: Sequence[GoldPage], systems: Mapping[str, Peer], rounds: int) -> dict[str, Run]:
    """Run each system over each page so often; on a page, the systems take turns."""
    runs = {name: Run([], []) for name in systems}
    for name, system in systems.items():
        text_of(name, system, pages[0].html)  # loads its data
    for number, page in enumerate(pages, 1):
        best = dict.fromkeys(systems, float("inf"))
        texts = {}
        for _ in range(rounds):
            for name, system in systems.items():
                start = time.process_time()
                texts[name] = text_of(name, system, page.html)
                best[name] = min(best[name], time.process_time() - start)
        for name, of_system in runs.items():
            of_system.seconds.append(best[name])
            of_system.texts.append(texts[name])
        if number % 20 == 0:
            print(f"{number} of {len(pages)} pages", file=sys.stderr, flush=True)
    return runs


def quality(pages: Sequence[GoldPage], texts: Sequence[str]) -> tuple[float | None, float | None]:
    """Mean F1 of the pages with gold, and the share of them at 0.98 or more."""
    f1 = [score(page, Story(text)).f1 or 0.0 for page, text in zip(pages, texts, strict=True) if page.text]
    return (mean(f1), mean(value >= NEARLY_ALL for value in f1)) if f1 else (None, None)


def figures(pages: Sequence[GoldPage], rounds: int, folds: Path | None) -> Iterator[Figures]:
    """The figures of each system that is installed."""
    systems = {name: make() for name, make in SYSTEMS.items() if find_spec(MODULES.get(name, name).partition(".")[0])}
    runs = run(pages, systems, rounds)
    if folds is not None:  # so that no page is read with weights that have seen its site
        reader = newsclean_reader(fold_weights((), folds), Options())
        runs["newsclean"] = Run(runs["newsclean"].seconds, [reader(page).text for page in pages])
    some = [page.html for page in pages[:: max(1, len(pages) // MEASURED_APART)]]
    for name, (seconds, texts) in runs.items():
        ratios = [own / parse for own, parse in zip(seconds, runs[PARSE].seconds, strict=True)]
        scored = quality(pages, texts) if name != PARSE else (None, None)
        yield Figures(
            name, _version(name), median(ratios), quantiles(ratios, n=100)[98], len(pages) / sum(seconds),
            *alone.measure(name, some), *scored,
        )  # fmt: skip


def _version(name: str) -> str:
    try:
        return version("lxml" if name == PARSE else name.partition(" ")[0])
    except PackageNotFoundError:
        return ""  # newsclean, run from a checkout


def table(found: Sequence[Figures]) -> str:
    """The figures in Markdown."""
    head = "system | F1, at 0.98 | times the parse: median, p99 | pages/s | start, s | memory, MB"
    rows = [
        f"| {' '.join(filter(None, f[:2]))} | {_percent(f)} | {f.median:.1f}, {f.p99:.0f} | {f.pages_a_second:.0f} "
        f"| {f.start_seconds:.2f} | {f.megabytes:.0f} |"
        for f in found
    ]
    return "\n".join([f"| {head} |", "|---" * 6 + "|", *rows])


def _percent(one: Figures) -> str:
    return "" if one.f1 is None else f"{100 * one.f1:.1f}, {100 * (one.nearly_all or 0):.0f} %"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.speed", description=__doc__)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--pages", type=int, default=40, help="at most so many of each set")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folds", type=Path, help="weights that tests.benchmarks.quality kept, for an honest F1")
    parser.add_argument("--picture", type=Path, help="an SVG file for quality against speed")
    return parser.parse_args()


def main() -> None:
    """Print the table; draw quality against speed where there is gold."""
    chosen = arguments()
    pages = pages_of(chosen.data, chosen.pages)
    found = list(figures(pages, chosen.rounds, chosen.folds))
    size = mean(len(page.html) for page in pages) / 1e3
    print(f"{len(pages)} pages, {size:.0f} kB on average, best of {chosen.rounds}\n\n{table(found)}")
    points = [plot.Point(f.name, f.pages_a_second, 100 * f.f1) for f in found if f.f1 is not None]
    if chosen.picture and points:
        chosen.picture.write_text(plot.svg(points), encoding="utf-8")


if __name__ == "__main__":
    main()
