"""Hugging Face datasets: `clean_batch` under `Dataset.map`, as docs/engines.md shows it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engines.sameness import as_bytes

datasets = pytest.importorskip("datasets", reason="Hugging Face datasets is not installed: make test-engines")
pytestmark = pytest.mark.filterwarnings("ignore")  # its dependencies use what Python deprecates


def clean_table(table: Any) -> Any:
    """Clean what `Dataset.map` hands over in Arrow format."""
    import pyarrow as pa

    from newsclean.corpora import clean_batch

    return pa.Table.from_batches([clean_batch(batch) for batch in table.combine_chunks().to_batches()])


def test_a_dataset_gives_the_same_bytes(pages: Any, expected: Any) -> None:
    dataset = datasets.Dataset.from_list(pages.to_pylist()).with_format("arrow")
    cleaned = dataset.map(clean_table, batched=True, batch_size=7, remove_columns=dataset.column_names)
    assert as_bytes(cleaned.with_format("arrow")[:], expected.schema) == as_bytes(expected, expected.schema)
