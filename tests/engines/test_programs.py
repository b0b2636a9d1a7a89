"""The programs of docs/engines.md, as they stand there."""

from __future__ import annotations

import gzip
import json
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest

from tests import doc_programs, make_corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the inputs that the programs read."""
    for name in ("pages", "warcs"):
        (tmp_path / name).mkdir()
    made = list(make_corpus.pages(12))
    make_corpus.write_parquet(tmp_path / "pages/pages.parquet", made)
    make_corpus.write_warc(tmp_path / "warcs/pages.warc.gz", made)
    return tmp_path


@pytest.mark.skipif(which("java") is None, reason="Spark needs Java 17 or newer")
@pytest.mark.skipif(find_spec("pyspark") is None, reason="the extra `spark` is not installed: make test-engines")
def test_spark(folder: Path) -> None:
    import pyarrow.parquet as pq

    doc_programs.run("spark_clean.py", folder)
    table = pq.read_table(folder / "articles")
    assert table.num_rows > 5
    assert all(table.column("text").to_pylist())


@pytest.mark.parametrize(("needs", "title", "written"), [
    ("ray", "ray_clean.py", "articles"), ("datasets", "datasets_clean.py", "articles.parquet"),
])  # fmt: skip
def test_ray_and_datasets(folder: Path, needs: str, title: str, written: str) -> None:
    pytest.importorskip("pyarrow", reason="the extra `corpus` is not installed")
    import pyarrow.parquet as pq

    if find_spec(needs) is None:
        pytest.skip(f"{needs} is not installed: make test-engines")
    doc_programs.run(title, folder)
    table = pq.read_table(folder / written)
    assert table.num_rows == 12
    assert table.column("failure").null_count == 12


@pytest.mark.skipif(find_spec("datatrove") is None, reason="datatrove is not installed: make test-engines")
def test_datatrove(folder: Path) -> None:
    doc_programs.run("datatrove_clean.py", folder)
    files = (folder / "articles").iterdir()
    lines = [json.loads(line) for path in files for line in gzip.decompress(path.read_bytes()).splitlines()]
    assert len(lines) > 5
    assert all(line["text"] and line["metadata"]["article"]["kind"] for line in lines)


@pytest.mark.skipif(find_spec("datasketch") is None, reason="datasketch is not installed: make test-engines")
def test_datasketch_keeps_one_of_each_story(folder: Path) -> None:
    lines = [{"text": " ".join(f"word{number % 97 + start}" for number in range(300))} for start in (0, 5_000, 0)]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert doc_programs.run("first_of_each.py", folder).split() == ["0", "1"]
