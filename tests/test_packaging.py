"""A built wheel holds all that an extraction needs, wherever it is run."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]

PROGRAM = """
import pathlib, sys
import newsclean
assert pathlib.Path(newsclean.__file__).is_relative_to(sys.argv[1]), newsclean.__file__
story = "<p>" + "The harbour office counted the boats on Monday, and the keeper wrote them all down. " * 4 + "</p>"
article = newsclean.extract("<h1>Boats</h1>" + story * 4 + "<div><h3>Related articles</h3><a href=/b>Nets</a></div>")
print(article.title, newsclean.__version__, "keeper" in article.text, "Nets" in article.text)
"""


def run(*command: str, cwd: Path, path: Path | None = None) -> str:
    environment = {**os.environ, "PYTHONPATH": str(path) if path else ""}
    done = subprocess.run([sys.executable, *command], cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with what `make test` has installed, so that no network is needed."""
    folder = tmp_path_factory.mktemp("wheel")
    run("-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(folder), ".", cwd=PROJECT)
    [built] = folder.glob("newsclean-*.whl")
    return built


def test_the_wheel_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run("-m", "pip", "install", "--quiet", "--no-deps", "--target", str(site), str(wheel), cwd=tmp_path)
    assert run("-c", PROGRAM, str(site), cwd=tmp_path, path=site).split() == ["Boats", "0.1.0", "True", "False"]


def test_the_wheel_holds_every_data_file_the_types_and_the_licence_and_no_tests(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {f"newsclean/{path.relative_to(PROJECT / 'newsclean').as_posix()}"
            for path in (PROJECT / "newsclean" / "data").rglob("*") if path.is_file()}  # fmt: skip
    assert data
    assert data <= names
    assert "newsclean/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"newsclean"}


def built_again(folder: Path) -> dict[str, bytes]:
    run("-m", "hatchling", "build", "-d", str(folder), "-t", "wheel", "-t", "sdist", cwd=PROJECT)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_two_builds_give_the_same_bytes_and_the_sdist_holds_what_the_tests_need(tmp_path: Path) -> None:
    first, second = built_again(tmp_path / "first"), built_again(tmp_path / "second")
    assert first == second
    [sdist] = (tmp_path / "first").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "newsclean/data/weights.json", "tests/golden.py"} <= names
    assert not [name for name in names if name.split("/")[0] in (".venv", "dist", ".mypy_cache") or ".pyc" in name]
