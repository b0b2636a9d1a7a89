"""Runs: the same output for any number of workers, after any kill, and with pages that end their worker."""

from __future__ import annotations

import os
import random
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from tests import make_corpus
from tests.corpora.conftest import COMMAND, Corpus

LIMIT = ["--time-limit", "4", "--part-size", "25"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two inputs; the WARC holds every kind of hostile record."""
    hostile = make_corpus.with_hostile(70, large=3_000_000, slow=400_000)
    make_corpus.write_warc(tmp_path / "pages.warc.gz", hostile, make_corpus.hostile_members(70))
    make_corpus.write_jsonl(tmp_path / "pages.jsonl", list(make_corpus.pages(60)))
    return tmp_path


def test_every_record_is_in_the_output_or_the_failures_once_and_workers_do_not_matter(
    folder: Path, corpus: Corpus
) -> None:
    one = corpus("pages.warc.gz", "pages.jsonl", *LIMIT, "--format", "jsonl", "--workers", "1", output="one")
    assert one.code == 1
    wanted = [page.id for page in make_corpus.pages(70)] + [make_corpus.large_page(70, 10).id]
    assert [row["id"] for row in one.rows] == wanted + [page.id for page in make_corpus.pages(60)]
    assert [each["reason"] for each in one.failures] == [
        "broken_record", "wrong_length", "wrong_length", "broken_record", "time_limit",
    ]  # fmt: skip
    assert one.failures[-1]["id"] == make_corpus.slow_page(71, 1).id
    assert (one.summary["pages"], one.summary["written"], one.summary["failed"]) == (136, 131, 5)
    three = corpus("pages.warc.gz", "pages.jsonl", *LIMIT, "--format", "jsonl", "--workers", "3", output="three")
    assert three.files == one.files


def workers_of(pid: int) -> list[int]:
    children = [child for task in Path(f"/proc/{pid}/task").iterdir()
                for child in (task / "children").read_text().split()]  # fmt: skip
    lines = {int(child): Path(f"/proc/{child}/cmdline").read_bytes() for child in children}
    return [child for child, line in lines.items() if b"spawn_main" in line]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks for the workers in /proc")
def test_killed_ten_times_and_gone_on_with_it_is_the_undisturbed_run(folder: Path, corpus: Corpus) -> None:
    settings = ["pages.jsonl", "pages.warc.gz", "--part-size", "10", "--workers", "2", "--time-limit", "4"]
    undisturbed = corpus(*settings, output="undisturbed")
    chance = random.Random(7)
    for attempt in range(10):
        resume = ["--resume"] if attempt else []
        command = [*COMMAND, *settings, *resume, "-o", "out"]
        with subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL) as run:
            _wait(run, folder, parts=chance.randint(0, attempt))
            with suppress(subprocess.TimeoutExpired):  # parts end at moments of their own: any other is as good
                run.wait(chance.uniform(0, 0.5))
            workers = workers_of(run.pid) if run.poll() is None else []
            for victim in (workers[:1] if attempt % 2 else [run.pid]) if run.poll() is None else []:
                os.kill(victim, signal.SIGKILL)
            if attempt % 2:  # the runner goes on with another worker, until it is killed as well
                _wait(run, folder, parts=attempt)
                run.kill()
    ran = corpus(*settings, "--resume")
    assert (ran.code, ran.files) == (1, undisturbed.files)
    assert ran.summary["complete"]


def _wait(run: subprocess.Popen[bytes], folder: Path, parts: int) -> None:
    """Wait until the run has written so many parts, or has ended."""
    while len(list(folder.glob("out/articles/[0-9]*"))) < parts:
        with suppress(subprocess.TimeoutExpired):
            run.wait(0.01)
            return


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_run_cleanly(folder: Path, corpus: Corpus, number: signal.Signals) -> None:
    settings = ["pages.jsonl", "--part-size", "20", "--workers", "2"]
    with subprocess.Popen([*COMMAND, *settings, "-o", "out"], cwd=folder, stderr=subprocess.PIPE) as run:
        _wait(run, folder, parts=1)
        run.send_signal(number)
        said = run.communicate(timeout=60)[1].decode()
    assert run.returncode in (128 + number, 0)  # 0: it was done before the signal came
    assert "Traceback" not in said
    assert not list((folder / "out/articles").glob(".*"))
    assert corpus(*settings, "--resume").files == corpus(*settings, output="undisturbed").files


def test_going_on_with_a_run_that_is_done_changes_nothing(folder: Path, corpus: Corpus) -> None:
    before = corpus("pages.jsonl").files
    assert corpus("pages.jsonl", "--resume").files == before
