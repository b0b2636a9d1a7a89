"""`python -m tests.fuzz TARGET [SECONDS]`: let atheris search for an input that breaks a promise.

Needs `pip install atheris`. What it finds stands in a file `crash-…` in the current folder: mend it, and put its
essence into `tests/hostile/pages.py` or into `FOUND` of the smoke test.
"""

from __future__ import annotations

import sys

from tests.fuzz.targets import TARGETS


def main() -> None:
    """Fuzz the target that the command line names."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"usage: python -m tests.fuzz {{{','.join(TARGETS)}}} [SECONDS]")
    try:
        import atheris
    except ImportError:
        sys.exit("tests.fuzz needs atheris: pip install atheris")
    seconds = sys.argv[2] if len(sys.argv) > 2 else "3600"
    target = TARGETS[sys.argv[1]]
    with atheris.instrument_imports(include=["newsclean"]):
        import newsclean.cli
        import newsclean.plaintext  # noqa: F401
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=4096", "-timeout=20"], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
