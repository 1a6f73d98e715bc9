# The types of what `wizard` offers; each name is fetched from `wizard.api` when it is first used.
from .api import Council as Council
from .api import assess as assess
from .api import compare as compare
from .api import load_council as load_council
from .api import load_pack as load_pack
from .api import questions_to_ask as questions_to_ask
from .api import render as render
from .api import robustness as robustness
from .api import what_if as what_if
from .api import what_would_change as what_would_change

__all__ = [
    "Council",
    "assess",
    "compare",
    "load_council",
    "load_pack",
    "questions_to_ask",
    "render",
    "robustness",
    "what_if",
    "what_would_change",
]
