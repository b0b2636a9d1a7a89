"""The weights of `clean_text`: one forest for the lines of the story, one for the headline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newsclean.fitting import boosting
from newsclean.fitting.crossvalidation import FOLDS, fold_of
from newsclean.fitting.examples import Example
from newsclean.fitting.text_examples import TextExample, headline_example
from newsclean.forest import Cascade
from newsclean.plaintext import headline_features, line_features

LINE_SETTINGS: Mapping[str, Any] = {**boosting.SETTINGS, "learning_rate": 0.11}
LINE_ROUNDS = 120
HEADLINE_SETTINGS: Mapping[str, Any] = {**boosting.SETTINGS, "min_data_in_leaf": 40}
HEADLINE_ROUNDS = 60


def fit_text(examples: Sequence[TextExample]) -> dict[str, Any]:
    """Fit both forests. The headline's is fitted on scores that a labeller of other sites gives, as in use."""
    story = _fit_lines(examples)
    headlines: list[Example] = []
    for fold in range(FOLDS):
        others = Cascade(_fit_lines([e for e in examples if fold_of(e.labelled.page.site) != fold])["trees"])
        for example in examples:
            if fold_of(example.labelled.page.site) == fold and example.scored:
                found = headline_example(example, others)
                headlines += [found] if found is not None else []
    headline = boosting.fit(headlines, HEADLINE_SETTINGS, HEADLINE_ROUNDS, headline_features.names())
    return story | {"headline_features": headline["features"], "headline_trees": headline["trees"]}


def _fit_lines(examples: Sequence[TextExample]) -> dict[str, Any]:
    labelled = [example.labelled for example in examples if example.labelled.rows]
    return boosting.fit(labelled, LINE_SETTINGS, LINE_ROUNDS, line_features.names())
