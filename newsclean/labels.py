"""What a block of a page can be, and the verdict that says so."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Label(StrEnum):
    """The part a block plays. The first group is the story, the second the site's chrome around it."""

    MAIN = "main"  # prose, sub-heading, list item, quote or cell: the block's shape tells which
    DECK = "deck"
    PULL_QUOTE = "pull_quote"
    CAPTION = "caption"  # words of a figure in the story
    MEDIA = "media"  # an image, video or embed in the story
    CREDIT = "credit"  # "(Reporting by …; Editing by …)"

    NAVIGATION = "navigation"
    BREADCRUMB = "breadcrumb"
    MASTHEAD = "masthead"  # title, kicker, byline and time as the page shows them
    RELATED = "related"
    POPULAR = "popular"
    LATEST = "latest"
    SECTION_LIST = "section_list"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    SUBSCRIBE = "subscribe"
    ADVERTISEMENT = "advertisement"
    SPONSORED = "sponsored"
    CONSENT = "consent"
    COMMENTS = "comments"
    AUTHOR_BIO = "author_bio"
    TAGS = "tags"
    CAPTION_FURNITURE = "caption_furniture"  # "1/7", "View gallery", captions outside the story
    FOOTER = "footer"
    OTHER = "other"

    HIDDEN = "hidden"  # in the file, not on the page: neither story nor chrome


STORY = frozenset({Label.MAIN, Label.DECK, Label.PULL_QUOTE, Label.CAPTION, Label.MEDIA, Label.CREDIT})
CHROME = frozenset(set(Label) - STORY - {Label.HIDDEN})

UNMISTAKABLE = frozenset({
    Label.ADVERTISEMENT, Label.SHARE, Label.RELATED, Label.POPULAR, Label.NEWSLETTER, Label.COMMENTS, Label.SUBSCRIBE,
    Label.CONSENT,
})  # fmt: skip
"""A line of their phrases alone is furniture wherever it stands; of other kinds ("Home") it may be a sub-heading."""


class Verdict(NamedTuple):
    """A label, the rule that gave it ("score" for the fitted model), and what the rule saw."""

    label: Label
    rule: str
    evidence: str = ""
