"""`wizard pack diff OLD NEW`: what differs between two rule sets, and which results move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .output import deliver
from .usage import Parser

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.council_file import PackView, WrittenCouncil
    from wizard.engine import Case, Rules
    from wizard.problems import Problem
    from wizard.proof.results_apart import CouncilApart
    from wizard.report.rule_sets_document import RuleSetsApart

DESCRIPTION = """Holds two rule sets against each other: which parts of the new one were added, taken away or changed,
and, with --scenarios, which council files come out otherwise and why. Says whether the second number of 'version' must
move.
A council file is read with the rule set that it names, and held against both.
Ends with 1 where results move and the version does not say so, with 2 where something cannot be read."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard pack diff", DESCRIPTION)
    parser.add_argument("old", metavar="OLD", help="a rule set, a folder or an id")
    parser.add_argument("new", metavar="NEW", help="the rule set that is held against it")
    parser.add_argument(
        "--scenarios", metavar="DIR", help="a folder of council files and those below it, such as scenarios"
    )
    parser.takes_result_options("text", "json")
    args = parser.parse(argv)
    if args is None:
        return 0
    found = rule_sets_apart(args.old, args.new, args.scenarios)
    deliver(_rendered(found, args.format), args.output)
    return 0 if found.version.moved or found.version.due != "second" else 1


def rule_sets_apart(old: str, new: str, scenarios: str | None) -> RuleSetsApart:
    """Everything there is to say. Raises Unreadable."""
    from wizard.council_file import read_written, view_of
    from wizard.engine import compile_rules
    from wizard.pack import find_pack, read_pack
    from wizard.problems import Unreadable
    from wizard.proof.rule_sets_apart import objects_apart
    from wizard.proof.versions_apart import version_due
    from wizard.report.rule_sets_document import NamedCouncil, RuleSetsApart

    from .pack_test import shown

    packs = [read_pack(find_pack(each), every_source=True).pack for each in (old, new)]
    sides = [(compile_rules(pack), view_of(pack)) for pack in packs]
    problems: list[Problem] = []
    councils: list[NamedCouncil] = []
    skipped = 0
    for path in _council_files(scenarios):
        try:
            written = read_written(path, shown(path))
            found = _held(written, *sides)
        except Unreadable as fault:
            problems.extend(fault.problems)
            continue
        if found is None:
            skipped += 1
            continue
        title = written.tree.value_node("title")
        councils.append(NamedCouncil(shown(path), str(title.plain()) if title is not None else path.stem, found))
    if problems:
        raise Unreadable(problems)
    objects = objects_apart(*packs)
    heads = [(pack.head.id, pack.head.version) for pack in packs]
    moves = any(each.apart.moves for each in councils)
    due = version_due(heads[0], heads[1], results_move=moves, anything_differs=bool(objects))
    return RuleSetsApart(packs[0], packs[1], objects, tuple(councils), skipped, due)


def _council_files(scenarios: str | None) -> list[Path]:
    """Those in the folder and below, but for what lies in the folder of a rule set."""
    from wizard.pack.finding import council_files_below, find_council_folder
    from wizard.pack.layout import HEAD

    if scenarios is None:
        return []
    folder = find_council_folder(scenarios)
    heads = {path.parent for path in folder.rglob(HEAD)}
    return [path for path in council_files_below(folder) if not heads.intersection(path.parents)]


def _held(written: WrittenCouncil, old: tuple[Rules, PackView], new: tuple[Rules, PackView]) -> CouncilApart | None:
    """A council file held against both; None where it belongs to neither. Raises Unreadable."""
    from wizard.problems import Unreadable
    from wizard.proof.results_apart import council_apart

    by_old, by_new = (written.pack.id in (view.id, *view.bases) for _, view in (old, new))
    if by_old:
        try:
            return council_apart(_case(written, old[1]), old[0], new[0])
        except Unreadable:
            # It may have been edited for the new one since, where both have one id.
            if not by_new or old[1].id != new[1].id:
                raise
    elif not by_new:
        return None
    return council_apart(_case(written, new[1]), old[0], new[0], made_with_new=True)


def _case(written: WrittenCouncil, view: PackView) -> Case:
    from wizard.council_file import read_council
    from wizard.proof.council_case import case_of

    return case_of(read_council(written, view))


def _rendered(found: RuleSetsApart, form: str) -> str:
    if form == "json":
        from wizard.report.rule_sets_json import rule_sets_json

        return rule_sets_json(found)
    from wizard.report.rule_sets_document import rule_sets_document
    from wizard.report.text import terminal_width, text_of

    return text_of(rule_sets_document(found), terminal_width())
