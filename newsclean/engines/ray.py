"""Ray: a Dataset of pages to one of Articles, and a whole run spread over a cluster."""

from __future__ import annotations

import os
from functools import partial
from typing import Any

from newsclean.corpora.batches import clean_batch
from newsclean.corpora.extras import optional
from newsclean.corpora.runner import run_shard
from newsclean.corpora.settings import Columns, Job, Wanted
from newsclean.corpora.site_fitting import fit_shard, merge
from newsclean.engines.failures import EngineFailed

BATCH = 256


def clean(pages: Any, *, wanted: Wanted | None = None, columns: Columns | None = None, **settings: Any) -> Any:
    """Clean a `ray.data.Dataset` of pages; see `clean_batch` for the columns and the rows.

    `settings` go to `Dataset.map_batches`, as `batch_size` (256 pages) or `num_cpus`.

    Raises:
        MissingExtra: ray or pyarrow is not installed.
    """
    optional("ray.data", "ray")
    cleaned = partial(_cleaned, wanted=wanted, columns=columns)
    return pages.map_batches(cleaned, batch_format="pyarrow", **{"batch_size": BATCH, **settings})


def _cleaned(table: Any, wanted: Wanted | None, columns: Columns | None) -> Any:
    from pyarrow import Table

    return Table.from_batches(
        [clean_batch(batch, wanted=wanted, columns=columns) for batch in table.combine_chunks().to_batches()]
    )


def run_job(job: Job, address: str | None = None) -> None:
    """Run a job with a task of one core for each of its inputs, on a file system that all nodes see.

    `address` is the cluster's; without it that of the environment, or a Ray on this machine, ended afterwards.

    Raises:
        BadOptions: the job reads stdin.
        EngineFailed: Ray does not start, or a task failed as often as Ray tries it. What is done stays, and can be
            gone on with.
    """
    ray, job = optional("ray", "ray"), job.placed()
    try:
        ray.init(address=address, ignore_reinit_error=True, log_to_driver=False)
    except (ConnectionError, ValueError, RuntimeError) as error:
        where = address or os.environ.get("RAY_ADDRESS", "this machine")
        raise EngineFailed(f"Ray does not start at {where}: see whether a cluster is there ({error})") from error
    try:
        remote = ray.remote(num_cpus=1, max_retries=3)
        shards = range(len(job.sources))
        if job.site_models:
            ray.get([remote(fit_shard).remote(job, shard) for shard in shards])
            merge(job)
        ray.get([remote(run_shard).remote(job, shard) for shard in shards])
    except ray.exceptions.RayError as error:
        raise EngineFailed(f"a task failed on Ray: {str(error).strip().splitlines()[-1]}") from error
    finally:
        ray.shutdown()
