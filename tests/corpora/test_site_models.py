"""`--site-models`: the inputs are read twice, first for what each site repeats."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from newsclean import SiteModel, extract
from tests.corpora.conftest import Corpus
from tests.golden import CORPUS

PAGES = sorted((CORPUS / "sites" / "tern-and-tide").glob("*.html"))
HOST = "tern.example"
SETTINGS = ["a.jsonl", "b.jsonl", "--format", "jsonl", "--site-models"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site's pages in two inputs, and among them a page of a site that has no other."""
    for name, some in (("a", PAGES[:7]), ("b", PAGES[7:])):
        rows = [{"id": p.stem, "url": f"https://www.{HOST}/{p.stem}", "html": p.read_text("utf-8")} for p in some]
        rows.append({"id": f"alone-{name}", "url": f"https://{name}.example/x", "html": PAGES[0].read_text("utf-8")})
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return tmp_path


def test_the_pages_of_a_site_are_cleaned_with_its_model(folder: Path, corpus: Corpus) -> None:
    run = corpus(*SETTINGS)
    model = SiteModel.from_json((run.output / "site-models" / f"{HOST}.json").read_bytes())
    assert (run.code, model.pages) == (0, len(PAGES))
    assert not (run.output / "site-models" / "a.example.json").exists()
    texts = {row["id"]: row["text"] for row in run.rows}
    pages = {page.stem: page.read_bytes() for page in PAGES}
    with_model = {name: extract(page, site=model).text for name, page in pages.items()}
    assert {name: texts[name] for name in pages} == with_model
    assert texts["alone-a"] == extract(pages[PAGES[0].stem]).text != texts[PAGES[0].stem]


def test_neither_the_workers_nor_the_order_of_the_inputs_matter(folder: Path, corpus: Corpus) -> None:
    one = corpus(*SETTINGS, "--workers", "1", output="one")
    three = corpus(*SETTINGS, "--workers", "3", output="three")
    turned = corpus("b.jsonl", "a.jsonl", *SETTINGS[2:], output="turned")
    assert one.articles == three.articles
    assert sorted(map(str, one.rows)) == sorted(map(str, turned.rows))


def test_a_run_that_was_killed_while_it_counted_goes_on(folder: Path, corpus: Corpus) -> None:
    whole = corpus(*SETTINGS, output="whole")
    begun = corpus(*SETTINGS, output="begun")
    shutil.rmtree(begun.output / "articles")
    shutil.rmtree(begun.output / "manifest")
    shutil.rmtree(begun.output / "site-models")
    (begun.output / "site-models" / "inputs" / ".00000.tmp").mkdir(parents=True)
    (begun.output / "site-models" / "inputs" / ".00000.tmp" / "torn.json").write_text("{")
    again = corpus(*SETTINGS, "--resume", output="begun")
    assert (again.code, again.articles) == (0, whole.articles)


def test_what_cannot_be_read_twice_is_refused(folder: Path, corpus: Corpus) -> None:
    run = corpus("-", "--input-format", "jsonl", "--site-models", stdin=(folder / "a.jsonl").read_bytes())
    assert (run.code, run.output.exists()) == (2, False)
    assert "read once: save it to a file" in run.said
