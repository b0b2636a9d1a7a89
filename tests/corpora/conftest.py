"""The command, run as a user runs it, and what it left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

TIMEOUT = 300 + int(os.environ.get("PAGES", "0"))
COMMAND = [sys.executable, "-c", "from newsclean.cli import main; main()", "corpus"]


class Ran(NamedTuple):
    """A run of the command."""

    code: int
    said: str
    output: Path

    @property
    def failures(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.output / "failures.jsonl").read_text("utf-8").splitlines()]

    @property
    def summary(self) -> dict[str, Any]:
        summary: dict[str, Any] = json.loads((self.output / "summary.json").read_text("utf-8"))
        return summary

    @property
    def files(self) -> dict[str, bytes]:
        """Everything but the summary, which holds times."""
        found = {path.relative_to(self.output).as_posix(): path for path in self.output.rglob("*") if path.is_file()}
        return {name: path.read_bytes() for name, path in sorted(found.items()) if name != "summary.json"}

    @property
    def articles(self) -> dict[str, bytes]:
        return {name: data for name, data in self.files.items() if name.startswith("articles/")}

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows of JSON lines, in order."""
        return [json.loads(line) for data in self.articles.values() for line in data.splitlines()]


Corpus = Callable[..., Ran]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Run `newsclean corpus` in the folder of the test."""

    def run(*arguments: str | Path, output: str = "out", stdin: bytes = b"", **more: Any) -> Ran:
        command = [*COMMAND, *map(str, arguments), "-o", output]
        done = subprocess.run(command, cwd=tmp_path, input=stdin, capture_output=True, timeout=TIMEOUT, **more)
        return Ran(done.returncode, done.stderr.decode(), tmp_path / output)

    return run
