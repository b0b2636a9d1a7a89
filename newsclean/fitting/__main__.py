"""`python -m newsclean.fitting DATA`: fit the labeller on the gold pages of a folder and write the weights."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import Counter
from pathlib import Path

import newsclean
from newsclean.errors import NewscleanError
from newsclean.fitting import boosting
from newsclean.fitting.crossvalidation import crossvalidate
from newsclean.fitting.examples import Example, examples
from newsclean.fitting.gold import read_gold

WEIGHTS = Path(newsclean.__file__).parent / "data" / "weights.json"
USAGE = "usage: python -m newsclean.fitting DATA [--crossvalidate]"


def main(arguments: list[str]) -> int:
    """Fit, and replace the weights in one step, so that a broken run leaves the old ones."""
    flags = {argument for argument in arguments if argument.startswith("--")}
    folders = [argument for argument in arguments if not argument.startswith("--")]
    if len(folders) != 1 or flags - {"--crossvalidate"}:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        made = [example for example in examples(read_gold(Path(folders[0]))) if example.rows]
        if flags:
            print(crossvalidate(made))
            return 0
        _write(boosting.fit(made) | {"provenance": _provenance(made)})
    except (NewscleanError, OSError, ValueError) as error:
        print(f"newsclean.fitting: {error}", file=sys.stderr)
        return 1
    print(f"{WEIGHTS}: fitted on {len(made)} pages", file=sys.stderr)
    return 0


def _provenance(made: list[Example]) -> dict[str, object]:
    """What the weights were fitted on, so that the same data can be told from other data."""
    digest = hashlib.sha256()
    for example in made:
        digest.update(example.page.html)
        digest.update(repr((example.page.text, example.page.inside, example.page.outside)).encode())
    return {
        "pages": dict(sorted(Counter(example.page.set for example in made).items())),
        "sites": len({example.page.site for example in made}),
        "sha256": digest.hexdigest(),
        "settings": dict(boosting.SETTINGS),
        "rounds": boosting.ROUNDS,
    }


def _write(weights: dict[str, object]) -> None:
    partial = WEIGHTS.with_suffix(".partial")
    partial.write_text(json.dumps(weights, separators=(",", ":")) + "\n", encoding="utf-8")
    os.replace(partial, WEIGHTS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
