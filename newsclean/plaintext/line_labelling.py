"""A verdict for every line: the fitted model for the story, phrases and box headings for the names of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from newsclean.confidence import page_confidence
from newsclean.folding import fold
from newsclean.forest import Cascade
from newsclean.labelling import THRESHOLDS
from newsclean.labels import Label, Verdict
from newsclean.measures import Measures
from newsclean.plaintext.headline_features import headline_rows
from newsclean.plaintext.line_rules import box_kind, caption_phrase, credit, furniture, named, picture_line
from newsclean.plaintext.line_scoring import Scores, probabilities, score
from newsclean.plaintext.lines import Line
from newsclean.plaintext.prose_runs import prose_share
from newsclean.plaintext.text_reading import as_layout
from newsclean.plaintext.text_weights import LineWeights, shipped_weights
from newsclean.site_knowledge import repeated
from newsclean.site_model import SiteModel

APART: Final = 6  # lines that the model left out, which part what it took into clusters
MOSTLY_STORY: Final = (0.65, 0.8)  # shares of prose between which a text's own prior sets in
PRIOR: Final = 0.4  # of the threshold, at the most: what a fast extractor left is a story but for its edges
UNSURE: Final = 0.2  # probability of a line between two of the story that is story where nearly all is
SURE: Final = 0.65  # mean probability of a cluster away from the largest that is story all the same
MOST: Final = 400.0  # mass of a line that counts in a cluster
DECK: Final = 400.0  # mass of a deck
LEAST_HEADLINE: Final = 0.15  # probability of the best line above the story that makes it the headline
SECTION: Final = 30  # characters of the name of a section
# Chosen on 237 flattened news pages in two shapes, out of fold by site: the confidence is about the word F1 to expect.
# Of the eight parts by confidence, those around 0.49, 0.77, 0.85 and 0.95 have 0.76, 0.78, 0.93 and 0.97 on average.
SLOPE: Final = 2.0


class LabelledText(NamedTuple):
    """One verdict a line, the line of the headline, and how sure we are of the story."""

    verdicts: tuple[Verdict, ...]
    headline: int | None
    confidence: float


def label_lines(
    lines: Sequence[Line],
    measures: Sequence[Measures],
    mode: str = "balanced",
    site: SiteModel | None = None,
    weights: LineWeights | None = None,
) -> LabelledText:
    """Label every line of a text.

    Args:
        lines: the text.
        measures: one a line.
        mode: `Options.mode`; sets the threshold.
        site: what the site of the text repeats.
        weights: other than those shipped.
    """
    fitted = weights or shipped_weights()
    scored = score(lines, measures, fitted.story)
    scores = scored.chances
    verdicts = {} if site is None else repeated(site, as_layout(lines).blocks, measures, scores)
    verdicts |= _certain(lines, measures, (i for i in scores if i not in verdicts))
    open_scores = {i: p for i, p in scores.items() if i not in verdicts}
    prior = 0.0 if mode == "precision" else _prior(measures)
    story = story_lines(open_scores, measures, THRESHOLDS[mode] * (1 - PRIOR * prior))
    if prior == 1.0:
        story = with_unsure_between(story, open_scores)
    headline = _headline(lines, measures, scored, story, fitted.headline) if story else None
    if headline is not None:
        verdicts[headline] = Verdict(Label.MASTHEAD, "headline")
        story = [i for i in story if i > headline]
    for i in story:
        verdicts[i] = Verdict(Label.MAIN, "score", f"{scores[i]:.2f}")
    _name_parts(lines, measures, verdicts, story, headline)
    _name_chrome(lines, measures, verdicts, story, headline)
    confidence = page_confidence(scores, measures, frozenset(story), SLOPE)
    return LabelledText(tuple(verdicts[i] for i in range(len(lines))), headline, confidence)


def _prior(measures: Sequence[Measures]) -> float:
    """How far a text is nothing but a story, 0 to 1, by its share of prose.

    What a fast extractor left has been cleaned once: there the lines left out by mistake outweigh the chrome let in.
    """
    low, high = MOSTLY_STORY
    return min(1.0, max(0.0, (prose_share(measures) - low) / (high - low)))


def with_unsure_between(story: Sequence[int], scores: Mapping[int, float]) -> list[int]:
    """The story with the unsure lines that stand between two lines of it: questions of an interview, sub-headings."""
    filled = list(story[:1])
    for above, here in pairwise(story):
        if here - above <= APART:
            filled += [i for i in range(above + 1, here) if scores.get(i, 0.0) >= UNSURE]
        filled.append(here)
    return filled


def _certain(lines: Sequence[Line], measures: Sequence[Measures], wanted: Iterable[int]) -> dict[int, Verdict]:
    """What rules know whatever the model says."""
    found = {}
    for i in wanted:
        verdict = furniture(lines[i].text, measures[i]) or credit(lines[i].text, measures[i])
        if verdict is not None:
            found[i] = verdict
    return found


def story_lines(scores: Mapping[int, float], measures: Sequence[Measures], threshold: float) -> list[int]:
    """The lines of the story: those over the threshold, but for clusters away from the largest that are not so sure.

    Lists of other stories' long headlines score over the threshold here and there; the story scores so throughout.
    """
    clusters: list[list[int]] = []
    for i in sorted(i for i, p in scores.items() if p >= threshold):
        if clusters and i - clusters[-1][-1] <= APART:
            clusters[-1].append(i)
        else:
            clusters.append([i])
    if not clusters:
        return []

    def mass(cluster: Sequence[int]) -> float:
        return sum(min(MOST, measures[i].mass) for i in cluster)

    def sum_of(cluster: Sequence[int]) -> float:
        return sum(min(MOST, measures[i].mass) * scores[i] for i in cluster)

    largest = max(clusters, key=lambda cluster: sum_of(cluster) - 0.3 * mass(cluster))
    return [i for c in clusters if c is largest or sum_of(c) >= max(SURE, threshold) * mass(c) for i in c]


def _headline(
    lines: Sequence[Line],
    measures: Sequence[Measures],
    scores: Scores,
    story: Sequence[int],
    forest: Cascade,
) -> int | None:
    """The line most likely to be the headline, if any is likely."""
    found = headline_rows(lines, measures, scores, story)
    chances = dict(zip(found, probabilities(forest, list(found.values())), strict=True))
    best = max(chances, key=chances.__getitem__, default=None)
    return best if best is not None and chances[best] >= LEAST_HEADLINE else None


def _name_parts(
    lines: Sequence[Line],
    measures: Sequence[Measures],
    verdicts: dict[int, Verdict],
    story: Sequence[int],
    headline: int | None,
) -> None:
    """Captions between headline and the story's end; the deck; credit lines anywhere else are none."""
    if not story:
        return
    start = headline if headline is not None else story[0]
    taken = frozenset(story)
    for i in range(start, min(len(lines), story[-1] + 2)):
        text = lines[i].text
        if (i not in verdicts and picture_line(text)) or (i in verdicts and i in taken and caption_phrase(text)):
            verdicts[i] = Verdict(Label.CAPTION, "picture_credit", text[:60])
    for i, verdict in list(verdicts.items()):
        if verdict.label is Label.CREDIT and not story[0] < i <= story[-1] + 8:
            del verdicts[i]
    story = [i for i in story if verdicts[i].label is Label.MAIN]
    if not story:
        return
    first = story[0]
    if headline is not None and measures[first].mass < DECK and len(story) > 2:
        below = range(first + 1, story[1])
        if 0 < len(below) <= APART and any(_is_masthead(lines[i], measures[i], verdicts.get(i)) for i in below):
            verdicts[first] = Verdict(Label.DECK, "above_byline", lines[first].text[:60])


