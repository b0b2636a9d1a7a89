"""`python -m tests.benchmarks.quality DATA`: the story against gold, on sites that the weights have not seen.

DATA is the folder of sets that `newsclean.fitting` reads; docs/benchmarks.md says what it holds. Fitting the folds
takes minutes, so `--folds FOLDER` keeps their weights and finds them again.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import mean
from typing import NamedTuple
from unittest.mock import patch

from newsclean import Options, extract, features, labelling, scoring
from newsclean.fitting import boosting
from newsclean.fitting.align import words
from newsclean.fitting.crossvalidation import FOLDS, NEARLY_ALL, fold_of
from newsclean.fitting.examples import examples
from newsclean.fitting.gold import GoldPage, read_gold
from newsclean.forest import Cascade
from newsclean.rules import masthead, traits
from newsclean.rules.order import Order, Rule
from tests.benchmarks.peers import PEERS, difference

Reader = Callable[[GoldPage], "Story"]
SURE = 0.9
CLOSE = 0.95


class Story(NamedTuple):
    """What a system made of a page."""

    text: str
    confidence: float = 0.0
    language: str | None = None


class Score(NamedTuple):
    """A page's word precision, recall and F1, where its gold is a text; shares of segments, where it has some."""

    page: GoldPage
    story: Story
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    kept: float | None = None
    left_out: float | None = None


def score(page: GoldPage, story: Story) -> Score:
    """Words count as often as they stand in both, in whatever order; segments must stand there letter by letter."""
    if not page.text:
        flat = " ".join(story.text.split())
        kept = [" ".join(segment.split()) in flat for segment in page.inside]
        out = [" ".join(segment.split()) not in flat for segment in page.outside]
        return Score(page, story, kept=mean(kept) if kept else None, left_out=mean(out) if out else None)
    found, gold = Counter(words(story.text)), Counter(words(page.text))
    shared = (found & gold).total()
    f1 = 2 * shared / (found.total() + gold.total())
    return Score(page, story, shared / max(1, found.total()), shared / gold.total(), f1)


def fold_weights(pages: Sequence[GoldPage], kept_in: Path | None) -> list[Cascade]:
    """The weights of each fold, fitted without the sites of that fold."""
    if kept_in is not None and (kept_in / f"fold{FOLDS - 1}.json").exists():
        tables = [json.loads((kept_in / f"fold{fold}.json").read_text("utf-8")) for fold in range(FOLDS)]
        return [scoring.forest_from(table) for table in tables]
    made = [example for example in examples(pages) if example.rows]
    tables = []
    for fold in range(FOLDS):
        tables.append(boosting.fit([example for example in made if fold_of(example.page.site) != fold]))
        if kept_in is not None:
            (kept_in / f"fold{fold}.json").write_text(json.dumps(tables[-1]), encoding="utf-8")
    return [scoring.forest_from(table) for table in tables]


def newsclean_reader(weights: Sequence[Cascade], options: Options) -> Reader:
    """`extract` with the weights of the page's fold."""

    def read(page: GoldPage) -> Story:
        with patch.object(scoring, "weights", lambda: weights[fold_of(page.site)]):
            article = extract(page.html, url=page.url, options=options)
        return Story(article.text, article.confidence, article.language)

    return read


@contextmanager
def without(part: str | None) -> Iterator[None]:
    """The library without its rules, or without what the metadata says of the story."""
    with ExitStack() as changes:
        if part == "rules":
            headline = Rule(masthead.headline, traits.HEADLINE)
            changes.enter_context(patch.object(labelling, "CERTAIN", Order(headline)))
            changes.enter_context(patch.object(labelling, "STORY", Order()))
            changes.enter_context(patch("newsclean.rules.areas.AREAS", ()))
        elif part == "metadata":
            columns = features.columns

            def blind(layout, measures, clues, wanted):  # type: ignore[no-untyped-def]  # as `columns`
                return columns(layout, measures, clues._replace(body="", description="", authors=()), wanted)

            changes.enter_context(patch.object(features, "columns", blind))
        yield


