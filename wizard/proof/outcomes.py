"""Reads what places did, and holds it against the rule set; every fault with its place in the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.problems import Place, Problem, Unreadable
from wizard.schema.outcome import Outcome
from wizard.strict_yaml import check_shape, locate, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from wizard.schema.pack import Pack
    from wizard.strict_yaml import Node

FOLDER = "outcomes"
"""Beside the council files, so that nobody who fills one in sees what the place did."""


def outcome_file(council_file: Path, council: str) -> Path:
    """Where the outcome of a council file is looked for; it need not be there."""
    return council_file.parent / FOLDER / f"{council}.yaml"


def read_outcome(path: Path, pack: Pack, shown_as: str | None = None) -> Outcome:
    """The outcome in a file. The pack must hold every source. Raises Unreadable with every fault."""
    name = shown_as or str(path)
    tree = read_tree(path, name)
    outcome, problems = check_shape(tree, Outcome, name)
    if outcome is not None:
        problems = [*_id_problems(outcome, path, tree, name), *_unknown(outcome, pack, tree, name)]
    if problems or outcome is None:
        raise Unreadable(problems)
    return outcome


def case_studies_of(place: str, council_files: Iterable[Path], pack: Pack) -> list[Path]:
    """Those of the council files whose outcome is of a place (as findings name it). Raises Unreadable."""
    found = []
    for path in council_files:
        outcome = outcome_file(path, path.stem)
        if outcome.is_file() and read_outcome(outcome, pack).of_place == place:
            found.append(path)
    return found


def _id_problems(outcome: Outcome, path: Path, tree: Node, name: str) -> Iterator[Problem]:
    if outcome.id != path.stem:
        message = f"The file is named for '{path.stem}', but its id is '{outcome.id}'."
        yield Problem("file-name", _at(tree, name, ("id",)), message, "Let the two be the same.")


def _unknown(outcome: Outcome, pack: Pack, tree: Node, name: str) -> Iterator[Problem]:
    for decision, model in outcome.did.items():
        if decision not in pack.decisions:
            place = _at(tree, name, ("did", decision), key=True)
            yield _not_one(place, decision, "decision", pack.decisions)
            continue
        models = [each.id for each in pack.models_of(decision)]
        if model not in models:
            yield _not_one(_at(tree, name, ("did", decision)), model, f"model of '{decision}'", models)
    for index, written in enumerate(outcome.from_):
        place = _at(tree, name, ("from", index))
        source, comma, _ = written.partition(",")
        if comma and source not in pack.sources:
            yield _not_one(place, source, "report", pack.sources)
        elif not comma and written not in (findings := _findings(pack)):
            yield _not_one(place, written, "finding", findings)


def _findings(pack: Pack) -> list[str]:
    return [f"{source.id}.{finding}" for source in pack.sources.values() for finding in source.findings]


def _not_one(place: Place, written: str, what: str, known: Iterable[str]) -> Problem:
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(written, names, n=1)
    few = len(names) < 10
    listed = f"It can be: {', '.join(names)}." if few else "'wizard pack show' lists what there is."
    hint = f"Did you mean '{close[0]}'?" if close else listed
    check = f"unknown-{what.split()[0]}"
    return Problem(check, place, f"'{written}' is not a {what}.", hint)


def _at(tree: Node, name: str, path: tuple[str | int, ...], *, key: bool = False) -> Place:
    span = locate(tree, path, key=key)
    return Place(name, span.start_line + 1, span.start_column + 1)
