"""An Explanation for a terminal: a line a block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TextIO

from newsclean.explain.explanation import ExplainedBlock, Explanation
from newsclean.explain.wording import visible
from newsclean.labels import Label

WIDTH = 120
_STORY, _HIDDEN, _HEAD, _STORIES, _SITE = "32", "2", "36", "33", "35"  # SGR codes: green, faint, cyan, yellow, magenta
_COLOURS: Final[Mapping[Label, str]] = {
    Label.MASTHEAD: _HEAD, Label.AUTHOR_BIO: _HEAD, Label.TAGS: _HEAD, Label.BREADCRUMB: _HEAD,
    Label.RELATED: _STORIES, Label.POPULAR: _STORIES, Label.LATEST: _STORIES, Label.SECTION_LIST: _STORIES,
    Label.HIDDEN: _HIDDEN, Label.OTHER: _HIDDEN,
}  # fmt: skip


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether a stream is a terminal with colours, and nobody said NO_COLOR (https://no-color.org)."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def in_lines(explanation: Explanation, *, coloured: bool = False) -> Iterator[str]:
    """Label, rule, score and first words of every block; then what the Article is."""
    width = max((len(block.rule) for block in explanation.blocks), default=0)
    for block in explanation.blocks:
        score = f"{block.score:.2f}" if block.score is not None else "    "
        head = f"{block.label.value:<17} {block.rule:<{width}} {score} "
        line = head + visible(block.text or f"[{block.shape}] {block.media or ''}", max(20, WIDTH - len(head)))
        yield f"\x1b[{_colour(block)}m{line}\x1b[0m" if coloured else line.rstrip()
    yield _summary(explanation)


def _colour(block: ExplainedBlock) -> str:
    return _STORY if block.kept else _COLOURS.get(block.label, _SITE)


def _summary(explanation: Explanation) -> str:
    article = explanation.article
    kept = sum(block.kept for block in explanation.blocks)
    reason = f" ({article.reason})" if article.reason else ""
    source = "" if article.text_source == "dom" else f"; the story is from {article.text_source}"
    total = len(explanation.blocks)
    return f"{kept} of {total} blocks are story; {article.kind}{reason}, confidence {article.confidence:.2f}{source}"
