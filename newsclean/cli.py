"""The command line: data on stdout, messages on stderr, UTF-8 whatever the locale.

Exit code 0 when all went well, 1 when a file failed, 2 for wrong usage. Nothing heavier than click is imported before a
page is read, so `newsclean --version` answers at once.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import click

from newsclean.corpora.command import corpus
from newsclean.errors import NewscleanError

if TYPE_CHECKING:
    from newsclean.article import Article
    from newsclean.options import Options

STDIN = "-"


class Layout(NamedTuple):
    """How an Article is written."""

    format: str
    with_metadata: bool
    with_chrome: bool


class Failures:
    """Names each file that failed, on stderr, and remembers that one did."""

    def __init__(self) -> None:
        self.exit_code = 0

    def add(self, name: str, error: OSError | NewscleanError | str) -> None:
        """Say what went wrong with the file."""
        self.exit_code = 1
        _say(name, (error.strerror if isinstance(error, OSError) else None) or str(error))


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        import newsclean

        click.echo(f"newsclean {newsclean.__version__}")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version,
              help="Show the version and exit.")  # fmt: skip
def main() -> None:
    """Take the story out of news pages, and keep what stands around it apart and named."""


main.add_command(corpus)


@main.command()
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option("--format", default="text", show_default=True, help="How to write the Article.",
              type=click.Choice(["text", "markdown", "html", "json", "jsonl"]))  # fmt: skip
@click.option("--with-metadata", is_flag=True, help="Put title, authors, dates and the like above the story.")
@click.option("--with-chrome", is_flag=True, help="Put the site's chrome, part by part, below the story.")
@click.option("--mode", default="balanced", show_default=True, help="Weigh a block in doubt, leave it out, or keep it.",
              type=click.Choice(["balanced", "precision", "recall"]))  # fmt: skip
@click.option("--url", help="The page's own address; makes its links absolute. Nothing is fetched.")
@click.option("--strict", is_flag=True, help="Count a page without a story as failed.")
@click.option("--text", "as_text", is_flag=True, help="The FILEs are text that was flattened from pages, not HTML.")
@click.option("-o", "--output", metavar="PATH", help="Write to this file instead of stdout.")
def extract(
    files: tuple[str, ...], url: str | None, mode: str, strict: bool, as_text: bool, output: str | None, **layout: Any
) -> None:
    """Extract the story of each FILE ("-" or none: stdin).

    text holds the story; markdown and html its title too; json and jsonl the whole Article. Of several FILEs, json
    makes a list, jsonl a line each, and a form feed stands between the pages of text and markdown.
    """
    names = files or _piped()
    if url and len(names) > 1:
        raise click.UsageError("--url is the address of one page, and there are several FILEs.")
    if output and any(_same_file(name, output) for name in names):
        raise click.UsageError(f"--output would overwrite {output} before it is read.")
    from newsclean.options import Options

    failures = Failures()
    extracted = _extractor(as_text, url, Options(mode=mode, strict=strict))
    articles = _articles(names, extracted, failures, whole=layout["format"] in ("json", "jsonl"))
    _write(_laid_out(articles, Layout(**layout), several=len(names) > 1), output)
    sys.exit(failures.exit_code)


@main.command()
@click.argument("file", metavar="[FILE]", required=False)
@click.option("-v", "--verbose", is_flag=True, help="Say on stderr what was repaired.")
def repair(file: str | None, verbose: bool) -> None:
    """Repair the mojibake in a UTF-8 text FILE ("-" or none: stdin). All else stays as it is."""
    name = file or _piped()[0]
    from newsclean.mojibake import repair as repaired_text

    try:
        text = _read(name).decode("utf-8")
    except OSError as error:
        _fail(name, error.strerror or str(error))
    except UnicodeDecodeError as error:
        _fail(name, f"not UTF-8: {error.reason} at byte {error.start} (only `newsclean extract` looks for a charset)")
    repaired = repaired_text(text)
    if verbose:
        for each in repaired.repairs:
            _say(name, f"{each.before!r} became {each.after!r}, misread as {each.codec} (times {each.count})")
        if not repaired.repairs:
            _say(name, "nothing to repair")
    _write([repaired.text], None)


def _extractor(as_text: bool, url: str | None, options: Options) -> Callable[[bytes], Article]:
    """What makes an Article of a file."""
    if as_text:
        from newsclean.plaintext import clean_text

        return partial(clean_text, url=url, options=options)
    from newsclean.extract import extract as extracted

    return partial(extracted, url=url, options=options)


def _articles(
    names: Iterable[str], extracted: Callable[[bytes], Article], failures: Failures, whole: bool
) -> Iterator[Article]:
    """The Article of each file; of one that holds no page only where the whole Article is written, which says so."""
    for name in names:
        try:
            article = extracted(_read(name))
        except (OSError, NewscleanError) as error:
            failures.add(name, error)
            continue
        if any(warning.code in ("not_html", "not_text") for warning in article.warnings):
            failures.add(name, article.reason or article.kind)
            if not whole:
                continue
        elif not article:
            _say(name, f"no story: {article.reason or article.kind}")
        yield article


def _laid_out(articles: Iterable[Article], layout: Layout, several: bool) -> Iterator[str]:
    before = between = after = ""
    if layout.format == "json" and several:
        before, between, after = "[\n", ",\n", "]\n"
    elif layout.format in ("text", "markdown"):
        between = "\f\n"
    yield before
    for number, article in enumerate(articles):
        yield (between if number else "") + _rendered(article, layout) + "\n"
    yield after


def _rendered(article: Article, layout: Layout) -> str:
    from newsclean.rendering import html, markdown, overview

    match layout.format:
        case "json":
            return article.to_json(indent=2)
        case "jsonl":
            return article.to_json()
        case "markdown":
            above = [markdown.front_matter(article)] if layout.with_metadata else []
            below = [markdown.chrome_to_markdown(article.chrome)] if layout.with_chrome else []
            return "\n\n".join([*above, article.to_markdown(), *below])
        case "html":
            above = [html.metadata_to_html(article)] if layout.with_metadata else []
            below = [html.chrome_to_html(article.chrome)] if layout.with_chrome else []
            return "\n".join([*above, article.to_html(), *below])
    if layout.with_metadata or layout.with_chrome:
        return overview.overview(article, metadata=layout.with_metadata, chrome=layout.with_chrome)
    return article.text


def _piped() -> tuple[str]:
    if sys.stdin.isatty():
        raise click.UsageError('Give a FILE, pipe a page in, or say "-" to type one.')
    return (STDIN,)


def _same_file(name: str, output: str) -> bool:
    return name != STDIN and Path(output).exists() and Path(name).exists() and Path(name).samefile(output)


def _read(name: str) -> bytes:
    with click.open_file(name, "rb") as stream:  # which knows "-"
        return bytes(stream.read())


def _write(texts: Iterable[str], output: str | None) -> None:
    try:
        # Bytes: the locale's encoding must not decide what a page's words become.
        with click.open_file(output or "-", "wb") as stream:
            for text in texts:
                stream.write(text.encode("utf-8"))
            stream.flush()
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # the reader has had enough: click ends quietly
        _fail(output or "stdout", error.strerror or str(error))


def _say(name: str, message: str) -> None:
    shown = "stdin" if name == STDIN else click.format_filename(name)
    click.echo(f"newsclean: {shown}: {message}", err=True)


def _fail(name: str, message: str) -> NoReturn:
    _say(name, message)
    sys.exit(1)
