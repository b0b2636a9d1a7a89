"""Many pages, in order, in this process or in several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from typing import NamedTuple

from newsclean.arguments import checked_options
from newsclean.article import Article
from newsclean.errors import BadOptions, WrongInput
from newsclean.extract import extract
from newsclean.options import Options
from newsclean.site_knowledge import checked
from newsclean.site_model import SiteModel

_BYTES = (bytes, bytearray, memoryview)


class Page(NamedTuple):
    """A page with what its server said of it: see `extract` for each."""

    html: str | bytes
    url: str | None = None
    content_type: str | None = None


_Extractor = Callable[[Page], Article]


def extract_many(
    pages: Iterable[str | bytes | Page],
    *,
    workers: int = 1,
    options: Options | None = None,
    chunk: int = 16,
    site: SiteModel | None = None,
) -> Iterator[Article]:
    """Yield the Article of each page, in the order of the pages.

    >>> [article.kind for article in extract_many(["", Page(b"", url="https://example.org/")])]
    ['other', 'other']

    `pages` is read no further than the results need: at most `2 * workers + 1` chunks of `chunk` pages are under way,
    so an endless stream is fine, and to stop reading stops the work. With `workers` above 1 the pages go to that many
    processes, started as `multiprocessing` starts them: where that is "spawn" or "forkserver", a script needs its
    `if __name__ == "__main__":`. A page without a story, or one that is no HTML at all, gives an Article that says so.

    `site` is for all pages, and goes to a process with each chunk: a megabyte, so give larger chunks with it.

    Raises `BadOptions` at once for a `workers` or `chunk` that is no count from 1 up, and for `strict`, which would end
    the run at the first page without a story; `WrongInput` at once for one page in place of several, and when it meets
    a page that is neither `str` nor `bytes`, naming its place; what `pages` itself raises, after the Articles of the
    pages before; and `concurrent.futures.process.BrokenProcessPool` when the system kills a worker, as where memory
    runs out.
    """
    if not _is_count(workers) or not _is_count(chunk):
        raise BadOptions(f"workers and chunk are counts from 1 up, not {workers!r} and {chunk!r}")
    chosen = checked_options(options)
    if chosen.strict:
        raise BadOptions("strict: it would end the run at the first page without a story; look at Article.kind instead")
    if isinstance(pages, (str, *_BYTES, Page)) or not isinstance(pages, Iterable):
        raise WrongInput(f"pages is a {type(pages).__name__}: give a list or another iterable of pages")
    extracted = partial(_article, options=chosen, site=checked(site))
    if workers == 1:
        return (extracted(page) for page in _pages(pages))
    return _in_processes(_pages(pages), workers, extracted, chunk)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and value >= 1


def _pages(pages: Iterable[str | bytes | Page]) -> Iterator[Page]:
    for number, given in enumerate(pages):
        page = given if isinstance(given, Page) else Page(given)
        if not isinstance(page.html, (str, *_BYTES)):
            raise WrongInput(f"pages[{number}] is a {type(page.html).__name__}: give str, bytes or Page(html, url)")
        # No process can be sent a memoryview.
        yield page if isinstance(page.html, (str, bytes)) else page._replace(html=bytes(page.html))


def _in_processes(pages: Iterator[Page], workers: int, extracted: _Extractor, chunk: int) -> Iterator[Article]:
    pool = ProcessPoolExecutor(max_workers=workers)
    under_way: deque[Future[list[Article]]] = deque()
    failure: Exception | None = None
    try:
        while failure is None:
            some, failure = _taken(pages, chunk)
            if not some:
                break
            under_way.append(pool.submit(_articles, some, extracted))
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


def _articles(pages: list[Page], extracted: _Extractor) -> list[Article]:
    return list(map(extracted, pages))


def _article(page: Page, options: Options, site: SiteModel | None) -> Article:
    return extract(page.html, url=page.url, content_type=page.content_type, options=options, site=site)
