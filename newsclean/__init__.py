"""newsclean: the story of a news page, apart from the site's chrome.

Importing the package is cheap: what a public name needs is imported when the name is first used.
"""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclean.article import (
        Article,
        Author,
        Block,
        Charset,
        Chrome,
        Credit,
        Deck,
        Embed,
        Figure,
        Heading,
        Image,
        Link,
        List,
        PageWarning,
        Paragraph,
        Preformatted,
        PullQuote,
        Quote,
        Repair,
        Table,
        Update,
        Video,
    )
    from newsclean.comparison import Change, compare
    from newsclean.errors import (
        BadOptions,
        BrokenData,
        BrokenModel,
        FrozenModel,
        MissingExtra,
        NewscleanError,
        NotAnArticle,
        WrongInput,
    )
    from newsclean.explain import Answer, ExplainedBlock, Explanation, Leaning, WordsNotFound, explain
    from newsclean.extract import extract
    from newsclean.many import Page, extract_many
    from newsclean.mojibake import Repaired, repair, repair_all
    from newsclean.options import Options
    from newsclean.plaintext import clean_text
    from newsclean.site_model import SiteModel

    __version__: str

_HOMES = {
    "newsclean.article": (
        "Article", "Author", "Block", "Charset", "Chrome", "Credit", "Deck", "Embed", "Figure", "Heading", "Image",
        "Link", "List", "PageWarning", "Paragraph", "Preformatted", "PullQuote", "Quote", "Repair", "Table", "Update",
        "Video",
    ),
    "newsclean.comparison": ("Change", "compare"),
    "newsclean.errors": (
        "BadOptions", "BrokenData", "BrokenModel", "FrozenModel", "MissingExtra", "NewscleanError", "NotAnArticle",
        "WrongInput",
    ),
    "newsclean.explain": ("Answer", "ExplainedBlock", "Explanation", "Leaning", "WordsNotFound", "explain"),
    "newsclean.extract": ("extract",),
    "newsclean.many": ("Page", "extract_many"),
    "newsclean.mojibake": ("Repaired", "repair", "repair_all"),
    "newsclean.options": ("Options",),
    "newsclean.plaintext": ("clean_text",),
    "newsclean.site_model": ("SiteModel",),
}  # fmt: skip
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Answer", "Article", "Author", "BadOptions", "Block", "BrokenData", "BrokenModel", "Change", "Charset", "Chrome",
    "Credit", "Deck", "Embed", "ExplainedBlock", "Explanation", "Figure", "FrozenModel", "Heading", "Image", "Leaning",
    "Link", "List", "MissingExtra", "NewscleanError", "NotAnArticle", "Options", "Page", "PageWarning", "Paragraph",
    "Preformatted", "PullQuote", "Quote", "Repair", "Repaired", "SiteModel", "Table", "Update", "Video",
    "WordsNotFound", "WrongInput", "clean_text", "compare", "explain", "extract", "extract_many", "repair",
    "repair_all",
]  # fmt: skip

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:
    if name == "__version__":
        value: Any = _installed_version()
    elif name in _HOME_OF:
        value = getattr(import_module(_HOME_OF[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})


def _installed_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("newsclean")
    except PackageNotFoundError:
        return "0+unknown"  # run from a checkout that was not installed


class _Package(ModuleType):
    """`extract` and `explain` are functions: importing the modules of those names would put these in their place."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in ("extract", "explain") or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
