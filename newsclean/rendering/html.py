"""The story as HTML: a few elements that mean what they say, every character of the page escaped."""

from __future__ import annotations

from html import escape

from newsclean.addresses import safe_address
from newsclean.article import (
    Article,
    Block,
    Chrome,
    Deck,
    Embed,
    Figure,
    Heading,
    List,
    Preformatted,
    PullQuote,
    Quote,
    Table,
    Update,
)
from newsclean.rendering.overview import metadata_rows
from newsclean.rendering.text import figure_words


def to_html(article: Article) -> str:
    """Return title and story as one `<article>` element, without a line break at the end.

    >>> from newsclean.article import Charset, Paragraph
    >>> article = Article(title="A & B", language="en", charset=Charset(name="utf-8", decided_by="str"),
    ...                   blocks=[Paragraph(text="5 < 7"), Embed(text="Clip", url="javascript:alert(1)")])
    >>> print(to_html(article))
    <article lang="en">
    <h1>A &amp; B</h1>
    <p>5 &lt; 7</p>
    <p>Clip</p>
    </article>

    `src` and `href` hold http, https and relative URLs only. A pull quote is an `<aside>`, so it stays even where its
    words stand in the story.
    """
    opening = f'<article lang="{escape(article.language)}">' if article.language else "<article>"
    title = [f"<h1>{_lines(article.title)}</h1>"] if article.title else []
    return "\n".join([opening, *title, *filter(None, map(_block, article.blocks)), "</article>"])


def metadata_to_html(article: Article) -> str:
    """Return the metadata as a description list in a `<header>`."""
    rows = [f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in metadata_rows(article)]
    return "\n".join(["<header>", "<dl>", *rows, "</dl>", "</header>"])


def chrome_to_html(chrome: tuple[Chrome, ...]) -> str:
    """Return the chrome, an `<aside>` for each part with its kind in `data-kind`."""
    return "\n".join(f'<aside data-kind="{part.kind}">{_lines(part.text)}</aside>' for part in chrome)


def _block(block: Block) -> str:
    match block:
        case Deck():
            return f'<p class="deck">{_lines(block.text)}</p>'
        case Heading():
            # The title is the one heading of the first level.
            level = max(block.level, 2)
            return f"<h{level}>{_lines(block.text)}</h{level}>"
        case List():
            name = "ol" if block.ordered else "ul"
            return f"<{name}>{''.join(f'<li>{_lines(item)}</li>' for item in block.items)}</{name}>"
        case Quote():
            return f"<blockquote><p>{_lines(block.text)}</p></blockquote>"
        case PullQuote():
            return f"<aside><blockquote><p>{_lines(block.text)}</p></blockquote></aside>"
        case Table():
            return _table(block.rows)
        case Figure():
            return _figure(block)
        case Embed():
            return _embed(block)
        case Preformatted():
            # A parser drops the first line break of a <pre>, so one that belongs to the text needs another before it.
            return f"<pre>\n{escape(block.text, quote=False)}</pre>"
        case Update():
            time = f'<p><time datetime="{block.time.isoformat()}">{block.time}</time></p>' if block.time else ""
            return f"<section>{time}<p>{_lines(block.text)}</p></section>"
        case _:
            return f"<p>{_lines(block.text)}</p>" if block.text.strip() else ""


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    written = ("".join(f"<td>{_lines(cell)}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in written) + "</table>"


def _figure(figure: Figure) -> str:
    shown = [(safe_address(image.url), image.alt or "") for image in figure.images]
    pictures = "".join(f'<img src="{escape(address)}" alt="{escape(alt)}">' for address, alt in shown if address)
    words = figure_words(figure)
    caption = f"<figcaption>{_lines(words)}</figcaption>" if words else ""
    return f"<figure>{pictures}{caption}</figure>" if pictures or caption else ""


def _embed(embed: Embed) -> str:
    address = safe_address(embed.url)
    words = _lines(embed.text or embed.provider or address or "")
    return f'<p><a href="{escape(address)}">{words}</a></p>' if address else f"<p>{words}</p>"


def _lines(text: str) -> str:
    return "<br>".join(escape(line, quote=False) for line in text.splitlines())
