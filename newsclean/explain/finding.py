"""Where on a page some words stand, and if on none of its blocks, where else."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from newsclean.article import Article
from newsclean.errors import WrongInput
from newsclean.explain.explanation import Answer, ExplainedBlock, Explanation, WordsNotFound
from newsclean.folding import fold

_FIELDS = ("title", "deck", "kicker", "publisher", "section", "dateline", "agency")
_BETWEEN = re.compile(r"\W+")
LONGEST_QUESTION = 60  # characters of it that an error repeats


def answer(explanation: Explanation, words: str) -> Answer:
    """See `Explanation.why`."""
    if not isinstance(words, str):
        raise WrongInput(f"why takes some words of the page, not a {type(words).__name__}")
    wanted = bare(words)
    asked = words if len(words) <= LONGEST_QUESTION else words[:LONGEST_QUESTION] + "…"
    if not wanted:
        raise WordsNotFound(f"{asked!r} holds no words: give some of a sentence of the page")
    blocks = holding(explanation.blocks, wanted)
    elsewhere = () if blocks else fields_with(explanation.article, wanted)
    if not blocks and not elsewhere:
        raise WordsNotFound(_advice(explanation, asked, wanted))
    reason = explanation.article.reason
    return Answer(words=words, blocks=blocks, elsewhere=elsewhere, reason=reason, threshold=explanation.threshold)


def bare(text: str) -> str:
    """A text as it is compared here: folded, and without punctuation, which stands between blocks as it does in them.

    >>> bare("“It’s late.” Nobody")
    'it s late nobody'
    """
    return _BETWEEN.sub(" ", fold(text)).strip()


def holding(blocks: tuple[ExplainedBlock, ...], wanted: str) -> tuple[ExplainedBlock, ...]:
    """The blocks over which some folded words stand, each once, in order."""
    texts = [(block, folded) for block in blocks if (folded := bare(block.text))]
    starts = list(accumulate((len(folded) + 1 for _, folded in texts), initial=0))
    page = " ".join(folded for _, folded in texts)
    found: dict[int, ExplainedBlock] = {}
    at = page.find(wanted)
    while at >= 0:
        first = bisect_right(starts, at) - 1
        last = bisect_right(starts, at + len(wanted) - 1) - 1
        found.update((k, texts[k][0]) for k in range(first, last + 1))
        at = page.find(wanted, at + len(wanted))
    return tuple(found.values())


def fields_with(article: Article, wanted: str) -> tuple[str, ...]:
    """The fields of an Article that hold some folded words, with their source."""
    named = [(name, getattr(article, name) or "") for name in _FIELDS]
    named += [("authors", author.name) for author in article.authors]
    named += [("tags", tag) for tag in article.tags]
    if article.text_source != "dom":
        named += [("blocks", block.text) for block in article.blocks]
    evidence = {**article.evidence, "blocks": article.text_source}
    holders = dict.fromkeys(name for name, value in named if wanted in bare(value))
    return tuple(f"{name} (from {evidence[name]})" if evidence.get(name) else name for name in holders)


def _advice(explanation: Explanation, asked: str, wanted: str) -> str:
    if not any(block.text for block in explanation.blocks):
        return f"{asked!r} is not on this page, which shows no text at all"
    first = " ".join(wanted.split()[:3])
    if first != wanted and holding(explanation.blocks, first):
        return f"{asked!r} is not on this page, though {first!r} is: ask for fewer words"
    return f"{asked!r} is not on this page. What JavaScript loads, or a comment or a script holds, no block shows"
