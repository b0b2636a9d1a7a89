"""The blocks of the story as the Article's parts: runs of list items become lists, cells tables, pictures figures."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import NamedTuple

from newsclean import article as parts
from newsclean.addresses import host_of
from newsclean.blocks import Block, Layout, Scope, Shape, enclosing
from newsclean.hints import hints
from newsclean.labels import STORY, Label, Verdict
from newsclean.metadata.credits import split_caption_credit, without_counter
from newsclean.updates import LiveEntry, live_entries, timed_families

LONGEST_CELL = 400  # characters; a table with a longer cell is there for the layout
RICH_ITEM = 3  # text blocks in one list item that make it a container


class Surroundings(NamedTuple):
    """What the assembly needs beside the blocks: addresses made absolute, and paths of elements."""

    absolute: Callable[[str | None], str | None]
    xpath: Callable[[Scope], str]


def story_parts(
    layout: Layout, verdicts: Sequence[Verdict], surroundings: Surroundings
) -> tuple[parts.Block, ...]:
    """The story's blocks, in the order of the page. Every text block of the story is in exactly one part."""
    assembly = _Assembly(layout, verdicts, surroundings)
    return tuple(assembly.made())


def story_of(verdicts: Sequence[Verdict]) -> frozenset[int]:
    """The blocks that are main content."""
    return frozenset([i for i, (label, _, _) in enumerate(verdicts) if label is Label.MAIN])


