"""A verdict for every block: certain rules first, the fitted model between, then names for the parts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from newsclean.blocks import Layout, Shape
from newsclean.clues import Clues
from newsclean.labels import Label, Verdict
from newsclean.measures import Measures
from newsclean.rules import CERTAIN, CHROME, STORY
from newsclean.rules.order import Order
from newsclean.rules.traits import traits_of_page, traits_with_story
from newsclean.rules.view import Remembered, View
from newsclean.sums import Sums
from newsclean.updates import live_entries

THRESHOLDS: Final = {"balanced": 0.45, "precision": 0.7, "recall": 0.3}
FAINT = 300.0  # mass of a story so short that the best of the page may have been missed
FAINT_SHARE = 0.5  # of the page's best score: what then is enough
FAINT_LEAST = 0.15


class Certainties(NamedTuple):
    """The page as the rules see it, and the verdicts that no score can change, by block index."""

    view: View
    verdicts: Mapping[int, Verdict]
    traits: Sequence[int]


class Labelled(NamedTuple):
    """The verdicts, one a block, and the scores behind them."""

    verdicts: tuple[Verdict, ...]
    scores: Mapping[int, float]
    view: View  # with the story
    known: Certainties


def certainties(layout: Layout, measures: Sequence[Measures], clues: Clues) -> Certainties:
    """What the rules above the model say of a page.

    Args:
        layout: the page.
        measures: one a block.
        clues: what the metadata says of the story.
    """
    view = View.of(layout, measures, clues)
    traits = traits_of_page(view)
    verdicts: dict[int, Verdict] = {}
    _ask(CERTAIN, view, traits, (block.index for block in layout.blocks if block.text), verdicts)
    return Certainties(view, verdicts, traits)


def label(known: Certainties, scores: Mapping[int, float], mode: str = "balanced") -> Labelled:
    """Label every block of a page.

    Args:
        known: see `certainties`.
        scores: probability of main content, by block index; a block without one is no main content.
        mode: `Options.mode`; sets the threshold.
    """
    layout, measures = known.view.layout, known.view.measures
    verdicts = dict(known.verdicts)
    texts = [block.index for block in layout.blocks if block.text]
    story = _taken(scores, layout, measures, mode)
    view = with_story(known.view, story)
    traits = traits_with_story(view, known.traits)
    _ask(STORY, view, traits, texts[bisect_left(texts, view.first) :] if view.first >= 0 else (), verdicts)
    for i in story:
        verdicts.setdefault(i, Verdict(Label.MAIN, "score", f"{scores[i]:.2f}"))
    _place_captions_and_media(view, verdicts)
    for block in layout.blocks:
        if block.index not in verdicts and block.hidden:
            verdicts[block.index] = Verdict(Label.HIDDEN, "hidden")
    _ask(CHROME, view, traits, texts, verdicts)
    nothing = Verdict(Label.OTHER, "no_text")
    every = tuple(verdicts.get(block.index, nothing) for block in layout.blocks)
    return Labelled(every, scores, view, known)


def _taken(scores: Mapping[int, float], layout: Layout, measures: Sequence[Measures], mode: str) -> list[int]:
    """The blocks whose score makes them main content; what the page hides is none (see `newsclean.unveiling`).

    Where that leaves next to nothing, the labeller has met a page unlike those it knows, and the best of the page is
    taken, unless precision is asked for.
    """
    threshold = THRESHOLDS[mode]
    shown = {i: score for i, score in scores.items() if not layout.blocks[i].hidden}
    story = [i for i, score in shown.items() if score >= threshold]
    if mode == "precision" or sum(measures[i].mass for i in story) >= FAINT:
        return story
    best = max((score for i, score in shown.items() if measures[i].is_prose), default=0.0)
    lower = min(threshold, max(FAINT_LEAST, FAINT_SHARE * best))
    return [i for i, score in shown.items() if score >= lower]


def with_story(view: View, story: Iterable[int]) -> View:
    """The view with the story's blocks known."""
    taken = frozenset(story)
    if not taken:
        nothing = Sums([0.0] * len(view.layout.blocks))
        return view._replace(story=taken, first=-1, last=-1, story_counts=nothing, remembered=Remembered())
    shares = [0.0] * len(view.layout.blocks)
    for i in taken:
        shares[i] = 1.0
    counts = Sums(shares)
    entries = frozenset(i for entry in live_entries(view.families, taken) for i in range(entry.first, entry.end))
    return view._replace(
        story=taken, first=min(taken), last=max(taken), story_counts=counts, entries=entries, remembered=Remembered()
    )


def _ask(
    rules: Order, view: View, traits: Sequence[int], indexes: Iterable[int], verdicts: dict[int, Verdict]
) -> None:
    """Ask the rules in order about each block that has no verdict yet."""
    blocks, worth_asking = view.layout.blocks, rules.worth_asking
    for i in indexes:
        if i in verdicts:
            continue
        block = blocks[i]
        for judge in worth_asking(traits[i]):
            verdict = judge(view, block)
            if verdict is not None:
                verdicts[i] = verdict
                break


def _place_captions_and_media(view: View, verdicts: dict[int, Verdict]) -> None:
    """Pictures and captions from the headline to the story's end belong to it; the others are the site's."""
    head = view.clues.headline_block
    start = min(view.first, head) if head is not None and view.first - head < 60 else view.first
    end = view.last + 2
    for block in view.layout.blocks:
        i = block.index
        inside = view.first >= 0 and start <= i <= end and not block.hidden
        if inside and i > view.last and i in verdicts and verdicts[i].label is Label.CAPTION:
            end = i + 1  # the next picture of a gallery below the story
        if block.media is not None:
            if inside and i == end:
                end += 1
            linked_teaser = block.shape is Shape.IMAGE and bool(block.anchors) and not _near_story(view, i)
            if inside and not linked_teaser:
                verdicts[i] = Verdict(Label.MEDIA, "inside_story")
        elif i in verdicts and verdicts[i].label is Label.CAPTION and not inside:
            del verdicts[i]


def _near_story(view: View, index: int) -> bool:
    """Whether a picture shares its container, two levels up at most, with a block of the story."""
    scope = view.layout.blocks[index].scope
    for _ in range(2):
        if view.holds_story(scope):
            return True
        if scope.parent is None:
            return False
        scope = scope.parent
    return view.holds_story(scope)
