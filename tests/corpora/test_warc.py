"""WARC: what others write, what HTTP hides, and what damage costs."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from newsclean.corpora.records import Failure, Record, Skipped
from newsclean.corpora.warc import warc_entries
from tests import make_corpus

PAGES = list(make_corpus.pages(6))
LIMIT = 10_000_000


def read(data: bytes, limit: int = LIMIT) -> list[Record | Failure | Skipped]:
    return [entry.item for entry in warc_entries(io.BytesIO(data), "x.warc", limit)]


def ids(items: list[Record | Failure | Skipped]) -> list[str]:
    return [item.id for item in items if isinstance(item, Record)]


def reasons(items: list[Record | Failure | Skipped]) -> list[str]:
    return [item.reason for item in items if isinstance(item, Failure)]


def by_warcio() -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    writer.write_record(writer.create_warcinfo_record("x.warc.gz", {"software": "warcio"}))
    for page in PAGES:
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            page.url, "response", payload=io.BytesIO(page.html), http_headers=headers,
            warc_headers_dict={"WARC-Record-ID": f"<{page.id}>"},
        )  # fmt: skip
        request = writer.create_warc_record(page.url, "request", payload=io.BytesIO(b"GET / HTTP/1.1\r\n\r\n"))
        writer.write_record(record)
        writer.write_record(request)
    return stream.getvalue()


def by_fastwarc() -> bytes:
    from fastwarc.stream_io import GzipWriter
    from fastwarc.warc import WarcRecord, WarcRecordType

    parts = []
    for page in PAGES:
        record = WarcRecord()
        record.init_headers(WarcRecordType.response, page.id.encode())
        record.headers["WARC-Record-ID"] = f"<{page.id}>"
        record.headers["WARC-Target-URI"] = page.url
        record.headers["Content-Type"] = "application/http; msgtype=response"
        record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.html)
        stream = io.BytesIO()
        with GzipWriter(stream) as writer:
            record.write(writer)
        parts.append(stream.getvalue())
    return b"".join(parts)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # warcio leaves its spool files open
@pytest.mark.parametrize("write", [by_warcio, by_fastwarc])
def test_files_of_other_writers(write: object) -> None:
    assert callable(write)
    expected = [Record(page.id, page.html, url=page.url, content_type="text/html; charset=utf-8") for page in PAGES]
    assert read(write()) == expected


def http(headers: bytes, body: bytes) -> bytes:
    page = make_corpus.Made("a", "https://a.example/", body)
    record = make_corpus.warc_record(page, "text/html; charset=utf-8")
    return record.replace(b"Content-Type: text/html; charset=utf-8\r\n", headers, 1)


def resized(record: bytes) -> bytes:
    """The record with the Content-Length that it has."""
    head, _, rest = record.partition(b"\r\n\r\n")
    kept = [line for line in head.split(b"\r\n") if not line.startswith(b"Content-Length")]
    return b"\r\n".join([*kept, b"Content-Length: %d" % (len(rest) - 4)]) + b"\r\n\r\n" + rest


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gzip.compress(b"<p>Boats.</p>")),
        (b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n", b"<p>Boats.</p>"),  # stored decoded, header kept
        (b"Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", b"d\r\n<p>Boats.</p>\r\n0\r\n\r\n"),
        (b"Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", b"<p>Boats.</p>"),
        (b"Content-Type: TEXT/HTML;charset=koi8-r\r\n", b"<p>Boats.</p>"),
        (b"", b"<p>Boats.</p>"),
    ],
    ids=["gzip", "gzip undone", "chunked", "chunked undone", "charset", "no type"],
)
def test_http_encodings_are_undone_and_content_types_kept(headers: bytes, body: bytes) -> None:
    [item] = read(resized(http(headers, body)))
    assert isinstance(item, Record)
    assert item.html == b"<p>Boats.</p>"
    assert (item.content_type or "").lower() == (headers.split(b"\r\n")[0].decode()[14:].lower() if headers else "")


def test_what_is_no_html_is_skipped() -> None:
    picture = resized(http(b"Content-Type: image/png\r\n", b"\x89PNG"))
    assert read(picture + make_corpus.warc_record(PAGES[0]))[0] == Skipped("image/png")


def member(page: make_corpus.Made) -> bytes:
    return gzip.compress(make_corpus.warc_record(page))


@pytest.mark.parametrize(
    ("damaged", "reason"),
    [
        (make_corpus.cut_off(PAGES[5]), "broken_record"),
        (make_corpus.wrong_length(PAGES[5], 900_000), "wrong_length"),
        (make_corpus.wrong_length(PAGES[5], -300), "wrong_length"),
        (make_corpus.broken(), "broken_record"),
        (gzip.compress(make_corpus.warc_record(PAGES[5]).replace(b"WARC/1.1", b"CRAW/1.1")), "broken_record"),
    ],
    ids=["cut off", "too long", "too short", "no record", "no version"],
)
def test_damage_in_a_compressed_file_costs_its_own_record(damaged: bytes, reason: str) -> None:
    first, second, third = map(member, PAGES[:3])
    items = read(first + damaged + second + damaged + third)
    assert ids(items) == [page.id for page in PAGES[:3]]
    assert reasons(items) == [reason] * 2


def test_damage_upon_damage() -> None:
    cut, claims = make_corpus.cut_off(PAGES[5]), make_corpus.wrong_length(PAGES[5], 900_000)
    items = read(member(PAGES[0]) + cut + cut + claims + claims + member(PAGES[1]))
    assert ids(items) == [page.id for page in PAGES[:2]]
    assert reasons(items) == ["broken_record"] * 2 + ["wrong_length"] * 2


@pytest.mark.parametrize("by", [900_000, -300])
def test_a_wrong_length_in_a_plain_file_costs_its_own_record(by: int) -> None:
    first, second = map(make_corpus.warc_record, PAGES[:2])
    items = read(first + gzip.decompress(make_corpus.wrong_length(PAGES[5], by)) + second)
    assert ids(items) == [page.id for page in PAGES[:2]]
    assert reasons(items) == ["wrong_length"]


def test_a_file_that_ends_in_the_middle_of_a_record() -> None:
    first, second = map(make_corpus.warc_record, PAGES[:2])
    for data in [first + second[:-900], gzip.compress(first) + make_corpus.cut_off(PAGES[1])]:
        items = read(data)
        assert ids(items) == [PAGES[0].id]
        assert reasons(items) == ["truncated"]


def test_a_page_over_the_limit_is_a_failure_and_so_is_one_that_unpacks_to_more() -> None:
    bomb = resized(
        http(b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gzip.compress(b"<p>" + b"x" * 5_000_000))
    )
    items = read(make_corpus.warc_record(make_corpus.large_page(9, 3_000_000)) + bomb + member(PAGES[0]), 2_000_000)
    assert reasons(items)[:2] == ["too_large", "too_large"]


@pytest.mark.parametrize(
    "data", [b"<html>no WARC</html>", bytes(range(256)) * 20, gzip.compress(b"words")], ids=["HTML", "bytes", "gzip"]
)
def test_what_is_no_warc_is_one_failure(data: bytes) -> None:
    assert reasons(read(data)) == ["broken_record"]


class Pipe(io.BytesIO):
    """A stream that cannot go back."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: object) -> int:
        raise OSError("Illegal seek")

    tell = seek


def test_a_pipe_is_read_to_its_first_damage() -> None:
    pipe = Pipe(member(PAGES[0]) + make_corpus.broken() + member(PAGES[1]))
    items = [entry.item for entry in warc_entries(pipe, "-", LIMIT)]
    assert ids(items) == [PAGES[0].id]
    assert reasons(items) == ["broken_record"]
    assert "give the file" in next(item.detail for item in items if isinstance(item, Failure))


def test_positions_grow_to_the_end_of_the_file(tmp_path: Path) -> None:
    make_corpus.write_warc(tmp_path / "a.warc.gz", PAGES)
    with open(tmp_path / "a.warc.gz", "rb") as file:
        positions = [entry.position for entry in warc_entries(file, "a", LIMIT)]
    assert positions == sorted(positions)
    assert positions[-1] > 0
