"""`python -m tests.benchmarks.text_quality DATA`: `clean_text` against gold, on sites that the weights have not seen.

Pages are given as all their text ("whole") and as what a fast extractor left of them ("rest"), beside that text itself.
Fitting the folds takes minutes, so `--folds FOLDER` keeps their weights and finds them again.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from newsclean import clean_text
from newsclean.fitting.crossvalidation import FOLDS, fold_of
from newsclean.fitting.flattening import Form, flattened
from newsclean.fitting.gold import GoldPage, read_gold
from newsclean.fitting.text_examples import text_examples
from newsclean.fitting.text_fit import fit_text
from newsclean.plaintext import line_labelling
from newsclean.plaintext.line_scoring import LineWeights
from newsclean.plaintext.text_weights import weights_from
from tests.benchmarks.quality import Story, by_confidence, line, score


def fold_weights(pages: Sequence[GoldPage], kept_in: Path | None) -> list[LineWeights]:
    """The weights of each fold, fitted without the sites of that fold."""
    if kept_in is not None and (kept_in / f"text{FOLDS - 1}.json").exists():
        tables: list[dict[str, Any]] = [
            json.loads((kept_in / f"text{fold}.json").read_text("utf-8")) for fold in range(FOLDS)
        ]
    else:
        tables = fit_text(list(text_examples(pages)))[1]
        for fold, table in enumerate(tables if kept_in is not None else ()):
            assert kept_in is not None
            (kept_in / f"text{fold}.json").write_text(json.dumps(table), encoding="utf-8")
    return [weights_from(table) for table in tables]


def main() -> None:
    """Print a table a set, then confidence."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.text_quality", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sets", help="only these, separated by commas")
    parser.add_argument("--folds", type=Path, help="a folder that keeps the weights of the folds")
    chosen = parser.parse_args()
    pages = list(read_gold(chosen.data))
    weights = fold_weights(pages, chosen.folds)
    names = chosen.sets.split(",") if chosen.sets else sorted({page.set for page in pages})
    print(f"{'':28}{'pages':>6}" + "".join(f"{title:>8}" for title in ("F1", "P", "R", ">98", "kept", "out")))
    for form in (Form.WHOLE, Form.REST):
        ours, given = [], []
        for page in pages:
            if page.set not in names:
                continue
            text = next(text for found, text in flattened(page.html, otherwise=False) if found is form)
            with patch.object(line_labelling, "shipped_weights", lambda page=page: weights[fold_of(page.site)]):
                article = clean_text(text)
            ours.append(score(page, Story(article.text, article.confidence)))
            given.append(score(page, Story(text)))
        for name in names:
            for title, scores in ((f"{name}, {form}", ours), ("  as given", given)):
                print(line(title, [one for one in scores if one.page.set == name]))
        print("confidence: share of pages with F1 >= 0.95", *by_confidence(ours), sep="\n", flush=True)


if __name__ == "__main__":
    main()
