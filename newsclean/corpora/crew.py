"""Worker processes under threads of the runner, and what they make of the chunks, in order."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

from newsclean.corpora.chunks import Chunk
from newsclean.corpora.records import Record
from newsclean.corpora.settings import Job
from newsclean.corpora.worker import Outcome, Task, Worker

UNDER_WAY = 16  # chunks a worker: a page that takes its whole time limit must not leave the other workers idle for long


class Step(NamedTuple):
    """A chunk that is done, and what became of its pages."""

    chunk: Chunk
    outcome: Outcome | None


class Crew:
    """Threads with a worker process each: a thread waits for its worker, and replaces it."""

    def __init__(self, job: Job, size: int, task: Task) -> None:
        self._job, self._task = job, task
        self._own = threading.local()
        self._all: list[Worker] = []
        self._threads = ThreadPoolExecutor(size)

    def submit(self, chunk: Chunk) -> Future[Step]:
        """Have a chunk cleaned."""
        return self._threads.submit(self._step, chunk)

    def _step(self, chunk: Chunk) -> Step:
        records = [item for item in chunk.items if isinstance(item, Record)]
        return Step(chunk, self._worker().clean(records) if records else None)

    def _worker(self) -> Worker:
        if not hasattr(self._own, "worker"):
            self._own.worker = Worker(self._job, self._task)
            self._all.append(self._own.worker)
        worker: Worker = self._own.worker
        return worker

    def end(self) -> None:
        """End threads and processes, whatever they are at."""
        for worker in self._all:
            worker.stop()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._all:
            worker.end()


def in_order(crew: Crew, found: Iterator[Chunk], workers: int) -> Iterator[Step]:
    """Yield the chunks in the order they were found in, each once it is done; not too many are under way."""
    under_way: deque[Future[Step]] = deque()
    for chunk in found:
        under_way.append(crew.submit(chunk))
        while len(under_way) > UNDER_WAY * workers or (under_way and under_way[0].done()):
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()
