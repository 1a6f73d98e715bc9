"""The canonical writer: how a council file that nobody has laid out yet is written."""

from __future__ import annotations

from typing import Any

from wizard.problems import Place, Problem
from wizard.schema.council import CouncilFile

from .emitting import entry
from .not_saved import NotSaved
from .plain import plain_of
from .sameness import means

SPREAD = ("answers", "weights", "trade_offs", "off_the_table", "what_ifs", "dissent", "expect")
"""Top-level keys whose entries stand on lines of their own."""


def new_text(file: CouncilFile) -> str:
    """The file as text: keys in the order of the schema, one answer a line, long texts folded.

    It reads back as exactly `file`. Raises NotSaved for a file that no text can mean, such as
    one with a question whose id begins with `x_`.
    """
    text = "\n".join(top_lines(plain_of(file))) + "\n"
    if not means(text, file):
        message = "This cannot be written as a council file that reads back the same."
        hint = "Look for ids that begin with 'x_', or are very long."
        raise NotSaved([Problem("not-writable", Place(file.id), message, hint)])
    return text


def top_lines(plain: dict[str, Any], indent: int = 0) -> list[str]:
    """The lines of a whole file, or of some of its top-level keys."""
    return [line for key, value in plain.items() for line in entry(key, value, indent, spread=key in SPREAD)]
