"""What newsclean raises, and whose fault each error is.

Every error derives from `NewscleanError`, so one `except` catches them all. The message says what to do next.
"""

from __future__ import annotations


class NewscleanError(Exception):
    """Base of every error that newsclean raises on purpose."""


class NotAnArticle(NewscleanError, ValueError):
    """The page's fault: it holds no story. Raised only under `Options(strict=True)`.

    `reason` says why; without `strict` the same text stands in `Article.reason`.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"no story on this page: {reason}. Without strict=True you get an Article all the same.")
        self.reason = reason

    def __reduce__(self) -> tuple[type[NotAnArticle], tuple[str], dict[str, object]]:
        # an exception is built again of its message, and this one of its reason
        return type(self), (self.reason,), vars(self)


class WrongInput(NewscleanError, TypeError):
    """The caller's fault: an argument of a type that newsclean does not take."""


class BadOptions(NewscleanError, ValueError):
    """The caller's fault: an unknown option, or a value that an option does not take."""


class BrokenData(NewscleanError):
    """newsclean's own fault: a file in newsclean/data cannot be read. Reinstall, or report it."""


class MissingExtra(NewscleanError, ImportError):
    """The caller's environment lacks an optional package; the message names the extra to install."""


class BrokenModel(NewscleanError, ValueError):
    """The file's fault: a saved SiteModel that is damaged, or of another version."""


class FrozenModel(NewscleanError, TypeError):
    """The caller's fault: a page given to a SiteModel that is frozen."""
