"""Pages with gold: a folder of sets, each with `gold.jsonl` and `html/*.html.gz`."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from newsclean.errors import NewscleanError


class BadGold(NewscleanError, ValueError):
    """The caller's fault: the folder holds no usable gold; the message names the file."""


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One page and the text of its story. `site` groups the pages that must not stand on both sides of a fold."""

    name: str
    set: str
    site: str
    url: str | None
    html: bytes
    text: str
    inside: tuple[str, ...] = ()  # where no text is known: segments that the story holds
    outside: tuple[str, ...] = ()  # and segments that it does not
    title: str = ""


def read_gold(folder: Path) -> Iterator[GoldPage]:
    """The pages of every set below `folder` that have a gold text, or segments of one.

    Raises:
        BadGold: no set, no page with a text, or a page that a gold line names is missing.
    """
    sets = sorted(path.parent for path in folder.glob("*/gold.jsonl"))
    if not sets:
        raise BadGold(f"{folder}: no */gold.jsonl here; give the folder that holds the sets")
    found = False
    for path in sets:
        for number, line in enumerate(_lines(path / "gold.jsonl"), 1):
            row = json.loads(line)
            if not (row.get("text") or row.get("with")) or row.get("kind", "article") != "article":
                continue
            page = path / "html" / row["html"]
            if not page.exists():
                raise BadGold(f"{path / 'gold.jsonl'}:{number}: {page.name} is missing")
            found = True
            yield GoldPage(
                row["id"], path.name, site_of(row.get("url"), row["id"]), row.get("url"),
                gzip.decompress(page.read_bytes()), row.get("text", ""),
                *(((), ()) if row.get("text") else (tuple(row["with"]), tuple(row["without"]))), row.get("title") or "",
            )  # fmt: skip
    if not found:
        raise BadGold(f"{folder}: no gold line has a text")


def _lines(path: Path) -> list[str]:
    """The lines of a JSONL file; `splitlines` would also split at U+2028 inside a string."""
    return [line for line in path.read_text("utf-8").split("\n") if line.strip()]


def site_of(url: str | None, name: str) -> str:
    """The registrable domain, roughly: what folds are grouped by.

    >>> site_of("https://www.news.example.co.uk/a", "x"), site_of(None, "x")
    ('example.co.uk', 'x')
    """
    host = urlsplit(url or "").hostname
    if not host:
        return name
    parts = host.removeprefix("www.").split(".")
    short_second = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3
    return ".".join(parts[-3:] if short_second else parts[-2:])
