"""A flattened text as columns of numbers, one number a line, for the fitted labeller. Their names are in `names()`.

What markup says of a block is gone; what is left is length, sentence shape, capitals, repetition, bullets and blank
lines, chrome phrases, and where a line stands: among prose, under a box heading, in the run that is likely the story.
"""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, TypeVar

from newsclean.features.words import PHRASE_GROUPS
from newsclean.measures import Measures
from newsclean.plaintext.lines import Line
from newsclean.plaintext.prose_runs import FAR, core_of, distances, places_in_runs
from newsclean.sums import Sums

Column = Sequence[float]
T = TypeVar("T")

_MEASURED: Final = (
    "mass", "words", "sentences", "commas", "quotes", "digits", "capitals", "ends_sentence", "ends_colon",
    "ends_ellipsis", "starts_digit", "is_prose",
)  # fmt: skip
OWN: Final = (
    *_MEASURED, "mass_per_sentence", "lower_words", "bullet", "gap", "gap_below", "repeats",
    "repeats_head", "shape_prose", "phrase", "box_teasers", "box_distance", "box_mass",
)  # fmt: skip
NEIGHBOURS: Final = (
    "above1_mass", "below1_mass", "above1_lower_words", "below1_lower_words", "below1_ends_sentence",
)  # fmt: skip
ABOVE: Final = (3, 8)  # lines of a window of prose
BELOW: Final = (3, 20)
AROUND: Final = (
    *(f"prose_above{reach}" for reach in ABOVE), *(f"prose_below{reach}" for reach in BELOW), "bullets_around",
    "phrases_around", "open_share", "since_prose", "until_prose", "run_share", "run_order", "run_size", "run_gap",
)  # fmt: skip
PLACE: Final = (
    "position", "mass_position", "prose_before", "prose_after", "in_core", "core_from_start", "core_to_end",
    "shared_words", "head_words",
)  # fmt: skip
TEXT: Final = (
    "core_share", "lines", "all_prose", "prose_lines", "bullet_share", "gap_share", "repeat_share", "open_share_all",
    "runs", "prose_share", "short_share", "first_prose", "core_lines", "mass_above",
)  # fmt: skip
_NAMES: Final = (*OWN, *NEIGHBOURS, *AROUND, *PLACE, *TEXT)
WHOLE: Final = frozenset({  # those whose numbers are always whole
    "words", "sentences", "commas", "quotes", "ends_sentence", "ends_colon", "ends_ellipsis", "starts_digit",
    "is_prose", "bullet", "gap", "gap_below", "repeats", "repeats_head", "phrase", "box_teasers", "box_distance",
    "below1_ends_sentence", "since_prose", "until_prose", "run_order", "run_size", "run_gap", "in_core",
    "core_from_start", "core_to_end", "head_words", "lines", "prose_lines", "runs", "first_prose",
})  # fmt: skip

SHORT: Final = 40  # mass of a line that is a menu entry, a label or a byline
LONG: Final = 50  # mass of a line that ends with a stop if it is a sentence, and without one if it is a headline
LOOKED_AT: Final = 400  # characters of a line whose words are looked at
LONG_WORD: Final = 5  # letters of a word that may tell what a text is about
HEAD: Final = 40  # characters by which a line that begins like another one is known
ABOVE_CORE: Final = 8  # lines above the likely story whose words are those of its headline
# Numbers of mass and lines that say no more beyond these: stories of 100 paragraphs are rare among the pages fitted on,
# and that a line stands deep in one does not make it chrome.
DEEP_BEFORE: Final = 2_000.0  # mass of prose
DEEP_AFTER: Final = 3_000.0
DEEP_BOX: Final = 1_500.0
DEEP: Final = 12  # lines from the ends of the likely story
MUCH: Final = 4_000.0  # mass of prose of a text
MANY_PROSE: Final = 20  # lines
MANY: Final = 150
PAD: Final = 21  # of the prefix sums, at both ends
BESIDE: Final = 1  # lines on either side that a line sees by themselves
_LAST_GAP: Final = 3
_SMALL: Final = bytes.maketrans(string.ascii_lowercase.encode(), b"a" * len(string.ascii_lowercase))
_TEASERS: Final = next(labels for group, labels in PHRASE_GROUPS if group == "teasers")


def names() -> tuple[str, ...]:
    """The names of the columns, in order."""
    return _NAMES


def columns(lines: Sequence[Line], measures: Sequence[Measures], wanted: Sequence[int]) -> list[Column]:
    """The numbers of the lines that `wanted` lists by index, a column each.

    Args:
        lines: the text.
        measures: of every line, in order.
        wanted: indexes of lines.
    """
    if not wanted:
        return [()] * len(_NAMES)
    text = _Text(lines, measures, wanted)
    return [
        *text.own(wanted), *text.neighbours(wanted), *text.around(wanted), *text.place(wanted),
        *([number] * len(wanted) for number in text.whole()),
    ]  # fmt: skip


