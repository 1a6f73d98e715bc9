"""What is raised where nothing was written."""

from __future__ import annotations

from wizard.problems import Unreadable


class NotSaved(Unreadable):
    """A file could not be saved: what stands on disk is as it was. Carries the problems that stood in the way."""
