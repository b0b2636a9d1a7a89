"""The whole journey of a flattened text, one call a stage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsclean import article as parts
from newsclean.arguments import checked_options, checked_text, checked_url
from newsclean.article import Article
from newsclean.compose import repairs_of, values_of
from newsclean.labels import Label, Verdict
from newsclean.limits import Limits
from newsclean.metadata import Declared, Headline, resolve
from newsclean.options import Options
from newsclean.page_kind import page_kind, require_story
from newsclean.plaintext.assembly import chrome_runs, story_blocks
from newsclean.plaintext.line_labelling import LabelledText, label_lines
from newsclean.plaintext.text_reading import TextReading, as_layout, read_text
from newsclean.site_knowledge import checked, named_by_site
from newsclean.site_model import SiteModel

AROUND = 40  # lines above headline and story, and below them, that may hold byline and date


def clean_text(
    text: str | bytes,
    *,
    url: str | None = None,
    language: str | None = None,
    options: Options | None = None,
    site: SiteModel | None = None,
) -> Article:
    """The story in a text that somebody flattened from a page, apart from the site's chrome.

    Args:
        text: lines of a page, as text corpora hold them; wrapped paragraphs are joined. Of bytes the charset is found.
        url: where the page came from; nothing is fetched. Helps to date the story.
        language: BCP 47; tells 03/04 from 04/03. Without it, only the script says something of the language.
        options: `mode`, `strict`, `repair` and the limits of `Options`; the others are about HTML.
        site: what the site repeats, counted on other pages of it; frozen.

    Returns:
        An Article whose blocks and chrome have `span`, offsets into the text as it was given (of bytes: as decoded).

    Raises:
        WrongInput: `text` is neither str nor bytes, `url` or `language` no str, or `site` no frozen SiteModel.
        BadOptions: `options` is no `Options`, or holds a value that an option does not take.
        NotAnArticle: the Article would have a `reason` or no blocks, and `options.strict` is set.

    >>> story = "The morning ferry to Norholm left an hour late on Monday, its crew said, because of the fog. " * 3
    >>> above, below = "Home\\nSport\\nFerry is late again\\n\\n", "\\n\\nShare this\\nFacebook"
    >>> article = clean_text(f"{above}NORHOLM (Reuters) - {story}{below}")
    >>> article.title, article.dateline, [part.kind for part in article.chrome]
    ('Ferry is late again', 'NORHOLM', ['navigation', 'masthead', 'share'])
    """
    chosen = checked_options(options)
    limits = Limits.of(chosen)
    address, warnings = checked_url(url)
    language = checked_text("language", language)
    text, cut = limits.cut(text)
    reading = read_text(text, repair=chosen.repair, limits=limits)
    reading = reading._replace(warnings=(*reading.warnings, *cut, *warnings))
    labelled = label_lines(reading.lines, reading.measures, chosen.mode, checked(site))
    article = _composed(reading, labelled, address, language)
    if site is not None:
        article = named_by_site(site, article)
    if chosen.strict:
        require_story(article)
    return article


def _composed(reading: TextReading, labelled: LabelledText, url: str | None, language: str | None) -> Article:
    verdicts, at = labelled.verdicts, labelled.headline
    declared = Declared(language=language)
    first, end = _around_story(verdicts, at)
    layout, near = as_layout(reading.lines[first:end]), verdicts[first:end]
    headline = Headline(reading.lines[at].text, "text:line", at - first) if at is not None else None
    metadata = resolve(declared, layout, tuple([verdict.label for verdict in near]), headline, url)
    blocks = story_blocks(reading.lines, verdicts)
    kind, reason = page_kind(declared, layout, near, reading.measures[first:end], metadata.title)
    no_text = next((warning.detail for warning in reading.warnings if warning.code == "not_text"), None)
    if no_text is not None:
        kind, reason = "other", no_text
    return Article(
        **values_of(metadata),
        kind=kind,
        reason=reason,
        blocks=blocks,
        chrome=chrome_runs(reading.lines, verdicts),
        credits=tuple(block.text for block in blocks if isinstance(block, parts.Credit)),
        text_source="text",
        charset=reading.charset,
        repairs=repairs_of(reading.mender, _placed),
        confidence=labelled.confidence if blocks else 0.0,
        warnings=(*reading.warnings, *metadata.warnings),
    )


def _around_story(verdicts: Sequence[Verdict], headline: int | None) -> tuple[int, int]:
    """The lines among which byline and date stand: those of the story and some on either side; all without a story."""
    story = [i for i, verdict in enumerate(verdicts) if verdict.label is Label.MAIN]
    if not story:
        return 0, len(verdicts)
    start = story[0] if headline is None else min(headline, story[0])
    return max(0, start - AROUND), story[-1] + 1 + AROUND


def _placed(where: object) -> dict[str, Any]:
    return {"at": (where,) if isinstance(where, int) else ()}
