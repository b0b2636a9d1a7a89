"""The Article and its parts: frozen pydantic models, the only pydantic in the data flow."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, computed_field, model_validator

PageKind = Literal["article", "live_blog", "gallery", "video", "listing", "other", "error"]
ChromeKind = Literal[
    "navigation", "breadcrumb", "masthead", "related", "popular", "latest", "section_list", "share", "newsletter",
    "subscribe", "advertisement", "sponsored", "consent", "comments", "author_bio", "tags", "caption_furniture",
    "footer", "other",
]  # fmt: skip
Moment = datetime | date


class Part(BaseModel):
    """Base of every model here: frozen, and no field but the declared ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Author(Part):
    """One person, or the organisation where the page names no person."""

    name: str
    url: str | None = None
    role: Literal["author", "editor", "contributor", "photographer", "translator"] = "author"


class Image(Part):
    """A picture of the story. `url` is absolute where the page's own URL is known."""

    url: str | None
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None


class Video(Part):
    url: str | None
    caption: str | None = None
    provider: str | None = None


class Link(Part):
    """A link of the chrome; `kind` is the kind of the chrome section that holds it."""

    text: str
    url: str
    kind: ChromeKind


class Charset(Part):
    """The encoding the bytes were read with, and the step that decided it (see `newsclean.decoding`)."""

    name: str
    decided_by: str


class Repair(Part):
    """One mojibake repair: `before` became `after`, having been misread through `codec`, `count` times.

    `where` is the xpath of the first place, or "metadata".
    """

    before: str
    after: str
    codec: str
    count: int = 1
    where: str | None = None


class PageWarning(Part):
    """Something that went wrong and was survived. `code` is stable; `detail` is for people."""

    code: str
    detail: str


class _Block(Part):
    text: str
    xpath: str | None = None


class Deck(_Block):
    type: Literal["deck"] = "deck"


class Paragraph(_Block):
    type: Literal["paragraph"] = "paragraph"


class Heading(_Block):
    type: Literal["heading"] = "heading"
    level: int = Field(ge=1, le=6)


class List(_Block):
    type: Literal["list"] = "list"
    items: tuple[str, ...]
    ordered: bool = False


class Quote(_Block):
    type: Literal["quote"] = "quote"


class PullQuote(_Block):
    type: Literal["pull_quote"] = "pull_quote"


class Table(_Block):
    type: Literal["table"] = "table"
    rows: tuple[tuple[str, ...], ...]


class Figure(_Block):
    """Pictures that share a caption. `text` is caption and credit as the page shows them."""

    type: Literal["figure"] = "figure"
    images: tuple[Image, ...] = ()
    caption: str | None = None
    credit: str | None = None


class Embed(_Block):
    """Something of another site set into the story: a post, a video, a map. `text` is what it shows."""

    type: Literal["embed"] = "embed"
    url: str | None = None
    provider: str | None = None


class Preformatted(_Block):
    type: Literal["preformatted"] = "preformatted"


class Credit(_Block):
    type: Literal["credit"] = "credit"


class Update(_Block):
    """An entry of a live blog: its heading and paragraphs are `text`, `time` is when it was posted."""

    type: Literal["update"] = "update"
    time: Moment | None = None


Block = Annotated[
    Deck | Paragraph | Heading | List | Quote | PullQuote | Table | Figure | Embed | Preformatted | Credit | Update,
    Field(discriminator="type"),
]


class Chrome(Part):
    """A run of boilerplate. `text` is all its words (the heading's too), one line a block; `rule` named its kind."""

    kind: ChromeKind
    heading: str | None = None
    text: str
    links: tuple[Link, ...] = ()
    xpath: str | None = None
    rule: str = ""


class Article(Part):
    """A page, its main story apart from the site's chrome."""

    kind: PageKind = "other"
    reason: str | None = None
    title: str | None = None
    deck: str | None = None
    kicker: str | None = None
    authors: tuple[Author, ...] = ()
    published: Moment | None = None
    modified: Moment | None = None
    dateline: str | None = None
    agency: str | None = None
    credits: tuple[str, ...] = ()
    publisher: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    lead_image: Image | None = None
    images: tuple[Image, ...] = ()
    videos: tuple[Video, ...] = ()
    access: Literal["free", "metered", "locked", "unknown"] = "unknown"
    truncated: bool = False
    blocks: tuple[Block, ...] = ()
    chrome: tuple[Chrome, ...] = ()
    text_source: Literal["dom", "json_ld", "state"] = "dom"
    charset: Charset
    repairs: tuple[Repair, ...] = ()
    confidence: float = Field(default=0.0, ge=0.0, le=1.0)
    evidence: dict[str, str] = Field(default_factory=dict)
    warnings: tuple[PageWarning, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _drop_computed(cls, data: Any) -> Any:
        """`text` and `related` are written out for readers of the JSON, and derived again on the way in."""
        if isinstance(data, dict):
            return {key: value for key, value in data.items() if key not in ("text", "related")}
        return data
