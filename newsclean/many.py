"""Many pages, in order, in this process or in several."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import NamedTuple

from newsclean.article import Article
from newsclean.errors import BadOptions, WrongInput
from newsclean.extract import extract
from newsclean.options import Options


class Page(NamedTuple):
    """A page with what its server said of it: see `extract` for each."""

    html: str | bytes
    url: str | None = None
    content_type: str | None = None


def extract_many(
    pages: Iterable[str | bytes | Page], *, workers: int = 1, options: Options | None = None, chunk: int = 16
) -> Iterator[Article]:
    """Yield the Article of each page, in the order of the pages.

    >>> [article.kind for article in extract_many(["", Page(b"", url="https://example.org/")])]
    ['other', 'other']

    `pages` is read no further than the results need: at most `2 * workers + 1` chunks of `chunk` pages are under way,
    so an endless stream is fine, and to stop reading stops the work. With `workers` above 1 the pages go to that many
    processes, started as `multiprocessing` starts them: where that is "spawn" or "forkserver", a script needs its
    `if __name__ == "__main__":`. A page without a story, or one that is no HTML at all, gives an Article that says so.

    Raises `BadOptions` at once for a `workers` or `chunk` below 1, and for `strict`, which would end the run at the
    first page without a story; `WrongInput` when it meets a page that is neither `str` nor `bytes`, naming its place;
    what `pages` itself raises, after the Articles of the pages before; and
    `concurrent.futures.process.BrokenProcessPool` when the system kills a worker, as where memory runs out.
    """
    if workers < 1 or chunk < 1:
        raise BadOptions(f"workers and chunk are counts from 1 up, not {workers} and {chunk}")
    chosen = options or Options()
    if chosen.strict:
        raise BadOptions("strict: it would end the run at the first page without a story; look at Article.kind instead")
    checked = _checked(pages)
    if workers == 1:
        return (_article(page, chosen) for page in checked)
    return _in_processes(checked, workers, chosen, chunk)


def _checked(pages: Iterable[str | bytes | Page]) -> Iterator[Page]:
    for number, given in enumerate(pages):
        page = given if isinstance(given, Page) else Page(given)
        if not isinstance(page.html, (str, bytes)):
            raise WrongInput(f"pages[{number}] is a {type(page.html).__name__}: give str, bytes or Page(html, url)")
        yield page


def _in_processes(pages: Iterator[Page], workers: int, options: Options, chunk: int) -> Iterator[Article]:
    pool = ProcessPoolExecutor(max_workers=workers)
    under_way: deque[Future[list[Article]]] = deque()
    failure: Exception | None = None
    try:
        while failure is None:
            some, failure = _taken(pages, chunk)
            if not some:
                break
            under_way.append(pool.submit(_articles, some, options))
            # Twice the workers: each has its next chunk at hand when it has done one.
            if len(under_way) > 2 * workers:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
    if failure is not None:
        raise failure


def _taken(pages: Iterator[Page], most: int) -> tuple[list[Page], Exception | None]:
    """The next pages, and what reading raised: to be raised once the pages before it are given out."""
    some: list[Page] = []
    try:
        some.extend(islice(pages, most))
    except Exception as error:
        return some, error
    return some, None


def _articles(pages: list[Page], options: Options) -> list[Article]:
    return [_article(page, options) for page in pages]


def _article(page: Page, options: Options) -> Article:
    return extract(page.html, url=page.url, content_type=page.content_type, options=options)
