"""The run: chunks to the workers, what they make of them in order to the parts, and a manifest line a part."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from newsclean.corpora import manifest
from newsclean.corpora.chunks import Chunk, chunks
from newsclean.corpora.cleaning import Tally
from newsclean.corpora.crew import Crew, Step, in_order
from newsclean.corpora.parts import PartFile, new_part, put, remove, suffix_of
from newsclean.corpora.records import Failure
from newsclean.corpora.settings import Job
from newsclean.corpora.worker import Outcome, cleaned


def run(
    job: Job, workers: int, watch: Callable[[Step], None] | None = None, shards: Iterable[int] | None = None
) -> None:
    """Clean the inputs of the job, or those of the given numbers, into the output folder, but for what is done.

    The output is the same for any number of workers. `watch` is called after each chunk.

    Raises:
        WorkersFail: worker processes cannot be started.
        OSError: the output cannot be written; what is under way is taken away again.
    """
    numbers = range(len(job.sources)) if shards is None else shards
    keeper = _Keeper(job, frozenset(numbers))
    crew = Crew(job, workers, cleaned)
    try:
        for step in in_order(crew, chunks(job, numbers), workers):
            keeper.take(step)
            if watch is not None:
                watch(step)
    finally:
        crew.end()
        keeper.drop()


def run_shard(job: Job, shard: int) -> None:
    """Clean one input with one worker: what an engine runs as a task. Run again, it goes on where it ended."""
    run(job, 1, shards=[shard])


class _Keeper:
    """The part under way: its file, its failures, its counts."""

    def __init__(self, job: Job, shards: frozenset[int]) -> None:
        self._job, self._shards = job, shards
        self._root = Path(job.output)
        self._file: PartFile | None = None
        self._pages, self._failures, self._tally = 0, list[Failure](), Tally()

    def take(self, step: Step) -> None:
        """Add a chunk; the last of a part ends it."""
        chunk, outcome = step
        self._pages += len(chunk.items)
        self._tally.update(chunk.skipped)
        self._failures += _failures(chunk, outcome)
        for item in chunk.items:
            if isinstance(item, Failure):
                self._tally["failures", item.reason] += 1
        if outcome is not None:
            self._tally.update(outcome.tally)
            if outcome.tally["articles", ""]:
                if self._file is None:
                    self._file = new_part(self._job, self._temporary(chunk))
                self._file.write(outcome.payload)
        if chunk.ends_part:
            self._end_part(chunk)

    def _end_part(self, chunk: Chunk) -> None:
        if self._file is not None:
            self._file.close()
            put(self._temporary(chunk), self._root / manifest.ARTICLES / f"{_name(chunk)}{suffix_of(self._job)}")
        done = manifest.Done(chunk.part, self._pages, self._failures, self._tally, chunk.ends_shard)
        manifest.record(self._root, chunk.shard, done)
        self._file, self._pages, self._failures, self._tally = None, 0, [], Tally()

    def _temporary(self, chunk: Chunk) -> Path:
        return self._root / manifest.ARTICLES / f".{_name(chunk)}.tmp"

    def drop(self) -> None:
        """Take away what is under way, though a signal came before its file was known here."""
        for left in (self._root / manifest.ARTICLES).glob(".*-*.tmp"):
            if int(left.name[1:].partition("-")[0]) in self._shards:  # others may be another task's, under way
                remove(left)


def _name(chunk: Chunk) -> str:
    return f"{chunk.shard:05}-{chunk.part:05}"


def _failures(chunk: Chunk, outcome: Outcome | None) -> list[Failure]:
    """The failures of a chunk in the order of its pages; those of the workers are numbered among the records."""
    of_workers = iter(outcome.failures if outcome else ())
    waiting = next(of_workers, None)
    found, place = [], 0
    for item in chunk.items:
        if isinstance(item, Failure):
            found.append(item)
            continue
        if waiting is not None and waiting[0] == place:
            found.append(waiting[1])
            waiting = next(of_workers, None)
        place += 1
    return found
