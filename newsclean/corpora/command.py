"""`newsclean corpus`: wires options to a job, and runs it. Imports nothing heavy before it is called."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from newsclean.errors import MissingExtra, NewscleanError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from types import FrameType

    from newsclean.corpora.settings import Job, Source


class _Interrupted(BaseException):
    """SIGINT or SIGTERM came."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Where(NamedTuple):
    """Where a job is run."""

    engine: str
    address: str | None
    workers: int | None

    def check(self, paths: tuple[str, ...]) -> None:
        """See that the options go together."""
        if self.engine == "local" and self.address:
            raise click.UsageError("--address is that of a Spark or a Ray: add --engine")
        if self.engine != "local" and "-" in paths:
            raise click.UsageError("Spark and Ray do not see this machine's stdin: save it to a file")
        if self.engine != "local" and self.workers:
            raise click.UsageError("--workers are of this machine; Spark and Ray run a task a core")

    def needs(self) -> None:
        """Import the engine, so that a missing extra is told before anything is written."""
        from newsclean.corpora.extras import optional

        if self.engine != "local":
            optional({"spark": "pyspark", "ray": "ray"}[self.engine], self.engine)

    def run(self, job: Job) -> None:
        """Run the job there."""
        if self.engine == "spark":
            from newsclean.engines import spark

            spark.run_job(job, self.address)
        elif self.engine == "ray":
            from newsclean.engines import ray

            ray.run_job(job, self.address)
        else:
            from newsclean.corpora.progress import Progress
            from newsclean.corpora.runner import run
            from newsclean.corpora.site_fitting import fit_sites, merge

            workers = self.workers or _cores()
            if job.site_models:
                with Progress(job) as progress:
                    fit_sites(job, workers, progress)
                merge(job)
            with Progress(job) as progress:
                run(job, workers, progress)


