"""The walls of the house: what may import what, and that nothing reaches for the network."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "newsclean"

# From the top down: a module imports only what stands above it. A package counts as one module. The rows are for the
# reader: what all know, what callers give, words, bytes to tree, tree to blocks, what a page says of itself, judgement,
# what a site repeats, the Article, what callers import, and the doors of the house.
HOUSE = (
    ("errors", "labels", "read_only", "article", "options"),
    ("limits", "surrogates", "arguments", "addresses", "responses"),
    ("data_files", "folding", "unspaced", "language_files", "phrases", "vocabulary"),
    ("charsets", "charset_detector", "decoding", "mojibake", "nesting", "tree"),
    ("hints", "blocks", "elements", "media", "opening", "run_text", "walk"),
    ("metadata", "measures", "clues", "sums", "unveiling", "reading"),
    ("forest", "features", "scoring", "updates", "rules", "labelling", "readability_reading", "second_opinion"),
    ("site_sketch", "site_links", "site_model", "site_knowledge"),
    ("elsewhere", "story", "chrome", "article_odds", "page_kind", "confidence", "compose", "rendering"),
    ("extract", "many", "plaintext", "explain", "comparison", "compat"),
    ("corpora", "engines", "streams", "cli", "fitting"),
)
ORDER = [module for row in HOUSE for module in row]

# Methods of the Article that write it out: they import when called, so that reading an Article needs no writer.
WHEN_CALLED = {("article", "rendering")}

# The command line of a corpus asks for an engine by name, which runs the corpora in turn.
WHEN_CALLED |= {("corpora", "engines")}

# Packages with one door each, or two.
ONLY_IMPORTER = {
    "tomllib": ["data_files", "language_files"],
    "ftfy": ["mojibake"], "click": ["cli", "corpora", "streams"],
    "readability": ["readability_reading", "second_opinion"],
    "lightgbm": ["fitting"], "resiliparse": ["fitting"],
    "pyarrow": ["corpora", "engines"], "fastwarc": ["corpora"], "zstandard": ["corpora"], "tqdm": ["corpora"],
    "pyspark": ["engines"], "ray": ["engines"], "datatrove": ["engines"], "scrapy": ["engines"],
}  # fmt: skip

NETWORK = ("socket", "ssl", "http.client", "urllib.request", "requests", "urllib3", "httpx", "aiohttp")


def module_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def sources() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"]


def imported(path: Path) -> Iterator[str]:
    """Yield the dotted name of everything that a file imports, type-checking imports left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for block in [node for node in ast.walk(tree) if isinstance(node, ast.If)]:
        if isinstance(block.test, ast.Name) and block.test.id == "TYPE_CHECKING":
            block.body = []
    package = ("newsclean", *path.relative_to(PACKAGE).parts[:-1])
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            home = ".".join(filter(None, (start, node.module)))
            yield from (f"{home}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_stands_above_it(path: Path) -> None:
    module = module_of(path)
    assert module in ORDER, f"{module} has no place in the house yet: put it into HOUSE"
    above = {*ORDER[: ORDER.index(module) + 1], *(late for where, late in WHEN_CALLED if where == module)}
    own = {name.split(".")[1] for name in imported(path) if name.startswith("newsclean.")}
    assert own - above - {"__version__"} == set()


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_says_what_it_needs_of_the_package(path: Path) -> None:
    # `import newsclean` would give it everything, unseen by the test above
    assert "newsclean" not in imported(path)


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_dependency_has_its_doors(path: Path) -> None:
    outside = {name.split(".")[0] for name in imported(path)}
    assert [name for name, doors in ONLY_IMPORTER.items() if name in outside and module_of(path) not in doors] == []


def loaded_after(code: str) -> set[str]:
    program = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_loads_no_network_library() -> None:
    assert loaded_after("import newsclean").intersection(NETWORK) == set()


def test_an_extraction_loads_none_but_the_socket_of_pydantic() -> None:
    # pydantic looks for plugins with importlib.metadata, which imports email.utils, which imports socket. readability
    # imports urllib.request for a command line of its own, so the second opinion is left out here.
    code = "from newsclean import extract, Options\nextract('<p>Words.</p>', options=Options(second_opinion=False))"
    assert loaded_after(code).intersection(NETWORK) <= {"socket"}


def test_an_extraction_opens_no_socket_and_starts_no_process() -> None:
    program = """
import sys, newsclean
newsclean.extract("<p>Warm up: imports done.</p>")
seen = []
outside = ("socket.", "urllib.", "subprocess.")
sys.addaudithook(lambda event, _: seen.append(event) if event.startswith(outside) else None)
page = "<h1>Boats</h1><p>The keeper counted them.</p><img src=https://news.example/a.jpg><iframe src=//v.example/1>"
newsclean.extract(page, url="https://news.example/boats")
print(seen)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_importing_the_package_loads_no_dependency() -> None:
    heavy = {"pydantic", "lxml", "ftfy", "readability", "click", "w3lib", "newsclean.extract", "importlib.metadata"}
    assert loaded_after("import newsclean").intersection(heavy) == set()
