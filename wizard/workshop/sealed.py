"""Whether the sealed sheets can be used, which somebody may have changed by hand since they came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.problems import Place, Problem, Unreadable
from wizard.schema.workshop import Sheet
from wizard.strict_yaml import locate

from .records import read_record
from .sound import unsound_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wizard.schema.workshop import WorkshopFile
    from wizard.session.rule_sets import RuleSet

    from .records import Records


def sound_sheets(sheets: Records[Sheet], file: WorkshopFile, rule_set: RuleSet) -> tuple[Sheet, ...]:
    """Every sheet, in the order of their ids. Raises Unreadable with every fault of every file."""
    found = sheets.all()
    problems = list(_unsound(sheets, file, rule_set))
    if problems:
        raise Unreadable(problems)
    return found


def _unsound(sheets: Records[Sheet], file: WorkshopFile, rule_set: RuleSet) -> Iterator[Problem]:
    names: dict[str, str] = {}
    for each in sheets.ids():
        path = sheets.path(each)
        sheet, tree = read_record(path, Sheet)
        yield from unsound_sheet(sheet, tree, str(path), file, rule_set)
        taken = names.setdefault(sheet.who.casefold(), path.name)
        if taken != path.name:
            span = locate(tree, ("who",))
            words = f"'{sheet.who}' stands on another sheet too: {taken}."
            place = Place(str(path), span.start_line + 1, span.start_column + 1)
            yield Problem("name-taken", place, words, "Add something to one of the two names.")
