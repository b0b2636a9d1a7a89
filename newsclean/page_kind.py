"""What kind of page this is, told from its schema, its structure and its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from newsclean.article import Article, PageKind
from newsclean.blocks import Layout, container_of
from newsclean.errors import NotAnArticle
from newsclean.labels import Label, Verdict
from newsclean.measures import HEADLINE_MASS, Measures
from newsclean.metadata.declared import Declared
from newsclean.metadata.sources import sources
from newsclean.story import story_of
from newsclean.updates import live_entries, timed_families, under_clocks
from newsclean.vocabulary import fold, languages

SHORTEST_STORY = 90  # mass; a brief has about 200, a teaser less than this
LISTING_LINKS = 12  # headline-like links that make a page without a story a listing
TEASER_BLOCKS = 8  # blocks of a teaser: picture, kicker, headline, sentence, author, time
TEASER_SHARE = 0.6  # of the mass taken for story
LARGEST_TEASER = 300  # mass of a teaser
LARGEST_SHARE = 0.3  # of the mass taken for story: longer ones are teasers, too, where they are many
GALLERY_PICTURES = 4
LONGEST_BESIDE_VIDEO = 600  # mass of a story that a page of a video may show besides
LARGEST_GALLERY = 2_000  # mass beside the pictures of a page that does not declare itself a gallery
MASS_A_PICTURE = 80  # mass beside the captions; illustrated recipes and guides have more
SHORTEST_MESSAGE = 12  # characters that say what went wrong, elsewhere than in a heading


def page_kind(
    declared: Declared,
    layout: Layout,
    verdicts: Sequence[Verdict],
    measures: Sequence[Measures],
    title: str | None,
    doubt: str | None = None,
) -> tuple[PageKind, str | None]:
    """The kind, and the reason where the page holds no story.

    `doubt` says why a page with a run of prose is rather no article, where anything does: see `article_odds`.
    """
    main, deck = Label.MAIN, Label.DECK
    mass = sum([m.plain_mass for m, v in zip(measures, verdicts, strict=True) if v.label is main or v.label is deck])
    types = frozenset().union(*(node.types for node in declared.articles), *(node.types for node in declared.pages))
    error = error_reason(layout, title, mass, first=min(story_of(verdicts), default=len(layout.blocks)))
    if error is not None:
        return "error", error
    links = sum([m.is_link and m.mass > HEADLINE_MASS for m in measures])
    dated = declared.articles or any(declared.from_meta("published"))
    if links >= LISTING_LINKS and not dated and _are_teasers(layout, verdicts, measures):
        return "listing", f"only teasers among {links} headlines"
    if mass >= SHORTEST_STORY:
        purpose = declared_purpose(declared) or doubt
        return ("other", purpose) if purpose else (_story_kind(types, layout, verdicts, mass), None)
    if links >= LISTING_LINKS:
        return "listing", f"no story among {links} headlines"
    if "videoobject" in types:
        return "video", "a video without a story"
    if not any(block.text for block in layout.blocks):
        return "other", "the page shows no text"
    return "other", "no run of prose that reads like a story"


def require_story(article: Article) -> None:
    """Raise `NotAnArticle` where the Article says that it is none, whatever words it was left with."""
    if article.reason is not None or not article.blocks:
        raise NotAnArticle(article.reason or "no run of prose that reads like a story")


def declared_purpose(declared: Declared) -> str | None:
    """What a page declares itself to be that is no story: a shop's, a forum's; None where it declares an article too.

    Measured on 960 pages: told so are 30 of shops and forums, and no article.
    """
    known = sources()
    og_types = declared.meta.get("og:type", ())
    own = {kind for node in declared.nodes if node.path in ("", "mainEntity") for kind in node.types}
    own |= {item.type for item in declared.microdata}
    if own & (known.article_types - known.discussion) or any(kind.lower() == "article" for kind in og_types):
        return None
    if own & known.discussion:
        return "a discussion"
    if own & known.goods or any("product" in kind.lower() for kind in og_types):
        return "goods for sale"
    return None


def _are_teasers(layout: Layout, verdicts: Sequence[Verdict], measures: Sequence[Measures]) -> bool:
    """Whether most of what was taken for story stands in small containers with a headline that links elsewhere.

    "Twenty cars to buy", each with a link to its shop, looks like that too: callers ask for other evidence.
    """
    taken = [i for i, verdict in enumerate(verdicts) if verdict.label in (Label.MAIN, Label.DECK)]
    by_container: dict[int, float] = defaultdict(float)
    teasers = 0.0
    for i in taken:
        by_container[container_of(layout.blocks[i].scope)] += measures[i].plain_mass
        teasers += measures[i].plain_mass * _is_teaser(layout, measures, i)
    mass = sum(by_container.values())
    longest = max(by_container.values(), default=0.0)
    return teasers >= TEASER_SHARE * mass and longest <= max(LARGEST_TEASER, LARGEST_SHARE * mass)


def _is_teaser(layout: Layout, measures: Sequence[Measures], index: int) -> bool:
    scope = layout.blocks[index].scope
    for _ in range(4):
        first, end = layout.spans[scope.index]
        if end - first > TEASER_BLOCKS or scope.parent is None:
            return False
        if any(measures[i].is_link and measures[i].mass > HEADLINE_MASS for i in range(first, end)):
            return True
        scope = scope.parent
    return False


def _story_kind(types: frozenset[str], layout: Layout, verdicts: Sequence[Verdict], mass: float) -> PageKind:
    story = story_of(verdicts)
    if "liveblogposting" in types or live_entries(timed_families(layout), story) or under_clocks(layout, story):
        return "live_blog"
    pictures = sum(
        v.label is Label.MEDIA and b.shape.value == "image" for b, v in zip(layout.blocks, verdicts, strict=True)
    )
    if types & {"imagegallery", "mediagallery"} or (
        pictures >= GALLERY_PICTURES and mass < min(LARGEST_GALLERY, MASS_A_PICTURE * pictures)
    ):
        return "gallery"
    written = sources().article_types - sources().discussion - sources().shown
    if "videoobject" in types and not types & written and mass < LONGEST_BESIDE_VIDEO:
        return "video"
    return "article"


def error_reason(layout: Layout, title: str | None, mass: float, first: int) -> str | None:
    """Why the page is an error message or a wall against robots; None where it is neither.

    Only a headline above the first block of the story, or the words of a page with little text, count: stories are
    written about "404", too, and templates hold a message about old browsers.
    """
    if mass > 1_200:
        return None
    shown = [block.text for block in layout.blocks if block.text and not block.hidden and len(block.text) < 200]
    heads = [title or "", *(b.text for b in layout.blocks[:first] if b.level == 1)]
    if len(shown) < 12:
        heads += [text for text in shown if len(text) >= SHORTEST_MESSAGE]  # "Loading…" is what an app shows at first
    for text in heads:
        folded = fold(text)
        for phrase, what in _messages().get(folded[:2], ()):
            if _says(folded, phrase):
                return f"{what}: {text[:80]}"
    return None


@cache
def _messages() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """What error pages and walls say, in all languages, by the first two letters; walls first."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for language in languages().values():
        for phrase in language.status.bot:
            found[phrase[:2]] = ((phrase, "a wall against robots"), *found.get(phrase[:2], ()))
        for phrase in language.status.error:
            found[phrase[:2]] = (*found.get(phrase[:2], ()), (phrase, "an error page"))
    return MappingProxyType(found)


def _says(folded: str, phrase: str) -> bool:
    return folded == phrase or (len(phrase) > 8 and folded.startswith(phrase) and len(folded) < 2.5 * len(phrase))
