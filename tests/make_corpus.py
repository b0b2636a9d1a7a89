"""`python -m tests.make_corpus FOLDER [PAGES]`: the golden pages, varied, as WARC, JSON lines and Parquet.

The same pages, with the same ids, in each. Some are hostile: a page of 30 MB, one that takes minutes, and in the WARC a
cut-off gzip member, a wrong Content-Length and a record that is none.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

GOLDEN = Path(__file__).parents[1] / "corpus"
SLOW_BLOCKS = 1_000_000
LARGE_BYTES = 30_000_000

_NOTE = "<p>The harbour office counted {n} boats on the {n}. day, and the keeper wrote each of them into her book.</p>"


class Made(NamedTuple):
    """A made page."""

    id: str
    url: str
    html: bytes


def pages(count: int) -> Iterator[Made]:
    """Yield the golden pages over and over, each time with another headline, and some with a paragraph more."""
    golden = [html for path in sorted(GOLDEN.glob("*/*/page.html")) if _utf_8(html := path.read_bytes())]
    for number in range(count):
        html = golden[number % len(golden)].replace(b"</h1>", b" %d</h1>" % number, 1)
        if number % 3 == 0:
            html = html.replace(b"</p>", b"</p>" + _NOTE.format(n=number).encode(), 1)
        yield _made(number, html)


def _utf_8(html: bytes) -> bool:
    """Whether JSON and Parquet can hold the page byte for byte."""
    try:
        html.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _made(number: int, html: bytes) -> Made:
    url = f"https://news{number % 7}.example/{number}"
    return Made(f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, url)}", url, html)


def slow_page(number: int, blocks: int = SLOW_BLOCKS) -> Made:
    """A page that takes about a minute a million blocks."""
    return _made(number, b"<h1>Slow</h1>" + b"<p><b>A</b> <a href=/>b</a></p>" * blocks)


def large_page(number: int, size: int = LARGE_BYTES) -> Made:
    """A page that is larger than any real one: one story of long lines."""
    line = b"<!-- " + b"The ferry left late, and nobody on the quay could say why that was. " * 1000 + b"-->"
    return _made(number, b"<h1>Large</h1><p>The ferry left late on Monday.</p>" + line * (size // len(line) + 1))


def warc_record(page: Made, content_type: str = "text/html; charset=utf-8") -> bytes:
    """A response as archivers write it."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\nContent-Length: {len(page.html)}\r\n\r\n".encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <{page.id}>\r\nWARC-Target-URI: {page.url}\r\n"
        f"WARC-Date: 2031-05-05T09:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http) + len(page.html)}\r\n\r\n"
    )
    return head.encode() + http + page.html + b"\r\n\r\n"


def cut_off(page: Made) -> bytes:
    """A gzip member without its second half."""
    member = gzip.compress(warc_record(page), mtime=0)
    return member[: len(member) // 2]


def wrong_length(page: Made, by: int) -> bytes:
    """A gzip member whose record claims to be longer, or shorter, than it is."""
    record = warc_record(page)
    return gzip.compress(
        re.sub(rb"(?<=\r\nContent-Length: )\d+", lambda match: b"%d" % (int(match[0]) + by), record, count=1), mtime=0
    )


def broken() -> bytes:
    """A gzip member that holds no record."""
    return gzip.compress(b"There should be a record here.\r\n\r\n", mtime=0)


def write_warc(path: Path, made: Iterator[Made] | list[Made], hostile: list[bytes] | None = None) -> None:
    """Write a .warc.gz, a member a record; every tenth record is followed by one of the hostile members."""
    waiting = list(hostile or ())
    with open(path, "wb") as file:
        for number, page in enumerate(made):
            file.write(gzip.compress(warc_record(page), 1, mtime=0))
            if number % 10 == 9 and waiting:
                file.write(waiting.pop(0))
        file.writelines(waiting)


def write_jsonl(path: Path, made: Iterator[Made] | list[Made]) -> None:
    """Write JSON lines with id, url and html."""
    with open(path, "wb") as file:
        for page in made:
            line = {"id": page.id, "url": page.url, "html": page.html.decode("utf-8")}
            file.write(json.dumps(line).encode() + b"\n")


def write_parquet(path: Path, made: Iterator[Made] | list[Made]) -> None:
    """Write a Parquet file with id, url and html, a row group a hundred pages."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([("id", pa.string()), ("url", pa.string()), ("html", pa.string())])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        rows = []
        for page in made:
            rows.append({"id": page.id, "url": page.url, "html": page.html.decode("utf-8")})
            if len(rows) == 100:
                writer.write_table(pa.Table.from_pylist(rows, schema=schema))
                rows = []
        writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def with_hostile(count: int, large: int = LARGE_BYTES, slow: int = SLOW_BLOCKS) -> Iterator[Made]:
    """The pages, and at their end the large one and the slow one."""
    yield from pages(count)
    yield large_page(count, large)
    yield slow_page(count + 1, slow)


def hostile_members(count: int) -> list[bytes]:
    """The members that are damaged, of pages that stand in no other file."""
    html = b"<h1>Lost</h1><p>The ferry is lost.</p>" * 99
    one, two, three = (_made(count + 10 + number, html) for number in range(3))
    return [cut_off(one), wrong_length(two, 900_000), wrong_length(three, -300), broken()]


def main(folder: Path, count: int) -> None:
    """Write all three."""
    folder.mkdir(parents=True, exist_ok=True)
    write_warc(folder / "pages.warc.gz", with_hostile(count), hostile_members(count))
    write_jsonl(folder / "pages.jsonl", with_hostile(count))
    write_parquet(folder / "pages.parquet", with_hostile(count))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5_000)
