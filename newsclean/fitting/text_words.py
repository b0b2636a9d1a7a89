"""What single words say of a line beyond what its shape and place say: a logistic fit on top of the first scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from newsclean.errors import MissingExtra
from newsclean.plaintext.telling_words import share

SITES = 20  # that use a word: fewer would teach what these sites write about
RIDGE = 10.0
STEPS = 50
DIGITS = 2  # decimals of a weight
LEAST = 0.1  # weight of a word worth keeping
SUREST = 0.99  # first score that counts as such


class Spoken(NamedTuple):
    """A line: its words, its first score, whether it is story, what it weighs, and its site."""

    words: list[str]
    score: float
    label: bool
    weight: float
    site: str


def fit_words(lines: Sequence[Spoken]) -> dict[str, float]:
    """The weight of each word that many sites use. The same lines give the same weights.

    Raises:
        MissingExtra: SciPy, which LightGBM brings, is not installed.
    """
    try:
        import numpy
        from scipy.optimize import minimize
    except ImportError as error:
        raise MissingExtra('fitting needs LightGBM and NumPy: pip install "newsclean[fit]"') from error
    known = _vocabulary(lines)
    rows = _matrix(lines, known)
    labels = numpy.array([line.label for line in lines], dtype=numpy.float64)
    weights = numpy.array([line.weight for line in lines])
    weights /= weights.mean()
    scores = numpy.clip([line.score for line in lines], 1 - SUREST, SUREST)
    odds = numpy.log(scores / (1 - scores))

    def loss(by_word: Any) -> tuple[float, Any]:
        found = odds + rows @ by_word
        error = weights * (1 / (1 + numpy.exp(-found)) - labels)
        missed = weights * (numpy.logaddexp(0, found) - labels * found)
        return missed.sum() + RIDGE / 2 * by_word @ by_word, rows.T @ error + RIDGE * by_word

    fitted = minimize(loss, numpy.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return {word: round(float(w), DIGITS) for word, w in zip(known, fitted, strict=True) if abs(w) >= LEAST}


def _vocabulary(lines: Sequence[Spoken]) -> list[str]:
    """The words that many sites use, in order."""
    sites: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        for word in line.words:
            sites[word].add(line.site)
    return sorted(word for word, using in sites.items() if len(using) >= SITES)


def _matrix(lines: Sequence[Spoken], known: Sequence[str]) -> Any:
    """A sparse row for each line, so that a row times the weights is what `lean` gives."""
    from scipy.sparse import csr_matrix

    places = {word: place for place, word in enumerate(known)}
    numbers, columns, ends = [], [], [0]
    for line in lines:
        found = [places[word] for word in line.words if word in places]
        columns += found
        numbers += [share(len(line.words))] * len(found)
        ends.append(len(columns))
    return csr_matrix((numbers, columns, ends), shape=(len(lines), len(known)))
