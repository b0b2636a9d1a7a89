"""The boilerplate as typed sections: runs of blocks of one kind, broken where a new box heading stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean import article as parts
from newsclean.blocks import Block, Layout, Shape, shared_scope
from newsclean.labels import CHROME, Label, Verdict
from newsclean.rules.box_headings import is_tag_line, topics_of_lines
from newsclean.story import Surroundings

_STORIES = frozenset({"related", "popular", "latest", "section_list", "sponsored"})  # kinds of `article.Chrome`
_ENDLESS = frozenset({Label.COMMENTS, Label.NAVIGATION, Label.FOOTER, Label.MASTHEAD, Label.OTHER})


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
    kind = verdict.label.value
    is_heading = len(run) > 1 and (first.shape is Shape.HEADING or _is_named(verdict)) and len(first.text) < 120
    section = {
        "kind": kind,
        "heading": first.text if is_heading else None,
        "text": "\n".join([block.text for block in run]),
        "links": tuple([link for block in run if block.anchors for link in _links(block, kind, surroundings)]),
        "xpath": surroundings.xpath(shared_scope(first.scope, run[-1].scope)),
        "rule": verdict.rule,
    }
    return parts.Chrome.model_validate(section)  # its links, hundreds a page, are made in one go


def _is_named(verdict: Verdict) -> bool:
    """Whether a phrase opens the section as its heading; that of a copyright line is no heading."""
    return verdict.rule == "phrase" and verdict.label is not Label.FOOTER


def _links(block: Block, kind: str, surroundings: Surroundings) -> Iterator[dict[str, str]]:
    topics = _topics(block) if kind in _STORIES else frozenset()
    for text, address in block.anchors:
        if text and address[:1] != "#" and (url := surroundings.absolute(address)):
            yield {"text": text, "url": url, "kind": "tags" if text in topics else kind}


def _topics(block: Block) -> frozenset[str]:
    """The links of a block that name topics, not stories, by their text."""
    return frozenset(anchor.text for anchor in block.anchors) if is_tag_line(block) else topics_of_lines(block)