class _Assembly:
    def __init__(self, layout: Layout, verdicts: Sequence[Verdict], surroundings: Surroundings) -> None:
        self.layout, self.verdicts, self.surroundings = layout, verdicts, surroundings
        self.entries = live_entries(timed_families(layout), story_of(verdicts))
        self.tabular: dict[int, bool] = {}  # by table: whether its cells are data
        self.queue = [b for b in layout.blocks if verdicts[b.index].label in STORY]

    def made(self) -> Iterator[parts.Block]:
        at = 0
        entries = iter(self.entries)
        entry = next(entries, None)
        while at < len(self.queue):
            block = self.queue[at]
            while entry is not None and block.index >= entry.end:
                entry = next(entries, None)
            if entry is not None and block.index >= entry.first:
                at = yield from self._update(entry, at)
                continue
            made, at = self._next(block, at)
            if made is not None:
                yield made

    def _update(self, entry: LiveEntry, at: int) -> Generator[parts.Block, None, int]:
        """An entry of a live blog as one part, then the entry's pictures. Returns where the next one starts."""
        texts: list[str] = []
        others: list[parts.Block] = []
        while at < len(self.queue) and self.queue[at].index < entry.end:
            made, at = self._next(self.queue[at], at)
            if isinstance(made, parts.Figure | parts.Embed | parts.Credit):
                others.append(made)
            elif made is not None:
                texts.append(made.text)
        if texts:
            xpath = self.surroundings.xpath(entry.scope)
            yield parts.Update(text="\n".join(texts), time=entry.time, xpath=xpath)
        yield from others
        return at

    def _next(self, block: Block, at: int) -> tuple[parts.Block | None, int]:
        """The part that starts at `at` of the queue, and where the next one starts."""
        label = self.verdicts[block.index].label
        xpath = self.surroundings.xpath(block.scope)
        if label in (Label.MEDIA, Label.CAPTION):
            return self._figure(at)
        if label is Label.CREDIT:
            return parts.Credit(text=block.text, xpath=xpath), at + 1
        if label is Label.DECK:
            return parts.Deck(text=block.text, xpath=xpath), at + 1
        if label is Label.PULL_QUOTE:
            return parts.PullQuote(text=block.text, xpath=xpath), at + 1
        return self._main(block, at, xpath)

    def _main(self, block: Block, at: int, xpath: str) -> tuple[parts.Block, int]:
        if block.shape is Shape.HEADING:
            return parts.Heading(text=block.text, level=block.level, xpath=xpath), at + 1
        if block.shape is Shape.PREFORMATTED:
            return parts.Preformatted(text=block.text, xpath=xpath), at + 1
        if block.shape is Shape.LIST_ITEM and (scope := self._list_of(block)) is not None:
            return self._list(scope, at)
        if block.shape is Shape.CELL and (scope := self._table_of(block)) is not None:
            return self._table(scope, at)
        if block.shape is Shape.QUOTE and (scope := enclosing(block.scope, "blockquote")) is not None:
            return self._quote(scope, at)
        return parts.Paragraph(text=block.text, xpath=xpath), at + 1

    def _run(self, scope: Scope, at: int) -> tuple[list[Block], int]:
        """The main text blocks from `at` on that lie in `scope`, without a gap; pictures among them end the run."""
        _, end = self.layout.spans[scope.index]
        run = []
        while at < len(self.queue):
            block = self.queue[at]
            if block.index >= end or self.verdicts[block.index].label is not Label.MAIN:
                break
            run.append(block)
            at += 1
        return run, at

    # --- lists ---------------------------------------------------------------------------------------------

    def _list_of(self, block: Block) -> Scope | None:
        """The outermost list around an item, or None where the item is a container of paragraphs."""
        item = enclosing(block.scope, "li")
        if item is None or not self._is_plain(item):
            return None
        found = enclosing(item, "ul", "ol", "menu", "dir")
        outer = found.parent if found else None
        while found is not None and outer is not None:
            above = enclosing(outer, "li")
            if above is None or not self._is_plain(above):
                break
            higher = enclosing(above, "ul", "ol", "menu", "dir")
            if higher is None:
                break
            found, outer = higher, higher.parent
        return found

    def _is_plain(self, item: Scope) -> bool:
        first, end = self.layout.spans[item.index]
        near = self.layout.blocks[first : min(end, first + 40)]
        own = [b for b in near if b.text and enclosing(b.scope, "li") is item]
        return len(own) < RICH_ITEM and not any(b.shape is Shape.HEADING for b in own)

    def _list(self, scope: Scope, at: int) -> tuple[parts.Block, int]:
        run, after = self._run(scope, at)
        items: list[list[str]] = []
        last: Scope | None = None
        for block in run:
            item = enclosing(block.scope, "li")
            if items and item is last and item is not None:
                items[-1].append(block.text)
            else:
                items.append([block.text])
            last = item
        texts = tuple(" ".join(item) for item in items)
        xpath = self.surroundings.xpath(scope)
        return parts.List(text="\n".join(texts), items=texts, ordered=scope.tag == "ol", xpath=xpath), after

    # --- tables and quotes ---------------------------------------------------------------------------------

    def _table_of(self, block: Block) -> Scope | None:
        """The table around a cell, or None where the table only lays out the page."""
        table = enclosing(block.scope, "table")
        if table is None:
            return None
        if table.index not in self.tabular:
            self.tabular[table.index] = self._is_tabular(table)
        return table if self.tabular[table.index] else None

    def _is_tabular(self, table: Scope) -> bool:
        first, end = self.layout.spans[table.index]
        own = [b for b in self.layout.blocks[first:end] if b.text]
        if any(len(b.text) > LONGEST_CELL or enclosing(b.scope, "table") is not table for b in own):
            return False
        rows = {row.index for b in own if (row := enclosing(b.scope, "tr")) is not None}
        cells = {cell.index for b in own if (cell := enclosing(b.scope, "td", "th")) is not None}
        whole = all(self.verdicts[b.index].label is Label.MAIN for b in own)
        return whole and len(cells) > len(rows) > 1

    def _table(self, scope: Scope, at: int) -> tuple[parts.Block, int]:
        run, after = self._run(scope, at)
        rows: list[list[str]] = []
        last_row: Scope | None = None
        last_cell: Scope | None = None
        for block in run:
            row, cell = enclosing(block.scope, "tr", "caption"), enclosing(block.scope, "td", "th")
            if row is not last_row or not rows:
                rows.append([])
                last_cell = None
            if rows[-1] and cell is last_cell and cell is not None:
                rows[-1][-1] += " " + block.text
            else:
                rows[-1].append(block.text)
            last_row, last_cell = row, cell
        text = "\n".join("\t".join(row) for row in rows)
        return parts.Table(text=text, rows=tuple(map(tuple, rows)), xpath=self.surroundings.xpath(scope)), after

    def _quote(self, scope: Scope, at: int) -> tuple[parts.Block, int]:
        run, after = self._run(scope, at)
        text, xpath = "\n".join(block.text for block in run), self.surroundings.xpath(scope)
        near = scope.own | (scope.parent.own if scope.parent else 0)
        urls = [anchor.url for block in run for anchor in block.anchors]
        if urls and near & hints().bit["embed"]:
            url = self.surroundings.absolute(urls[-1])
            return parts.Embed(text=text, url=url, provider=host_of(url), xpath=xpath), after
        return parts.Quote(text=text, xpath=xpath), after

    # --- pictures ------------------------------------------------------------------------------------------

    def _figure(self, at: int) -> tuple[parts.Block | None, int]:
        """Pictures and the captions in the same `<figure>`, or a picture and the caption right after it."""
        first = self.queue[at]
        if first.shape is Shape.EMBED and first.media is not None:
            url = self.surroundings.absolute(first.media.url)
            xpath = self.surroundings.xpath(first.scope)
            return parts.Embed(text="", url=url, provider=host_of(url), xpath=xpath), at + 1
        figure = enclosing(first.scope, "figure")
        run = [first]
        while at + len(run) < len(self.queue):
            block = self.queue[at + len(run)]
            if self.verdicts[block.index].label not in (Label.MEDIA, Label.CAPTION) or block.shape is Shape.EMBED:
                break
            same = figure is not None and enclosing(block.scope, "figure") is figure
            if not same and not (figure is None and block.media is None and run[-1].media is not None):
                break
            run.append(block)
        return self._made_figure(run, figure or first.scope), at + len(run)

    def _made_figure(self, run: list[Block], scope: Scope) -> parts.Block:
        text = "\n".join(block.text for block in run if block.text)
        caption, credit = split_caption_credit(without_counter(text)) if text else (None, None)
        shown = [block.media for block in run if block.media is not None]
        absolute = self.surroundings.absolute
        images = tuple(
            parts.Image(url=absolute(m.url), caption=caption or None, credit=credit or None, alt=m.alt) for m in shown
        )
        xpath = self.surroundings.xpath(scope)
        return parts.Figure(text=text, images=images, caption=caption or None, credit=credit or None, xpath=xpath)
