"""What goes wrong before and around a run: a clear message, the exit code, and nothing half-written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsclean.corpora.hold import held
from tests import make_corpus
from tests.corpora.conftest import Corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_corpus.write_jsonl(tmp_path / "pages.jsonl", list(make_corpus.pages(30)))
    make_corpus.write_parquet(tmp_path / "pages.parquet", list(make_corpus.pages(3)))
    (tmp_path / "empty").mkdir()
    (tmp_path / "odd.dat").write_bytes(b"?")
    (tmp_path / "broken.parquet").write_bytes(b"PAR1?")
    (tmp_path / "other.csv").write_text("key,body\n1,<p>x\n")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone.warc.gz"], "no such file"),
        (["empty"], "hold no file"),
        (["odd.dat"], "--input-format"),
        (["-"], "--input-format"),
        (["-", "--input-format", "parquet"], "pipe"),
        (["broken.parquet"], "no Parquet file"),
        (["pages.parquet", "--html-column", "body"], "no column 'body'; there are: id, url, html"),
        (["pages.parquet", "--id-column", "key"], "no column 'key'"),
        (["other.csv"], "--html-column NAME"),
        (["pages.jsonl", "--html-column", "body"], "no column 'body'; there are: id, url, html"),
        (["pages.jsonl", "--url-column", "link"], "no column 'link'"),
        (["s3://bucket/pages.jsonl"], "reads files"),
        (["-", "--input-format", "jsonl", "--engine", "spark"], "stdin"),
        (["pages.jsonl", "--engine", "ray", "--workers", "2"], "--workers"),
        (["pages.jsonl", "--address", "spark://nowhere:7077"], "--engine"),
        (["pages.jsonl", "--fields", "title,txet"], "no txet"),
        (["pages.jsonl", "--min-confidence", "3"], "min_confidence"),
        (["pages.jsonl", "--part-size", "0"], "part_size"),
        (["pages.jsonl", "--format", "pdf"], "--format"),
        (["pages.jsonl", "--format", "text", "--fields", "title"], "text holds the story alone"),
        (["pages.jsonl", "--format", "markdown", "--with-chrome"], "markdown holds the story alone"),
        ([], "IN..."),
    ],
)
def test_wrong_usage_is_told_and_nothing_is_written(
    folder: Path, corpus: Corpus, arguments: list[str], said: str
) -> None:
    ran = corpus(*arguments)
    assert ran.code == 2
    assert said in " ".join(ran.said.split())
    assert not ran.output.exists()


def test_the_folder_of_another_run_is_left_alone(folder: Path, corpus: Corpus) -> None:
    before = corpus("pages.jsonl").files
    for arguments, said in [
        (["pages.jsonl"], "--resume"),
        (["pages.parquet", "--resume"], "another run: sources"),
        (["pages.jsonl", "--resume", "--with-chrome"], "another run: wanted"),
    ]:
        ran = corpus(*arguments)
        assert ran.code == 2
        assert said in " ".join(ran.said.split())
        assert ran.files == before
    foreign = corpus("pages.jsonl", output="empty/..")
    assert (foreign.code, "not empty" in foreign.said) == (2, True)


def test_a_folder_that_another_command_writes_to_is_left_alone(folder: Path, corpus: Corpus) -> None:
    before = corpus("pages.jsonl").files
    with held(folder / "out"):
        ran = corpus("pages.jsonl", "--resume")
        assert (ran.code, ran.files) == (2, before)
        assert "another newsclean is writing to out" in ran.said
    assert corpus("pages.jsonl", "--resume").code == 0


def test_an_input_that_changed_is_not_gone_on_with(folder: Path, corpus: Corpus) -> None:
    corpus("pages.jsonl")
    with open(folder / "pages.jsonl", "a") as file:
        file.write('{"html": "<p>One more."}\n')
    assert corpus("pages.jsonl", "--resume").code == 2


def test_an_input_that_fails_is_a_failure_and_the_others_are_read(folder: Path, corpus: Corpus) -> None:
    (folder / "broken.warc").write_bytes(b"This is no WARC.")
    ran = corpus("broken.warc", "pages.jsonl", "--format", "jsonl")
    assert (ran.code, len(ran.rows), [each["reason"] for each in ran.failures]) == (1, 30, ["broken_record"])


def test_a_disk_that_is_full(folder: Path, corpus: Corpus) -> None:
    import resource

    def quota() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    full = corpus("pages.jsonl", "--part-size", "10", preexec_fn=quota)
    assert full.code == 1
    assert "--resume" in full.said
    assert "Traceback" not in full.said
    assert not list(full.output.rglob(".*"))
    assert corpus("pages.jsonl", "--part-size", "10", "--resume").code == 0


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_an_input_that_may_not_be_read(folder: Path, corpus: Corpus) -> None:
    (folder / "pages.jsonl").chmod(0)
    assert (corpus("pages.jsonl").code, "permissions" in corpus("pages.jsonl").said) == (2, True)


@pytest.mark.parametrize(
    ("missing", "arguments"),
    [
        ("pyarrow", ["pages.jsonl"]),
        ("fastwarc", ["pages.warc", "--format", "jsonl"]),
        ("zstandard", ["pages.jsonl", "--format", "jsonl.zst"]),
        ("zstandard", ["pages.warc", "pages.html.zst", "--format", "jsonl"]),
    ],
)
def test_a_missing_extra_is_named(folder: Path, missing: str, arguments: list[str]) -> None:
    (folder / "pages.warc").write_bytes(b"")
    (folder / "pages.html.zst").write_bytes(b"")
    program = (
        f"import sys; sys.modules[{missing!r}] = None\n"
        f"from newsclean.cli import main; main(['corpus', *{arguments!r}, '-o', 'out'])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == f'newsclean: {missing} is not installed: pip install "newsclean[corpus]"\n'
    assert not (folder / "out").exists()


def test_json_lines_need_no_extra(folder: Path) -> None:
    program = (
        "import sys\nfor each in ['pyarrow', 'fastwarc', 'zstandard', 'tqdm']: sys.modules[each] = None\n"
        "from newsclean.cli import main\nmain(['corpus', 'pages.jsonl', '-o', 'out', '--format', 'jsonl'])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True)
    assert (done.returncode, json.loads((folder / "out/summary.json").read_text())["written"]) == (0, 30), done.stderr


def test_the_command_line_starts_without_the_extras() -> None:
    program = (
        "import sys\nfrom newsclean.cli import main\nmain(['corpus', '--help'], standalone_mode=False)\n"
        "print({'lxml', 'pydantic', 'pyarrow', 'fastwarc', 'tqdm'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"
