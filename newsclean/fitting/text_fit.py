"""The weights of `clean_text`: forests of the first and second look at a line and of headlines, and words.

What is fitted later reads scores that sites of another fold gave, as in use.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newsclean.fitting import boosting
from newsclean.fitting.crossvalidation import FOLDS, fold_of
from newsclean.fitting.examples import Example
from newsclean.fitting.text_examples import TextExample, headline_example
from newsclean.fitting.text_words import Spoken, fit_words
from newsclean.forest import Cascade
from newsclean.plaintext import headline_features, line_features, second_features
from newsclean.plaintext.line_scoring import LineWeights, Scores
from newsclean.plaintext.telling_words import spoken

FIRST_SETTINGS: Mapping[str, Any] = {**boosting.SETTINGS, "learning_rate": 0.12, "max_bin": 63}
FIRST_ROUNDS = 80
SECOND_SETTINGS: Mapping[str, Any] = {**boosting.SETTINGS, "max_bin": 63, "min_data_in_leaf": 60}
SECOND_ROUNDS = 90
HEADLINE_SETTINGS: Mapping[str, Any] = {**boosting.SETTINGS, "min_data_in_leaf": 40}
HEADLINE_ROUNDS = 60


def fit_text(examples: Sequence[TextExample]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The weights of all texts; and of each fold, those of the other folds' texts."""
    examples = _whole_gold(examples)
    learnt = _learnt(examples)
    first = _fold_firsts(learnt)
    scored = _scored(examples, first)
    words = [_fit_words([(e, scores) for e, scores in scored if _fold(e) != fold]) for fold in range(FOLDS)]
    looks = [_second(e, scores, words[_fold(e)]) for e, scores in scored]
    folds = [
        first[fold] | {"words": words[fold]} | _fit_second([one for one in looks if _fold(one) != fold])
        for fold in range(FOLDS)
    ]
    weights = [_line_weights(table) for table in folds]
    headlines = [found for e, scores in scored if (found := headline_example(e, scores, weights[_fold(e)])) is not None]
    folds = [
        table | _fit_headline([one for one in headlines if _fold(one) != fold]) for fold, table in enumerate(folds)
    ]
    every = _fit_first(learnt)
    every |= {"words": _fit_words(scored)} | _fit_second(looks)
    return every | _fit_headline(headlines), folds


def _whole_gold(examples: Sequence[TextExample]) -> Sequence[TextExample]:
    """Those whose gold is not cut short, as a first look judges that has not seen their sites."""
    scored = _scored(examples, _fold_firsts(_learnt(examples)))
    short = {e.page.name for e, scores in scored if e.cut_short(scores)}
    return [e for e in examples if e.page.name not in short]


def _learnt(examples: Sequence[TextExample]) -> list[Example]:
    return [e.labelled(e.first([0.0] * len(e.scored)).rows(e.worth_learning())) for e in examples]


def _fold_firsts(learnt: Sequence[Example]) -> list[dict[str, Any]]:
    return [_fit_first([one for one in learnt if _fold(one) != fold]) for fold in range(FOLDS)]


def _scored(examples: Sequence[TextExample], first: Sequence[Mapping[str, Any]]) -> list[tuple[TextExample, Scores]]:
    """Each example with its first scores, by the forest of its fold."""
    forests = [Cascade(table["trees"]) for table in first]
    return [(e, e.first(forests[_fold(e)].probabilities(e.columns, len(e.scored)))) for e in examples]


def _fold(example: TextExample | Example) -> int:
    return fold_of(example.page.site)


def _fit_first(made: Sequence[Example]) -> dict[str, Any]:
    return boosting.fit([one for one in made if one.rows], FIRST_SETTINGS, FIRST_ROUNDS, line_features.names())


def _fit_words(scored: Sequence[tuple[TextExample, Scores]]) -> dict[str, float]:
    lines: list[Spoken] = []
    for example, first in scored:
        rows = [i for i in second_features.open_lines(first.chances) if i in example.labels]
        weights = boosting.line_weights([example.words[i] for i in rows], example.gold_words)
        for i, weight in zip(rows, weights, strict=True):
            said = spoken(example.reading.lines[i].text)
            lines.append(Spoken(said, first.chances[i], example.labels[i], weight, example.page.site))
    return fit_words(lines)


def _second(example: TextExample, first: Scores, words: Mapping[str, float]) -> Example:
    """The rows of a second look, with first scores and words from other sites."""
    reading = example.reading
    columns = second_features.columns(reading.lines, reading.measures, first.chances, first.columns, words)
    rows = map(list, zip(*columns, strict=True))
    return example.labelled(dict(zip(second_features.open_lines(first.chances), rows, strict=True)))


def _fit_second(made: Sequence[Example]) -> dict[str, Any]:
    some = [one for one in made if one.rows]
    fitted = boosting.fit(some, SECOND_SETTINGS, SECOND_ROUNDS, second_features.names())
    return {"second_features": fitted["features"], "second_trees": fitted["trees"]}


def _line_weights(table: Mapping[str, Any]) -> LineWeights:
    """The weights of a fold as they are used; those of headlines are still to come."""
    return LineWeights(Cascade(table["trees"]), table["words"], Cascade(table["second_trees"]), Cascade([]))


def _fit_headline(examples: Sequence[Example]) -> dict[str, Any]:
    fitted = boosting.fit(examples, HEADLINE_SETTINGS, HEADLINE_ROUNDS, headline_features.names())
    return {"headline_features": fitted["features"], "headline_trees": fitted["trees"]}
