"""Published figures about councils that ship with the program: read, and found by a council's name.

Where they come from, of which date they are and under which licence they stand is written in `ORIGIN.md`.
This floor knows nothing of rule sets: which question a figure answers is decided by those who ask.
"""

from .councils import FIGURES_DATE, ORIGIN, Council, read_councils, shipped_councils
from .finding import Ambiguous, NotFound, council_named

__all__ = [
    "FIGURES_DATE",
    "ORIGIN",
    "Ambiguous",
    "Council",
    "NotFound",
    "council_named",
    "read_councils",
    "shipped_councils",
]
