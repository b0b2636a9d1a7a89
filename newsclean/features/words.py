"""What a block's own words and markup say, and the chrome phrases in it or above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from newsclean.blocks import Block, Shape
from newsclean.features.page import TEASERS, Page
from newsclean.labels import Label
from newsclean.measures import Measures

Column = Sequence[float]

PHRASE_GROUPS: Final = (
    ("teasers", TEASERS),
    ("share", {Label.SHARE}),
    ("offer", {Label.NEWSLETTER, Label.SUBSCRIBE}),
    ("advertisement", {Label.ADVERTISEMENT, Label.SPONSORED}),
    ("comments", {Label.COMMENTS}),
    ("author_bio", {Label.AUTHOR_BIO}),
    ("tags", {Label.TAGS}),
    ("site", {Label.NAVIGATION, Label.FOOTER, Label.BREADCRUMB, Label.CONSENT}),
    ("masthead", {Label.MASTHEAD, Label.CAPTION_FURNITURE}),
)
_GROUP_BIT: Final[Mapping[Label | None, int]] = {
    None: 0, **{label: 1 << k for k, (_, labels) in enumerate(PHRASE_GROUPS) for label in labels}
}  # fmt: skip

_MEASURED: Final = (
    "mass", "plain_mass", "words", "link_density", "bold_share", "sentences", "commas", "quotes", "digits", "capitals",
    "ends_sentence", "ends_colon", "ends_ellipsis", "starts_lower", "starts_digit", "starts_mark", "has_furniture",
    "has_url", "lines", "lead_in", "is_link", "is_prose",
)  # fmt: skip
_TAGS: Final = (("in_paragraph", "p"), ("in_div", "div"))
_SHAPES: Final = (
    ("in_list_item", {Shape.LIST_ITEM}), ("in_cell", {Shape.CELL}), ("in_quote", {Shape.QUOTE}),
    ("in_caption", {Shape.CAPTION}), ("in_definition", {Shape.TERM, Shape.DEFINITION}),
    ("preformatted", {Shape.PREFORMATTED}), ("control", {Shape.CONTROL}),
)  # fmt: skip
NAMES: Final = (
    *_MEASURED, "anchors", "heading_level", *(name for name, _ in _TAGS), *(name for name, _ in _SHAPES), "hidden",
    "has_time", "depth", "mass_per_sentence", *(f"phrase_{name}" for name, _ in PHRASE_GROUPS), "under_teasers",
    "under_other", "under_distance",
)  # fmt: skip


class Words:
    """The words of one page."""

    def __init__(self, page: Page) -> None:
        self._measures = page.measures
        self._base_depth = page.base_depth()
        self._headings = page.chrome_headings()

    def columns(self, blocks: Sequence[Block]) -> list[Column]:
        """One column a name, one number a block."""
        measures = [self._measures[block.index] for block in blocks]
        fields = dict(zip(Measures._fields, zip(*measures, strict=True), strict=True))
        tags = [block.scope.tag for block in blocks]
        shapes = [block.shape for block in blocks]
        return [
            *(fields[name] for name in _MEASURED),
            [len(block.anchors) for block in blocks],
            [block.level for block in blocks],
            *([tag == wanted for tag in tags] for _, wanted in _TAGS),
            *([shape in wanted for shape in shapes] for _, wanted in _SHAPES),
            [block.hidden for block in blocks],
            [block.time is not None for block in blocks],
            [block.scope.depth - self._base_depth for block in blocks],
            [m.mass / (m.sentences or 1) for m in measures],
            *self._phrases(blocks, measures),
        ]

    def _phrases(self, blocks: Sequence[Block], measures: Sequence[Measures]) -> list[Column]:
        groups = [_GROUP_BIT[m.whole] | _GROUP_BIT[m.starts] for m in measures]
        at, of_teasers = self._headings
        wanted = [block.index for block in blocks]
        return [
            *([group & 1 << k != 0 for group in groups] for k in range(len(PHRASE_GROUPS))),
            [at[i] >= 0 and of_teasers[i] for i in wanted],
            [at[i] >= 0 and not of_teasers[i] for i in wanted],
            [i - at[i] if at[i] >= 0 else -1 for i in wanted],
        ]
