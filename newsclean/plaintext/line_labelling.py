"""A verdict for every line: the fitted model for the story, phrases and box headings for the names of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from newsclean.confidence import page_confidence
from newsclean.folding import fold
from newsclean.forest import Cascade
from newsclean.labels import Label, Verdict
from newsclean.measures import Measures
from newsclean.plaintext import line_rules
from newsclean.plaintext.comment_lines import without_comments
from newsclean.plaintext.headline_features import headline_rows
from newsclean.plaintext.line_features import lower_words
from newsclean.plaintext.line_rules import (
    box_kind,
    caption_phrase,
    credited_sentence,
    front_matter,
    furniture,
    headline_above_byline,
    is_date_alone,
    named,
    picture_line,
    signed_caption,
)
from newsclean.plaintext.line_scoring import LineWeights, Scores, probabilities, score
from newsclean.plaintext.lines import Line
from newsclean.plaintext.text_reading import as_layout
from newsclean.plaintext.text_weights import shipped_weights
from newsclean.site_knowledge import repeated
from newsclean.site_model import SiteModel

# Half the word F1 to expect is the threshold that gives the best F1: nine tenths, on other sites. Of a text that is
# nearly all story somebody took the chrome out before: a lower one costs it no F1 and keeps what is left of the story.
THRESHOLDS: Final = {"balanced": 0.45, "precision": 0.7, "recall": 0.25}
LENIENT: Final = {"balanced": 0.35, "precision": 0.6, "recall": 0.2}
NEARLY_ALL: Final = 0.7  # share of a text that is likely story, over which it is nearly all story
APART: Final = 6  # lines between the first of a story and the next in which a byline makes the first a deck
BELOW: Final = 8  # lines below a story among which its credit line may stand
SURE: Final = 0.9  # score of a paragraph that is story even above what was taken for the headline
DECK: Final = 400.0  # mass of a deck
LONG_DECK: Final = 80.0  # mass of a line right below the headline that is one, on two of three news pages
SHORT_DECK, LIKELY_DECK = 40.0, 0.15  # mass and score of one
LEAST_HEADLINE: Final = 0.15  # probability of the best line above the story that makes it the headline
FAINT_HEADLINE: Final = 0.03  # of one that is so many times as likely as the next:
OUTSTANDING: Final = 5
SECTION: Final = 30  # characters of the name of a section
# Chosen on 1,141 pages in two forms, out of fold by site: of the 628 texts at 0.9 or more, 90 in 100 have a word F1 of
# 0.95 or better, on news pages as on blogs; see docs/benchmarks.md.
SLOPE: Final = 10.0
_OPEN: Final = frozenset({"score", "place", "under_headline"})  # rules of lines that scores alone put in their place


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
    scored = score(lines, measures, fitted)
    scores = scored.chances
    verdicts = {} if site is None else repeated(site, as_layout(lines).blocks, measures, scores)
    verdicts |= _certain(lines, measures, (i for i in scores if i not in verdicts))
    open_scores = {i: p for i, p in scores.items() if i not in verdicts}
    story = story_lines(open_scores, mode, story_share(scores, measures))
    headline = _headline(lines, measures, scored, story, fitted.headline) if story else None
    if headline is not None:
        verdicts[headline] = Verdict(Label.MASTHEAD, "headline")
        story = [i for i in story if i > headline or (scores[i] >= SURE and measures[i].is_prose and i != headline)]
    story = without_comments(measures, without_front_matter(lines, measures, story))
    for i in story:
        verdicts[i] = Verdict(Label.MAIN, "score", f"{scores[i]:.2f}")
    _name_parts(lines, measures, scores, verdicts, story, headline)
    _name_chrome(lines, measures, verdicts, story, headline)
    doubtful = {i: chance for i, chance in scores.items() if verdicts[i].rule in _OPEN}
    confidence = page_confidence(doubtful, measures, frozenset(story), SLOPE)
    return LabelledText(tuple(map(verdicts.__getitem__, range(len(lines)))), headline, confidence)


def _certain(lines: Sequence[Line], measures: Sequence[Measures], wanted: Iterable[int]) -> dict[int, Verdict]:
    """What rules know whatever the model says."""
    found = {}
    for i in wanted:
        verdict = furniture(lines[i].text, measures[i])
        if verdict is not None:
            found[i] = verdict
    return found


def story_share(scores: Mapping[int, float], measures: Sequence[Measures]) -> float:
    """The share of a text, by mass, that is likely story."""
    mass = sum([m.mass for m in measures])
    return sum([chance * measures[i].mass for i, chance in scores.items()]) / mass if mass else 0.0


def story_lines(scores: Mapping[int, float], mode: str, share: float) -> list[int]:
    """The lines of the story, in order: those over the threshold of the mode for a text of which so much is story."""
    threshold = (LENIENT if share > NEARLY_ALL else THRESHOLDS)[mode]
    return sorted(i for i, chance in scores.items() if chance >= threshold)


def without_front_matter(lines: Sequence[Line], measures: Sequence[Measures], story: Sequence[int]) -> list[int]:
    """The story without the dates and sources that stand above its first sentence."""
    first = next((k for k, i in enumerate(story) if _is_sentence(lines[i].text, measures[i])), 0)
    return [i for i in story[:first] if not front_matter(lines[i].text)] + list(story[first:])


def _is_sentence(text: str, measure: Measures) -> bool:
    """Whether a line is one: the stop of "3 мая 2031 г." ends none."""
    return measure.is_prose or (measure.ends_sentence and not is_date_alone(text))


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
    chances = {i: p for i, p in chances.items() if scores.chances[i] < SURE or not measures[i].is_prose}
    chances = {i: p for i, p in chances.items() if not credited_sentence(lines[i].text)}
    best = max(chances, key=chances.__getitem__, default=None)
    if best is not None:
        next_best = max((chance for i, chance in chances.items() if i != best), default=0.0)
        stands_out = chances[best] >= max(FAINT_HEADLINE, OUTSTANDING * next_best)
        if stands_out or chances[best] >= LEAST_HEADLINE:
            return best
    return headline_above_byline([line.text for line in lines[: story[0]]], measures)


def _name_parts(
    lines: Sequence[Line],
    measures: Sequence[Measures],
    scores: Mapping[int, float],
    verdicts: dict[int, Verdict],
    story: Sequence[int],
    headline: int | None,
) -> None:
    """Captions from the headline to the story's end, credit lines in the story and right below it, the deck."""
    if not story:
        return
    start = headline if headline is not None else story[0]
    taken = frozenset(story)
    for i in range(start, min(len(lines), story[-1] + 2)):
        text = lines[i].text
        signed = i in taken and (caption_phrase(text) or signed_caption(text))
        if signed or (i not in verdicts and picture_line(text)):
            verdicts[i] = Verdict(Label.CAPTION, "picture_credit", text[:60])
    story = [i for i in story if verdicts[i].label is Label.MAIN]
    if not story:
        return
    for i in range(story[0] + 1, min(len(lines), story[-1] + 1 + BELOW)):
        free = i not in verdicts or verdicts[i].label is Label.MAIN
        found = line_rules.credit(lines[i].text, measures[i]) if free else None
        if found is not None:
            verdicts[i] = found
    story = [i for i in story if verdicts[i].label is Label.MAIN]
    if headline is not None and headline + 1 < story[0] and _is_deck(lines, measures, scores, headline + 1):
        verdicts.setdefault(headline + 1, Verdict(Label.DECK, "below_headline", lines[headline + 1].text[:60]))
    first = story[0]
    if headline is not None and measures[first].mass < DECK and len(story) > 2:
        below = range(first + 1, story[1])
        if 0 < len(below) <= APART and any(_is_masthead(lines[i], measures[i], verdicts.get(i)) for i in below):
            verdicts[first] = Verdict(Label.DECK, "above_byline", lines[first].text[:60])


