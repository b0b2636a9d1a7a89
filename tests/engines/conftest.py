"""Pages as an engine gets them, and the rows that `clean_batch` gives for them here."""

from __future__ import annotations

from typing import Any

import pytest

from tests import make_corpus

PAGES = list(make_corpus.pages(45))


@pytest.fixture
def pages() -> Any:
    """A RecordBatch of pages."""
    import pyarrow as pa

    return pa.RecordBatch.from_pylist([{"id": p.id, "url": p.url, "html": p.html.decode()} for p in PAGES])


@pytest.fixture
def expected(pages: Any) -> Any:
    """The Table that cleaning here gives."""
    import pyarrow as pa

    from newsclean.corpora import clean_batch

    return pa.Table.from_batches([clean_batch(pages)])
