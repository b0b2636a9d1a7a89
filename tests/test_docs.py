"""The documentation: links lead somewhere, commands exist. Its Python snippets are doctests (see pyproject.toml)."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import newsclean
from newsclean.article import Article
from newsclean.cli import main
from newsclean.labels import Label
from tests import model_reference

PROJECT = Path(__file__).parents[1]
PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def snippets(page: Path, language: str) -> list[str]:
    return [code for name, code in FENCE.findall(page.read_text(encoding="utf-8")) if name == language]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "//" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_their_options_exist(page: Path) -> None:
    lines = [line for code in snippets(page, "sh") for line in code.splitlines() if line.startswith("newsclean ")]
    for line in lines:
        words = [word for word in shlex.split(line, comments=True) if word != "newsclean"]
        command = main.commands[words[0]]
        known = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
        options = {word.partition("=")[0] for word in words[1:] if re.match(r"--?[a-z]", word)}
        assert options <= known, line


def test_every_page_is_found_from_the_index() -> None:
    index = (PROJECT / "docs" / "index.md").read_text(encoding="utf-8")
    found = {*LINK.findall(index), "index.md"}
    assert {path.name for path in (PROJECT / "docs").glob("*.md")} <= found
    decisions = PROJECT / "docs" / "decisions"
    told = LINK.findall((decisions / "README.md").read_text(encoding="utf-8"))
    assert sorted(told) == sorted(path.name for path in decisions.glob("0*.md"))


def test_the_drawing_of_the_stages_names_each_stage_that_the_page_tells() -> None:
    page = (PROJECT / "docs" / "how-a-page-travels.md").read_text(encoding="utf-8")
    drawing = ElementTree.parse(PROJECT / "docs" / "pictures" / "stages.svg").getroot()
    drawn = {word for text in drawing.findall(".//{*}text") for word in str(text.text).split(", ")}
    stages = {stage for row in re.findall(r"^\| ([a-z ,]+) \| `", page, re.MULTILINE) for stage in row.split(", ")}
    assert len(stages) > 10
    assert stages <= drawn


def test_every_page_stands_in_the_navigation_once() -> None:
    pages = sorted(path.relative_to(PROJECT / "docs").as_posix() for path in (PROJECT / "docs").rglob("*.md"))
    shown = re.findall(r"[\w/-]+\.md$", (PROJECT / ".mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(shown) == pages


def test_the_page_of_the_models_says_what_they_say() -> None:
    assert model_reference.PAGE.read_text(encoding="utf-8") == model_reference.page(), "python -m tests.model_reference"


def test_every_source_of_metadata_is_told_for_a_field_that_is_there() -> None:
    told = re.findall(r"^\| `(\w+)` \|", (PROJECT / "docs" / "metadata.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(told) <= set(Article.model_fields)


def test_every_public_name_and_every_label_is_told() -> None:
    names = ("api", "article", "labels")
    api, article, labels = ((PROJECT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in names)
    errors = {name for name in newsclean.__all__ if isinstance(getattr(newsclean, name), type)
              and issubclass(getattr(newsclean, name), newsclean.NewscleanError)}  # fmt: skip
    told = {*re.findall(r"^::: [\w.]+\.(\w+)$", api, re.MULTILINE), *re.findall(r"`(\w+)`", article), *errors}
    assert set(newsclean.__all__) <= {*told, "Article", "Block"}
    rows = [row.split("|")[1:4] for row in labels.splitlines() if row.startswith("| `")]
    assert {label for names, *_ in rows for label in re.findall(r"`(\w+)`", names)} == {label.value for label in Label}
    assert all(example.strip() for *_, example in rows)


def test_the_site_is_built_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs", reason="MkDocs is not installed: make docs")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", ".mkdocs.yml", "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    built = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html")]
    loaded = re.compile(r"<(?:script|img|iframe)[^>]* src=\"?https?:|<link[^>]*stylesheet[^>]* href=\"?https?:")
    assert built
    assert [match[0] for page in built for match in loaded.finditer(page)] == []
