"""Settings for every test."""

from __future__ import annotations

from hypothesis import settings

# No deadline: a slow machine is no bug.
settings.register_profile("newsclean", deadline=None)
settings.load_profile("newsclean")
