"""Whether an engine gave what cleaning here gives, to the byte."""

from __future__ import annotations

from typing import Any


def as_bytes(table: Any, schema: Any) -> bytes:
    """The rows of a Table in the order of their ids, as Arrow writes them in this schema.

    Engines split and shuffle rows, rename the elements of lists, and call columns that hold no null nullable.
    """
    import pyarrow as pa

    rows = sorted(table.to_pylist(), key=lambda row: str(row["id"]))
    sink = pa.BufferOutputStream()
    batch = pa.RecordBatch.from_pylist(rows, schema=schema)
    with pa.ipc.new_stream(sink, schema) as writer:
        writer.write_batch(batch)
    found: bytes = sink.getvalue().to_pybytes()
    return found
