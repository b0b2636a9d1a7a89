"""Corpora: from WARC, JSON lines, tables and folders of pages to clean Articles.

`newsclean corpus` runs here; `clean_batch` is the function for Arrow data in other engines. pyarrow, FastWARC and the
like are the extra `corpus`: nothing outside this package and `newsclean.engines` imports them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclean.corpora.batches import articles_of, batch_schema, clean_batch
    from newsclean.corpora.settings import Columns, Wanted

__all__ = ["Columns", "Wanted", "articles_of", "batch_schema", "clean_batch"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from newsclean.corpora import batches, settings

    return getattr(settings if name in ("Columns", "Wanted") else batches, name)
