"""The command line: data on stdout, messages on stderr, UTF-8 whatever the locale.

Exit code 0 when all went well, 1 when a file failed, 2 for wrong usage; `diff` ends as diff(1) does. Nothing heavier
than click is imported before a page is read, so `newsclean --version` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from newsclean.corpora.command import corpus
from newsclean.errors import BadOptions, NewscleanError
from newsclean.streams import STDOUT, fail, piped, read, refuse_twice, same_file, say, write

if TYPE_CHECKING:
    from newsclean.article import Article
    from newsclean.options import Mode, Options


_TROUBLE = 2  # of `diff`, for which 1 means that the pages differ


class Output(NamedTuple):
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
        say(name, (error.strerror if isinstance(error, OSError) else None) or str(error))


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from newsclean import __version__

        click.echo(f"newsclean {__version__}")
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
@click.option("--repair/--no-repair", default=True, help="Repair mojibake, or leave the text as it is.")
@click.option("--text", "as_text", is_flag=True, help="The FILEs are text that was flattened from pages, not HTML.")
@click.option("-o", "--output", metavar="PATH", help="Write to this file instead of stdout.")
def extract(files: tuple[str, ...], url: str | None, as_text: bool, output: str | None, **given: Any) -> None:
    """Extract the story of each FILE ("-" or none: stdin).

    text holds the story; markdown and html its title too; json and jsonl the whole Article. Of several FILEs, json
    makes a list, jsonl a line each, and a form feed stands between the pages of text and markdown.
    """
    names = files or piped()
    refuse_twice(names)
    if url and len(names) > 1:
        raise click.UsageError("--url is the address of one page, and there are several FILEs.")
    if output and any(same_file(name, output) for name in names):
        raise click.UsageError(f"--output would overwrite {output} before it is read.")
    from newsclean.options import Options

    failures = Failures()
    options = Options(**{name: given.pop(name) for name in ("mode", "strict", "repair")})
    layout = Output(**given)
    articles = _articles(names, _extractor(as_text, url, options), failures, whole=layout.format in ("json", "jsonl"))
    first = list(islice(articles, 1))
    if first or output in (None, STDOUT):  # else what the file holds is better than nothing
        write(_laid_out(chain(first, articles), layout, several=len(names) > 1), output)
    sys.exit(failures.exit_code)


@main.command()
@click.argument("before")
@click.argument("after", required=False)
@click.option("--options", "settings", metavar="NAME=VALUE", multiple=True, help="An option for BEFORE.")
@click.option("--other-options", "others", metavar="NAME=VALUE", multiple=True, help="An option for AFTER.")
@click.option("--exit-code", is_flag=True, help="End with 1 where anything differs, as diff does.")
def diff(
    before: str, after: str | None, settings: tuple[str, ...], others: tuple[str, ...], exit_code: bool
) -> None:
    """Show what differs between the Articles of two pages, or of one page under two sets of options.

    \b
    newsclean diff yesterday.html today.html
    newsclean diff page.html --options mode=precision --other-options mode=recall

    A file that cannot be read, or is refused, ends it with exit code 2.
    """
    refuse_twice((before, after))
    from newsclean.comparison import compare
    from newsclean.extract import extract as extracted
    from newsclean.options import Options

    articles = []
    page = b""
    for name, given in ((before, settings), (after, others)):
        try:
            page = page if name is None else read(name)
            articles.append(extracted(page, options=Options(**_settings(given))))
        except OSError as error:
            fail(name or before, error.strerror or str(error), _TROUBLE)
        except BadOptions as error:
            raise click.UsageError(str(error)) from None
        except NewscleanError as error:
            fail(name or before, str(error), _TROUBLE)
    changes = compare(*articles)
    write((f"{change}\n" for change in changes), None, _TROUBLE)
    sys.exit(1 if changes and exit_code else 0)


def _settings(given: Iterable[str]) -> dict[str, Any]:
    for setting in given:
        if "=" not in setting:
            raise click.UsageError(f"{setting}: write an option as NAME=VALUE, such as mode=recall.")
    return dict(setting.split("=", 1) for setting in given)


@main.command()
@click.argument("file", metavar="[FILE]", required=False)
@click.option("-v", "--verbose", is_flag=True, help="Say on stderr what was repaired.")
def repair(file: str | None, verbose: bool) -> None:
    """Repair the mojibake in a UTF-8 text FILE ("-" or none: stdin). All else stays as it is."""
    name = file or piped()[0]
    from newsclean.mojibake import repair as repaired_text

    try:
        text = read(name).decode("utf-8")
    except OSError as error:
        fail(name, error.strerror or str(error))
    except UnicodeDecodeError as error:
        fail(name, f"not UTF-8: {error.reason} at byte {error.start} (only `newsclean extract` looks for a charset)")
    repaired = repaired_text(text)
    if verbose:
        for each in repaired.repairs:
            say(name, f"{each.before!r} became {each.after!r}, misread as {each.codec} (times {each.count})")
        if not repaired.repairs:
            say(name, "nothing to repair")
    write([repaired.text], None)


@main.command()
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--why", "words", metavar="WORDS", help="Tell why the blocks that hold these words are in or out.")
@click.option("--json", "as_json", is_flag=True, help="All of it as JSON: features and evidence, too.")
@click.option("--html", "report", metavar="PATH", help="Write a report for the browser to this file.")
@click.option("--mode", default="balanced", show_default=True, help="See `newsclean extract`.",
              type=click.Choice(["balanced", "precision", "recall"]))  # fmt: skip
@click.option("--url", help="The page's own address. Nothing is fetched.")
def explain(
    file: str | None, words: str | None, as_json: bool, report: str | None, mode: Mode, url: str | None
) -> None:
    """Show what became of every block of a page ("-" or none: stdin), by which rule or score.

    Prints a line a block: label, rule, score, first words. NO_COLOR is honoured.
    """
    if (words is not None) + as_json + (report is not None) > 1:
        raise click.UsageError("--why, --json and --html are three ways to look: choose one.")
    name = file or piped()[0]
    if report is not None and same_file(name, report):
        raise click.UsageError(f"--html would overwrite {report}, the page itself.")
    from newsclean.explain import explain as explained
    from newsclean.explain.terminal import in_lines, wants_colour
    from newsclean.options import Options

    try:
        explanation = explained(read(name), url=url, options=Options(mode=mode))
        if words is not None:
            lines: Iterable[str] = (str(explanation.why(words)),)
        elif as_json:
            lines = (explanation.to_json(indent=2),)
        elif report is not None:
            lines = (explanation.to_html(),)
        else:
            lines = in_lines(explanation, coloured=wants_colour(sys.stdout, os.environ))
    except OSError as error:
        fail(name, error.strerror or str(error))
    except NewscleanError as error:
        fail(name, str(error))
    write((f"{line}\n" for line in lines), report)


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
            article = extracted(read(name))
        except (OSError, NewscleanError) as error:
            failures.add(name, error)
            continue
        if any(warning.code in ("not_html", "not_text") for warning in article.warnings):
            failures.add(name, article.reason or article.kind)
            if not whole:
                continue
        elif not article:
            say(name, f"no story: {article.reason or article.kind}")
        for warning in article.warnings:
            if warning.code == "html_as_text":
                say(name, warning.detail)
        yield article


def _laid_out(articles: Iterable[Article], layout: Output, several: bool) -> Iterator[str]:
    before = between = after = ""
    if layout.format == "json" and several:
        before, between, after = "[\n", ",\n", "]\n"
    elif layout.format in ("text", "markdown"):
        between = "\f\n"
    yield before
    for number, article in enumerate(articles):
        yield (between if number else "") + _rendered(article, layout) + "\n"
    yield after


def _rendered(article: Article, layout: Output) -> str:
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
