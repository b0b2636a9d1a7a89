"""An answer in words."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.explain.explanation import SHOWN, Answer, ExplainedBlock, Leaning


def answer_in_words(answer: Answer) -> str:
    """One paragraph a block: what became of it, by which rule, on what evidence."""
    told = ["\n".join(_lines(block, answer.threshold)) for block in answer.blocks]
    if answer.elsewhere:
        told.append(f"not in a block of the page, but in {', '.join(answer.elsewhere)}")
    if answer.reason:
        told.append(f"the page holds no story: {answer.reason}")
    return "\n\n".join(told)


def visible(text: str, most: int = SHOWN) -> str:
    """A text on one line, as a terminal may print it: no control characters, and cut after so many.

    >>> visible("Boats\\x1b[31m\\nleave", 12)
    'Boats[31m l…'
    """
    line = "".join(c if c.isprintable() else " " if c.isspace() else "" for c in text[: 4 * most])
    return line if len(line) <= most and len(text) <= 4 * most else line[: most - 1] + "…"


def because(block: ExplainedBlock, threshold: float) -> str:
    """Rule, evidence and score of a block, on one line."""
    parts = [f"rule {block.rule}: {block.meaning}" if block.meaning else f"rule {block.rule}"]
    if block.evidence and block.rule != "score":
        parts.append(f"evidence “{visible(block.evidence, 60)}”")
    if block.score is not None:
        side = "over" if block.score >= threshold else "under"
        parts.append(f"score {block.score:.2f}, {side} the {threshold:.2f} that main content needs")
    return "; ".join(parts)


def counted(leanings: tuple[Leaning, ...]) -> str:
    """The features that counted, the strongest first.

    >>> counted((Leaning(feature="commas", value=3.0, log_odds=0.42),))
    'commas = 3 (+0.42)'
    """
    return ", ".join(f"{each.feature} = {each.value:g} ({each.log_odds:+.2f})" for each in leanings)


def _lines(block: ExplainedBlock, threshold: float) -> Iterator[str]:
    fate = "kept" if block.kept else "not on show" if block.label == "hidden" else "dropped"
    yield f"{fate} as {block.label.value}: “{visible(block.text)}”"
    yield f"  {because(block, threshold)}"
    if block.leanings:
        yield f"  counted: {counted(block.leanings)}"
    yield f"  {block.xpath}"