def _is_deck(lines: Sequence[Line], measures: Sequence[Measures], scores: Mapping[int, float], i: int) -> bool:
    """Whether the line right below the headline is written like a sentence, and long or likely enough for one."""
    m = measures[i]
    if lines[i].bullet or m.whole or m.starts or m.mass > DECK or front_matter(lines[i].text):
        return False
    long = m.mass >= LONG_DECK or (m.mass >= SHORT_DECK and scores.get(i, 0.0) >= LIKELY_DECK)
    return long and lower_words(lines[i].text) > 0.5


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
        if opened is None and i > last and len(line.text) <= SECTION and sections and fold(line.text) in sections:
            opened = Verdict(Label.SECTION_LIST, "section_name", line.text)
        if opened is not None:
            box = verdicts[i] = opened
            continue
        if head < i < first and (box is None or i - head <= 3):
            verdicts[i] = _UNDER_HEADLINE
            continue
        verdict = named(line.text, measures[i])
        if verdict is not None and verdict.label in _ENDING:
            box = None
        if verdict is None and box is not None:
            verdict = Verdict(box.label, "box_heading", box.evidence)
        verdicts[i] = verdict or _by_place(line, measures[i], i < first)


def _by_place(line: Line, measure: Measures, above: bool) -> Verdict:
    """Short lines above the story are menus; of what stands below nothing is known."""
    return _MENU if above and not measure.is_prose else _UNKNOWN


_MENU: Final = Verdict(Label.NAVIGATION, "place")
_UNKNOWN: Final = Verdict(Label.OTHER, "place")
_UNDER_HEADLINE: Final = Verdict(Label.MASTHEAD, "under_headline")
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
