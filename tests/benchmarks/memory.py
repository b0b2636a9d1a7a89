"""`python -m tests.benchmarks.memory extract|corpus [PAGES]`: whether memory grows with the pages that were cleaned.

`extract` cleans 200,000 pages in one process and looks at its resident memory after each thousand; `corpus` starts
`newsclean corpus` with two workers on 50,000 and looks at the runner and its workers meanwhile. No page is like
another: hosts, addresses, classes, names and words change, so that a cache without a bound would show.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from tests import make_corpus
from tests.benchmarks.lines import Curve, svg

PART = 1_000  # pages between two looks
GOLDEN_EVERY = 50  # the golden pages are larger, and reach rules that the short ones do not
_SHORT = """<!doctype html><html lang=en><head><title>Ferry {n} is late | The Tern {s}</title>
<meta property=og:site_name content="The Tern {s}"><meta name=author content="Ida Holm{s}">
<meta property=article:published_time content="2031-05-{d:02}T09:00:00Z">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Ferry {n} is late"}}</script></head>
<body class=t{s}><nav class=n-{n}><a href=/>Home</a> <a href=/s{s}>Section {s}</a> <a href=/w>Weather</a></nav>
<article class="a{n}"><h1>Ferry {n} is late</h1><p class=by{s}>By Ida Holm{s}, {d} May 2031</p>
<p>The ferry number {n} left the harbour of x{n}holm an hour late on Monday, its crew said, because of the fog.</p>
<p>“Nobody on the quay could say why that was,” the keeper said. It didnâ€™t matter to the {n} passengers.</p>
<p>The harbour office counted {n} boats that day, and wrote each of them into the book that it has kept since.</p>
</article><ul class=r{n}><li><a href=/s{s}/{n}a>More on ferry {n}</a><li><a href=/s{s}/{n}b>Boats of day {d}</a></ul>
<footer><p>© 2031 The Tern {s}. All rights reserved.</p><a href=/privacy>Privacy</a></footer></body></html>"""


def pages(count: int) -> Iterator[make_corpus.Made]:
    """Yield short pages, and a golden one in fifty."""
    golden = make_corpus.pages(count)
    for number in range(count):
        long = next(golden)
        if number % GOLDEN_EVERY == 0:
            yield long
        else:
            site = number % 1_009
            html = _SHORT.format(n=number, s=site, d=number % 31 + 1).encode()
            yield make_corpus.Made(f"page-{number}", f"https://tern{site}.example/{number}", html)


def megabytes(pid: int | str = "self") -> float:
    """The resident memory of a process now; 0 where it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    return int((status.partition("VmRSS:")[2].split() or ["0"])[0]) / 1024


def of_extract(count: int) -> list[Curve]:
    """Clean the pages here."""
    from newsclean import extract

    found: list[tuple[float, float]] = []
    made = pages(count)
    for done in range(PART, count + 1, PART):
        for page in islice(made, PART):
            extract(page.html, url=page.url)
        found.append((done, megabytes()))
        _tell(done, found[-1][1])
    return [Curve("one process", found)]


def of_corpus(count: int, workers: int = 2) -> list[Curve]:
    """Clean the pages by the command, and look at it each second."""
    with tempfile.TemporaryDirectory() as folder:
        corpus, out = Path(folder) / "pages.warc.gz", Path(folder) / "out"
        make_corpus.write_warc(corpus, pages(count))
        arguments = ["corpus", str(corpus), "-o", str(out), "--workers", str(workers), "--part-size", str(PART)]
        command = [sys.executable, "-c", "from newsclean.cli import main; main()", *arguments]
        runner: list[tuple[float, float]] = []
        largest: list[tuple[float, float]] = []
        with subprocess.Popen(command) as run:
            while run.poll() is None:
                time.sleep(1)
                done, own = _done(out), megabytes(run.pid)
                theirs = [megabytes(child) for child in _children(run.pid)] if own else []
                if own and theirs and (not runner or runner[-1][0] != done):
                    runner.append((done, own))
                    largest.append((done, max(theirs)))
                    _tell(done, own, *theirs)
    return [Curve("runner", runner), Curve("largest worker", largest)]


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # the thread has ended since
            found += map(int, path.read_text(encoding="utf-8").split())
    return found


def _done(out: Path) -> int:
    """The pages of the parts that are written."""
    lines = out.joinpath("manifest/00000.jsonl")
    if not lines.exists():
        return 0
    return sum(json.loads(line)["pages"] for line in lines.read_bytes().splitlines(True) if line.endswith(b"\n"))


def _tell(done: int, *sizes: float) -> None:
    sys.stdout.write(f"{done:8} pages " + " ".join(f"{size:7.1f}" for size in sizes) + " MB\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.memory", description=__doc__)
    parser.add_argument("what", choices=["extract", "corpus"])
    parser.add_argument("pages", nargs="?", type=int)
    parser.add_argument("--picture", type=Path, help="an SVG file for memory against pages")
    chosen = parser.parse_args()
    count = chosen.pages or (200_000 if chosen.what == "extract" else 50_000)
    curves = of_extract(count) if chosen.what == "extract" else of_corpus(count)
    if chosen.picture:
        chosen.picture.write_text(svg(f"Memory over {count:,} pages", curves), encoding="utf-8")


if __name__ == "__main__":
    main()
