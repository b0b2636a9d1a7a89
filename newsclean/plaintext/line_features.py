"""A flattened text as rows of numbers, one a line, for the fitted labeller. Their names are in `names()`, in order.

What markup says of a block is gone; what is left is length, sentence shape, capitals, repetition, bullets and blank
lines, chrome phrases, and where a line stands: among prose, under a box heading, in the run that is likely the story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import Final

from newsclean.features.words import PHRASE_GROUPS
from newsclean.folding import fold
from newsclean.measures import Measures
from newsclean.metadata.credit_words import credit_words
from newsclean.phrases import Phrases
from newsclean.plaintext.lines import Line
from newsclean.plaintext.prose_runs import FAR, core_of, distances, places_in_runs
from newsclean.vocabulary import agencies

OWN: Final = (
    "mass", "words", "word_length", "sentences", "commas", "quotes", "digits", "capitals", "lower_words",
    "ends_sentence", "ends_colon", "ends_ellipsis", "starts_lower", "starts_digit", "starts_mark", "has_furniture",
    "has_url", "separators", "lead_in", "is_prose", "bullet", "gap", "gap_below", "mass_per_sentence", "repeats",
    "repeats_head", "said_again_near", "shape_prose", "ends_bracket", "ends_source", "phrase_site", "phrase_offer",
    "phrase_other", "box_teasers", "box_other", "box_distance", "box_mass",
)  # fmt: skip
_OF_NEIGHBOUR: Final = ("mass", "lower_words", "ends_sentence", "gap", "bullet", "phrase")
NEIGHBOURS: Final = tuple(
    f"{where}{step}_{what}" for where in ("above", "below") for step in (1, 2, 3) for what in _OF_NEIGHBOUR
)
AROUND: Final = (
    *(f"prose_{where}{reach}" for reach in (3, 8, 20) for where in ("above", "below")), "short_above", "short_below",
    "ends_above", "bullets_around", "phrases_around", "open_above", "open_below", "open_share", "since_prose",
    "until_prose", "run_share", "run_order", "run_size", "run_gap",
)  # fmt: skip
PLACE: Final = (
    "position", "mass_position", "prose_before", "prose_after", "in_core", "core_from_start", "core_to_end",
    "core_place", "shared_words", "head_words",
)  # fmt: skip
TEXT: Final = (
    "core_share", "lines", "all_prose", "prose_lines", "bullet_share", "gap_share", "repeat_share", "open_share_all",
    "runs",
)  # fmt: skip
_NAMES: Final = (*OWN, *NEIGHBOURS, *AROUND, *PLACE, *TEXT)

SHORT: Final = 40  # mass of a line that is a menu entry, a label or a byline
LONG: Final = 50  # mass of a line that ends with a stop if it is a sentence, and without one if it is a headline
LONG_WORD: Final = 5  # letters of a word that may tell what a text is about
HEAD: Final = 40  # characters by which a line that begins like another one is known
ABOVE_CORE: Final = 8  # lines above the likely story whose words are those of its headline
PAD: Final = 21  # of the prefix sums, at both ends
_MARKS: Final = "|·•/»›"
_NOBODY: Final = (-1.0,) * len(_OF_NEIGHBOUR)
_TEASERS, _SITE, _OFFER = (
    next(labels for group, labels in PHRASE_GROUPS if group == name) for name in ("teasers", "site", "offer")
)


def names() -> tuple[str, ...]:
    """The names of a row's numbers, in order."""
    return _NAMES


def rows(
    lines: Sequence[Line], measures: Sequence[Measures], phrases: Phrases, wanted: Iterable[int]
) -> list[list[float]]:
    """The numbers of the lines that `wanted` lists by index.

    Args:
        lines: the text.
        measures: of every line, in order.
        phrases: the chrome phrases of all languages.
        wanted: indexes of lines.
    """
    if not lines:
        return []
    text = _Text(lines, measures, phrases)
    return [[*text.own(i), *text.neighbours(i), *text.around(i), *text.place(i), *text.whole] for i in wanted]


