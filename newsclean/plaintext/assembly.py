"""Labelled lines as the Article's blocks and chrome, each with its place in the given text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean import article as parts
from newsclean.labels import CHROME, Label, Verdict
from newsclean.metadata.credits import split_caption_credit
from newsclean.plaintext.lines import Line

LONGEST_HEADING = 120  # characters of the heading of a box


def story_blocks(lines: Sequence[Line], verdicts: Sequence[Verdict]) -> tuple[parts.Block, ...]:
    """The story in the order of the text; lines with bullets that stand together make a list."""
    return tuple(_blocks(lines, verdicts))


def _blocks(lines: Sequence[Line], verdicts: Sequence[Verdict]) -> Iterator[parts.Block]:
    items: list[Line] = []
    main = Label.MAIN
    for line, (label, *_) in zip(lines, verdicts, strict=True):
        if label is main and line.bullet:
            items.append(line)
            continue
        if items:
            yield _list(items)
            items = []
        if label is main:
            yield parts.Paragraph(text=line.text, span=(line.start, line.end))
        elif label in _OF_STORY:
            yield _beside_story(line, label)
    if items:
        yield _list(items)


_OF_STORY = frozenset({Label.DECK, Label.CREDIT, Label.CAPTION})


def _beside_story(line: Line, label: Label) -> parts.Block:
    span = (line.start, line.end)
    if label is Label.CAPTION:
        caption, credit = split_caption_credit(line.text)
        return parts.Figure(text=line.text, caption=caption or None, credit=credit or None, span=span)
    kind = parts.Deck if label is Label.DECK else parts.Credit
    return kind(text=line.text, span=span)


def _list(items: Sequence[Line]) -> parts.List:
    texts = tuple(item.text for item in items)
    return parts.List(text="\n".join(texts), items=texts, span=(items[0].start, items[-1].end))


def chrome_runs(lines: Sequence[Line], verdicts: Sequence[Verdict]) -> tuple[parts.Chrome, ...]:
    """What is no story, in the order of the text: runs of one kind, broken where a box heading stands."""
    runs: list[list[int]] = []
    for i, verdict in enumerate(verdicts):
        if verdict.label not in CHROME:
            continue
        joins = bool(runs) and runs[-1][-1] == i - 1 and verdicts[i - 1].label is verdict.label
        if joins and not _opens_box(i, verdicts):
            runs[-1].append(i)
        else:
            runs.append([i])
    return tuple(_chrome(run, lines, verdicts) for run in runs)


def _opens_box(i: int, verdicts: Sequence[Verdict]) -> bool:
    """Whether a heading stands here with lines of its box below it."""
    here = verdicts[i].rule in ("phrase", "section_name")
    return here and i + 1 < len(verdicts) and verdicts[i + 1].rule == "box_heading" and verdicts[i - 1].rule != "phrase"


def _chrome(run: Sequence[int], lines: Sequence[Line], verdicts: Sequence[Verdict]) -> parts.Chrome:
    first, verdict = lines[run[0]], verdicts[run[0]]
    kind: parts.ChromeKind = verdict.label.value  # type: ignore[assignment]
    headed = len(run) > 1 and verdict.rule in ("phrase", "section_name") and len(first.text) <= LONGEST_HEADING
    return parts.Chrome(
        kind=kind,
        heading=first.text if headed else None,
        text="\n".join(lines[i].text for i in run),
        span=(first.start, lines[run[-1]].end),
        rule=verdict.rule,
    )
