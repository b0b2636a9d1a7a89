"""`python -m newsclean.fitting DATA [--text]`: fit a labeller on the gold pages of a folder and write its weights."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from newsclean.data_files import folder
from newsclean.errors import NewscleanError
from newsclean.fitting import boosting
from newsclean.fitting.crossvalidation import crossvalidate
from newsclean.fitting.examples import examples
from newsclean.fitting.gold import GoldPage, read_gold
from newsclean.fitting.text_examples import text_examples
from newsclean.fitting.text_fit import fit_text

WEIGHTS = Path(str(folder() / "weights.json"))
TEXT_WEIGHTS = WEIGHTS.with_name("text_weights.json")
USAGE = "usage: python -m newsclean.fitting DATA [--crossvalidate | --text]"


def main(arguments: list[str]) -> int:
    """Fit, and replace the weights in one step, so that a broken run leaves the old ones."""
    flags = {argument for argument in arguments if argument.startswith("--")}
    folders = [argument for argument in arguments if not argument.startswith("--")]
    if len(folders) != 1 or len(flags) > 1 or flags - {"--crossvalidate", "--text"}:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        pages = read_gold(Path(folders[0]))
        if "--text" in flags:
            _fit_text(pages)
            return 0
        made = [example for example in examples(pages) if example.rows]
        if flags:
            print(crossvalidate(made))
            return 0
        _write(WEIGHTS, boosting.fit(made) | {"provenance": _provenance([example.page for example in made])})
    except (NewscleanError, OSError, ValueError) as error:
        print(f"newsclean.fitting: {error}", file=sys.stderr)
        return 1
    print(f"{WEIGHTS}: fitted on {len(made)} pages", file=sys.stderr)
    return 0


def _fit_text(pages: Iterable[GoldPage]) -> None:
    made = list(text_examples(pages))
    _write(TEXT_WEIGHTS, fit_text(made)[0] | {"provenance": _provenance([example.page for example in made])})
    print(f"{TEXT_WEIGHTS}: fitted on {len(made)} texts", file=sys.stderr)


def _provenance(made: list[GoldPage]) -> dict[str, object]:
    """What the weights were fitted on, so that the same data can be told from other data."""
    digest = hashlib.sha256()
    for page in made:
        digest.update(page.html)
        digest.update(repr((page.text, page.inside, page.outside)).encode())
    return {
        "pages": dict(sorted(Counter(page.set for page in made).items())),
        "sites": len({page.site for page in made}),
        "sha256": digest.hexdigest(),
        "settings": dict(boosting.SETTINGS),
        "rounds": boosting.ROUNDS,
    }


def _write(path: Path, weights: dict[str, object]) -> None:
    partial = path.with_suffix(".partial")
    partial.write_text(json.dumps(weights, separators=(",", ":")) + "\n", encoding="utf-8")
    os.replace(partial, path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