def _is_masthead(line: Line, measure: Measures, verdict: Verdict | None) -> bool:
    """Whether a short line between deck and story reads like a byline or a date."""
    return verdict is None and measure.mass < 120 and not measure.ends_sentence and not line.bullet


def _name_chrome(
    lines: Sequence[Line],
    measures: Sequence[Measures],
    verdicts: dict[int, Verdict],
    story: Sequence[int],
    headline: int | None,
) -> None:
    """Names for all that is no story: by phrase, by the box heading above, by place."""
    first, last = (story[0], story[-1]) if story else (len(lines), -1)
    head = headline if headline is not None else first
    sections = _sections(lines)
    box: Verdict | None = None
    for i, line in enumerate(lines):
        if i in verdicts:
            kind = verdicts[i].label
            box = verdicts[i] if kind in _BOXES and measures[i].whole is kind else None if kind in _CLOSING else box
            continue
        opened = box_kind(line.text, measures[i])
        if opened is None and i > last and fold(line.text) in sections and len(line.text) <= SECTION:
            opened = Verdict(Label.SECTION_LIST, "section_name", line.text)
        if opened is not None:
            box = verdicts[i] = opened
            continue
        if head < i < first and (box is None or i - head <= 3):
            verdicts[i] = Verdict(Label.MASTHEAD, "under_headline")
            continue
        verdict = named(line.text, measures[i])
        if verdict is not None and verdict.label in _ENDING:
            box = None
        if verdict is None and box is not None:
            verdict = Verdict(box.label, "box_heading", box.evidence)
        verdicts[i] = verdict or _by_place(line, measures[i], i < first)


def _by_place(line: Line, measure: Measures, above: bool) -> Verdict:
    """Short lines above the story are menus; of what stands below nothing is known."""
    return Verdict(Label.NAVIGATION if above and not measure.is_prose else Label.OTHER, "place")


_ENDING: Final = frozenset({Label.FOOTER, Label.CONSENT})
_CLOSING: Final = frozenset({Label.MAIN, Label.DECK, Label.CREDIT, Label.MASTHEAD})
_BOXES: Final = frozenset({
    Label.RELATED, Label.POPULAR, Label.LATEST, Label.SECTION_LIST, Label.COMMENTS, Label.TAGS, Label.SHARE,
    Label.NEWSLETTER, Label.SPONSORED, Label.AUTHOR_BIO,
})  # fmt: skip


def _sections(lines: Sequence[Line]) -> frozenset[str]:
    """Names of sections: what lines such as "Asia|Business|Economy" are made of."""
    return frozenset(
        fold(part) for line in lines if "|" in line.text and len(line.text) < 300 for part in line.text.split("|")
        if len(part) <= SECTION
    ) - {""}  # fmt: skip