class _Text:
    """The sums and look-ups that the columns of one text share."""

    def __init__(self, lines: Sequence[Line], measures: Sequence[Measures], wanted: Sequence[int]) -> None:
        self.lines, self.measures = lines, measures
        self.count = len(lines)
        self.fields = dict(zip(Measures._fields, zip(*measures, strict=True), strict=True))
        mass, prose = self.fields["mass"], self.fields["is_prose"]
        self.prose_mass = [size if is_prose else 0.0 for size, is_prose in zip(mass, prose, strict=True)]
        self.said = [line.text.lower() for line in lines]
        self.repeats = Counter(self.said)
        self.heads = Counter([said[:HEAD] for said in self.said])
        self.gaps = [line.gap for line in lines]
        self.gaps_below = [*self.gaps[1:], _LAST_GAP]
        phrases = zip(self.fields["whole"], self.fields["starts"], strict=True)
        self.named = [whole is not None or starts is not None for whole, starts in phrases]
        self._sum_up()
        self.all_prose = self.prose[-1] or 1.0
        self.core = core_of(measures)
        self.runs = places_in_runs(self.prose_mass)
        self.lower = self._lower_words(wanted)
        self.words: dict[int, frozenset[str]] = {}

    def _sum_up(self) -> None:
        """Prefix sums, padded at both ends so that a window may reach over them."""
        mass = self.fields["mass"]
        long = [size > LONG for size in mass]
        ends = zip(long, self.fields["ends_sentence"], self.fields["ends_ellipsis"], strict=True)
        self.prose = Sums(self.prose_mass).padded(PAD)
        self.mass = Sums(mass).padded(PAD)
        self.bullets = Sums([line.bullet for line in self.lines]).padded(PAD)
        self.names = Sums(self.named).padded(PAD)
        self.long = Sums(long).padded(PAD)
        self.open = Sums([is_long and (not ends or goes_on) for is_long, ends, goes_on in ends]).padded(PAD)

    def own(self, wanted: Sequence[int]) -> Iterator[Column]:
        """What a line says by itself."""
        fields = [_at(self.fields[name], wanted) for name in _MEASURED]
        yield from fields
        mass, sentences = fields[_MEASURED.index("mass")], fields[_MEASURED.index("sentences")]
        yield [size / (count or 1) for size, count in zip(mass, sentences, strict=True)]
        yield [self.lower[i + BESIDE] for i in wanted]
        shapes = self._prose_by_shape()
        bullets = [self.lines[i].bullet for i in wanted]
        above, below = _at(self.gaps, wanted), _at(self.gaps_below, wanted)
        yield from (bullets, above, below)
        said = _at(self.said, wanted)
        yield [self.repeats[words] for words in said]
        yield [self.heads[words[:HEAD]] for words in said]
        yield [shapes[shape] / self.all_prose for shape in zip(above, below, bullets, strict=True)]
        yield _at(self.named, wanted)
        boxes = self._boxes()
        yield [boxes[i][1] for i in wanted]
        yield [i - boxes[i][0] if boxes[i][0] >= 0 else -1 for i in wanted]
        prose = self.prose
        yield _at_most(DEEP_BOX, [
            prose[i + PAD] - prose[boxes[i][0] + PAD] if boxes[i][0] >= 0 else -1.0 for i in wanted
        ])  # fmt: skip

    def _prose_by_shape(self) -> Counter[tuple[int, int, bool]]:
        """How much prose has this many line ends above and below it, with or without a bullet."""
        shapes: Counter[tuple[int, int, bool]] = Counter()
        for line, below, prose in zip(self.lines, self.gaps_below, self.prose_mass, strict=True):
            if prose:
                shapes[line.gap, below, line.bullet] += prose  # type: ignore[assignment]
        return shapes

    def _boxes(self) -> list[tuple[int, bool]]:
        """For each line the box heading above it, or -1, and whether it names teasers."""
        found: list[tuple[int, bool]] = []
        current = (-1, False)
        for i, whole in enumerate(self.fields["whole"]):
            if whole is not None:
                current = (i, whole in _TEASERS)
            found.append(current)
        return found

    def _lower_words(self, wanted: Sequence[int]) -> list[float]:
        """Of the wanted lines and those beside them, shifted by `BESIDE`: the share of words in small letters."""
        shares = [-1.0] * (self.count + 2 * BESIDE)
        for i in sorted({here + beside for here in wanted for beside in range(-BESIDE, BESIDE + 1)}):
            if 0 <= i < self.count:
                shares[i + BESIDE] = lower_words(self.lines[i].text)
        return shares

    def neighbours(self, wanted: Sequence[int]) -> Iterator[Column]:
        """What stands right above and below; -1 where nothing does."""
        mass, ends, lower = self.fields["mass"], self.fields["ends_sentence"], self.lower
        last = self.count - 1
        yield [mass[i - 1] if i else -1.0 for i in wanted]
        yield [mass[i + 1] if i < last else -1.0 for i in wanted]
        yield [lower[i] for i in wanted]
        yield [lower[i + 2 * BESIDE] for i in wanted]
        yield [ends[i + 1] if i < last else -1 for i in wanted]

    def around(self, wanted: Sequence[int]) -> Iterator[Column]:
        """Sums over the lines around, distances to prose, and the run of prose that a line belongs to."""
        places = [i + PAD for i in wanted]
        prose, open_, long = self.prose, self.open, self.long
        for reach in ABOVE:
            yield [prose[at] - prose[at - reach] for at in places]
        for reach in BELOW:
            yield [prose[at + 1 + reach] - prose[at + 1] for at in places]
        yield [self.bullets[at + 5] - self.bullets[at - 4] for at in places]
        yield [self.names[at + 5] - self.names[at - 4] for at in places]
        yield [(open_[at + 7] - open_[at - 6]) / (long[at + 7] - long[at - 6] or 1.0) for at in places]
        for distance in distances(self.prose_mass):
            yield _at_most(FAR, _at(distance, wanted))
        yield from zip(*(self.runs.places[i] for i in wanted), strict=True)

    def place(self, wanted: Sequence[int]) -> Iterator[Column]:
        """Where a line stands in the text and in the likely story, and how many words it shares with that."""
        first, last = self.core
        total = self.mass[-1] or 1.0
        yield [i / self.count for i in wanted]
        yield [self.mass[i + PAD] / total for i in wanted]
        yield _at_most(DEEP_BEFORE, [self.prose[i + PAD] for i in wanted])
        yield _at_most(DEEP_AFTER, [self.prose[-1] - self.prose[i + PAD + 1] for i in wanted])
        in_core = [first <= i <= last for i in wanted]
        yield in_core
        for far in ([i - first for i in wanted], [last - i for i in wanted]):
            yield [DEEP if lines > DEEP else -DEEP if lines < -DEEP else lines for lines in far]
        spoken = self._spoken()
        often = {word for word, times in spoken.items() if times > 1}
        own = [inside and self.measures[i].is_prose for i, inside in zip(wanted, in_core, strict=True)]
        vocabularies = ((often if itself else spoken.keys()) for itself in own)
        words = [self._long_words(i) for i in wanted]
        yield [
            len(some & known) / len(some) if some else -1.0 for some, known in zip(words, vocabularies, strict=True)
        ]  # fmt: skip
        head = self._head()
        yield [len(some & head) if head and some else -1 for some in words]

    def _long_words(self, i: int) -> frozenset[str]:
        known = self.words.get(i)
        if known is None:
            known = self.words[i] = long_words(self.lines[i].text)
        return known

    def _spoken(self) -> Counter[str]:
        """The long words of the likely story, by how many of its lines have them."""
        first, last = self.core
        prose = [i for i in range(first, min(self.count, last + 1)) if self.prose_mass[i]]
        return Counter(chain.from_iterable(map(self._long_words, prose)))

    def _head(self) -> frozenset[str]:
        """The long words of the lines above the likely story that are no menu."""
        above = range(max(0, self.core[0] - ABOVE_CORE), self.core[0])
        heads = (i for i in above if not self.lines[i].bullet and self.measures[i].mass > 25 and not self.named[i])
        return frozenset().union(*map(self._long_words, heads))

    def whole(self) -> tuple[float, ...]:
        """What the text as a whole is like: a page with all its chrome, or little more than a story."""
        first, last = self.core
        count, mass = self.count, self.mass[-1] or 1.0
        first_prose = next((i for i, prose in enumerate(self.prose_mass) if prose), -1)
        return (
            (self.prose[last + 1 + PAD] - self.prose[first + PAD]) / self.all_prose, min(MANY, count),
            min(MUCH, self.all_prose), min(MANY_PROSE, sum(self.fields["is_prose"])),
            self.bullets[-1] / count, sum([gap > 1 for gap in self.gaps]) / count,
            sum([times for times in self.repeats.values() if times > 1]) / count,
            self.open[-1] / (self.long[-1] or 1.0), self.runs.number, self.prose[-1] / mass,
            sum([size < SHORT for size in self.fields["mass"]]) / count, first_prose, (last - first + 1) / count,
            self.mass[first_prose + PAD] / mass if first_prose >= 0 else 1.0,
        )  # fmt: skip


@lru_cache(maxsize=512)
def long_words(text: str) -> frozenset[str]:
    """The words of a line that may tell what a text is about."""
    return frozenset([word for word in text[:LOOKED_AT].lower().split() if len(word) >= LONG_WORD])


def _at_most(most: float, numbers: Sequence[float]) -> list[float]:
    return [most if number > most else number for number in numbers]


def _at(values: Sequence[T], wanted: Sequence[int]) -> list[T]:
    return [values[i] for i in wanted]


def lower_words(text: str) -> float:
    """Share of the words, the first left out, that begin with a small letter: headlines and names have few.

    The white space of a line is single spaces.
    """
    text = text[:LOOKED_AT].rstrip()
    if text.isascii():
        small = text.encode().translate(_SMALL)
        spaces = small.count(b" ")
        return small.count(b" a") / spaces if spaces else -1.0
    firsts = [word[0] for word in text.split()]
    if len(firsts) < 2:
        return -1.0
    return (sum(map(str.islower, firsts)) - firsts[0].islower()) / (len(firsts) - 1)
