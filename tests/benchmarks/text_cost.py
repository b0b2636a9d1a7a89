"""`python -m tests.benchmarks.text_cost`: what `clean_text` and a SiteModel cost, as ratios within one run.

`clean_text` is compared with `str.splitlines` and `ftfy.fix_text` of the same text, `extract` with a model to `extract`
without; a model fed with 100,000 made pages shows that its memory does not grow.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from pickle import dumps
from time import process_time

from ftfy import fix_text

from newsclean import SiteModel, clean_text, extract
from newsclean.reading import read

CORPUS = Path(__file__).parents[2] / "corpus"
ROUNDS = 9
MADE = 100_000


def report() -> None:
    """Print the ratios."""
    pages = [path.read_bytes() for path in sorted(CORPUS.glob("*/*/page.html"))]
    texts = ["\n\n".join(block.text for block in read(page).layout.blocks if block.text) for page in pages]
    ours, theirs = fastest(
        lambda: [clean_text(text) for text in texts], lambda: [(text.splitlines(), fix_text(text)) for text in texts]
    )
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"clean_text        {size / ours:6.2f} MB/s, {ours / theirs:.2f} times splitlines and fix_text")
    model = SiteModel()
    for page in pages:
        model.add(page)
    site = model.freeze()
    plain, informed = fastest(
        lambda: [extract(page) for page in pages], lambda: [extract(page, site=site) for page in pages]
    )
    print(f"extract(site=)    {informed / plain:6.2f} times extract")
    empty = len(dumps(SiteModel()))
    for number in range(MADE):
        model.add_text(f"Page {chr(0x4E00 + number % 20_000)}{number // 20_000}\nThe same line\nAnother {number}")
    print(f"SiteModel         {len(dumps(model)) / empty:6.2f} times an empty one, after {MADE} made pages")


def fastest(*works: Callable[[], object]) -> list[float]:
    """The processor time of each work's fastest round, in seconds; they take turns, so that all see one machine."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, found in zip(works, times, strict=True):
            start = process_time()
            work()
            found.append(process_time() - start)
    return [min(found) for found in times]


if __name__ == "__main__":
    report()
    sys.exit(0)
