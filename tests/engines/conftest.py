"""Pages as an engine gets them, and what cleaning them here gives; `PAGES=5000 make test-engines`: so many."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests import make_corpus

# A Ray that another program has left running is none of ours, and may not answer.
os.environ.setdefault("RAY_ADDRESS", "local")

COUNT = int(os.environ.get("PAGES", "45"))
PAGES = list(make_corpus.pages(COUNT))
INPUTS = 3


@pytest.fixture(scope="session")
def pages() -> Any:
    """A RecordBatch of pages."""
    import pyarrow as pa

    return pa.RecordBatch.from_pylist([{"id": p.id, "url": p.url, "html": p.html.decode()} for p in PAGES])


@pytest.fixture(scope="session")
def expected(pages: Any) -> Any:
    """The Table that cleaning here gives."""
    import pyarrow as pa

    from newsclean.corpora import clean_batch

    return pa.Table.from_batches([clean_batch(pages)])


@pytest.fixture
def inputs(tmp_path: Path) -> list[str]:
    """Options for a run over the pages in several inputs of unequal length, one of them damaged, in small parts."""
    for number in range(INPUTS):
        make_corpus.write_jsonl(tmp_path / f"pages{number}.jsonl", PAGES[number::INPUTS][number:])
    with open(tmp_path / "pages1.jsonl", "a", encoding="utf-8") as file:
        file.write('{broken\n{"html": "<p>Boats."}\n')
    return ["pages*.jsonl", "--part-size", str(max(10, COUNT // 20))]


@pytest.fixture
def site(tmp_path: Path) -> str:
    """A folder of pages, named by a path from the working directory."""
    (tmp_path / "site").mkdir()
    for number, page in enumerate(PAGES[:9]):
        (tmp_path / "site" / f"{number}.html").write_bytes(page.html)
    return "site"
