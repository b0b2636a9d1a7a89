"""The corpus that `python -m tests.make_corpus` writes, whole: a page of 30 MB and one that takes minutes among it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests import make_corpus
from tests.corpora.conftest import Corpus

COUNT = int(os.environ.get("PAGES", "0"))


@pytest.mark.skipif(not COUNT, reason="takes many minutes: make test-engines PAGES=5000")
def test_all_formats_give_the_same_articles_and_every_record_is_accounted_for(tmp_path: Path, corpus: Corpus) -> None:
    make_corpus.main(tmp_path, COUNT)
    large, slow = make_corpus.large_page(COUNT, 10).id, make_corpus.slow_page(COUNT + 1, 1).id
    wanted = [*(page.id for page in make_corpus.pages(COUNT)), large]
    lines = corpus("pages.jsonl", "--format", "jsonl", output="of-lines")
    assert [row["id"] for row in lines.rows] == wanted
    assert [(each["id"], each["reason"]) for each in lines.failures] == [(slow, "time_limit")]
    table = corpus("pages.parquet", "--format", "jsonl", output="of-table")
    assert (table.articles, table.failures) == (lines.articles, lines.failures)
    warc = corpus("pages.warc.gz", "--format", "jsonl", output="of-warc")
    assert warc.articles == lines.articles
    damaged = ["broken_record", "wrong_length", "wrong_length", "broken_record"]
    assert [each["reason"] for each in warc.failures] == [*damaged, "time_limit"]
    assert (warc.summary["pages"], warc.summary["written"]) == (COUNT + 6, COUNT + 1)
