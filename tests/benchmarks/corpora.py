"""`python -m tests.benchmarks.corpora [PAGES...]`: what a run costs, by number of pages and of workers.

Prints pages a second by the clock, and what does not depend on other work on the machine: the processor time of the
runner (reading and writing) and of the workers (extraction), and the memory of the runner at its highest.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import make_corpus

_RUN = """
import json, resource, sys, time
from newsclean.cli import main
start = time.monotonic()
try:
    main(sys.argv[1:])
except SystemExit:
    pass
own, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({
    "seconds": time.monotonic() - start, "runner": own.ru_utime + own.ru_stime,
    "workers": theirs.ru_utime + theirs.ru_stime, "megabytes": own.ru_maxrss / 1024,
}))
"""


def measure(corpus: Path, workers: int) -> dict[str, float]:
    """Run on the corpus, and return what it took."""
    with tempfile.TemporaryDirectory() as out:
        arguments = ["corpus", str(corpus), "-o", f"{out}/out", "--workers", str(workers)]
        command = [sys.executable, "-c", _RUN, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def report(counts: list[int]) -> None:
    """Print a line for each number of pages and of workers."""
    sys.stdout.write(" pages workers pages/s  runner CPU s  workers CPU s  overhead  runner MB\n")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            corpus = Path(folder) / "pages.warc.gz"
            make_corpus.write_warc(corpus, make_corpus.pages(count))
            for workers in (1, 2):
                found = measure(corpus, workers)
                overhead = found["runner"] / found["workers"]
                sys.stdout.write(
                    f"{count:6}{workers:8}{count / found['seconds']:8.1f}{found['runner']:14.1f}"
                    f"{found['workers']:15.1f}{overhead:10.1%}{found['megabytes']:11.0f}\n"
                )
                sys.stdout.flush()


if __name__ == "__main__":
    report([int(argument) for argument in sys.argv[1:]] or [1_000])