class _Text:
    """The sums and look-ups that the rows of one text share."""

    def __init__(self, lines: Sequence[Line], measures: Sequence[Measures], phrases: Phrases) -> None:
        self.lines, self.measures, self.lead_in = lines, measures, phrases.lead_in
        count = self.count = len(lines)
        self.prose_mass = [m.mass if m.is_prose else 0.0 for m in measures]
        self.said = [line.text.lower() for line in lines]
        self.repeats = Counter(self.said)
        self.heads = Counter(text[:HEAD] for text in self.said)
        self.gaps = [line.gap for line in lines[1:]] + [3]
        self.lower = [_lower_words(line.text) for line in lines]
        self.named = [m.whole is not None or m.starts is not None for m in measures]
        is_open = [m.mass > LONG and (not m.ends_sentence or m.ends_ellipsis) for m in measures]
        self._sum_up(is_open)
        self.all_prose = self.prose[-1] or 1.0
        self.core = core_of(measures)
        self.since, self.until = distances(self.prose_mass)
        self.runs = places_in_runs(self.prose_mass)
        self.shapes = self._prose_by_shape()
        self.boxes = self._boxes()
        self._look_up_words()
        self.beside = [_NOBODY] * 3 + [self._seen(i) for i in range(count)] + [_NOBODY] * 3
        first, last = self.core
        self.whole = (
            self._over(self.prose, first, last + 1) / self.all_prose, count, self.all_prose,
            sum(m.is_prose for m in measures), self.bullets[-1] / count, sum(line.gap > 1 for line in lines) / count,
            sum(self.repeats[text] > 1 for text in self.said) / count, self.open[-1] / (self.long[-1] or 1.0),
            self.runs.number,
        )  # fmt: skip

    def _sum_up(self, is_open: list[bool]) -> None:
        """Prefix sums, padded at both ends so that a window may reach over them."""
        measures = self.measures
        self.prose = _padded(self.prose_mass)
        self.mass = _padded([m.mass for m in measures])
        self.short = _padded([m.mass < SHORT for m in measures])
        self.ends = _padded([m.ends_sentence for m in measures])
        self.bullets = _padded([line.bullet for line in self.lines])
        self.names = _padded(self.named)
        self.long = _padded([m.mass > LONG for m in measures])
        self.open = _padded(is_open)

    def _over(self, sums: list[float], first: int, end: int) -> float:
        return sums[end + PAD] - sums[first + PAD]

    def _prose_by_shape(self) -> Counter[tuple[int, int, bool]]:
        """How much prose has this many line ends above and below it, with or without a bullet."""
        shapes: Counter[tuple[int, int, bool]] = Counter()
        for line, gap, prose in zip(self.lines, self.gaps, self.prose_mass, strict=True):
            shapes[line.gap, gap, line.bullet] += prose  # type: ignore[assignment]
        return shapes

    def _boxes(self) -> list[tuple[int, bool]]:
        """For each line the box heading above it, or -1, and whether it names teasers."""
        found: list[tuple[int, bool]] = []
        current, teasers = -1, False
        for i, measure in enumerate(self.measures):
            if measure.whole is not None:
                current, teasers = i, measure.whole in _TEASERS
            found.append((current, teasers))
        return found

    def _look_up_words(self) -> None:
        """The long words of each line; those of the likely story; those of the lines above it that are no menu."""
        self.words = [frozenset(word for word in text[:1_000].split() if len(word) >= LONG_WORD) for text in self.said]
        first, last = self.core
        self.vocabulary: Counter[str] = Counter()
        for i in range(first, min(self.count, last + 1)):
            if self.prose_mass[i]:
                self.vocabulary.update(self.words[i])
        above = range(max(0, first - ABOVE_CORE), first)
        heads = (i for i in above if not self.lines[i].bullet and self.measures[i].mass > 25 and not self.named[i])
        self.head = frozenset().union(*(self.words[i] for i in heads))

    def _seen(self, i: int) -> tuple[float, ...]:
        """What the lines beside it see of a line."""
        m, line = self.measures[i], self.lines[i]
        return (m.mass, self.lower[i], m.ends_sentence, line.gap, line.bullet, self.named[i])

    def own(self, i: int) -> tuple[float, ...]:
        m, line, said = self.measures[i], self.lines[i], self.said[i]
        known = {m.whole, m.starts}
        box, teasers = self.boxes[i]
        boxed = box >= 0
        separators = sum(map(said.count, _MARKS)) if m.has_furniture or "/" in said[:300] else 0
        again = said in self.said[max(0, i - 2) : i] or said in self.said[i + 1 : i + 3]
        return (
            m.mass, m.words, m.mass / m.words, m.sentences, m.commas, m.quotes, m.digits, m.capitals, self.lower[i],
            m.ends_sentence, m.ends_colon, m.ends_ellipsis, m.starts_lower, m.starts_digit, m.starts_mark,
            m.has_furniture, m.has_url, separators, m.mass < 240 and self.lead_in(line.text) > 0, m.is_prose,
            line.bullet, line.gap, self.gaps[i], m.mass / (m.sentences or 1), self.repeats[said],
            self.heads[said[:HEAD]], again, self.shapes[line.gap, self.gaps[i], line.bullet] / self.all_prose,
            said[-1] in ")]）】", _ends_source(said), not known.isdisjoint(_SITE), not known.isdisjoint(_OFFER),
            self.named[i], boxed and teasers, boxed and not teasers, i - box if boxed else -1,
            self._over(self.prose, box, i) if boxed else -1,
        )  # fmt: skip

    def neighbours(self, i: int) -> tuple[float, ...]:
        beside = self.beside
        above = beside[i + 2] + beside[i + 1] + beside[i]
        return above + beside[i + 4] + beside[i + 5] + beside[i + 6]

    def around(self, i: int) -> tuple[float, ...]:
        at = i + PAD
        below = at + 1
        prose, open_, long = self.prose, self.open, self.long
        here, past = prose[at], prose[below]
        return (
            here - prose[at - 3], prose[below + 3] - past, here - prose[at - 8], prose[below + 8] - past,
            here - prose[at - 20], prose[below + 20] - past, self.short[at] - self.short[at - 6],
            self.short[below + 6] - self.short[below], self.ends[at] - self.ends[at - 4],
            self.bullets[at + 5] - self.bullets[at - 4], self.names[at + 5] - self.names[at - 4],
            open_[at] - open_[at - 4], open_[below + 4] - open_[below],
            (open_[at + 7] - open_[at - 6]) / (long[at + 7] - long[at - 6] or 1.0),
            min(self.since[i], FAR), min(self.until[i], FAR), *self.runs.places[i],
        )  # fmt: skip

    def place(self, i: int) -> tuple[float, ...]:
        first, last = self.core
        inside = first <= i <= last
        words = self.words[i]
        own = inside and self.measures[i].is_prose
        size = len(words)
        return (
            i / self.count, self.mass[i + PAD] / (self.mass[-1] or 1.0), self.prose[i + PAD],
            self.prose[-1] - self.prose[i + PAD + 1], inside, i - first, last - i, (i - first) / (last - first + 1),
            sum(self.vocabulary[word] > own for word in words) / size if size else -1,
            len(words & self.head) if size and self.head else -1,
        )  # fmt: skip


def _padded(numbers: Sequence[float]) -> list[float]:
    sums = list(accumulate(numbers, initial=0.0))
    return [0.0] * PAD + sums + [sums[-1]] * PAD


def _lower_words(text: str) -> float:
    """Share of the words, the first left out, that begin with a small letter: headlines and names have few."""
    words = text[:400].split()[1:]
    return sum(word[0].islower() for word in words) / len(words) if words else -1.0


def _ends_source(said: str) -> bool:
    """Whether a line ends as picture credits do: "(Jane Roe/Reuters)", "Getty Images"."""
    if len(said) > 500 or said[-1] == ".":
        return False
    words = fold(said[-40:]).replace("/", " ").split()
    return bool(words) and (words[-1] in _sources() or " ".join(words[-2:]) in _sources())


@cache
def _sources() -> frozenset[str]:
    return frozenset(agencies()) | credit_words().picture_sources
