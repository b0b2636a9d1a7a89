"""Runs of prose in a flattened text: where its stories stand, and which is likely the main one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.measures import Measures

FAR = 60  # lines to the next prose, over which the number says no more
APART = 4  # lines without prose that end a run: pictures, pull quotes and advertisements take three
LARGE = 20  # lines of a run, over which the number says no more: the story goes on, however long it is
COUNTED = 0.08  # share of all prose that makes a run count in the order
COST = 60.0  # mass that a line which is no prose takes from the run of the likely story
MOST = 400.0  # mass of a line that counts for it: a text is not its longest paragraph
HEADLINE = 200.0  # mass that a line as long as a sentence but without its end takes at the most


class Runs(NamedTuple):
    """For each line the run it belongs to, in four numbers; and how many runs there are.

    The numbers: the run's share of all prose, its place among the large runs, its lines, the lines to the run before.
    """

    places: list[tuple[float, int, int, int]]
    number: int


def prose_share(measures: Sequence[Measures]) -> float:
    """The share of a text that is prose: of flattened pages six tenths, of what a fast extractor left nine."""
    mass = sum([m.mass for m in measures])
    return sum([m.mass for m in measures if m.is_prose]) / mass if mass else 0.0


def core_of(measures: Sequence[Measures]) -> tuple[int, int]:
    """The first and last line of the run with the most prose for the fewest other lines.

    Prose adds its mass, any other line takes from it, most of all a headline: lists of headlines that end with "…" or
    "!" are as long as a story.
    """
    best, most = (0, 0), 0.0
    first, weight = 0, 0.0
    for i, m in enumerate(measures):
        if m.is_prose and not m.ends_ellipsis:
            weight += min(m.mass, MOST)
        elif m.ends_sentence and not m.ends_ellipsis:
            weight -= COST
        else:
            weight -= max(COST, min(m.mass, HEADLINE))
        if weight <= 0:
            first, weight = i + 1, 0.0
        elif weight > most:
            best, most = (first, i), weight
    return best


def distances(prose: Sequence[float]) -> tuple[list[int], list[int]]:
    """For each line how many lines lie between it and the prose above and below it; 0 in prose."""
    count = len(prose)
    since, until = [FAR] * count, [FAR] * count
    for order, found in ((range(count), since), (range(count - 1, -1, -1), until)):
        step = FAR
        for i in order:
            step = 0 if prose[i] else step + 1
            found[i] = step
    return since, until


def places_in_runs(prose: Sequence[float]) -> Runs:
    """Which run each line belongs to: a line between two runs goes to the one above, from half-way on to the other."""
    runs: list[list[float]] = []  # first, last, mass
    for i, mass in enumerate(prose):
        if not mass:
            continue
        if not runs or i - runs[-1][1] > APART:
            runs.append([i, i, 0.0])
        runs[-1][1] = i
        runs[-1][2] += mass
    total = sum(run[2] for run in runs) or 1.0
    places = [(0.0, 0, 0, 0)] * len(prose)
    order, before = 0, -FAR
    for k, (first, last, mass) in enumerate((int(run[0]), int(run[1]), run[2]) for run in runs):
        order += mass > COUNTED * total
        start = (before + first + 1) // 2 if k else 0
        end = int(runs[k + 1][0]) if k + 1 < len(runs) else len(prose)
        place = (mass / total, order, min(LARGE, last - first), first - before)
        places[start:end] = [place] * (end - start)
        before = last
    return Runs(places, len(runs))
