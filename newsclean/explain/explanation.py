"""The Explanation of a page, and the answer to "why is this sentence in, or not?"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, Field

from newsclean.article import Article, Part
from newsclean.data_files import from_toml
from newsclean.errors import NewscleanError
from newsclean.labels import STORY, Label
from newsclean.read_only import ReadOnlyDict

SHOWN = 90  # characters of a block that an answer repeats


class WordsNotFound(NewscleanError, LookupError):
    """The words asked about are not on the page; the message says where else to look."""


class Leaning(Part):
    """What one feature did to a block's score.

    `log_odds` is by how much it moved the block away from the average scored block of the page: over 0 towards main
    content, under 0 towards boilerplate.
    """

    feature: str
    value: float
    log_odds: float


class ExplainedBlock(Part):
    """One block of a page, and why it has its label.

    Attributes:
        index: its place on the page, from 0.
        text: its words, empty for a picture or a frame.
        media: the address of the picture or frame, as the page wrote it.
        shape: what the markup says it is: "paragraph", "heading", "list_item" …
        label: see docs/labels.md.
        rule: the rule that gave the label, or "score".
        evidence: what the rule saw.
        score: the probability of main content; None where a rule stood above the model, or nobody asked it.
        xpath: the element that holds it.
        features: the numbers that the model sees of it, those that are 0 left out.
        leanings: the features that counted most for its score, the strongest first.
    """

    index: int
    text: str
    media: str | None = None
    shape: str
    label: Label
    rule: str
    evidence: str = ""
    score: float | None = None
    xpath: str
    features: Annotated[Mapping[str, float], AfterValidator(ReadOnlyDict)] = Field(default_factory=ReadOnlyDict)
    leanings: tuple[Leaning, ...] = ()

    @property
    def kept(self) -> bool:
        """Whether it is part of the story."""
        return self.label in STORY

    @property
    def meaning(self) -> str:
        """What its rule means, in words."""
        return meanings().get(self.rule, "")

    def __hash__(self) -> int:
        return hash((self.index, self.xpath, self.label))


class Answer(Part):
    """Why some words are in the story, or not. `str()` says it in words.

    `blocks` hold the words; `elsewhere` names fields of the Article that have them though no block of the page does;
    `reason` is that of the Article, where the page holds no story.
    """

    words: str
    blocks: tuple[ExplainedBlock, ...]
    elsewhere: tuple[str, ...] = ()
    reason: str | None = None
    threshold: float

    @property
    def kept(self) -> bool:
        """Whether a block of the story holds the words."""
        return any(block.kept for block in self.blocks)

    def __str__(self) -> str:
        from newsclean.explain.wording import answer_in_words

        return answer_in_words(self)


class Explanation(Part):
    """A page, explained.

    Attributes:
        article: what `extract` gives for the page.
        blocks: all blocks of the page in order, hidden ones too.
        threshold: the score from which a block is main content.
    """

    article: Article
    blocks: tuple[ExplainedBlock, ...]
    threshold: float

    def why(self, words: str) -> Answer:
        """Tell which rule kept or dropped the blocks that hold some words.

        Case, accents, quotes and line breaks do not count; the words may run over several blocks.

        Raises:
            WordsNotFound: they are nowhere in what the page shows.
            WrongInput: they are no str.
        """
        from newsclean.explain.finding import answer

        return answer(self, words)

    def to_json(self, indent: int | None = None) -> str:
        """Return all of it as JSON, the Article included; `Explanation.model_validate_json` reads it."""
        return self.model_dump_json(indent=indent)

    def to_html(self) -> str:
        """Return a report as one HTML file that loads nothing and runs no script but its own."""
        from newsclean.explain.report import report

        return report(self)

    def __str__(self) -> str:
        from newsclean.explain.terminal import in_lines

        return "\n".join(in_lines(self))


@cache
def meanings() -> Mapping[str, str]:
    """A sentence for each rule, from `newsclean/data/rules.toml`."""
    return from_toml("rules.toml", lambda table: MappingProxyType(table["page"]))
