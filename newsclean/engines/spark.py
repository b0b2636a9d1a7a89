"""Spark: a DataFrame of pages to one of Articles, and a whole run spread over a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from newsclean.corpora.batches import batch_schema, clean_batch
from newsclean.corpora.extras import optional
from newsclean.corpora.runner import run_shard
from newsclean.corpora.settings import Columns, Job, Wanted


def clean(pages: Any, *, wanted: Wanted | None = None, columns: Columns | None = None) -> Any:
    """Clean a DataFrame of pages; see `clean_batch` for the columns and the rows.

    The wanted fields of each Article are columns, nested as in the model. The batches are those of
    `spark.sql.execution.arrow.maxRecordsPerBatch`: 10,000 pages by default, so set it to 500 or so.

    Raises:
        MissingExtra: pyspark or pyarrow is not installed.
    """
    types = optional("pyspark.sql.pandas.types", "spark")
    schema = types.from_arrow_schema(batch_schema(wanted))
    return pages.mapInArrow(partial(_cleaned, wanted=wanted, columns=columns), schema)


def _cleaned(batches: Iterator[Any], wanted: Wanted | None, columns: Columns | None) -> Iterator[Any]:
    for batch in batches:
        yield clean_batch(batch, wanted=wanted, columns=columns)


def run_job(job: Job, address: str | None = None) -> None:
    """Run a job with a task for each of its inputs; inputs and output are on a file system that all nodes see.

    `address` is the master's; without it that of `spark-submit`, or this machine.
    """
    builder = optional("pyspark.sql", "spark").SparkSession.builder.appName("newsclean")
    session = (builder.master(address) if address else builder).getOrCreate()
    try:
        shards = range(len(job.sources))
        session.sparkContext.parallelize(shards, len(shards)).foreach(partial(run_shard, job))
    finally:
        session.stop()
