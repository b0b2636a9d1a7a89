"""Pages out of WARC and WET files, with FastWARC. What is damaged costs its own record, not the rest of the file."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Any, BinaryIO, NamedTuple, cast

from newsclean.corpora.extras import optional
from newsclean.corpora.opened import Forward
from newsclean.corpora.records import Entry, Failure, Record, Skipped, encodable
from newsclean.corpora.warc_damage import extent, next_start

HTML_TYPES = ("text/html", "application/xhtml+xml")
_Entries = Generator[Entry, None, int | None]
"""Entries, and at the end the place to go on at, if there is one."""

DAMAGE = (OSError, ValueError, RuntimeError)  # what FastWARC raises on bytes that are no WARC

_NO_FURTHER = "a pipe is read no further than its first damage: give the file"
_ANOTHER_RECORD = re.compile(rb"\r\n\r\nWARC/1\.[01]\r\n")
_ENVELOPE = (
    b"WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
)


class _Met(NamedTuple):
    """A record of the file: where it starts, and what it gives (None: a request, or another that holds no page)."""

    start: int
    record_id: str
    url: str | None
    item: Record | Failure | Skipped | None


def warc_entries(file: BinaryIO, name: str, max_bytes: int) -> Iterator[Entry]:
    """Yield the pages of a WARC: HTML of responses and resources, text of conversions.

    Records of other content types are `Skipped`. A record that is cut off, whose length is wrong or that is none at all
    is a failure, and the reading goes on at the next record that starts like one; not so in a pipe, where it ends.
    """
    start: int | None = 0
    records = file if file.seekable() else cast(BinaryIO, Forward(file))
    while start is not None:
        start = yield from _from(records, start, name, max_bytes)


def _from(file: BinaryIO, start: int, name: str, max_bytes: int) -> _Entries:
    """Read from a record's start until the end or the first damage; return where to go on."""
    fastwarc = optional("fastwarc.warc", "corpus")
    if file.seekable():
        file.seek(start)
    held: _Met | None = None  # a record is given out once the next one is found where it should be
    try:
        for record in fastwarc.ArchiveIterator(file, parse_http=False):
            if held is not None and held.item is not None:
                yield Entry(held.start, held.item)
            held = _met(record, name, max_bytes)
            if isinstance(held.item, Failure) and held.item.reason in ("truncated", "wrong_length"):
                yield Entry(held.start, _damaged(file, held.item))
                return next_start(file, held.start + 1)
    except DAMAGE as error:
        return (yield from _after_damage(file, held, start, f"{name}: {error}", name))
    if held is not None and held.item is not None:
        yield Entry(held.start, held.item)
    return None


def _after_damage(file: BinaryIO, held: _Met | None, start: int, detail: str, name: str) -> _Entries:
    if held is None or not file.seekable():
        if held is not None and held.item is not None:
            yield Entry(held.start, held.item)
        yield Entry(start, _damaged(file, _failure(f"{name}@{start}", None, "broken_record", detail)))
        return next_start(file, start + 1)
    end = extent(file, held.start)
    if end is not None:
        if held.item is not None:
            yield Entry(held.start, held.item)
        return end
    yield Entry(held.start, _failure(held.record_id, held.url, "wrong_length", "Content-Length is not the record's"))
    return next_start(file, held.start + 1)


def _met(record: Any, name: str, max_bytes: int) -> _Met:
    types = optional("fastwarc.warc", "corpus").WarcRecordType
    headers, start = record.headers, record.stream_pos
    identifier = encodable((headers.get("WARC-Record-ID") or "").strip("<>")) or f"{name}@{start}"
    url = encodable((headers.get("WARC-Target-URI") or "").strip("<>"))
    if record.record_type not in (types.response, types.resource, types.conversion):
        return _Met(start, identifier, url, None)
    if record.content_length > max_bytes:
        detail = f"{record.content_length} bytes; --max-page-bytes is {max_bytes}"
        return _Met(start, identifier, url, _failure(identifier, url, "too_large", detail))
    declared = headers.get("Content-Length")
    record.freeze()  # FastWARC is content with what there is
    block = record.reader.read()
    if _ANOTHER_RECORD.search(block):
        detail = "it reaches into the next record"
        return _Met(start, identifier, url, _failure(identifier, url, "wrong_length", detail))
    if declared is None or len(block) < record_length(declared):
        detail = f"{len(block)} bytes of {declared or 'an unknown length'}"
        return _Met(start, identifier, url, _failure(identifier, url, "truncated", detail))
    if record.record_type == types.conversion:
        return _Met(start, identifier, url, Record(identifier, text=block.decode("utf-8", "replace"), url=url))
    return _Met(start, identifier, url, _page(record, block, Record(identifier, url=url), max_bytes))


def record_length(declared: str) -> int:
    """The number in a Content-Length; 0 where it is none."""
    return int(declared) if declared.strip().isascii() and declared.strip().isdigit() else 0


def _page(record: Any, block: bytes, page: Record, max_bytes: int) -> Record | Failure | Skipped:
    content_type, body = record.headers.get("Content-Type"), block
    if record.is_http:
        try:
            content_type, body = _http(block, max_bytes)
        except DAMAGE as error:
            return _failure(page.id, page.url, "broken_http", str(error)[:200])
    if len(body) > max_bytes:
        return _failure(page.id, page.url, "too_large", f"more than {max_bytes} bytes once its encoding is undone")
    named = content_type or record.headers.get("WARC-Identified-Payload-Type") or ""
    kind = named.partition(";")[0].strip().lower()
    if kind in HTML_TYPES or (not kind and body.lstrip()[:1] == b"<"):
        return page._replace(html=body, content_type=encodable(content_type))
    return Skipped(encodable(kind) or "unknown type")


def _http(block: bytes, max_bytes: int) -> tuple[str | None, bytes]:
    """Content type and body of an HTTP response. Archivers store many bodies decoded and keep the header that says how
    they came: where it does not hold, the body is taken as it is."""
    for decoding in ("all", "none"):
        record = optional("fastwarc.warc", "corpus").WarcRecord.from_bytes(_ENVELOPE % len(block) + block)
        try:
            record.parse_http(auto_decode=decoding)
            return record.http_headers.get("Content-Type"), record.reader.read(max_bytes + 1)
        except DAMAGE:
            if decoding == "none":
                raise
    raise AssertionError("unreachable")


def _damaged(file: BinaryIO, failure: Failure) -> Failure:
    return failure if file.seekable() else failure._replace(detail=f"{failure.detail}; {_NO_FURTHER}")


def _failure(identifier: str, url: str | None, reason: str, detail: str) -> Failure:
    return Failure(identifier, url, "read", reason, encodable(detail) or "")
