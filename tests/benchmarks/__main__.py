"""`python -m tests.benchmarks [PARTS [DOUBLINGS]]`: how time grows with the page; 125000 2 makes 50 MB."""

from __future__ import annotations

import sys

from tests.benchmarks.growth import report

if __name__ == "__main__":
    sys.exit(1 if report(*(map(int, sys.argv[1:3] or ["500"]))) else 0)
