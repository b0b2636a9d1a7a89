"""A real datatrove pipeline: its WARC reader, our step in the place of its extractor, its JSON lines."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests import make_corpus

pytest.importorskip("datatrove", reason="the extra `datatrove` is not installed: make test-engines")
pytestmark = pytest.mark.filterwarnings("ignore")  # datatrove's dependencies use what Python deprecates


def test_a_pipeline_from_warc_to_json_lines(tmp_path: Path, pages: Any, expected: Any) -> None:
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import WarcReader
    from datatrove.pipeline.writers import JsonlWriter

    from newsclean.engines.datatrove import NewscleanExtractor

    (tmp_path / "warcs").mkdir()
    made = list(make_corpus.pages(pages.num_rows))
    make_corpus.write_warc(tmp_path / "warcs/a.warc.gz", made[:20])
    make_corpus.write_warc(tmp_path / "warcs/b.warc.gz", made[20:])
    steps = [WarcReader(str(tmp_path / "warcs")), NewscleanExtractor(), JsonlWriter(str(tmp_path / "out"))]
    LocalPipelineExecutor(steps, tasks=2, workers=2, logging_dir=str(tmp_path / "logs")).run()
    lines = [json.loads(line) for path in (tmp_path / "out").iterdir()
             for line in gzip.decompress(path.read_bytes()).splitlines()]  # fmt: skip
    wanted = {row["id"]: row for row in expected.drop_columns(["failure", "source_url"]).to_pylist() if row["text"]}
    assert {line["id"].strip("<>") for line in lines} == set(wanted)
    for line in lines:
        identifier = line["id"].strip("<>")
        assert {"id": identifier, "text": line["text"], **line["metadata"]["article"]} == wanted[identifier]
