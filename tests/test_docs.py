"""The documentation: links lead somewhere, commands exist. Its Python snippets are doctests (see pyproject.toml)."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from newsclean.cli import main

PROJECT = Path(__file__).parents[1]
PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
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
