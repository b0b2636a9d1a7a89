"""What goes in and what comes out: the same Articles whatever holds the pages, every record once."""

from __future__ import annotations

import csv
import gzip
import json
import subprocess
from pathlib import Path
from shutil import which

import pyarrow.parquet as pq
import pytest
import zstandard

import newsclean
from newsclean.corpora import articles_of
from tests import make_corpus
from tests.corpora.conftest import Corpus

PAGES = list(make_corpus.pages(40))
IDS = [page.id for page in PAGES]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_corpus.write_warc(tmp_path / "pages.warc.gz", PAGES)
    make_corpus.write_jsonl(tmp_path / "pages.jsonl", PAGES)
    make_corpus.write_parquet(tmp_path / "pages.parquet", PAGES)
    with open(tmp_path / "pages.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "url", "html"])
        writer.writerows((page.id, page.url, page.html.decode()) for page in PAGES)
    return tmp_path


def test_every_format_gives_the_same_articles(folder: Path, corpus: Corpus) -> None:
    lines = (folder / "pages.jsonl").read_bytes()
    (folder / "packed.jsonl.gz").write_bytes(gzip.compress(lines))
    (folder / "packed.jsonl.zst").write_bytes(zstandard.compress(lines[:5000]) + zstandard.compress(lines[5000:]))
    (folder / "pages.warc.zst").write_bytes(
        b"".join(zstandard.compress(make_corpus.warc_record(page)) for page in PAGES)
    )
    expected = corpus("pages.jsonl", "--format", "jsonl", output="expected")
    assert (expected.code, [row["id"] for row in expected.rows]) == (0, IDS)
    others = ["pages.warc.gz", "pages.warc.zst", "pages.parquet", "pages.csv", "packed.jsonl.gz", "packed.jsonl.zst"]
    for name in others:
        ran = corpus(name, "--format", "jsonl", output=f"of-{name}")
        assert (ran.code, ran.articles) == (0, expected.articles), ran.said


def test_the_articles_are_those_of_extract(folder: Path, corpus: Corpus) -> None:
    ran = corpus("pages.jsonl", "--with-chrome")
    found = list(articles_of(pq.read_table(ran.output / "articles")))
    assert found == [newsclean.extract(page.html, url=page.url) for page in PAGES]


def test_chrome_is_left_out_unless_asked_for_and_fields_are_chosen(folder: Path, corpus: Corpus) -> None:
    corpus("pages.jsonl")
    assert "chrome" not in pq.read_schema(folder / "out/articles/00000-00000.parquet").names
    chosen = corpus("pages.jsonl", "--format", "jsonl", "--fields", "text,title", output="chosen")
    assert {tuple(row) for row in chosen.rows} == {("id", "source_url", "title", "text")}


def test_a_folder_of_pages_and_folders_of_text(folder: Path, corpus: Corpus) -> None:
    (folder / "site/deep").mkdir(parents=True)
    (folder / "site/a.html").write_bytes(PAGES[0].html)
    (folder / "site/deep/b.html.gz").write_bytes(gzip.compress(PAGES[1].html))
    (folder / "site/notes.pdf").write_bytes(b"%PDF-1.7")
    for format_, suffix in [("text", "txt"), ("markdown", "md")]:
        ran = corpus("site", "--format", format_, output=format_)
        first, second = newsclean.extract(PAGES[0].html), newsclean.extract(PAGES[1].html)
        wanted = [first.text, second.text] if format_ == "text" else [first.to_markdown(), second.to_markdown()]
        files = [ran.articles[f"articles/00000-00000/{number:06}.{suffix}"].decode() for number in range(2)]
        assert files == [text + "\n" for text in wanted]
        index = [json.loads(line) for line in ran.articles["articles/00000-00000/pages.jsonl"].splitlines()]
        assert [page["id"] for page in index] == ["site/a.html", "site/deep/b.html.gz"]


def test_stdin_globs_and_a_file_named_twice(folder: Path, corpus: Corpus) -> None:
    lines = (folder / "pages.jsonl").read_bytes()
    piped = corpus("-", "--input-format", "jsonl", "--format", "jsonl", output="piped", stdin=gzip.compress(lines))
    warc = (folder / "pages.warc.gz").read_bytes()
    piped_warc = corpus("-", "--input-format", "warc", "--format", "jsonl", output="piped-warc", stdin=warc)
    assert (piped_warc.code, piped_warc.articles) == (0, piped.articles), piped_warc.said
    globbed = corpus("pages.j*", "pages.jsonl", "--format", "jsonl", output="globbed")
    assert len(piped.rows) == 40
    assert piped.articles == globbed.articles


def test_columns_are_chosen(folder: Path, corpus: Corpus) -> None:
    line = {"key": 7, "body": PAGES[0].html.decode(), "html": "<p>Not this one.</p>", "link": PAGES[0].url}
    (folder / "odd.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    columns = ["--html-column", "body", "--url-column", "link", "--id-column", "key"]
    [row] = corpus("odd.jsonl", *columns, "--format", "jsonl").rows
    assert (row["id"], row["source_url"]) == ("7", PAGES[0].url)
    assert row["text"] == newsclean.extract(PAGES[0].html).text


def test_a_line_without_the_named_url_or_id_is_a_page_all_the_same(folder: Path, corpus: Corpus) -> None:
    lines = [{"key": "a", "link": "https://a.example/", "html": "<p>Boats."}, {"html": "<p>No boats."}]
    (folder / "odd.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    rows = corpus("odd.jsonl", "--url-column", "link", "--id-column", "key", "--format", "jsonl").rows
    assert [(row["id"], row["source_url"]) for row in rows] == [("a", "https://a.example/"), ("odd.jsonl#1", None)]


def test_filters_drop_and_count(folder: Path, corpus: Corpus) -> None:
    articles = [newsclean.extract(page.html, url=page.url) for page in PAGES]
    ran = corpus("pages.jsonl", "--format", "jsonl", "--only-articles", "--language", "en", "--min-confidence", "0.5")
    kept = [
        page.id
        for page, article in zip(PAGES, articles, strict=True)
        if article and article.kind not in ("listing", "other", "error") and article.confidence >= 0.5
        and (article.language or "").split("-")[0] == "en"
    ]  # fmt: skip
    assert kept
    assert [row["id"] for row in ran.rows] == kept
    assert sum(ran.summary["dropped"].values()) == len(PAGES) - len(kept)
    assert ran.summary["written"] == len(kept)


def test_a_page_without_evidence_is_written(folder: Path, corpus: Corpus) -> None:
    (folder / "bare.jsonl").write_text('{"html": "<p>Boats."}\n{"html": ""}\n', encoding="utf-8")
    ran = corpus("bare.jsonl")
    assert (ran.code, pq.read_table(ran.output / "articles").num_rows) == (0, 2)


def test_broken_lines_are_failures_and_the_rest_goes_on(folder: Path, corpus: Corpus) -> None:
    lines = (folder / "pages.jsonl").read_bytes().splitlines()
    odd = [b"{broken", b"[1, 2]", b'{"url": "x"}', b'{"id": "none", "html": null}', b"", b'{"html": "\\ud800<p>x"}']
    (folder / "odd.jsonl").write_bytes(b"\n".join([lines[0], *odd, lines[1]]) + b"\n")
    ran = corpus("odd.jsonl", "--format", "jsonl")
    assert ran.code == 1
    assert [row["id"] for row in ran.rows] == [IDS[0], "odd.jsonl#6", IDS[1]]
    assert [(each["id"], each["reason"]) for each in ran.failures] == [
        ("odd.jsonl#1", "broken_record"), ("odd.jsonl#2", "broken_record"), ("odd.jsonl#3", "no_page"),
        ("none", "no_page"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["cut.jsonl.gz", "cut.jsonl.zst", "cut.parquet", "cut.csv.gz"])
def test_a_file_that_is_cut_off_gives_what_it_has_and_a_failure(folder: Path, corpus: Corpus, name: str) -> None:
    whole = (folder / ("pages.csv" if "csv" in name else "pages.jsonl")).read_bytes()
    packed = {"gz": gzip.compress, "zst": zstandard.compress}.get(name.split(".")[-1])
    data = packed(whole) if packed else (folder / "pages.parquet").read_bytes()
    (folder / name).write_bytes(data[: len(data) // 2])
    ran = corpus(name, "--format", "jsonl")
    if name == "cut.parquet":  # its footer is gone: told before anything is written
        assert (ran.code, ran.output.exists()) == (2, False)
        return
    assert ran.code == 1
    assert [each["stage"] for each in ran.failures][-1] == "read"
    assert [row["id"] for row in ran.rows] == IDS[: len(ran.rows)]


@pytest.mark.skipif(which("zstd") is None, reason="the zstd tool is not installed")
def test_json_lines_of_the_zstd_tool(folder: Path, corpus: Corpus) -> None:
    subprocess.run(["zstd", "-q", "pages.jsonl"], cwd=folder, check=True)
    assert [row["id"] for row in corpus("pages.jsonl.zst", "--format", "jsonl").rows] == IDS


def test_compressed_json_lines_are_the_same_lines(folder: Path, corpus: Corpus) -> None:
    plain = corpus("pages.jsonl", "--format", "jsonl", output="plain")
    packed = corpus("pages.jsonl", "--format", "jsonl.zst", output="packed")
    data = packed.articles["articles/00000-00000.jsonl.zst"]
    assert zstandard.ZstdDecompressor().decompressobj().decompress(data) == plain.articles[
        "articles/00000-00000.jsonl"
    ]


@pytest.mark.skipif(not hasattr(newsclean, "clean_text"), reason="clean_text is not there yet")
def test_text_records_go_through_clean_text(folder: Path, corpus: Corpus) -> None:
    text = newsclean.extract(PAGES[0].html).text
    (folder / "flat.jsonl").write_text(json.dumps({"id": "a", "text": text, "url": "https://a.example/"}) + "\n")
    (folder / "page.txt").write_text(text, encoding="utf-8")
    (folder / "pages.warc.wet").write_bytes(
        b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:x:1>\r\nContent-Type: text/plain\r\n"
        b"WARC-Target-URI: https://a.example/\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
        % (len(text.encode()), text.encode())
    )
    for name in ["flat.jsonl", "page.txt", "pages.warc.wet"]:
        [row] = corpus(name, "--format", "jsonl", output=f"of-{name}").rows
        assert row["text"] == newsclean.clean_text(text).text
