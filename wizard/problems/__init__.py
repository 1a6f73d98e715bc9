"""Problems: what is wrong, where, and how to mend it; and how that prints."""

from .place import Place
from .problem import Problem, Unreadable

__all__ = ["Place", "Problem", "Unreadable"]
