"""What engines raise, in newsclean's own words."""

from newsclean.errors import NewscleanError


class EngineFailed(NewscleanError):
    """The cluster's fault, or that of its setting up: a task did not end well. What is done can be gone on with."""
