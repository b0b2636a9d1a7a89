"""A worker process that cleans chunks, and the end of it where a page takes too long or brings it down."""

from __future__ import annotations

import os
import pickle
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing import connection, get_context, parent_process
from typing import Any, NamedTuple

from newsclean.addresses import host_of
from newsclean.corpora.cleaning import Tally, clean, failed
from newsclean.corpora.records import Failure, Record
from newsclean.corpora.rendering import packed, written
from newsclean.corpora.settings import Job
from newsclean.corpora.site_models import keys_of, model_for
from newsclean.errors import NewscleanError

IDLE = -1.0
TRIES = 3  # deaths of a worker on one page until the page is given up: the first may be the system's, or an operator's


class WorkersFail(NewscleanError):
    """The environment's fault: worker processes end before they have cleaned a page."""


class Stopped(Exception):
    """The run ends: what is under way is given up."""


class Outcome(NamedTuple):
    """What became of the pages of a chunk: the Articles as `packed` gives them, and the failures, by place."""

    payload: Any
    failures: list[tuple[int, Failure]]
    tally: Tally


Task = Callable[[list[Record], Job, Any], Outcome]
"""What a worker does with the pages of a chunk; the last argument is told which is under way, and since when."""


class _Lost(NamedTuple):
    """A page that its worker did not survive."""

    place: int
    reason: str
    detail: str


class Worker:
    """One process, replaced when it dies or is stuck. One thread may use it at a time."""

    def __init__(self, job: Job, task: Task) -> None:
        self._job, self._task = job, task
        self._context: Any = get_context("spawn")  # fork does not go with threads, and the runner has some
        self._process: Any = None
        self._ours: Any = None
        self._page: Any = None
        self._stopped = False

    def clean(self, records: list[Record]) -> Outcome:
        """Clean the pages of a chunk. A page that ends the worker is a failure; the others are cleaned all the same.

        Raises:
            WorkersFail: processes end before they come to a page.
            Stopped: `stop` was called meanwhile.
        """
        left = list(range(len(records)))
        deaths: Counter[int] = Counter()
        given_up: list[_Lost] = []
        while True:
            answer = self._ask([records[place] for place in left])
            if isinstance(answer, Outcome):
                return _whole(answer, left, given_up, records)
            place = left[answer.place] if answer.place >= 0 else -1
            deaths[place] += 1
            if answer.reason == "time_limit" or deaths[place] >= TRIES:
                if place < 0:
                    raise WorkersFail(f"worker processes end before they clean a page: {answer.detail}")
                given_up.append(answer._replace(place=place))
                left.remove(place)

    def _ask(self, records: list[Record]) -> Outcome | _Lost:
        if self._process is None:
            self._start()
        try:
            self._ours.send_bytes(pickle.dumps(records, protocol=5))
            return self._answer()
        except (OSError, EOFError):
            if self._stopped:
                raise Stopped from None
            return self._died()

    def _answer(self) -> Outcome | _Lost:
        limit = self._job.time_limit
        while True:
            page, since = self._page[0], self._page[1]
            overdue = page != IDLE and time.monotonic() - since > limit
            if overdue and (page, since) == (self._page[0], self._page[1]) and not self._ours.poll():
                self.end()
                return _Lost(int(page), "time_limit", f"not done after {limit:g} s")
            if self._ours.poll(min(1.0, limit / 4)):
                outcome: Outcome = pickle.loads(self._ours.recv_bytes())
                return outcome

    def _start(self) -> None:
        if self._stopped:
            raise Stopped
        self._page = self._context.RawArray("d", [IDLE, 0.0])
        self._ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._page, self._job, self._task), daemon=True)
        process.start()
        self._process = process
        theirs.close()  # so that the end of the process is the end of the pipe

    def _died(self) -> _Lost:
        page = int(self._page[0])
        self._process.join(5)
        code = self._process.exitcode
        self.end()
        return _Lost(page, "worker_died", f"the worker ended with exit code {code}, {TRIES} times")

    def end(self) -> None:
        """End the process, and wait until it has ended."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join()
            self._ours.close()

    def stop(self) -> None:
        """End the process. May be called from another thread: the one that waits for it gets `Stopped`."""
        self._stopped = True
        process = self._process
        if process is not None:
            process.kill()


def _whole(answer: Outcome, left: list[int], given_up: list[_Lost], records: list[Record]) -> Outcome:
    """The answer for the pages that were left, with the pages that were given up."""
    failures = [(left[place], failure) for place, failure in answer.failures]
    for lost in given_up:
        failures.append((lost.place, failed(records[lost.place], lost.reason, lost.detail, answer.tally)))
    return answer._replace(failures=sorted(failures))


def cleaned(records: list[Record], job: Job, page: Any) -> Outcome:
    """Clean the pages of a chunk in this process; `page` is told which is under way, and since when."""
    make = written(job.format, job.wanted)
    tally = Tally()
    values: list[tuple[int, Any]] = []
    failures: list[tuple[int, Failure]] = []
    for place, record in enumerate(records):
        _begin(page, place)
        try:
            site = model_for(job, record.url)
        except (NewscleanError, OSError) as error:  # a damaged file of a model
            failures.append((place, failed(record, "error", str(error), tally)))
            continue
        outcome = clean(record, job.wanted, tally, partial(make, record), site)
        if isinstance(outcome, Failure):
            failures.append((place, outcome))
        elif outcome is not None:
            values.append((place, outcome))
    page[0] = IDLE
    payload, refused = _packed(values, job)
    failures += [(place, failed(records[place], "error", detail, tally)) for place, detail in refused]
    return Outcome(payload, sorted(failures), tally)


def counted(records: list[Record], job: Job, page: Any) -> Outcome:
    """What the pages of a chunk show, for the models of their sites. A page that fails is counted nowhere."""
    given = job.wanted.options
    options = given.model_copy(update={"max_seconds": min(job.time_limit, given.max_seconds or job.time_limit)})
    found: list[tuple[str | None, frozenset[str]]] = []
    for place, record in enumerate(records):
        _begin(page, place)
        with suppress(Exception):  # the second pass meets it again, and lists it
            found.append((host_of(record.url), keys_of(record, options)))
    page[0] = IDLE
    return Outcome(found, [], Tally())


def _begin(page: Any, place: int) -> None:
    """Tell which page is under way, and since when."""
    page[1] = time.monotonic()
    page[0] = place


def _packed(values: list[tuple[int, Any]], job: Job) -> tuple[Any, list[tuple[int, str]]]:
    """The Articles as the writer takes them, and the places of those that it does not take, with its reason."""
    try:
        return packed([value for _, value in values], job.format, job.wanted), []
    except Exception:  # of one of them: found out below, and listed
        taken, refused = [], []
        for place, value in values:
            try:
                packed([value], job.format, job.wanted)
                taken.append(value)
            except Exception as error:
                refused.append((place, f"{type(error).__name__}: {error}"[:500]))
        return packed(taken, job.format, job.wanted), refused


def _work(pipe: connection.Connection, page: Any, job: Job, task: Task) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group: the runner decides
    threading.Thread(target=_end_with_parent, daemon=True).start()
    clean(Record("", html=b"<p>Load the data files.</p>"), job.wanted, Tally(), str)
    while True:
        try:
            records = pickle.loads(pipe.recv_bytes())
        except EOFError:
            return
        pipe.send_bytes(pickle.dumps(task(records, job, page), protocol=5))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
