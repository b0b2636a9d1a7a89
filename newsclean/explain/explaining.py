"""`explain`: the journey of a page once more, with all that was decided on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newsclean.arguments import checked_options
from newsclean.explain.explanation import ExplainedBlock, Explanation, Leaning
from newsclean.explain.leanings import leanings
from newsclean.extract import Journey, journey
from newsclean.features import NAMES, PageFeatures
from newsclean.features import names as hint_names
from newsclean.labelling import THRESHOLDS
from newsclean.options import Options
from newsclean.scoring import AT_ONCE
from newsclean.site_model import SiteModel
from newsclean.tree import Paths

_HINTS = frozenset(hint_names.NAMES)  # bits, of which only whether they are set means something


def explain(
    html: str | bytes | Any,
    *,
    url: str | None = None,
    content_type: str | None = None,
    options: Options | None = None,
    site: SiteModel | None = None,
) -> Explanation:
    """Extract a page and say of every block why it is story or chrome.

    Takes what `extract` takes and raises what it raises.

    >>> page = "<h1>Ferry is late</h1>" + "<p>The ferry to Norholm left an hour late, its crew said on Monday. " * 4
    >>> page += "<div><h3>Related stories</h3><a href=/b>Bridge is closed</a></div>"
    >>> explanation = explain(page)
    >>> [(block.label.value, block.rule) for block in explanation.why("bridge is closed").blocks]
    [('related', 'whole_link')]
    >>> explanation.article.title
    'Ferry is late'
    """
    chosen = checked_options(options)
    travelled = journey(html, url, content_type, chosen, site)
    return Explanation(
        article=travelled.article,
        blocks=tuple(_explained(travelled)),
        threshold=THRESHOLDS[chosen.mode],
    )


def _explained(travelled: Journey) -> list[ExplainedBlock]:
    layout, scores = travelled.reading.layout, travelled.labelled.scores
    seen = _features(travelled)
    paths = Paths()
    made = []
    for block, verdict in zip(layout.blocks, travelled.verdicts, strict=True):
        values, counted = seen.get(block.index, ({}, ()))
        made.append(
            ExplainedBlock(
                index=block.index,
                text=block.text,
                media=block.media.url if block.media is not None else None,
                shape=block.shape.value,
                label=verdict.label,
                rule=verdict.rule,
                evidence=verdict.evidence,
                score=scores.get(block.index),
                xpath=paths(block.scope.element),
                features=values,
                leanings=counted,
            )
        )
    return made


def _features(travelled: Journey) -> Mapping[int, tuple[Mapping[str, float], tuple[Leaning, ...]]]:
    """What the model sees of each block that shows words, and what of it counted where the block has a score."""
    reading = travelled.reading
    page = PageFeatures(reading.layout, reading.measures, reading.clues)
    scores = travelled.labelled.scores
    texts = [block.index for block in reading.layout.blocks if block.text]
    found: dict[int, tuple[Mapping[str, float], tuple[Leaning, ...]]] = {}
    for at in range(0, len(texts), AT_ONCE):
        some = texts[at : at + AT_ONCE]
        rows = list(zip(*page.columns(some), strict=True))
        scored = [k for k, i in enumerate(some) if i in scores]
        counted = dict(zip(scored, leanings([rows[k] for k in scored]), strict=True))
        for k, i in enumerate(some):
            values = _named(rows[k])
            strongest = tuple(
                Leaning(feature=name, value=values.get(name, 0.0), log_odds=odds) for name, odds in counted.get(k, ())
            )
            found[i] = values, strongest
    return found


def _named(row: Sequence[float]) -> dict[str, float]:
    return {
        name: 1.0 if name in _HINTS else round(float(value), 4)
        for name, value in zip(NAMES, row, strict=True)
        if value
    }


