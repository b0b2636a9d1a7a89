"""The settings of a run: frozen, validated, picklable, and written down beside the output."""

from __future__ import annotations

import os
from typing import Literal

from pydantic import Field, field_validator

from newsclean.article import DERIVED, Article
from newsclean.corpora.opened import STDIN
from newsclean.errors import BadOptions
from newsclean.options import Options, Settings

OutputFormat = Literal["parquet", "jsonl", "jsonl.zst", "text", "markdown"]
InputFormat = Literal["warc", "jsonl", "parquet", "csv", "html", "text"]

ALL_FIELDS = (*Article.model_fields, *DERIVED)
"""The columns that an Article gives, those that derive from its fields last."""


class Columns(Settings):
    """Where a table keeps its pages. A name left out is looked for under its plain name, and may be missing."""

    html: str | None = None
    text: str | None = None
    url: str | None = None
    id: str | None = None


class Wanted(Settings):
    """Which pages are wanted, and what of each.

    >>> Wanted(fields=("title", "txet"))
    Traceback (most recent call last):
    ...
    newsclean.errors.BadOptions: fields: Value error, an Article has no txet
    """

    fields: tuple[str, ...] = tuple(name for name in ALL_FIELDS if name != "chrome")
    only_articles: bool = False
    min_confidence: float = Field(default=0.0, ge=0.0, le=1.0)
    languages: tuple[str, ...] = ()
    options: Options = Options()

    @field_validator("fields")
    @classmethod
    def _known(cls, fields: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [name for name in fields if name not in ALL_FIELDS]
        if unknown:
            raise ValueError(f"an Article has no {', '.join(unknown)}")
        return tuple(name for name in ALL_FIELDS if name in fields)


class Source(Settings):
    """One input, read from its start to its end: a file, or a run of page files of a folder."""

    name: str
    paths: tuple[str, ...]
    format: InputFormat
    size: int
    stamp: int
    """Newest change of the files, in nanoseconds: an input that changed cannot be gone on with."""
    folder: str = ""
    """Where paths that are not absolute start, for a process that has another working directory."""

    @property
    def files(self) -> tuple[str, ...]:
        """The paths as they are opened. What a page is called comes of `paths`, wherever the job is run."""
        return tuple(os.path.join(self.folder, path) for path in self.paths)


class Job(Settings):
    """A whole run, all but where it is run: the same job gives the same output on any engine."""

    output: str
    sources: tuple[Source, ...]
    format: OutputFormat = "parquet"
    columns: Columns = Columns()
    wanted: Wanted = Wanted()
    part_size: int = Field(default=10_000, ge=1)
    """Pages of the input that one output file covers."""
    site_models: bool = False
    """Count first what each site repeats, and clean its pages with that."""
    time_limit: float = Field(default=30.0, gt=0)
    """Seconds for one page."""
    max_page_bytes: int = Field(default=64_000_000, ge=1)

    def placed(self) -> Job:
        """The same job for processes that have another working directory: its paths hold there too.

        Raises:
            BadOptions: it reads stdin, which is of this process alone.
        """
        if any(STDIN in source.paths for source in self.sources):
            raise BadOptions("an engine does not see this process's stdin: save it to a file")
        here = os.getcwd()
        sources = tuple(source.model_copy(update={"folder": here}) for source in self.sources)
        return self.model_copy(update={"output": os.path.abspath(self.output), "sources": sources})
