"""The first pass of `--site-models`: what each site of a corpus repeats, counted input by input, then merged.

An input's counts stand in `site-models/inputs/00012/`, a file a host, so that inputs may be counted anywhere and a
run that was killed goes on after the last input it finished. Merged, they are `site-models/<host>.json`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Final

from newsclean.addresses import host_of
from newsclean.corpora.chunks import Chunk, all_chunks
from newsclean.corpora.crew import Crew, Step, in_order
from newsclean.corpora.parts import put, remove, write_whole
from newsclean.corpora.records import Record
from newsclean.corpora.settings import Job
from newsclean.corpora.site_models import name_of, root_of
from newsclean.corpora.worker import counted
from newsclean.site_model import SiteModel

WIDTH: Final = 1 << 13  # cells a row: 128 kB a host
PAGES_OF_INPUT: Final = 300  # of one host in one input: more tell nothing new
HOSTS: Final = 4_000  # counted at a time: half a gigabyte
LEAST_PAGES: Final = 5  # of a host in the corpus: fewer tell nothing yet


def fit_sites(
    job: Job, workers: int, watch: Callable[[Step], None] | None = None, shards: Iterable[int] | None = None
) -> None:
    """Count the pages of the inputs, or of those of the given numbers, but for what is counted already.

    Raises:
        WorkersFail: worker processes cannot be started.
        OSError: the counts cannot be written.
    """
    root = root_of(job)
    if (root / "merged").exists():
        return
    (root / "inputs").mkdir(parents=True, exist_ok=True)
    numbers = [n for n in (range(len(job.sources)) if shards is None else shards) if not _folder(job, n).exists()]
    crew = Crew(job, workers, counted)
    counts = _Counts(job)
    try:
        for step in in_order(crew, _of_few_pages(all_chunks(job, numbers)), workers):
            counts.take(step)
            if watch is not None:
                watch(step)
    finally:
        crew.end()


def fit_shard(job: Job, shard: int) -> None:
    """Count the pages of one input with one worker: what an engine runs as a task."""
    fit_sites(job, 1, shards=[shard])


def merge(job: Job) -> None:
    """Merge what the inputs gave, host by host, and keep the hosts that have pages enough."""
    root = root_of(job)
    if (root / "merged").exists():
        return
    for name in sorted({path.name for path in (root / "inputs").glob("*/*.json")}):
        found = [SiteModel.from_json(path.read_bytes()) for path in sorted((root / "inputs").glob(f"*/{name}"))]
        model = reduce(or_, found)
        if model.pages >= LEAST_PAGES:
            write_whole(root / name, model.to_json().encode())
    write_whole(root / "merged", b"")
    remove(root / "inputs")


def _of_few_pages(found: Iterator[Chunk]) -> Iterator[Chunk]:
    """The chunks without the pages that need not be counted: those of no host, and too many of one."""
    shard, seen = -1, dict[str, int]()
    for chunk in found:
        if chunk.shard != shard:
            shard, seen = chunk.shard, {}
        items = []
        for item in chunk.items:
            host = host_of(item.url) if isinstance(item, Record) else None
            if host is not None and seen.get(host, 0) < PAGES_OF_INPUT:
                seen[host] = seen.get(host, 0) + 1
                items.append(item)
        yield chunk._replace(items=tuple(items))


class _Counts:
    """The models of the input under way."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._models: dict[str, SiteModel] = {}

    def take(self, step: Step) -> None:
        """Add the pages of a chunk; the last of an input writes its models."""
        for host, keys in step.outcome.payload if step.outcome else ():
            if host not in self._models:
                self._make_room()
                self._models[host] = SiteModel(width=WIDTH)
            self._models[host].add_keys(keys)
        if step.chunk.ends_shard:
            self._write(step.chunk.shard)

    def _make_room(self) -> None:
        """Give up the hosts of the fewest pages: of an input with so many hosts, most have one page."""
        if len(self._models) >= HOSTS:
            most = sorted(self._models, key=lambda host: (-self._models[host].pages, host))
            self._models = {host: self._models[host] for host in most[: HOSTS // 2]}

    def _write(self, shard: int) -> None:
        final = _folder(self._job, shard)
        temporary = final.with_name(f".{final.name}.tmp")
        remove(temporary)
        temporary.mkdir()
        for host, model in self._models.items():
            (temporary / name_of(host)).write_text(model.to_json(), "ascii")
        put(temporary, final)
        self._models = {}


def _folder(job: Job, shard: int) -> Path:
    return root_of(job) / "inputs" / f"{shard:05}"
