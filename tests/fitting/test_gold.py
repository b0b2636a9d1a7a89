"""Bad gold is told by name, and leaves the weights alone."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from newsclean.fitting.__main__ import WEIGHTS, main
from newsclean.fitting.gold import BadGold, read_gold


def gold_set(folder: Path, *rows: dict[str, object]) -> Path:
    html = folder / "set" / "html"
    html.mkdir(parents=True)
    (html / "a.html.gz").write_bytes(gzip.compress(b"<p>The ferry left late.</p>"))
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / "set" / "gold.jsonl").write_text(lines, encoding="utf-8")
    return folder


def test_a_line_separator_inside_a_text_does_not_end_the_line(tmp_path: Path) -> None:
    folder = gold_set(tmp_path, {"id": "1", "html": "a.html.gz", "text": "The ferry\u2028left late."})
    (page,) = read_gold(folder)
    assert page.text == "The ferry\u2028left late."


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match=r"no \*/gold.jsonl"):
        list(read_gold(tmp_path))


def test_a_missing_page_is_named(tmp_path: Path) -> None:
    folder = gold_set(tmp_path, {"id": "1", "html": "b.html.gz", "text": "The ferry left."})
    with pytest.raises(BadGold, match=r"gold.jsonl:1: b.html.gz is missing"):
        list(read_gold(folder))


def test_gold_without_a_text_is_told(tmp_path: Path) -> None:
    folder = gold_set(tmp_path, {"id": "1", "html": "a.html.gz"})
    with pytest.raises(BadGold, match="no gold line has a text"):
        list(read_gold(folder))


def test_a_failed_fit_leaves_the_weights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = WEIGHTS.read_bytes()
    assert main([str(tmp_path)]) == 1
    assert "gold.jsonl" in capsys.readouterr().err
    assert WEIGHTS.read_bytes() == before
