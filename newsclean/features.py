"""A page as rows of numbers, one a text block, for the fitted labeller. Their names are in `NAMES`, in order.

Nothing here knows a language, a site, or what a reader would call a word: lengths, punctuation, links, the words of
class names, the shape of the containers, neighbours, and what the page's metadata says of its story.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log1p
from typing import Final

from newsclean.blocks import Block, Layout, Scope, Shape
from newsclean.clues import Clues
from newsclean.hints import hints
from newsclean.labels import Label
from newsclean.measures import Measures
from newsclean.sums import Sums

PHRASE_GROUPS: Final = (
    ("teasers", {Label.RELATED, Label.POPULAR, Label.LATEST, Label.SECTION_LIST}),
    ("share", {Label.SHARE}),
    ("offer", {Label.NEWSLETTER, Label.SUBSCRIBE}),
    ("advertisement", {Label.ADVERTISEMENT, Label.SPONSORED}),
    ("comments", {Label.COMMENTS}),
    ("author_bio", {Label.AUTHOR_BIO}),
    ("tags", {Label.TAGS}),
    ("site", {Label.NAVIGATION, Label.FOOTER, Label.BREADCRUMB, Label.CONSENT}),
    ("masthead", {Label.MASTHEAD, Label.CAPTION_FURNITURE}),
)

OWN: Final = (
    "mass", "plain_mass", "words", "link_density", "bold_share", "sentences", "commas", "quotes", "digits", "capitals",
    "ends_sentence", "ends_colon", "ends_ellipsis", "starts_lower", "starts_digit", "starts_mark", "has_furniture",
    "has_url", "lines", "lead_in", "is_link", "is_prose", "anchors", "heading_level", "in_paragraph", "in_div",
    "in_list_item", "in_cell", "in_quote", "in_caption", "in_definition", "preformatted", "control", "hidden",
    "has_time", "depth", "mass_per_sentence",
)  # fmt: skip
PHRASES: Final = (
    *(f"phrase_{name}" for name, _ in PHRASE_GROUPS), "under_teasers", "under_other", "under_distance",
)  # fmt: skip
_OF_NEIGHBOUR: Final = ("mass", "link_density", "is_prose", "heading", "same_template", "ends_sentence", "phrase")
NEIGHBOURS: Final = (
    *(f"{where}_{what}" for where in ("prev1", "prev2", "next1", "next2") for what in _OF_NEIGHBOUR),
    "prose_before5", "prose_after5", "links_before3", "links_after3", "image_before", "image_after",
    "linked_image_near",
)  # fmt: skip
PLACE: Final = (
    "position", "mass_position", "after_headline", "mass_since_headline", "prose_before", "prose_after", "has_headline",
    "page_blocks", "page_prose", "headline_above_in_container", "blocks_since_prose", "blocks_until_prose",
)  # fmt: skip
_LEVELS: Final = ("scope", "parent", "grandparent", "great_grandparent")
_OF_CONTAINER: Final = ("blocks", "mass", "link_density", "prose_share", "place_in")
CONTAINERS: Final = (
    *(f"{level}_{what}" for level in _LEVELS for what in _OF_CONTAINER),
    "in_top", "top_distance", "top_prose_share", "top_place_in", "path_prose_share", "parent_own_prose_share",
    "article_prose_share", "article_ordinal", "articles", "siblings_alike", "repeats", "in_largest_article",
)  # fmt: skip
EVIDENCE: Final = (
    "is_headline", "in_description", "description_in", "has_body", "in_body", "names_author", "body_share",
)  # fmt: skip


# Hints of the element itself, its parent and inline names; and of anything above. The others were of no use to the fit.
NEAR: Final = (
    "comments", "subscribe", "latest", "caption", "share", "ul", "paragraph", "story", "aside_box", "card", "body",
    "byline", "preformatted", "related", "popular", "newsletter", "author_bio", "tags", "advertisement", "sponsored",
    "deck", "quote", "embed", "time", "footer", "media", "meta", "correction",
)  # fmt: skip
FAR: Final = (
    "footer_tag", "comments", "form", "footer", "main_tag", "caption", "ul", "aside", "figcaption", "story", "tags",
    "sidebar", "figure", "latest", "card", "body", "related", "popular", "newsletter", "subscribe", "author_bio", "nav",
    "header", "table", "modal", "item_body", "share", "dialog", "section", "aside_box", "sr_only",
)  # fmt: skip
_NAMES: Final = (
    *OWN, *PHRASES, *NEIGHBOURS, *PLACE, *CONTAINERS, *EVIDENCE,
    *(f"near_{name}" for name in NEAR), *(f"far_{name}" for name in FAR),
)  # fmt: skip


def names() -> tuple[str, ...]:
    """The names of a row's numbers, in order."""
    return _NAMES


