"""Spark: a DataFrame of pages to one of Articles, and a whole run spread over a cluster."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any

from newsclean.corpora.batches import batch_schema, clean_batch
from newsclean.corpora.extras import optional
from newsclean.corpora.runner import run_shard
from newsclean.corpora.settings import Columns, Job, Wanted
from newsclean.corpora.site_fitting import fit_shard, merge
from newsclean.engines.failures import EngineFailed


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

    Raises:
        BadOptions: the job reads stdin.
        EngineFailed: Spark does not start, or a task failed as often as Spark tries it. What is done stays, and can be
            gone on with.
    """
    job = job.placed()
    errors = optional("pyspark.errors", "spark").PySparkException, optional("py4j.protocol", "spark").Py4JError
    try:
        session = _session(address)
    except errors as error:
        where = f"at {address}: see whether a master is there" if address else "here: see whether Java 17 is installed"
        raise EngineFailed(f"Spark does not start {where} ({_first_line(str(error))})") from error
    try:
        shards = range(len(job.sources))
        tasks = session.sparkContext.parallelize(shards, len(shards))
        if job.site_models:
            tasks.foreach(partial(fit_shard, job))
            merge(job)
        tasks.foreach(partial(run_shard, job))
    except errors as error:
        raise EngineFailed(f"a task failed on Spark: {_last_line(str(error))}") from error
    finally:
        session.stop()


def _session(address: str | None) -> Any:
    builder = optional("pyspark.sql", "spark").SparkSession.builder.appName("newsclean")
    if address:
        builder = builder.master(address)
    if (address or "local").startswith("local"):
        # Spark starts "python3", which is another Python than this one where a virtual environment is not activated
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return builder.getOrCreate()


def _first_line(message: str) -> str:
    return next((line.strip()[:300] for line in message.splitlines() if line.strip()), "no reason given")


def _last_line(message: str) -> str:
    """The error itself, of a Python traceback within a Java one."""
    lines = re.findall(r"(?m)^[\w.]+: \S.*", message)
    return str(lines[-1]) if lines else message[:300]
