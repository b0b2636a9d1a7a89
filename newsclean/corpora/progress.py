"""The progress bar of a run: bytes read, pages, rate and time left, on a terminal and nowhere else."""

from __future__ import annotations

import sys
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from newsclean.corpora.crew import Step
from newsclean.corpora.extras import optional
from newsclean.corpora.settings import Job
from newsclean.errors import MissingExtra


class Progress:
    """Shows each step of a run; silent where stderr is no terminal."""

    def __init__(self, job: Job) -> None:
        self._sizes = [source.size for source in job.sources]
        self._pages = 0
        self._bar: Any = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            total = sum(self._sizes) or None  # unknown where the input is a pipe
            with suppress(MissingExtra):  # a run of JSON lines needs no extra, on a terminal either
                self._bar = optional("tqdm", "corpus").tqdm(total=total, unit="B", unit_scale=True, dynamic_ncols=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()

    def __call__(self, step: Step) -> None:
        """Count a step."""
        if self._bar is None:
            return
        self._pages += len(step.chunk.items)
        shard = step.chunk.shard
        read = self._sizes[shard] if step.chunk.ends_shard else step.chunk.position
        rate = self._pages / max(self._bar.format_dict["elapsed"], 0.001)
        self._bar.set_postfix_str(f"{self._pages:,} pages, {rate:.0f}/s", refresh=False)
        self._bar.update(sum(self._sizes[:shard]) + read - self._bar.n)
