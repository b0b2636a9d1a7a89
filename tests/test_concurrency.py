"""Threads, event loops and processes: the same Articles as one after the other."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from newsclean import Article, extract, repair
from tests.golden import CORPUS, slugs

PAGES = [(CORPUS / slug / "page.html").read_bytes() for slug in slugs()]
BROKEN = "Okinawaโ€™s cafÃ© and the naÃ¯ve fisherman"


@pytest.fixture(scope="module")
def one_by_one() -> list[Article]:
    return [extract(page) for page in PAGES]


def test_sixteen_threads_that_run_freely(one_by_one: list[Article]) -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(16) as pool:
            rounds = [pool.map(extract, PAGES[at:] + PAGES[:at]) for at in range(0, len(PAGES), 5)]
            repaired = list(pool.map(repair, [BROKEN] * 64))
            for at, articles in zip(range(0, len(PAGES), 5), rounds, strict=True):
                assert list(articles) == one_by_one[at:] + one_by_one[:at]
    finally:
        sys.setswitchinterval(before)
    assert set(repaired) == {repair(BROKEN)}


def test_an_event_loop(one_by_one: list[Article]) -> None:
    async def all_of_them() -> list[Article]:
        return await asyncio.gather(*(asyncio.to_thread(extract, page) for page in PAGES[:12]))

    assert asyncio.run(all_of_them()) == one_by_one[:12]


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_processes(method: str) -> None:
    program = f"""
from multiprocessing import get_context
from newsclean import extract
from tests.golden import CORPUS, slugs
if __name__ == "__main__":
    pages = [(CORPUS / slug / "page.html").read_bytes() for slug in slugs()[:6]]
    with get_context({method!r}).Pool(2) as pool:
        print(pool.map(extract, pages) == [extract(page) for page in pages])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=CORPUS.parent)
    assert (done.stdout, done.stderr) == ("True\n", "")
