"""Text that somebody flattened from a page: lines instead of elements, the same Article."""

from __future__ import annotations

from newsclean.plaintext.cleaning import clean_text

__all__ = ["clean_text"]
