"""Reasons over answers: which arguments hold, what the models come to, and how firmly that is known.

Pure functions from a rule set and a case to a result that carries its whole explanation. No files,
no clock; every draw is seeded, so the same input gives the same result on every machine.
"""

from .assessing import assess
from .case import Case
from .compiling import Rules, compile_rules

__all__ = ["Case", "Rules", "assess", "compile_rules"]