@click.command()
@click.argument("inputs", metavar="IN...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="OUT", required=True, help="The folder to write to.")
@click.option("--format", "format_", default="parquet", show_default=True, help="What to write.",
              type=click.Choice(["parquet", "jsonl", "jsonl.zst", "text", "markdown"]))  # fmt: skip
@click.option("--input-format", type=click.Choice(["warc", "jsonl", "parquet", "csv", "html", "text"]),
              help="What inputs are whose names do not tell, and stdin (-).")  # fmt: skip
@click.option("--html-column", metavar="NAME", help="Column of the HTML.  [html]")
@click.option("--text-column", metavar="NAME", help="Column of text that was flattened from pages.  [text]")
@click.option("--url-column", metavar="NAME", help="Column of the URL.  [url, if there is one]")
@click.option("--id-column", metavar="NAME", help="Column of the id.  [id, if there is one]")
@click.option("--fields", metavar="A,B,...", help="Fields of the Article to write.  [all but chrome]")
@click.option("--with-chrome", is_flag=True, help="Write the site's chrome too.")
@click.option("--only-articles", is_flag=True, help="Drop listings, error pages and others without a story.")
@click.option("--min-confidence", type=float, default=0.0, metavar="0..1", help="Drop pages of less confidence.")
@click.option("--language", "languages", multiple=True, metavar="TAG", help="Keep pages of this language; repeatable.")
@click.option("--mode", default="balanced", show_default=True, type=click.Choice(["balanced", "precision", "recall"]),
              help="Weigh a block in doubt, leave it out, or keep it.")  # fmt: skip
@click.option("--site-models", is_flag=True, help="Read the inputs twice: first for what each site repeats.")
@click.option("--workers", type=click.IntRange(1), help="Worker processes.  [the cores of this machine]")
@click.option("--time-limit", type=float, default=30.0, show_default=True, help="Seconds for one page.")
@click.option("--max-page-bytes", type=int, default=64_000_000, show_default=True, help="A larger page is a failure.")
@click.option("--part-size", type=int, default=10_000, show_default=True, help="Pages to an output file.")
@click.option("--resume", is_flag=True, help="Go on with the run that OUT holds.")
@click.option("--engine", default="local", show_default=True, type=click.Choice(["local", "spark", "ray"]),
              help="Where to run. On Spark and Ray an input file is a task.")  # fmt: skip
@click.option("--address", metavar="URL", help="Master of the Spark, or address of the Ray.  [this machine]")
def corpus(inputs: tuple[str, ...], resume: bool, **settings: Any) -> None:
    """Clean the pages of IN... (WARC, JSON lines, Parquet, CSV, folders of .html, globs, - for stdin) into OUT.

    OUT gets articles/, failures.jsonl, with every page that is not there and why, and summary.json. Exit code 0: all
    pages are written; 1: some failed, or the run did; 2: wrong usage, and nothing is written.
    """
    where = _Where(settings.pop("engine"), settings.pop("address"), settings.pop("workers"))
    where.check(inputs)
    with ExitStack() as held:
        try:
            job = _job(inputs, **settings)
            where.needs()
            held.enter_context(_prepared(job, resume))
        except MissingExtra as error:
            _fail(str(error))
        except NewscleanError as error:
            raise click.UsageError(str(error)) from None
        except OSError as error:
            _fail(f"{error.filename or settings['output']}: {error.strerror or error}; nothing is written")
        sys.exit(_run(job, where))


def _job(inputs: tuple[str, ...], output: str, format_: Any, input_format: Any, **settings: Any) -> Job:
    from newsclean.corpora.inputs import check_columns, sources_of
    from newsclean.corpora.opened import STDIN
    from newsclean.corpora.settings import Columns, Job

    if format_ in ("text", "markdown") and (settings["fields"] or settings["with_chrome"]):
        raise click.UsageError(f"{format_} holds the story alone: --fields and --with-chrome are for parquet and jsonl")
    columns = Columns(**{name: settings.pop(f"{name}_column") for name in ("html", "text", "url", "id")})
    limits = {name: settings.pop(name) for name in ("site_models", "time_limit", "max_page_bytes", "part_size")}
    wanted = _wanted(**settings)
    sources = sources_of(inputs, input_format)
    check_columns(sources, columns)
    if limits["site_models"] and any(STDIN in source.paths for source in sources):
        raise click.UsageError("--site-models reads the inputs twice, and stdin can be read once: save it to a file")
    _needed(format_, sources)
    return Job(output=output, sources=sources, format=format_, columns=columns, wanted=wanted, **limits)


def _wanted(fields: str | None, with_chrome: bool, mode: Any, **filters: Any) -> Any:
    from newsclean.corpora.settings import Wanted
    from newsclean.options import Options

    names = fields.replace(" ", "").split(",") if fields else list(Wanted().fields)
    return Wanted(fields=(*names, *(["chrome"] if with_chrome else [])), options=Options(mode=mode), **filters)


def _needed(format_: str, sources: tuple[Source, ...]) -> None:
    """Import what the formats need, so that a missing extra is told before anything is written."""
    from newsclean.corpora.extras import optional

    input_formats = {source.format for source in sources}
    if format_ == "parquet" or "parquet" in input_formats:
        optional("pyarrow", "corpus")
    if format_ == "jsonl.zst" or any(path.endswith(".zst") for source in sources for path in source.paths):
        optional("zstandard", "corpus")
    if "warc" in input_formats:
        optional("fastwarc.warc", "corpus")


def _prepared(job: Job, resume: bool) -> AbstractContextManager[None]:
    from newsclean.corpora import manifest

    return manifest.prepared(job, resume)


def _run(job: Job, where: _Where) -> int:
    """Run the job, and say what came of it; return the exit code."""
    from newsclean.corpora.summary import Effort, finish, for_people, pages_done

    before, start, code = pages_done(job), time.monotonic(), 0
    try:
        with _signals():
            where.run(job)
    except _Interrupted as stop:
        _say(f"stopped by {signal.Signals(stop.number).name}: --resume goes on with it")
        code = 128 + stop.number
    except (MissingExtra, NewscleanError) as error:
        _fail(str(error))
    except OSError as error:
        _fail(_disk(error, job.output))
    try:
        summary = finish(job, Effort(before, time.monotonic() - start, where.engine))
    except OSError as error:
        _fail(_disk(error, job.output))
    _say(f"{for_people(summary)}\n{_places(job, summary['failed'])}")
    return code or (1 if summary["failed"] else 0)


def _places(job: Job, failed: int) -> str:
    from newsclean.corpora.manifest import ARTICLES
    from newsclean.corpora.summary import FAILURES

    why = f", what failed and why in {os.path.join(job.output, FAILURES)}" if failed else ""
    return f"articles are in {os.path.join(job.output, ARTICLES)}{why}"


@contextmanager
def _signals() -> Iterator[None]:
    """Within, SIGINT and SIGTERM raise `_Interrupted`, once: a second one does not disturb the end."""

    def interrupt(number: int, _: FrameType | None) -> None:
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, signal.SIG_IGN)
        raise _Interrupted(number)

    before = {each: signal.signal(each, interrupt) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _disk(error: OSError, output: str) -> str:
    where, what = error.filename or output, error.strerror or error
    return f"{where}: {what}. Nothing half-written is left; --resume goes on once that is mended"


def _say(message: str) -> None:
    click.echo("\n".join(f"newsclean: {line}" for line in message.splitlines()), err=True)


def _fail(message: str) -> Any:
    _say(message)
    sys.exit(1)
