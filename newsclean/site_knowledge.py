"""What a site's model says of one page: which blocks are the site's, and where its stories stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsclean.article import Article
from newsclean.blocks import Block, Layout
from newsclean.errors import WrongInput
from newsclean.labels import Label, Verdict
from newsclean.measures import Measures
from newsclean.read_only import ReadOnlyDict
from newsclean.site_links import Forms, link_forms
from newsclean.site_model import LOST, SiteModel

STORY = 0.4  # probability of main content over which a block would be lost if it were the site's
PULL = 0.15  # how far a score moves to the share of pages whose story stands in the same path


def checked(site: SiteModel | None) -> SiteModel | None:
    """The model, if it is one that may be used. Raises `WrongInput` for one that still counts, or no model."""
    if site is not None and not isinstance(site, SiteModel):
        raise WrongInput(f"site is a {type(site).__name__}: give a frozen SiteModel")
    if site is not None and not site.frozen:
        raise WrongInput("give a frozen SiteModel: model.freeze()")
    return site


def repeated(
    site: SiteModel,
    blocks: Sequence[Block],
    measures: Sequence[Measures],
    scores: Mapping[int, float],
    forms: Forms | None = None,
) -> dict[int, Verdict]:
    """The verdicts of the blocks that stand on page after page, whatever they look like. `forms`: of their links.

    Where most of the story would go with them, the page itself was counted more than once, and its paragraphs stay.
    """
    forms = forms or link_forms(None, None)
    found = [i for i in scores if _is_site(site, blocks[i], measures[i], forms)]
    story = {i for i, score in scores.items() if score >= STORY}
    mass = sum(measures[i].mass for i in story)
    if sum(measures[i].mass for i in found if i in story) > LOST * mass:
        found = [i for i in found if not measures[i].is_prose]
    return {i: _verdict(blocks[i], measures[i]) for i in found}


def _is_site(site: SiteModel, block: Block, measure: Measures, forms: Forms) -> bool:
    if site.repeats(block.text, prose=measure.is_prose or measure.ends_sentence):
        return True
    if not measure.is_link or not block.anchors:
        return False
    return all(any(map(site.links_everywhere, forms(anchor.url))) for anchor in block.anchors)


def _verdict(block: Block, measure: Measures) -> Verdict:
    kind = measure.whole or measure.starts or (Label.NAVIGATION if measure.is_link else Label.OTHER)
    return Verdict(kind, "site_repeats", block.text[:60])


def in_known_paths(site: SiteModel, layout: Layout, scores: Mapping[int, float]) -> dict[int, float]:
    """The scores, moved towards what the paths of the blocks hold on the site's other pages."""
    shares: dict[int, float | None] = {}
    moved = dict(scores)
    for i, score in scores.items():
        scope = layout.blocks[i].scope
        if scope.index not in shares:
            shares[scope.index] = site.story_share(scope)
        share = shares[scope.index]
        if share is not None:
            moved[i] = (1 - PULL) * score + PULL * share
    return moved


def named_by_site(site: SiteModel, article: Article, declared: str | None = None) -> Article:
    """The Article without the site's name in its title, and with that name as publisher where the page gives none.

    Args:
        site: the model.
        article: what was made of the page.
        declared: the page's own `<title>`.
    """
    title, name = site.title_without_site(article.title or "")
    publisher = article.publisher or name or site.title_without_site(declared or "")[1]
    if name is None and publisher == article.publisher:
        return article
    evidence = article.evidence
    if publisher != article.publisher:
        evidence = ReadOnlyDict({**evidence, "publisher": "site"})
    return article.model_copy(update={"title": title or None, "publisher": publisher, "evidence": evidence})
