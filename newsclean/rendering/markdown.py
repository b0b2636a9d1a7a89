"""The story as GitHub Flavored Markdown (GFM 0.29). Every character of the page is escaped that could be markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

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
from newsclean.rendering.text import figure_words, without_repeats

# GFM 6: characters that can open inline markup anywhere. "_" in a word opens nothing (6.4), "&" only an entity (6.2).
_INLINE = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
# GFM 4 and 5: what can open a block at the start of a line: heading, quote, list, break, underline, table.
_LINE_START = re.compile(r"[#>+=|-]|:(?=-)")
_ORDERED_START = re.compile(r"^([0-9]{1,9})([.)])(?=\s|$)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_CLOSING_HASHES = re.compile(r"(#+)$")
_FENCES = re.compile(r"`{3,}")
_IN_DESTINATION = re.compile(r"[\x00-\x20\x7f<>()\\]")


def to_markdown(article: Article) -> str:
    r"""Return title and story as Markdown, without a line break at the end.

    >>> from newsclean.article import Charset
    >>> article = Article(title="Rates rise 2*", charset=Charset(name="utf-8", decided_by="str"),
    ...                   blocks=[Heading(text="Why now", level=2), List(text="a\nb", items=["a", "b"], ordered=True)])
    >>> print(article.to_markdown())
    # Rates rise 2\*
    <BLANKLINE>
    ## Why now
    <BLANKLINE>
    1. a
    2. b

    Title `#`, deck bold, pictures as `![alt](url)` with the caption in italics below, embeds as links. A URL that is
    not http, https or relative is left out, and so is a pull quote whose words stand in the story.
    """
    written = [f"# {_one_line(article.title)}"] if article.title else []
    before: Block | None = None
    for block in without_repeats(article.blocks):
        text = _block(block, before)
        if text:
            written.append(text)
            before = block
    return "\n\n".join(written)


def front_matter(article: Article) -> str:
    """Return the metadata as YAML front matter. The values are JSON strings, which YAML 1.2 reads as they are."""
    rows = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in metadata_rows(article)]
    return "\n".join(["---", *rows, "---"])


def chrome_to_markdown(chrome: tuple[Chrome, ...]) -> str:
    """Return the chrome as a list, an item for each part: its kind in bold, then its words."""
    return "\n".join(_indented("- ", f"**{part.kind}**\\\n{_lines(part.text)}") for part in chrome)


def _block(block: Block, before: Block | None) -> str:
    match block:
        case Deck():
            return f"**{_one_line(block.text)}**" if block.text.strip() else ""
        case Heading():
            # The title is the one heading of the first level.
            return f"{'#' * max(block.level, 2)} {_one_line(block.text)}"
        case List():
            return _list(block, before)
        case Quote() | PullQuote():
            return "\n".join(f"> {line}" for line in _lines(block.text).split("\n"))
        case Table():
            return "\n".join(_table(block.rows))
        case Figure():
            return _figure(block)
        case Embed():
            return _link(block.text or block.provider or safe_address(block.url) or "", block.url)
        case Preformatted():
            fence = "`" * max([3, *(len(run) + 1 for run in _FENCES.findall(block.text))])
            return f"{fence}\n{block.text}\n{fence}"
        case Update(time=time) if time:
            return f"**{time.isoformat()}**\n\n{_lines(block.text)}"
        case _:
            return _lines(block.text)


def _list(block: List, before: Block | None) -> str:
    # Two lists in a row are one to a Markdown reader unless their markers differ (GFM 5.3).
    other = isinstance(before, List) and before.ordered == block.ordered
    bullet, point = ("*", ")") if other else ("-", ".")
    items = enumerate(block.items, start=1)
    return "\n".join(_indented(f"{n}{point} " if block.ordered else f"{bullet} ", _lines(item)) for n, item in items)


def _indented(marker: str, written: str) -> str:
    return marker + written.replace("\n", "\n" + " " * len(marker))


def _table(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    if not any(rows):
        return
    # Only the head needs as many cells as the widest row (GFM 4.10); to pad all rows would make a bomb of some tables.
    width = max(map(len, rows))
    head = [*map(_cell, rows[0]), *([""] * (width - len(rows[0])))]
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * width}"
    for row in rows[1:]:
        yield f"| {' | '.join(map(_cell, row))} |"


def _cell(text: str) -> str:
    return "<br>".join(_escaped(line).replace("|", "\\|") for line in text.splitlines())


def _figure(figure: Figure) -> str:
    shown = [(safe_address(image.url), image.alt or "") for image in figure.images]
    pictures = "\n".join(f"![{_one_line(alt)}]({_destination(address)})" for address, alt in shown if address)
    words = _one_line(figure_words(figure))
    return "\n\n".join(filter(None, (pictures, words and f"*{words}*")))


def _link(text: str, url: str | None) -> str:
    address = safe_address(url)
    return f"[{_one_line(text)}]({_destination(address)})" if address else _lines(text)


def _destination(address: str) -> str:
    """Encode what would end the destination, or let "javascript&colon;" or "javascript\\:" come true in it."""
    encoded = _IN_DESTINATION.sub(lambda char: f"%{ord(char[0]):02X}", address)
    return _ENTITY.sub("&amp;", encoded)


def _lines(text: str) -> str:
    """Escape a run of text; a line break in it stays one."""
    return "\\\n".join(_line(line.strip()) for line in text.splitlines() if line.strip())


def _line(text: str) -> str:
    escaped = _ORDERED_START.sub(r"\1\\\2", _escaped(text))
    return f"\\{escaped}" if _LINE_START.match(escaped) else escaped


def _one_line(text: str) -> str:
    line = " ".join(line.strip() for line in text.splitlines() if line.strip())
    return _CLOSING_HASHES.sub(r"\\\1", _escaped(line))


def _escaped(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", text)
