"""What the first scores say of a line's surroundings, as columns of numbers for a second look at it.

The first look sees lengths and sentences; this one sees where the likely story stands, how sure it is, what its lines
have in common, and whether a line lies within it. Names are in `names()`, in order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from newsclean.measures import Measures
from newsclean.plaintext import line_features
from newsclean.plaintext.line_features import Column
from newsclean.plaintext.lines import Line
from newsclean.plaintext.telling_words import lean, spoken
from newsclean.sums import Sums

_KEPT: Final = (
    "mass", "words", "sentences", "ends_sentence", "lower_words", "bullet", "gap", "gap_below", "repeats",
    "repeats_head", "box_distance", "position", "shared_words", "core_share", "lines", "all_prose", "bullet_share",
    "open_share", "prose_share", "short_share",
)  # fmt: skip
_BESIDE: Final = (-1, 1)
_WINDOWS: Final = ((-2, -1), (1, 2), (1, 12), (-2, 2), (-30, 30))
_NAMES: Final = (
    *_KEPT, "score", *(f"score{step:+}" for step in _BESIDE), *(f"scores{a:+}{b:+}" for a, b in _WINDOWS),
    "story_above", "story_below", "cluster_share", "cluster_mean", "cluster_density", "from_best", "to_best",
    "place_in_best", "mass_to_best", "from_sure", "to_sure", "of_usual_mass", "sure_words", "shape_share",
    "shape_story", "lean", "lean-1", "lean+1", "lean_around", "address", "label", "page_story", "page_mass",
    "clusters", "best_share", "best_mean", "usual_mass", "short_sure",
)  # fmt: skip
WHOLE: Final = line_features.WHOLE.intersection(_KEPT) | {
    "from_best", "to_best", "from_sure", "to_sure", "address", "label", "clusters",
}  # fmt: skip
_COLUMNS: Final = tuple(line_features.names().index(name) for name in _KEPT)
MOST: Final = 400.0  # mass of a line that counts: a text is not its longest paragraph
FAINT: Final = 0.1  # first score under which a line gets no second look
CLEAR: Final = 0.96  # over which it gets none, either: six lines in ten are settled, and none of them changed sides
LIKELY: Final = 0.4  # first score of a line that opens a cluster or goes on with it
SURE: Final = 0.7  # of a line that shows what the story's lines are like
APART: Final = 6  # lines between two likely ones that part them
SHORT: Final = 80  # mass of a line that is no paragraph
EVEN: Final = 60.0  # mass without a score that a window is taken to have
PAD: Final = 31  # of the prefix sums, at both ends
OPENING: Final = 25  # characters in which a label such as "Location:" ends


class Cluster(NamedTuple):
    """Likely lines close to each other: the first and last, the mass of the likely ones, and that by their scores."""

    first: int
    last: int
    mass: float
    story: float


def names() -> tuple[str, ...]:
    """The names of the columns, in order."""
    return _NAMES


def open_lines(first: Mapping[int, float]) -> list[int]:
    """The lines that the first scores neither leave out nor settle."""
    return [i for i, score in first.items() if FAINT <= score <= CLEAR]


def columns(
    lines: Sequence[Line],
    measures: Sequence[Measures],
    first: Mapping[int, float],
    found: Sequence[Column],
    words: Mapping[str, float],
) -> list[Column]:
    """The numbers of the open lines, a column each.

    Args:
        lines: the text.
        measures: of every line.
        first: the first scores, by line.
        found: the columns of the first look, in the order of the scores.
        words: what single words say.
    """
    wanted = open_lines(first)
    if not wanted:
        return [()] * len(_NAMES)
    places = [place for place, score in enumerate(first.values()) if FAINT <= score <= CLEAR]
    seen = _Seen(lines, measures, first)
    return [
        *([found[column][place] for place in places] for column in _COLUMNS), *seen.beside(wanted),
        *seen.clustered(wanted), *seen.alike(wanted), *_said(lines, wanted, words),
        *([number] * len(wanted) for number in seen.whole()),
    ]  # fmt: skip


class _Seen:
    """The likely story of one text, and the sums that its columns share."""

    def __init__(self, lines: Sequence[Line], measures: Sequence[Measures], first: Mapping[int, float]) -> None:
        self.lines, self.measures, self.first = lines, measures, first
        self.scores = [first.get(i, 0.0) for i in range(len(lines))]
        self.masses = [min(MOST, m.mass) for m in measures]
        self.story = [score * mass for score, mass in zip(self.scores, self.masses, strict=True)]
        self.story_sums, self.mass_sums = Sums(self.story).padded(PAD), Sums(self.masses).padded(PAD)
        self.total = self.story_sums[-1] or 1.0
        self.clusters = clusters(self.scores, self.masses)
        self.best = max(self.clusters, key=lambda c: c.story - 0.3 * c.mass, default=Cluster(-1, -1, 0.0, 0.0))
        self.sure = [i for i, score in first.items() if score >= SURE]
        usual = sorted(measures[i].mass for i in self.sure)
        self.usual = usual[len(usual) // 2] if usual else 0.0
        self.short = sum([mass < SHORT for mass in usual]) / (len(usual) or 1)

    def beside(self, wanted: Sequence[int]) -> Iterator[Column]:
        """The scores of the line itself, of those beside it, and of windows by mass."""
        pad = [-1.0] * _BESIDE[-1]
        scores = [*pad, *self.scores, *pad]
        at = len(pad)
        yield [self.scores[i] for i in wanted]
        for step in _BESIDE:
            yield [scores[i + at + step] for i in wanted]
        story, mass = self.story_sums, self.mass_sums
        for low, high in _WINDOWS:
            a, b = low + PAD, high + 1 + PAD
            yield [(story[i + b] - story[i + a]) / (mass[i + b] - mass[i + a] + EVEN) for i in wanted]
        yield [story[i + PAD] / self.total for i in wanted]
        yield [1 - story[i + 1 + PAD] / self.total for i in wanted]

    def clustered(self, wanted: Sequence[int]) -> Iterator[Column]:
        """The cluster that a line lies in, and where the best one is."""
        of_line: dict[int, tuple[float, float, float]] = {}
        for cluster in self.clusters:
            all_mass = self.mass_sums[cluster.last + 1 + PAD] - self.mass_sums[cluster.first + PAD]
            numbers = (cluster.story / self.total, cluster.story / cluster.mass, cluster.story / all_mass)
            of_line.update(dict.fromkeys(range(cluster.first, cluster.last + 1), numbers))
        yield from zip(*(of_line.get(i, (0.0, 0.0, 0.0)) for i in wanted), strict=True)
        first, last, *_ = self.best
        size, sums = last - first + 1, self.mass_sums
        yield [i - first for i in wanted]
        yield [last - i for i in wanted]
        yield [(i - first) / size for i in wanted]
        yield [
            sums[first + PAD] - sums[i + 1 + PAD] if i < first else sums[i + PAD] - sums[last + 1 + PAD] if i > last
            else 0.0 for i in wanted
        ]  # fmt: skip
        sure_first = min(self.sure, default=len(self.lines))
        sure_last = max(self.sure, default=0)
        yield [i - sure_first for i in wanted]
        yield [sure_last - i for i in wanted]

    def alike(self, wanted: Sequence[int]) -> Iterator[Column]:
        """What a line has in common with the sure lines: length, words, blank lines and bullets."""
        yield [self.measures[i].mass / (self.usual + 20) for i in wanted]
        said = {i: line_features.long_words(self.lines[i].text) for i in {*wanted, *self.sure}}
        often = Counter(chain.from_iterable(map(said.__getitem__, self.sure)))
        own = frozenset(self.sure)
        yield [
            sum([often[word] > itself for word in said[i]]) / len(said[i]) if said[i] else -1.0
            for i in wanted for itself in (i in own,)
        ]  # fmt: skip
        gaps = [line.gap for line in self.lines]
        shapes = list(zip(gaps, [*gaps[1:], 3], [line.bullet for line in self.lines], strict=True))
        likely: dict[tuple[int, int, bool], float] = {}
        every: dict[tuple[int, int, bool], float] = {}
        for shape, story, mass in zip(shapes, self.story, self.masses, strict=True):
            likely[shape] = likely.get(shape, 0.0) + story
            every[shape] = every.get(shape, 1.0) + mass
        yield [likely[shapes[i]] / self.total for i in wanted]
        yield [likely[shapes[i]] / every[shapes[i]] for i in wanted]

    def whole(self) -> tuple[float, ...]:
        """What the first look found in the text as a whole."""
        best = self.best
        return (
            self.total / (self.mass_sums[-1] or 1.0), self.total, len(self.clusters), best.story / self.total,
            best.story / (best.mass or 1.0), self.usual, self.short,
        )  # fmt: skip


def clusters(scores: Sequence[float], masses: Sequence[float]) -> list[Cluster]:
    """The likely lines in clusters.

    >>> clusters([0.9, 0.1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0.4], [10.0] * 11)
    [Cluster(first=0, last=2, mass=20.0, story=14.0), Cluster(first=10, last=10, mass=10.0, story=4.0)]
    """
    found: list[Cluster] = []
    for i, score in enumerate(scores):
        if score < LIKELY:
            continue
        mass, story = masses[i], score * masses[i]
        if found and i - found[-1].last <= APART:
            above = found[-1]
            found[-1] = Cluster(above.first, i, above.mass + mass, above.story + story)
        else:
            found.append(Cluster(i, i, mass, story))
    return found


def _said(lines: Sequence[Line], wanted: Sequence[int], words: Mapping[str, float]) -> Iterator[Column]:
    """What the words of a line say of it, and some marks."""
    leans = {i: lean(spoken(lines[i].text), words) for i in wanted}
    own = list(leans.values())
    yield own
    above, below = ([leans.get(i + step, 0.0) for i in wanted] for step in (-1, 1))
    yield from (above, below)
    yield [sum(some) for some in zip(own, above, below, strict=True)]
    texts = [lines[i].text for i in wanted]
    yield ["@" in text or "://" in text or "www." in text for text in texts]
    yield [":" in text[:OPENING] for text in texts]
