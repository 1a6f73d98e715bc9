"""Puts new values into a person's own text: what did not change stays as they wrote it, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wizard.problems import Place, Problem
from wizard.schema.council import CouncilFile
from wizard.strict_yaml import Mapping, tree_of_text

from .differing import Differences
from .layout import NotInPlace, spliced
from .migrating import FIRST_FORMAT
from .not_saved import NotSaved
from .plain import plain_of
from .reading import OpenCouncil
from .replacing import replaced_text
from .sameness import means
from .written import BYTE_ORDER_MARK


def changed_text(open_council: OpenCouncil, new: CouncilFile) -> str:
    """The file's text with the values of `new`, and the notices of reading carried out.

    Comments, layout, quoting, blank lines, line ends, a byte order mark, a missing last line
    break and keys beginning `x_` stay. New answers go to the end of `answers:`, other new keys
    to the end of the file; a removed answer takes its own lines with it, and the comments above
    it stay. With nothing to change, the text is the very same.

    Every text is read again before it is given out. Where splicing would not say exactly what
    `new` says, the top-level keys concerned are written anew with their comments above them.
    Raises NotSaved where even that would lose something.
    """
    if open_council.partly:
        message = "Something in this file was passed over, since the rule set it is held against leaves it out."
        hint = "Save it with the rule set that it was made with."
        raise NotSaved([Problem("not-writable", Place(open_council.shown_as), message, hint)])
    mark = BYTE_ORDER_MARK if open_council.text.startswith(BYTE_ORDER_MARK) else ""
    text = open_council.text.removeprefix(BYTE_ORDER_MARK)
    plain = plain_of(new)
    if "format" not in open_council.tree.entries and plain["format"] == str(FIRST_FORMAT):
        plain.pop("format")
    ways: tuple[Callable[[], str], ...] = (
        lambda: _by_splicing(open_council, text, plain),
        lambda: _by_replacing(text, open_council.shown_as, plain),
    )
    for way in ways:
        try:
            found = way()
        except NotInPlace:
            continue
        if means(found, new, own_keys_of=open_council.tree):
            return mark + found
    message = "The changes cannot be written into this file without losing something that stands in it."
    raise NotSaved([Problem("not-writable", Place(open_council.shown_as), message, "Save it under another name.")])


def _by_splicing(open_council: OpenCouncil, text: str, plain: dict[str, Any]) -> str:
    differences = Differences(text, open_council.tree, plain)
    return spliced(text, differences.with_rewrites(open_council.rewrites))


def _by_replacing(text: str, name: str, plain: dict[str, Any]) -> str:
    tree = tree_of_text(text, name)
    if not isinstance(tree, Mapping):
        raise NotInPlace
    return replaced_text(text, tree, plain)
