"""The programs of the documentation: fences that carry a title are whole, and are run as they stand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]
PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").rglob("*.md"))]
_TITLED = re.compile(r'^```python title="([\w.]+)"\n(.*?)^```', re.MULTILINE | re.DOTALL)


def programs() -> dict[str, str]:
    """Each program by its title."""
    return {title: code for page in PAGES for title, code in _TITLED.findall(page.read_text(encoding="utf-8"))}


def run(title: str, folder: Path, *arguments: str) -> str:
    """Run a program in a folder, and return what it printed; it must end well."""
    (folder / title).write_text(programs()[title], encoding="utf-8")
    paths = os.pathsep.join(filter(None, [str(PROJECT), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": paths, "PYSPARK_PYTHON": sys.executable}
    done = subprocess.run(
        [sys.executable, title, *arguments], cwd=folder, env=environment, capture_output=True, text=True,
        timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout
