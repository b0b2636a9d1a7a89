"""A worker process: replaced when it is stuck or dies, without a page lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsclean.corpora import worker as module
from newsclean.corpora.records import Record
from newsclean.corpora.settings import Job
from newsclean.corpora.worker import TRIES, Outcome, Stopped, Worker, WorkersFail, cleaned

RECORDS = [Record(str(number), html=b"<p>The keeper counted %d boats.</p>" % number) for number in range(4)]
KILLER = Record("killer", html=b"<p>SIGKILL</p>")
STUCK = Record("stuck", html=b"<p>STUCK</p>")


def _wicked_clean(record: Record, *rest: Any) -> Any:
    """Stands for an extractor that a page brings down: the worker runs it in its own process."""
    import threading

    from newsclean.corpora.cleaning import clean

    if record.html == KILLER.html:
        os.kill(os.getpid(), signal.SIGKILL)
    if record.html == STUCK.html:
        threading.Event().wait()
    return clean(record, *rest)


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Worker]:
    # Under "fork" the process has what this module changed; the runner itself uses "spawn".
    import multiprocessing

    monkeypatch.setattr(module, "get_context", lambda _: multiprocessing.get_context("fork"))
    monkeypatch.setattr(module, "_work", wicked_work_of(module._work))
    made = Worker(Job(output=str(tmp_path), sources=(), format="jsonl", time_limit=1), cleaned)
    yield made
    made.end()


def wicked_work_of(work: Any) -> Any:
    def run(pipe: Any, page: Any, job: Job, task: Any) -> None:
        setattr(module, "clean", _wicked_clean)  # noqa: B010
        work(pipe, page, job, task)

    return run


def ids(outcome: Outcome) -> list[str]:
    import json

    return [json.loads(line)["id"] for line in outcome.payload.splitlines()]


def failures(outcome: Outcome) -> list[tuple[int, str, str]]:
    return [(place, failure.id, failure.reason) for place, failure in outcome.failures]


def test_a_page_that_takes_too_long_is_a_failure_and_the_others_are_cleaned(worker: Worker) -> None:
    outcome = worker.clean([RECORDS[0], STUCK, RECORDS[1], STUCK, RECORDS[2]])
    assert ids(outcome) == ["0", "1", "2"]
    assert failures(outcome) == [(1, "stuck", "time_limit"), (3, "stuck", "time_limit")]
    assert outcome.tally["failures", "time_limit"] == 2


def test_a_page_that_brings_its_worker_down_is_tried_again_and_given_up(worker: Worker) -> None:
    outcome = worker.clean([RECORDS[0], KILLER, RECORDS[1]])
    assert ids(outcome) == ["0", "1"]
    assert failures(outcome) == [(1, "killer", "worker_died")]
    assert f"{TRIES} times" in outcome.failures[0][1].detail


def test_a_worker_that_is_killed_once_is_replaced(worker: Worker) -> None:
    assert ids(worker.clean(RECORDS)) == ["0", "1", "2", "3"]
    worker._process.kill()
    assert ids(worker.clean(RECORDS)) == ["0", "1", "2", "3"]


def test_an_article_that_the_writer_refuses_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refusing(values: list[bytes], *_: object) -> bytes:
        if any(b'"id": "1"' in value for value in values):
            raise ValueError("not this one")
        return b"".join(values)

    monkeypatch.setattr(module, "packed", refusing)
    outcome = module.cleaned(RECORDS, Job(output=str(tmp_path), sources=(), format="jsonl"), [0.0, 0.0])
    assert (ids(outcome), failures(outcome)) == (["0", "2", "3"], [(1, "1", "error")])


def test_workers_that_cannot_start_end_the_run(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_work", lambda *_: os._exit(3))
    with pytest.raises(WorkersFail, match="exit code 3"):
        worker.clean(RECORDS)


def test_a_worker_that_was_stopped_cleans_no_more(worker: Worker) -> None:
    worker.stop()
    with pytest.raises(Stopped):
        worker.clean(RECORDS)
