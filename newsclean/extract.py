"""The whole journey of a page, one call a stage. Alone knows every stage."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from newsclean import scoring, second_opinion
from newsclean.addresses import base_of, resolver
from newsclean.arguments import checked_options, checked_text, checked_url
from newsclean.article import Article, PageWarning
from newsclean.article_odds import doubt
from newsclean.blocks import Scope
from newsclean.chrome import chrome_sections
from newsclean.compose import NO_STORY, Pieces, compose
from newsclean.confidence import page_confidence
from newsclean.elsewhere import story_elsewhere
from newsclean.labelling import Labelled, certainties, label
from newsclean.labels import Verdict
from newsclean.limits import Limits, out_of_time
from newsclean.metadata import completed, resolve
from newsclean.mojibake import as_it_is
from newsclean.options import Options
from newsclean.page_kind import page_kind, require_story
from newsclean.reading import Reading, read
from newsclean.responses import delivered
from newsclean.site_knowledge import checked, in_known_paths, named_by_site, repeated
from newsclean.site_links import forms_of_page
from newsclean.site_model import SiteModel
from newsclean.story import Surroundings, story_parts
from newsclean.tree import Paths

IN_DOUBT = 0.4  # confidence under which readability is asked: 5 of 100 news pages measured
TRUST = 0.5  # weight of its vote


def extract(
    html: str | bytes | Any,
    *,
    url: str | None = None,
    content_type: str | None = None,
    options: Options | None = None,
    site: SiteModel | None = None,
) -> Article:
    """The story of a page, apart from the site's chrome.

    Args:
        html: the page as bytes (best: the charset is found out), as str, as an lxml element, which stays as it is, or
            as the response of requests, httpx or Scrapy, whose URL and content type are then known.
        url: where the page came from; nothing is fetched. Makes links absolute and helps to date the page.
        content_type: the HTTP header of that name.
        options: see `Options`.
        site: what the site repeats, counted on other pages of it; frozen.

    Returns:
        An Article for any `str` or `bytes`; one without a story has a `reason`.

    Raises:
        WrongInput: `html` is of another type, `url` or `content_type` no str, or `site` no frozen SiteModel.
        BadOptions: `options` is no `Options`, or holds a value that an option does not take.
        NotAnArticle: the Article would have a `reason` or no blocks, and `options.strict` is set.

    >>> page = "<h1>Ferry is late</h1><p>The morning ferry to Norholm left an hour late on Monday, its crew said. " * 2
    >>> extract(page).title
    'Ferry is late'
    """
    return journey(html, url, content_type, options, site).article


class Journey(NamedTuple):
    """All that was found out about a page on its way: for those who want to know why."""

    reading: Reading
    labelled: Labelled
    verdicts: tuple[Verdict, ...]  # those the Article is made of: others than `labelled` has, where that was no story
    article: Article


def journey(
    html: Any, url: str | None, content_type: str | None, options: Options | None, site: SiteModel | None
) -> Journey:
    """What `extract` does, with the steps on the way."""
    chosen = checked_options(options)
    limits = Limits.of(chosen)
    html, url, content_type = delivered(html, url, content_type)
    address, of_url = checked_url(url)
    model = checked(site)
    reading = read(html, checked_text("content_type", content_type), repair=chosen.repair, limits=limits)
    labelled, confidence, warnings = _judged(reading, chosen, limits, model, address)
    reading = reading._replace(warnings=(*reading.warnings, *of_url, *warnings))
    article, verdicts = _composed(reading, labelled, confidence, address, chosen)
    if site is not None:
        article = named_by_site(site, article, reading.declared.title)
    if chosen.strict:
        require_story(article)
    return Journey(reading, labelled, verdicts, article)


def _judged(
    reading: Reading, options: Options, limits: Limits, site: SiteModel | None, url: str | None
) -> tuple[Labelled, float, tuple[PageWarning, ...]]:
    """The labels of all blocks, with a second opinion where the first is in doubt."""
    page = reading.layout, reading.measures, reading.clues
    known = certainties(*page)
    scores = scoring.score(*page, settled=known.verdicts, limits=limits)
    if site is not None:
        forms = forms_of_page(reading.declared, url)
        of_site = repeated(site, reading.layout.blocks, reading.measures, scores, forms)
        known = known._replace(verdicts={**known.verdicts, **of_site})
        scores = in_known_paths(site, reading.layout, {i: p for i, p in scores.items() if i not in of_site})
    labelled = label(known, scores, options.mode)
    confidence = page_confidence(scores, reading.measures, labelled.view.story)
    if limits.over():
        return labelled, confidence, (out_of_time("not all blocks have a score, and none a second opinion"),)
    if options.second_opinion and scores and confidence < IN_DOUBT:
        declined = second_opinion.declined(reading.root, reading.layout)
        if declined is not None:
            return labelled, confidence, (declined,)
        kept = second_opinion.ask(reading.root, reading.layout)
        if second_opinion.agrees(kept, labelled.view.story, reading.layout, reading.measures):
            scores = {i: (1 - TRUST) * score + TRUST * (i in kept) for i, score in scores.items()}
            labelled = label(known, scores, options.mode)
    return labelled, confidence, ()


def _composed(
    reading: Reading, labelled: Labelled, confidence: float, url: str | None, options: Options
) -> tuple[Article, tuple[Verdict, ...]]:
    layout, verdicts = reading.layout, labelled.verdicts
    mend = reading.mender.mend_other if options.repair else as_it_is
    metadata = resolve(reading.declared, layout, tuple(v.label for v in verdicts), reading.headline, url)
    if options.structured_fallback:
        metadata = completed(metadata, reading.declared, reading.root, mend)
    paths = Paths()
    base = base_of(reading.declared.base, url or metadata.url)
    surroundings = Surroundings(resolver(base), partial(_path_of, paths))
    blocks = story_parts(layout, verdicts, surroundings)
    doubts = doubt(reading.declared, metadata, layout, verdicts, reading.measures, confidence)
    kind, reason = page_kind(reading.declared, layout, verdicts, reading.measures, metadata.title, doubts)
    found = None
    if options.structured_fallback and kind != "error":
        shown = "\n\n".join(block.text for block in blocks if block.type != "figure")
        found = story_elsewhere(reading.root, reading.declared, shown, metadata.title, mend)
    if found is not None or kind in NO_STORY:
        # what was taken for story is none: name it again, as part of the site around one
        verdicts = label(labelled.known, {}, options.mode).verdicts
        blocks = ()
    article = compose(
        Pieces(
            kind=kind,
            reason=reason,
            blocks=blocks,
            chrome=chrome_sections(layout, verdicts, surroundings),
            elsewhere=found,
            metadata=metadata,
            confidence=confidence,
            reading=reading,
            paths=paths,
        )
    )
    return article, verdicts


def _path_of(paths: Paths, scope: Scope) -> str:
    return paths(scope.element)
