"""A real Spark on this machine: a DataFrame through mapInArrow, a whole run, and Parquet that Spark wrote."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from tests import make_corpus
from tests.corpora.conftest import corpus as corpus
from tests.engines.sameness import as_bytes

pytest.importorskip("pyspark", reason="the extra `spark` is not installed: make test-engines")
pytestmark = [
    pytest.mark.skipif(which("java") is None, reason="Spark needs Java 17 or newer"),
    pytest.mark.filterwarnings("ignore"),  # pyspark leaves sockets open, and uses what Python deprecates
]


SPARK = ["--engine", "spark", "--address", "local[2]"]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "7")
    yield session
    session.stop()


def test_a_data_frame_gives_the_same_bytes(spark: Any, pages: Any, expected: Any) -> None:
    from newsclean.engines.spark import clean

    frame = spark.createDataFrame(pages.to_pylist(), "id string, url string, html string").repartition(3)
    assert as_bytes(clean(frame).toArrow(), expected.schema) == as_bytes(expected, expected.schema)


def test_parquet_that_spark_wrote(spark: Any, pages: Any, tmp_path: Path, corpus: Any) -> None:
    frame = spark.createDataFrame(pages.to_pylist(), "id string, url string, html string")
    frame.coalesce(1).write.parquet(str(tmp_path / "by_spark"))
    make_corpus.write_parquet(tmp_path / "pages.parquet", list(make_corpus.pages(pages.num_rows)))
    ours = corpus("pages.parquet", "--format", "jsonl", output="ours")
    assert corpus("by_spark", "--format", "jsonl", output="theirs").articles == ours.articles


def test_spark_reads_what_the_run_wrote(spark: Any, tmp_path: Path, corpus: Any) -> None:
    make_corpus.write_jsonl(tmp_path / "pages.jsonl", list(make_corpus.pages(45)))
    ran = corpus("pages.jsonl")
    rows = spark.read.parquet(str(ran.output / "articles")).select("id", "blocks.text").collect()
    assert len(rows) == 45


@pytest.mark.parametrize("more", [[], ["--site-models"]], ids=["plain", "site models"])
def test_a_run_on_spark_writes_the_same_files(inputs: list[str], corpus: Any, more: list[str]) -> None:
    here = corpus(*inputs, *more, output="here")
    there = corpus(*inputs, *more, *SPARK, output="there")
    assert (there.code, there.files) == (here.code, here.files), there.said
    assert there.summary["failures"] == {"broken_record": 1}


def test_paths_hold_in_processes_that_work_elsewhere(site: str, corpus: Any) -> None:
    here = corpus(site, "--format", "jsonl", output="here")
    there = corpus(site, "--format", "jsonl", "--engine", "spark", "--address", "local-cluster[1,1,1024]", output="far")
    assert (there.code, there.files) == (0, here.files), there.said
    assert [row["id"] for row in there.rows] == [f"site/{number}.html" for number in range(9)]


def test_a_spark_that_cannot_be_had_is_told(site: str, corpus: Any, tmp_path: Path) -> None:
    ran = corpus(site, "--engine", "spark", env={**os.environ, "JAVA_HOME": str(tmp_path)})
    assert ran.code == 1
    assert "newsclean: Spark does not start here: see whether Java 17 is installed" in ran.said
    assert "Traceback" not in ran.said