def rows(layout: Layout, measures: Sequence[Measures], clues: Clues, wanted: Sequence[int]) -> list[list[float]]:
    """The numbers of the blocks that `wanted` lists by index.

    Args:
        layout: the page.
        measures: of every block of the layout, in order.
        clues: what the metadata says of the story.
        wanted: indexes of text blocks.
    """
    page = _Page(layout, measures, clues)
    bits = hints().bit
    near_bits, far_bits = [bits[name] for name in NEAR], [bits[name] for name in FAR]
    made = []
    for i in wanted:
        block = layout.blocks[i]
        parent = block.scope.parent
        near = block.hints | block.scope.own | (parent.own if parent else 0)
        far = block.scope.inherited
        row = [*page.own(block), *page.phrases(i), *page.neighbours(i), *page.place(i), *page.containers(block)]
        row += page.evidence(block)
        row += [near & bit for bit in near_bits]
        row += [far & bit for bit in far_bits]
        made.append(row)
    return made


class _Page:
    """The sums and look-ups that the rows of one page share."""

    def __init__(self, layout: Layout, measures: Sequence[Measures], clues: Clues) -> None:
        self.layout, self.measures, self.clues = layout, measures, clues
        blocks = layout.blocks
        pairs = zip(measures, blocks, strict=True)
        self.prose_mass = [m.plain_mass if m.is_prose and not b.hidden else 0.0 for m, b in pairs]
        self.mass = Sums(m.mass for m in measures)
        self.link_mass = Sums(m.mass - m.plain_mass for m in measures)
        self.prose = Sums(self.prose_mass)
        self.links = Sums(float(m.is_link) for m in measures)
        self.texts = [b.index for b in blocks if b.text]
        self.rank = {i: k for k, i in enumerate(self.texts)}
        self.base_depth = self._shared_depth()
        self.repeats = Counter(b.text for b in blocks if b.text)
        self.page_prose = self.prose.total or 1.0
        self.path_prose, self.parent_prose = self._prose_by_place()
        self.top = self._top_container()
        self.articles = [s for s in layout.scopes if s.tag == "article"]
        self.article_order = self._article_order()
        self.article_of = self._articles_around()
        self.largest_article = max(self.articles, key=lambda s: self.prose.over(*layout.spans[s.index]), default=None)
        self.siblings = Counter((s.parent.index if s.parent else -1, s.signature) for s in layout.scopes)
        self.headings = self._chrome_headings()
        self.since_prose, self.until_prose = self._prose_distances()
        self.description = frozenset(clues.description.lower().split())
        self.body = "".join(clues.body.split())
        self.headline = clues.headline.lower()
        self.cache: dict[int, tuple[float, ...]] = {}

    # --- once a page ---------------------------------------------------------------------------------------

    def _shared_depth(self) -> int:
        """The depth of the innermost element around all text: wrappers around the page change nothing."""
        if not self.texts:
            return 0
        last = self.texts[-1]
        scope = self.layout.blocks[self.texts[0]].scope
        while scope.parent is not None and self.layout.spans[scope.index][1] <= last:
            scope = scope.parent
        return scope.depth

    def _prose_by_place(self) -> tuple[dict[str, float], dict[int, float]]:
        by_path: dict[str, float] = defaultdict(float)
        by_parent: dict[int, float] = defaultdict(float)
        for block, prose in zip(self.layout.blocks, self.prose_mass, strict=True):
            if prose:
                by_path[_path(block.scope)] += prose
                by_parent[_holder(block.scope)] += prose
        return by_path, by_parent

    def _top_container(self) -> Scope | None:
        """The container that holds the most prose near its surface: each level further up counts half."""
        scores: dict[int, float] = defaultdict(float)
        for block, prose in zip(self.layout.blocks, self.prose_mass, strict=True):
            scope, weight = block.scope.parent, 1.0
            if prose and block.scope.tag != "p" and block.scope.tag != "li":
                scope = block.scope
            for _ in range(4):
                if not prose or scope is None:
                    break
                scores[scope.index] += prose * weight
                scope, weight = scope.parent, weight * 0.5
        if not scores:
            return None
        return self.layout.scopes[max(scores, key=lambda i: (scores[i], -i))]

    def _article_order(self) -> dict[int, int]:
        order: dict[int, int] = {}
        for scope in self.articles:
            if self.prose.over(*self.layout.spans[scope.index]) > 200:
                order[scope.index] = len(order) + 1
        return order

    def _articles_around(self) -> list[Scope | None]:
        """For each scope the nearest `<article>`; parents come before their children."""
        around: list[Scope | None] = []
        for scope in self.layout.scopes:
            above = around[scope.parent.index] if scope.parent is not None else None
            around.append(scope if scope.tag == "article" else above)
        return around

    def _chrome_headings(self) -> list[tuple[int, bool]]:
        """For each block its box heading, the last above it in its container: index or -1, and whether of teasers."""
        found: list[tuple[int, bool]] = []
        current, end, teasers = -1, 0, False
        spans = self.layout.spans
        for block, measure in zip(self.layout.blocks, self.measures, strict=True):
            if block.index >= end:
                current = -1
            if measure.whole is not None:
                scope = block.scope.parent or block.scope
                if spans[scope.index][1] <= block.index + 1 and scope.parent is not None:
                    scope = scope.parent
                current, end = block.index, spans[scope.index][1]
                teasers = measure.whole in PHRASE_GROUPS[0][1]
            found.append((current, teasers))
        return found

    def _prose_distances(self) -> tuple[dict[int, int], dict[int, int]]:
        since: dict[int, int] = {}
        until: dict[int, int] = {}
        for order, distances in ((self.texts, since), (self.texts[::-1], until)):
            last = None
            for step, i in enumerate(order):
                distances[i] = min(step - last, 60) if last is not None else 60
                if self.prose_mass[i]:
                    last = step
        return since, until

    # --- once a block --------------------------------------------------------------------------------------

    def own(self, block: Block) -> list[float]:
        m = self.measures[block.index]
        shape, tag = block.shape, block.scope.tag
        return [
            m.mass, m.plain_mass, m.words, m.link_density, m.bold_share, m.sentences, m.commas, m.quotes, m.digits,
            m.capitals, m.ends_sentence, m.ends_colon, m.ends_ellipsis, m.starts_lower, m.starts_digit, m.starts_mark,
            m.has_furniture, m.has_url, m.lines, m.lead_in, m.is_link, m.is_prose, len(block.anchors), block.level,
            tag == "p", tag == "div", shape is Shape.LIST_ITEM, shape is Shape.CELL, shape is Shape.QUOTE,
            shape is Shape.CAPTION, shape in (Shape.TERM, Shape.DEFINITION), shape is Shape.PREFORMATTED,
            shape is Shape.CONTROL, block.hidden, block.time is not None, block.scope.depth - self.base_depth,
            m.mass / (m.sentences or 1),
        ]  # fmt: skip

    def phrases(self, i: int) -> list[float]:
        m = self.measures[i]
        heading, teasers = self.headings[i]
        known = {m.whole, m.starts}
        numbers: list[float] = [not known.isdisjoint(labels) for _, labels in PHRASE_GROUPS]
        distance = i - heading if heading >= 0 else -1
        return [*numbers, heading >= 0 and teasers, heading >= 0 and not teasers, distance]

    def neighbours(self, i: int) -> list[float]:
        rank = self.rank[i]
        texts, measures, blocks = self.texts, self.measures, self.layout.blocks
        signature = blocks[i].scope.signature
        numbers: list[float] = []
        for step in (-1, -2, 1, 2):
            at = rank + step
            if not 0 <= at < len(texts):
                numbers += (-1, -1, -1, -1, -1, -1, -1)
                continue
            j = texts[at]
            m, other = measures[j], blocks[j]
            numbers += (
                m.mass, m.link_density, m.is_prose, other.level, other.scope.signature == signature, m.ends_sentence,
                m.whole is not None or m.starts is not None,
            )  # fmt: skip
        before, after = blocks[i - 1] if i else None, blocks[i + 1] if i + 1 < len(blocks) else None
        images = [b for b in (before, after) if b is not None and b.media is not None]
        return [
            *numbers, self.prose.near(i - 5, i), self.prose.near(i + 1, i + 6), self.links.near(i - 3, i),
            self.links.near(i + 1, i + 4), before in images if before else 0, after in images if after else 0,
            any(b.anchors for b in images),
        ]  # fmt: skip

    def place(self, i: int) -> list[float]:
        headline = self.clues.headline_block
        known = headline is not None
        at = headline if headline is not None else 0
        above = False
        if known:
            holder = self.layout.blocks[i].scope
            for _ in range(4):
                first, end = self.layout.spans[holder.index]
                if first <= at < end:
                    above = True
                    break
                if holder.parent is None:
                    break
                holder = holder.parent
        return [
            self.rank[i] / len(self.texts), self.mass.over(0, i) / (self.mass.total or 1.0), i - at,
            self.mass.over(at, i) if i >= at else -self.mass.over(i, at), self.prose.over(0, i),
            self.prose.over(i + 1, len(self.layout.blocks)), known, len(self.texts), self.page_prose, above,
            self.since_prose[i], self.until_prose[i],
        ]  # fmt: skip

    def _container(self, scope: Scope | None) -> tuple[float, ...]:
        if scope is None:
            return (-1, -1, -1, -1)
        cached = self.cache.get(scope.index)
        if cached is None:
            first, end = self.layout.spans[scope.index]
            mass = self.mass.over(first, end)
            cached = self.cache[scope.index] = (
                end - first, log1p(mass), self.link_mass.over(first, end) / (mass or 1.0),
                self.prose.over(first, end) / self.page_prose,
            )  # fmt: skip
        return cached

    def containers(self, block: Block) -> list[float]:
        spans, scope = self.layout.spans, block.scope
        numbers: list[float] = []
        level: Scope | None = scope
        for _ in range(4):
            numbers += self._container(level)
            if level is None:
                numbers.append(-1)
                continue
            first, end = spans[level.index]
            numbers.append((block.index - first) / (end - first))
            level = level.parent
        numbers += self._top_numbers(block)
        article = self.article_of[scope.index]
        share = self.prose.over(*spans[article.index]) / self.page_prose if article else -1
        same = self.siblings[(scope.parent.index if scope.parent else -1, scope.signature)]
        return [
            *numbers, self.path_prose.get(_path(scope), 0.0) / self.page_prose,
            self.parent_prose.get(_holder(scope), 0.0) / self.page_prose, share,
            self.article_order.get(article.index, 0) if article else -1, len(self.articles), same,
            self.repeats[block.text], article is not None and article is self.largest_article,
        ]  # fmt: skip

    def _top_numbers(self, block: Block) -> tuple[float, float, float, float]:
        top = self.top
        if top is None:
            return (0, -1, 0, -1)
        first, end = self.layout.spans[top.index]
        inside = first <= block.index < end
        return (
            inside, block.scope.depth - top.depth if inside else -1,
            self.prose.over(first, end) / self.page_prose, (block.index - first) / max(1, end - first),
        )  # fmt: skip

    def evidence(self, block: Block) -> list[float]:
        clues, text = self.clues, block.text
        lower = text.lower() if len(text) < 2000 else ""
        words = frozenset(lower.split()) if self.description and lower else frozenset()
        shared = len(words & self.description)
        in_body = 0.0
        if self.body and len(text) > 3:
            head = "".join(text[:120].split())[:60]
            in_body = float(head in self.body)
        names = len(text) < 700 and any(name in text for name in clues.authors)
        return [
            bool(lower) and lower == self.headline, shared / (len(words) or 1),
            shared / (len(self.description) or 1), bool(self.body), in_body, names,
            len(self.body) / self.page_prose,
        ]  # fmt: skip


def _path(scope: Scope) -> str:
    """The template that made the scope: its tag under its parent's tag and classes."""
    return f"{scope.parent.signature if scope.parent else ''}/{scope.tag}"


def _holder(scope: Scope) -> int:
    """The container a paragraph lies in: a `<p>` lies in its parent, bare text in its own element."""
    return scope.parent.index if scope.parent is not None and scope.tag in ("p", "li") else scope.index
