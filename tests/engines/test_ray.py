"""A real Ray on this machine: a Dataset through map_batches, and a whole run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.corpora.conftest import corpus as corpus
from tests.engines.sameness import as_bytes

pytest.importorskip("ray.data", reason="the extra `ray` is not installed: make test-engines")
pytestmark = pytest.mark.filterwarnings("ignore")  # Ray uses what Python and pandas deprecate

ROOT = str(Path(__file__).parents[2])


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    import ray

    path = os.pathsep.join([ROOT, os.environ.get("PYTHONPATH", "")])
    environment = {"env_vars": {"PYTHONPATH": path}}
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, runtime_env=environment)
    yield ray
    ray.shutdown()


def test_a_dataset_gives_the_same_bytes(ray: Any, pages: Any, expected: Any) -> None:
    import pyarrow as pa

    from newsclean.engines.ray import clean

    dataset = ray.data.from_arrow(pa.Table.from_batches([pages]))
    cleaned = pa.concat_tables(ray.get(clean(dataset, batch_size=7).to_arrow_refs()))
    assert as_bytes(cleaned, expected.schema) == as_bytes(expected, expected.schema)


@pytest.mark.parametrize("more", [[], ["--site-models"]], ids=["plain", "site models"])
def test_a_run_on_ray_writes_the_same_files(inputs: list[str], corpus: Any, more: list[str]) -> None:
    here = corpus(*inputs, *more, output="here")
    there = corpus(*inputs, *more, "--engine", "ray", output="there")
    assert (there.code, there.files) == (here.code, here.files), there.said


def test_paths_hold_on_a_cluster_that_the_environment_names(site: str, corpus: Any) -> None:
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 2})
    try:
        here = corpus(site, "--format", "jsonl", output="here")
        environment = {**os.environ, "RAY_ADDRESS": cluster.address}
        there = corpus(site, "--format", "jsonl", "--engine", "ray", output="far", env=environment)
    finally:
        cluster.shutdown()
    assert (there.code, there.files) == (0, here.files), there.said


def test_a_ray_that_cannot_be_had_is_told(site: str, corpus: Any) -> None:
    environment = {**os.environ, "RAY_NUM_REDIS_GET_RETRIES": "1"}
    ran = corpus(site, "--engine", "ray", "--address", "127.0.0.1:9", env=environment)
    assert ran.code == 1
    assert "newsclean: Ray does not start at 127.0.0.1:9: see whether a cluster is there" in ran.said
    assert "Traceback" not in ran.said