def line(name: str, scores: Sequence[Score]) -> str:
    """One row of a table; figures in percent."""
    f1 = [s.f1 for s in scores if s.f1 is not None]
    figures = [
        mean(f1) if f1 else None,
        mean(s.precision for s in scores if s.precision is not None) if f1 else None,
        mean(s.recall for s in scores if s.recall is not None) if f1 else None,
        mean(value >= NEARLY_ALL for value in f1) if f1 else None,
        *(mean(values) if values else None for values in (
            [s.kept for s in scores if s.kept is not None], [s.left_out for s in scores if s.left_out is not None],
        )),
    ]  # fmt: skip
    cells = "".join(f"{100 * value:8.1f}" if value is not None else " " * 8 for value in figures)
    return f"{name:28}{len(scores):6}{cells}"


def by_language(scores: Sequence[Score]) -> Iterator[str]:
    """A row for each language with three pages or more."""
    spoken: dict[str, list[Score]] = {}
    for one in scores:
        if one.f1 is not None:
            spoken.setdefault((one.story.language or "?").split("-")[0], []).append(one)
    for language, found in sorted(spoken.items(), key=lambda item: -len(item[1])):
        if len(found) >= 3:
            yield line(f"  {language}", found)


def by_confidence(scores: Sequence[Score]) -> Iterator[str]:
    """For bands of confidence, how many pages there are, and the share of them that are right."""
    for low, high in ((0.0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, SURE), (SURE, 1.01)):
        f1 = [s.f1 for s in scores if s.f1 is not None and low <= s.story.confidence < high]
        if f1:
            yield f"  {low:.1f} to {min(high, 1):.1f}: {len(f1):5} pages, {100 * mean(v >= CLOSE for v in f1):5.1f} %"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.quality", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sets", help="only these, separated by commas")
    parser.add_argument("--peers", default="", help=f"of {', '.join(PEERS)}, where they are installed")
    parser.add_argument("--folds", type=Path, help="a folder that keeps the weights of the folds")
    parser.add_argument("--mode", default="balanced", choices=("balanced", "precision", "recall"))
    parser.add_argument("--without", choices=("rules", "metadata", "second_opinion", "fallback"))
    parser.add_argument("--worst", type=int, default=0, help="show so many pages with what is missing and too much")
    return parser.parse_args()


def main() -> None:
    """Print a table a set, then languages, confidence and the worst pages over all sets."""
    chosen = arguments()
    pages = list(read_gold(chosen.data))
    weights = fold_weights(pages, chosen.folds)
    off = chosen.without
    options = Options(
        mode=chosen.mode, second_opinion=off != "second_opinion", structured_fallback=off != "fallback"
    )
    readers: dict[str, Reader] = {"newsclean": newsclean_reader(weights, options)}
    for name in filter(None, chosen.peers.split(",")):
        peer = PEERS[name]()
        readers[name] = lambda page, peer=peer: Story(peer(page.html))  # type: ignore[misc]
    names = chosen.sets.split(",") if chosen.sets else sorted({page.set for page in pages})
    ours: list[Score] = []
    print(f"{'':28}{'pages':>6}" + "".join(f"{title:>8}" for title in ("F1", "P", "R", ">98", "kept", "out")))
    for name in names:
        for system, reader in readers.items():
            with without(off if system == "newsclean" else None):
                scores = [score(page, reader(page)) for page in pages if page.set == name]
            print(line(f"{name}, {system}", scores), flush=True)
            ours += scores if system == "newsclean" else []
    print("languages", *by_language(ours), "confidence: share of pages with F1 >= 0.95", *by_confidence(ours), sep="\n")
    worst = sorted((s for s in ours if s.f1 is not None), key=lambda s: s.f1 or 0.0)[: chosen.worst]
    for one in worst:
        print(f"\n{one.page.set}/{one.page.name}  F1 {one.f1:.3f}  {one.page.url or ''}")
        print(difference(one.page.text, one.story.text, colour=sys.stdout.isatty()))


if __name__ == "__main__":
    main()
