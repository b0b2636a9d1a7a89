"""What a run did: `failures.jsonl` and `summary.json`, made from the manifests, and a few lines for people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.corpora import manifest
from newsclean.corpora.cleaning import Tally
from newsclean.corpora.parts import whole, write_whole
from newsclean.corpora.settings import Job

FAILURES = "failures.jsonl"
BY_VALUE = ("kinds", "languages", "repairs", "dropped", "failures", "skipped")


class Effort(NamedTuple):
    """What the command that ends had to do: `before` pages were done when it started, by the run it went on with."""

    before: int
    seconds: float
    engine: str


def pages_done(job: Job) -> int:
    """The pages that stand in the manifests."""
    return sum(done.pages for shard in range(len(job.sources)) for done in manifest.read(Path(job.output), shard))


def finish(job: Job, effort: Effort) -> dict[str, Any]:
    """Write failures and summary of all that is done, and return the summary. Every failure stands there once."""
    root = Path(job.output)
    pages, tally, ended = 0, Tally(), 0
    with whole(root / FAILURES) as file:
        for shard in range(len(job.sources)):
            for done in manifest.read(root, shard):
                pages += done.pages
                tally.update(done.tally)
                ended += done.last
                for failure in done.failures:
                    file.write(json.dumps(failure._asdict(), ensure_ascii=False).encode() + b"\n")
    summary = _summary(pages, tally) | {"complete": ended == len(job.sources)} | _effort(effort, pages)
    write_whole(root / "summary.json", json.dumps(summary, indent=1, ensure_ascii=False).encode() + b"\n")
    return summary


def _summary(pages: int, tally: Tally) -> dict[str, Any]:
    failed = sum(count for (subject, _), count in tally.items() if subject == "failures")
    dropped = sum(count for (subject, _), count in tally.items() if subject == "dropped")
    numbers = {"pages": pages, "written": pages - failed - dropped, "failed": failed}
    words = {name: tally[name, ""] for name in ("words_kept", "words_removed")}
    return numbers | words | {name: _values(tally, name) for name in BY_VALUE}


def _values(tally: Tally, subject: str) -> dict[str, int]:
    """The counts of a subject, the largest first."""
    found = [(value, count) for (each, value), count in tally.items() if each == subject]
    return dict(sorted(found, key=lambda pair: (-pair[1], pair[0])))


def _effort(effort: Effort, pages: int) -> dict[str, Any]:
    rate = round((pages - effort.before) / effort.seconds, 1) if effort.seconds else 0.0
    return {"seconds": round(effort.seconds, 1), "pages_per_second": rate, "engine": effort.engine}


def for_people(summary: dict[str, Any]) -> str:
    """The summary in a few lines.

    >>> print(for_people({"pages": 3, "written": 2, "failed": 1, "pages_per_second": 1.5, "words_kept": 9,
    ...                   "words_removed": 4, "failures": {"time_limit": 1}, "kinds": {"article": 2}}))
    3 pages, 1.5 a second: 2 written, 1 failed
    words: 9 kept, 4 removed
    kinds: article 2
    failures: time_limit 1
    """
    lines = [
        f"{summary['pages']:,} pages, {summary['pages_per_second']} a second: {summary['written']:,} written, "
        f"{summary['failed']:,} failed",
        f"words: {summary['words_kept']:,} kept, {summary['words_removed']:,} removed",
    ]
    for name in BY_VALUE:
        values = list(summary.get(name, {}).items())
        if values:
            more = f", {len(values) - 8} more" if len(values) > 8 else ""
            lines.append(f"{name}: " + ", ".join(f"{value} {count:,}" for value, count in values[:8]) + more)
    return "\n".join(lines)
