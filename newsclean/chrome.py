"""The boilerplate as typed sections: runs of blocks of one kind, broken where a new box heading stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean import article as parts
from newsclean.blocks import Block, Layout, Shape, shared_scope
from newsclean.labels import CHROME, Label, Verdict
from newsclean.story import Surroundings

_ENDLESS = frozenset({Label.COMMENTS, Label.NAVIGATION, Label.FOOTER, Label.MASTHEAD, Label.OTHER})
LONGEST_TAG = 30  # characters
_MARKS = frozenset("|·•,/")
_NO_LINK = ("#", "javascript:", "mailto:", "tel:", "data:")


def chrome_sections(
    layout: Layout, verdicts: Sequence[Verdict], surroundings: Surroundings
) -> tuple[parts.Chrome, ...]:
    """All text that is neither story nor hidden, in the order of the page."""
    return tuple(_section(run, verdicts, surroundings) for run in _runs(layout, verdicts))


def _runs(layout: Layout, verdicts: Sequence[Verdict]) -> Iterator[list[Block]]:
    run: list[Block] = []
    previous = -1
    for block in layout.blocks:
        verdict = verdicts[block.index]
        if verdict.label not in CHROME:
            if run and block.text and verdict.label is not Label.HIDDEN:
                yield run
                run = []
            continue
        if not block.text:
            continue
        label = verdict.label
        if run and (verdicts[previous].label is not label or _opens_box(block, label, run)):
            yield run
            run = []
        run.append(block)
        previous = block.index
    if run:
        yield run


def _opens_box(block: Block, label: Label, run: Sequence[Block]) -> bool:
    """A heading opens a box of its own, unless all before it in the run are headings too, or it titles one entry."""
    if block.shape is not Shape.HEADING or label in _ENDLESS or block.anchors:
        return False
    return any(other.shape is not Shape.HEADING for other in run)


def _section(run: list[Block], verdicts: Sequence[Verdict], surroundings: Surroundings) -> parts.Chrome:
    first = run[0]
    verdict = verdicts[first.index]
    kind: parts.ChromeKind = verdict.label.value  # type: ignore[assignment]
    is_heading = len(run) > 1 and (first.shape is Shape.HEADING or verdict.rule == "phrase") and len(first.text) < 120
    return parts.Chrome(
        kind=kind,
        heading=first.text if is_heading else None,
        text="\n".join(block.text for block in run),
        links=tuple(link for block in run if block.anchors for link in _links(block, kind, surroundings)),
        xpath=surroundings.xpath(shared_scope(first.scope, run[-1].scope)),
        rule=verdict.rule,
    )


def _links(block: Block, kind: parts.ChromeKind, surroundings: Surroundings) -> Iterator[parts.Link]:
    if _is_tag_line(block):
        kind = "tags"
    for anchor in block.anchors:
        if anchor.text and not anchor.url.startswith(_NO_LINK) and (url := surroundings.absolute(anchor.url)):
            yield parts.Link(text=anchor.text, url=url, kind=kind)


def _is_tag_line(block: Block) -> bool:
    """Whether a block is the line of topics over a headline in a list: "Asia|Business|Economy"."""
    if len(block.anchors) < 2 or any(len(anchor.text) > LONGEST_TAG for anchor in block.anchors):
        return False
    between = len(block.text) - sum(len(anchor.text) for anchor in block.anchors)
    return between <= 3 * len(block.anchors) and not _MARKS.isdisjoint(block.text)
