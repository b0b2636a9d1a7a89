"""The story as plain text."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newsclean.article import Article, Block, Credit, Embed, Figure, PullQuote
from newsclean.errors import BadOptions
from newsclean.folding import letters

EXTRAS = ("title", "captions", "credits")

# A page with more pull quotes than this is no news page; each is looked for in the whole story, which must not become
# a quadratic cost.
_MOST_PULL_QUOTES = 200

_NOT_RUNNING = (PullQuote, Figure, Embed, Credit)


def to_text(article: Article, include: Collection[str] = ()) -> str:
    r"""Return the story, a blank line between blocks; `Article.to_text` says what is in it.

    >>> from newsclean.article import Charset, Credit, Paragraph
    >>> article = Article(title="Bridge reopens", charset=Charset(name="utf-8", decided_by="str"),
    ...                   blocks=[Paragraph(text="It is open."), Credit(text="(Reporting by Ada Quill)")])
    >>> to_text(article)
    'It is open.'
    >>> to_text(article, include={"title", "credits"})
    'Bridge reopens\n\nIt is open.\n\n(Reporting by Ada Quill)'

    Raises `BadOptions` for an extra other than "title", "captions" and "credits".
    """
    known = isinstance(include, Collection) and not isinstance(include, str)
    for name in include if known else (include,):
        if not known or name not in EXTRAS:
            raise BadOptions(f'include: {include!r} is not a set of {", ".join(EXTRAS)}; write include={{"title"}}')
    lines = [article.title] if "title" in include and article.title else []
    for block in without_repeats(article.blocks):
        if isinstance(block, Embed):
            continue
        if isinstance(block, Figure) and "captions" not in include:
            continue
        if isinstance(block, Credit) and "credits" not in include:
            continue
        text = figure_words(block) if isinstance(block, Figure) else block.text
        if text.strip():
            lines.append(text)
    return "\n\n".join(lines)


def figure_words(figure: Figure) -> str:
    """Return caption and credit as the page shows them; put together where a figure comes from structured data."""
    return figure.text or " ".join(filter(None, (figure.caption, figure.credit)))


def without_repeats(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks, less each pull quote whose words stand in the running story or in an earlier pull quote.

    Case, punctuation and spaces do not count: a pull quote often drops the quotation marks and a comma.
    """
    if not any(isinstance(block, PullQuote) for block in blocks):
        yield from blocks
        return
    running = letters("".join(block.text for block in blocks if not isinstance(block, _NOT_RUNNING)))
    seen: set[str] = set()
    for block in blocks:
        if isinstance(block, PullQuote):
            words = letters(block.text)
            if words in seen or len(seen) == _MOST_PULL_QUOTES:
                continue
            seen.add(words)
            if words in running:
                continue
        yield block
