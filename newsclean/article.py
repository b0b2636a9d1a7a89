"""The Article and its parts: frozen pydantic models, the only pydantic in the data flow."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    computed_field,
    model_serializer,
    model_validator,
)

from newsclean.read_only import ReadOnlyDict

PageKind = Literal["article", "live_blog", "gallery", "video", "listing", "other", "error"]
ChromeKind = Literal[
    "navigation", "breadcrumb", "masthead", "related", "popular", "latest", "section_list", "share", "newsletter",
    "subscribe", "advertisement", "sponsored", "consent", "comments", "author_bio", "tags", "caption_furniture",
    "footer", "other",
]  # fmt: skip

DERIVED = ("text", "related")


def _day_without_time(value: Any) -> Any:
    """Keep "2024-12-19" a date: left alone, pydantic reads it as midnight, a time that no page gave."""
    return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else value


Moment = Annotated[datetime | date, BeforeValidator(_day_without_time)]


Evidence = Annotated[Mapping[str, str], AfterValidator(ReadOnlyDict)]
"""The source of each field that has a value."""


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
    """A film of the story. `provider` is the site that plays it, where that is another one."""

    url: str | None
    caption: str | None = None
    provider: str | None = None


class Link(Part):
    """A link of the chrome; `kind` is that of the section that holds it, or "tags" for topics over its headlines."""

    text: str
    url: str
    kind: ChromeKind


class Charset(Part):
    """The encoding the bytes were read with, and the step that decided it (see `newsclean.decoding`)."""

    name: str
    decided_by: str


class Repair(Part):
    """One mojibake repair: `before` became `after`, having been misread through `codec`, `count` times.

    `tier` is what decided: "line" (of all encodings this one makes the likeliest text), "sign" (three characters that
    are a sign and nothing else), "word" (one word by itself), "page" (other words of the page), "reference" (a
    character reference that was escaped twice) or "control" (controls and other characters that no author writes).
    `xpath` is the first place in a page, None in its metadata; `at` are the places in a text given to `repair`, where
    `after` starts; for a flattened text, the place of the first line that was repaired so.
    """

    before: str
    after: str
    codec: str
    tier: str = "line"
    count: int = 1
    xpath: str | None = None
    at: tuple[int, ...] = ()


class PageWarning(Part):
    """Something that went wrong and was survived. `code` is stable; `detail` is for people."""

    code: str
    detail: str


class _Placed(Part):
    """A part of a page has `xpath`; one of a flattened text `span`, offsets of its first character and past its last.

    `span` is written out only where it is known.
    """

    @model_serializer(mode="wrap")
    def _without_unknown_span(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        written: dict[str, Any] = serialize(self)
        if written.get("span", ()) is None:
            del written["span"]
        return written


class _Block(_Placed):
    text: str
    xpath: str | None = None
    span: tuple[int, int] | None = None


class Deck(_Block):
    """The standfirst: the sentence or two between headline and story."""

    type: Literal["deck"] = "deck"


class Paragraph(_Block):
    """A paragraph. `text` has "\\n" where the page breaks a line inside it."""

    type: Literal["paragraph"] = "paragraph"


class Heading(_Block):
    """A sub-heading of the story, at the level the page gives it."""

    type: Literal["heading"] = "heading"
    level: int = Field(ge=1, le=6)


class List(_Block):
    """A list; `text` is its items, a line each."""

    type: Literal["list"] = "list"
    items: tuple[str, ...]
    ordered: bool = False


class Quote(_Block):
    """Words that the story quotes as a block of their own."""

    type: Literal["quote"] = "quote"


class PullQuote(_Block):
    """A sentence of the story set large as decoration."""

    type: Literal["pull_quote"] = "pull_quote"


class Table(_Block):
    """A table of the story: rows of cells, not all rows equally long."""

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
    """Text whose spaces and line breaks count."""

    type: Literal["preformatted"] = "preformatted"


class Credit(_Block):
    """Who made the story: "(Reporting by …; Editing by …)"."""

    type: Literal["credit"] = "credit"


class Update(_Block):
    """An entry of a live blog: its heading and paragraphs are `text`, `time` is when it was posted."""

    type: Literal["update"] = "update"
    time: Moment | None = None


Block = Annotated[
    Deck | Paragraph | Heading | List | Quote | PullQuote | Table | Figure | Embed | Preformatted | Credit | Update,
    Field(discriminator="type"),
]


class Chrome(_Placed):
    """A run of boilerplate. `text` is all its words (the heading's too), one line a block; `rule` named its kind."""

    kind: ChromeKind
    heading: str | None = None
    text: str
    links: tuple[Link, ...] = ()
    xpath: str | None = None
    span: tuple[int, int] | None = None
    rule: str = ""


class Article(Part):
    """A page, its main story apart from the site's chrome.

    True where there is a story text, and `str()` gives that text. Equality looks at the fields alone.

    >>> article = Article(title="Bridge reopens", blocks=[Paragraph(text="The bridge is open.")],
    ...                   charset=Charset(name="utf-8", decided_by="str"))
    >>> str(article), bool(article)
    ('The bridge is open.', True)
    >>> Article.model_validate_json(article.model_dump_json()) == article
    True
    """

    kind: PageKind = "other"
    """What the page is: a story, or else a front page, an error page and so on."""
    reason: str | None = None
    """Why the page holds no story, if it holds none: look here before using the text."""
    title: str | None = None
    """The headline, without the name of the site."""
    deck: str | None = None
    """The standfirst: the sentence or two between headline and story."""
    kicker: str | None = None
    """The short label over the headline."""
    authors: tuple[Author, ...] = ()
    """One entry a person; never "By", a time or a job."""
    published: Moment | None = None
    """When the story was first published: aware, in the page's own zone; a date where the page gives no time."""
    modified: Moment | None = None
    """When it was last changed; as `published`."""
    dateline: str | None = None
    """The place the story is told from, as printed: "PORT ELM"."""
    agency: str | None = None
    """The wire service it is from: "Reuters"."""
    credits: tuple[str, ...] = ()
    """Credit lines as printed: "(Reporting by …; Editing by …)"."""
    publisher: str | None = None
    """The name of the site."""
    section: str | None = None
    """The section of the site: "Business"."""
    tags: tuple[str, ...] = ()
    """The topics that the page names, in its order."""
    language: str | None = None
    """BCP 47 tag: "en", "pt-BR"."""
    url: str | None = None
    """The canonical URL, or the one given."""
    lead_image: Image | None = None
    """The picture that stands for the story."""
    images: tuple[Image, ...] = ()
    """The pictures within the story."""
    videos: tuple[Video, ...] = ()
    """The films within the story."""
    access: Literal["free", "metered", "locked", "unknown"] = "unknown"
    """What the publisher asks of readers."""
    truncated: bool = False
    """Whether the story is cut off on this page: by a paywall, "continue reading", page 1 of several."""
    blocks: tuple[Block, ...] = ()
    """The main story, in the order of the page."""
    chrome: tuple[Chrome, ...] = ()
    """Everything else that the page shows, in its order."""
    text_source: Literal["dom", "json_ld", "state", "text"] = "dom"
    """Where the story was found: on the page shown, in its JSON-LD or state JSON, or in a flattened text."""
    charset: Charset
    """How the bytes were read."""
    repairs: tuple[Repair, ...] = ()
    """Every mojibake repair."""
    confidence: float = Field(default=0.0, ge=0.0, le=1.0)
    """How sure the story is to be right, calibrated: see docs/benchmarks.md; 0.5 where `text_source` is `json_ld` or
    `state`.
    """
    evidence: Evidence = Field(default_factory=ReadOnlyDict)
    """The source of each metadata field that has a value: `"meta:og:site_name"`."""
    warnings: tuple[PageWarning, ...] = ()
    """What went wrong and was survived."""

    @computed_field  # type: ignore[prop-decorator]  # mypy takes no decorator above a property
    @cached_property
    def text(self) -> str:
        """The story for NLP, a blank line between blocks; see `to_text`."""
        return self.to_text()

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def related(self) -> tuple[Link, ...]:
        """The links to other stories, each URL once: first place on the page, longest of its texts.

        They are the links of related, popular and latest chrome. A fragment does not make another page: `/story` and
        `/story#comments` are one URL here.
        """
        found: dict[str, Link] = {}
        for part in self.chrome:
            for link in part.links:
                if link.kind not in ("related", "popular", "latest"):
                    continue
                page = link.url.partition("#")[0] or link.url
                known = found.setdefault(page, link)
                if len(link.text) > len(known.text):
                    found[page] = known.model_copy(update={"text": link.text})
        return tuple(found.values())

    def to_text(self, include: Collection[str] = ()) -> str:
        """Return the story as plain text, a blank line between blocks.

        It holds the deck where the page shows one, paragraphs, headings, list items, quotes, tables, preformatted text
        and live-blog updates, and a pull quote where its words stand nowhere else. `include` adds any of "title",
        "captions" (with their picture credits) and "credits" (credit lines); another name raises `BadOptions`.
        """
        from newsclean.rendering.text import to_text

        return to_text(self, include)

    def to_markdown(self) -> str:
        """Return title and story as GitHub Flavored Markdown, with headings, lists, tables, pictures and embeds."""
        from newsclean.rendering.markdown import to_markdown

        return to_markdown(self)

    def to_html(self) -> str:
        """Return title and story as one clean `<article>`: escaped, and with http, https and relative URLs only."""
        from newsclean.rendering.html import to_html

        return to_html(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the whole Article as plain JSON types: dates as ISO 8601 strings, tuples as lists."""
        return self.model_dump(mode="json")

    def to_json(self, indent: int | None = None) -> str:
        """Return the whole Article as JSON, on one line unless `indent` is given; `model_validate_json` reads it."""
        return self.model_dump_json(indent=indent)

    def to_zyte(self) -> dict[str, Any]:
        """Return the Article in the field names of Zyte's extraction: headline, datePublished, articleBody …"""
        from newsclean.rendering.zyte import to_zyte

        return to_zyte(self)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy, as in pydantic; what derives from the fields is derived again."""
        copied = super().model_copy(update=update, deep=deep)
        for name in DERIVED:
            copied.__dict__.pop(name, None)
        return copied

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    def __hash__(self) -> int:
        # Not the hash pydantic would make of all fields: `evidence` is a dict. Equal Articles agree in these.
        return hash((self.title, self.url, self.published, self.blocks))

    @model_validator(mode="before")
    @classmethod
    def _drop_derived(cls, data: Any) -> Any:
        """`text` and `related` are written out for readers of the JSON, and derived again on the way in."""
        if isinstance(data, dict):
            return {key: value for key, value in data.items() if key not in DERIVED}
        return data
