"""What of a run is done: its settings in `run.json`, and a manifest for each input, a line an output file.

A line is written after its file has its final name. What stands in no manifest is done again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.corpora.cleaning import Tally
from newsclean.corpora.hold import held
from newsclean.corpora.parts import remove, write_whole
from newsclean.corpora.records import Failure
from newsclean.corpora.settings import Job
from newsclean.errors import BadOptions

RUN, MANIFESTS, ARTICLES = "run.json", "manifest", "articles"


class Done(NamedTuple):
    """A part of an input that is done: `pages` of it were read, and what became of them; `last`: it is the last."""

    part: int
    pages: int
    failures: list[Failure]
    tally: Tally
    last: bool


@contextmanager
def prepared(job: Job, resume: bool) -> Iterator[None]:
    """Make the output folder ready, or see that it is that of the same job; within, no other command may write to it.

    Raises:
        BadOptions: the folder holds something else, another run, or a run that is to be gone on with by `resume`, or
            another command is writing to it.
    """
    root = Path(job.output)
    _check(root, job, resume)
    root.mkdir(parents=True, exist_ok=True)
    with held(root):
        write_whole(root / RUN, _settings(job).encode())  # first: a folder without it is nobody's to go on with
        (root / ARTICLES).mkdir(exist_ok=True)
        (root / MANIFESTS).mkdir(exist_ok=True)
        for left in (root / ARTICLES).glob(".*.tmp"):
            remove(left)
        yield


def _check(root: Path, job: Job, resume: bool) -> None:
    if job.output == "-" or "://" in job.output:
        raise BadOptions(f"the output is a folder, and {job.output} is none")
    if root.exists() and not root.is_dir():
        raise BadOptions(f"{root} is a file; the output is a folder")
    if (root / RUN).exists():
        _same_run(root, job, resume)
    elif root.exists() and any(path.name != f".{RUN}.tmp" for path in root.iterdir()):
        raise BadOptions(f"{root} is not empty, and no run of newsclean: choose another folder")


def _same_run(root: Path, job: Job, resume: bool) -> None:
    if not resume:
        raise BadOptions(f"{root} holds a run already: add --resume to go on with it, or choose another folder")
    try:
        before = json.loads((root / RUN).read_bytes())
    except ValueError:
        raise BadOptions(f"{root / RUN} is damaged: choose another folder") from None
    now = json.loads(_settings(job))
    differing = sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
    if differing:
        raise BadOptions(
            f"{root} holds another run: {', '.join(differing)} differ. Give what it was started with, or another folder"
        )


def _settings(job: Job) -> str:
    from newsclean import __version__

    values = job.model_dump(mode="json", exclude={"output": True, "sources": {"__all__": {"folder": True}}})
    return json.dumps(values | {"newsclean": __version__}, indent=1, ensure_ascii=False) + "\n"


def record(root: Path, shard: int, done: Done) -> None:
    """Add a line to the manifest of an input, and bring it to the disk."""
    tally = [[*key, count] for key, count in sorted(done.tally.items())]
    line = {**done._asdict(), "failures": [list(each) for each in done.failures], "tally": tally}
    with open(_path(root, shard), "ab") as file:
        file.write(json.dumps(line).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def read(root: Path, shard: int) -> Iterator[Done]:
    """Yield what is done of an input. A line that was cut off by a kill does not count, and is taken away."""
    path = _path(root, shard)
    if not path.exists():
        return
    with open(path, "r+b") as file:
        whole = 0
        for line in file:
            if not line.endswith(b"\n"):
                file.truncate(whole)
                return
            whole += len(line)
            yield _done(json.loads(line))


def _done(line: dict[str, Any]) -> Done:
    tally = Tally({(subject, value): count for subject, value, count in line["tally"]})
    return Done(line["part"], line["pages"], [Failure(*each) for each in line["failures"]], tally, line["last"])


def _path(root: Path, shard: int) -> Path:
    return root / MANIFESTS / f"{shard:05}.jsonl"
