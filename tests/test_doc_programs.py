"""Programs and commands of the documentation, run as they stand there. Those of engines are in tests/engines."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests import doc_programs, make_corpus
from tests.web_site import PAGES, served

HERE = {"fetch.py", "fetch_many.py", "read_articles.py", "clean_folder.py"}
ENGINES = {"spider.py", "spark_clean.py", "ray_clean.py", "datatrove_clean.py", "datasets_clean.py", "first_of_each.py"}
ANCHOR = doc_programs.PROJECT / "corpus/anchor-local-paper/harbour-soldiers-return/page.html"
SH = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with all that the programs and commands read."""
    for name in ("page.html", "yesterday.html", "today.html"):
        html = ANCHOR.read_bytes().replace(b"</h1>", b"</h1><p>The keeper had some words for them.</p>", 1)
        (tmp_path / name).write_bytes(html)
    (tmp_path / "notes.txt").write_text("It\u00e2\u20ac\u2122s late.\n", encoding="utf-8")
    for name in ("pages", "warcs"):
        (tmp_path / name).mkdir()
    made = list(make_corpus.pages(13))
    for number, page in enumerate(made):
        (tmp_path / f"pages/{number}.html").write_bytes(page.html)
    for name in ("warcs/a.warc.gz", "CC-NEWS-1.warc.gz"):
        make_corpus.write_warc(tmp_path / name, made[:3])
    return tmp_path


def test_every_python_snippet_is_an_example_or_a_program_that_is_run() -> None:
    loose = []
    for page in doc_programs.PAGES:
        for info, code in re.findall(r"^```(?:python|py)\b([^\n]*)\n(.*?)^```", page.read_text("utf-8"), re.M | re.S):
            loose += [(page.name, code[:40])] if "title=" not in info and ">>> " not in code else []
    assert loose == []
    assert doc_programs.programs().keys() == HERE | ENGINES


@pytest.mark.parametrize(("needs", "title"), [("requests", "fetch.py"), ("httpx", "fetch_many.py")])
def test_a_scraper_prints_an_article_a_page_and_passes_over_what_it_cannot_have(
    folder: Path, needs: str, title: str
) -> None:
    pytest.importorskip(needs, reason=f"{needs} is not installed")
    with served() as site:
        missing = "http://127.0.0.1:9/", f"{site}/no-such-page.html"
        lines = doc_programs.run(title, folder, *missing, *(site + path for path in PAGES)).splitlines()
    assert len(lines) == len(PAGES)
    assert all(json.loads(line)["title"] for line in lines)


def test_a_folder_is_cleaned_in_order(folder: Path) -> None:
    lines = doc_programs.run("clean_folder.py", folder).splitlines()
    assert [line.split()[0] for line in lines] == sorted(f"{number}.html" for number in range(13))


def _commands(page: Path) -> list[str]:
    """The fences that call newsclean, without the lines that install."""
    found = []
    for code in SH.findall(page.read_text(encoding="utf-8")):
        lines = [line for line in code.splitlines() if line.startswith("newsclean ") and "/shared/" not in line]
        found += ["\n".join(lines)] if lines else []
    return found


@pytest.mark.parametrize("page", [page for page in doc_programs.PAGES if _commands(page)], ids=lambda page: page.name)
def test_commands_end_well(page: Path, folder: Path) -> None:
    program = f"import sys; sys.path.insert(0, {str(doc_programs.PROJECT)!r}); from newsclean.cli import main; main()"
    shell = f"newsclean() {{ {shlex.join([sys.executable, '-c', program])} \"$@\"; }}\nset -e\n"
    for code in _commands(page):
        if " corpus " in code:
            for needs in ("pyarrow", "fastwarc", "zstandard"):
                pytest.importorskip(needs, reason="the extra `corpus` is not installed")
            _write_zst(folder / "more.jsonl")
        done = subprocess.run(["bash", "-c", shell + code], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{code}\n{done.stderr}"


def _write_zst(path: Path) -> None:
    import zstandard

    make_corpus.write_jsonl(path, list(make_corpus.pages(2)))
    path.with_suffix(".jsonl.zst").write_bytes(zstandard.compress(path.read_bytes()))


def test_what_a_run_wrote_is_read(folder: Path) -> None:
    for needs in ("pyarrow", "fastwarc", "zstandard"):
        pytest.importorskip(needs, reason="the extra `corpus` is not installed")
    program = "from newsclean.cli import main; main()"
    command = [sys.executable, "-c", program, "corpus", "pages/", "-o", "out", "--workers", "1"]
    path = {**os.environ, "PYTHONPATH": str(doc_programs.PROJECT)}
    subprocess.run(command, cwd=folder, env=path, capture_output=True, check=True)
    assert "words" in doc_programs.run("read_articles.py", folder)
