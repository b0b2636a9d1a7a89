"""The input of a run, cut up: into parts, each an output file, and these into chunks, each the work of a moment.

Both are cut by the pages alone, not by time or workers, so that they are the same in every run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from newsclean.corpora import manifest
from newsclean.corpora.cleaning import Tally
from newsclean.corpora.reading import entries
from newsclean.corpora.records import Entry, Failure, Record, Skipped
from newsclean.corpora.settings import Job

PAGES, BYTES = 16, 2_000_000


class Chunk(NamedTuple):
    """Some pages of a part, in order. `position` is how many bytes of the input are read then."""

    shard: int
    part: int
    items: tuple[Record | Failure, ...]
    skipped: Tally
    ends_part: bool
    ends_shard: bool
    position: int


def chunks(job: Job, shards: Iterable[int]) -> Iterator[Chunk]:
    """Yield what is still to do of the inputs, in order."""
    for shard in shards:
        done = list(manifest.read(Path(job.output), shard))
        if not done or not done[-1].last:
            yield from _of_shard(job, shard, first=len(done))


def all_chunks(job: Job, shards: Iterable[int]) -> Iterator[Chunk]:
    """Yield the inputs whole, in order, whatever is done of them."""
    for shard in shards:
        yield from _of_shard(job, shard, first=0)


def _of_shard(job: Job, shard: int, first: int) -> Iterator[Chunk]:
    pages = _Pages(entries(job.sources[shard], job.columns, job.max_page_bytes))
    for _ in islice(pages, first * job.part_size):
        pages.skipped.clear()  # counted by the run that did them
    part = first
    while True:
        room, ends = job.part_size, False
        while room and not ends:
            items = _some(pages, min(room, PAGES))
            room -= len(items)
            ends = not items
            skipped, pages.skipped = pages.skipped, Tally()
            yield Chunk(shard, part, items, skipped, ends or not room, ends, pages.position)
        if ends:
            return
        part += 1


class _Pages:
    """The pages among the entries; the rest is counted."""

    def __init__(self, found: Iterator[Entry]) -> None:
        self._found = found
        self.skipped = Tally()
        self.position = 0

    def __iter__(self) -> Iterator[Record | Failure]:
        return self

    def __next__(self) -> Record | Failure:
        for entry in self._found:
            self.position = entry.position
            if not isinstance(entry.item, Skipped):
                return entry.item
            self.skipped["skipped", entry.item.kind] += 1
        raise StopIteration


def _some(pages: _Pages, most: int) -> tuple[Record | Failure, ...]:
    some: list[Record | Failure] = []
    size = 0
    for item in pages:
        some.append(item)
        size += item.size if isinstance(item, Record) else 0
        if len(some) == most or size >= BYTES:
            break
    return tuple(some)
