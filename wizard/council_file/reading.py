"""Reads a council file against its rule set: every fault at once, in a consultant's words, with its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from wizard.conditions.answers import Answer
from wizard.problems import Place, Problem, Unreadable
from wizard.schema.council import CouncilFile
from wizard.strict_yaml import Mapping, Node, Sequence, locate

from .linking import link
from .migrating import Rewrite, with_present_names
from .own_keys import without_own_keys
from .pack_view import PackView
from .passing_over import without_gone
from .plain import file_of, plain_of, settled
from .written import WrittenCouncil, read_written


@dataclass(frozen=True)
class OpenCouncil:
    """A council file that was read and understood, with all it takes to save it again in place.

    `text` is as it stood on disk and `digest` the SHA-256 of its bytes. `tree` (own keys
    included), `file` and the answers are in the present format and names; what the next save
    will therefore rewrite stands in `rewrites`, and a person reads of it in `notices`.
    `answers` and `what_ifs` (by id) hold what the answers of `file` mean. A question that is
    missing there was not answered. `partly` says that something was passed over, so that it cannot be saved.
    """

    path: Path
    shown_as: str
    text: str
    digest: str
    tree: Mapping
    file: CouncilFile
    answers: dict[str, Answer]
    what_ifs: dict[str, dict[str, Answer]]
    rewrites: tuple[Rewrite, ...]
    notices: tuple[Problem, ...]
    partly: bool = False


def read_council(
    source: Path | WrittenCouncil, pack: PackView, shown_as: str | None = None, *, to_look_at: bool = False
) -> OpenCouncil:
    """The council file at a path, or one that `read_written` has read, understood with its rule set.

    Keys beginning `x_` are the person's and are passed over. With `to_look_at`, so is what a rule set that builds on
    the file's own leaves out: such a file cannot be saved. Raises Unreadable with every fault.
    """
    written = source if isinstance(source, WrittenCouncil) else read_written(source, shown_as)
    name = written.shown_as
    version = pack.bases.get(written.pack.id, pack.version)
    migrated = with_present_names(written.migrated, pack.renamed, version, name, pack.models)
    tree = without_own_keys(migrated.tree)
    gone = pack.gone.get(written.pack.id, frozenset()) if to_look_at else frozenset()
    tree, passed_over = without_gone(tree, gone, pack.id, name, pack.models)
    problems = [*migrated.problems, *_other_pack(written, pack), *_shape_problems(tree, name)]
    links = link(tree, pack, name)
    places = {problem.place for problem in problems}
    problems += [problem for problem in links.problems if problem.place not in places]
    file, doubts = file_of(tree, name)
    problems += [] if problems else doubts
    if problems or file is None:
        raise Unreadable(problems)
    return OpenCouncil(
        path=written.path,
        shown_as=name,
        text=written.text,
        digest=written.digest,
        tree=migrated.tree,
        file=_tidy(file),
        answers=links.answers,
        what_ifs=links.what_ifs,
        rewrites=tuple(migrated.rewrites),
        notices=(*_of_base(written, pack), *migrated.notices, *passed_over),
        partly=bool(passed_over),
    )


def _tidy(file: CouncilFile) -> CouncilFile:
    """The file without blanks round what is said of an answer, as all other words are read."""
    plain = settled(plain_of(file))
    what_ifs = [
        each.model_copy(update={"answers": tidied["answers"]})
        for each, tidied in zip(file.what_ifs, plain.get("what_ifs", ()), strict=True)
    ]
    dissent = [
        each.model_copy(update={"says": tidied.get("says")})
        for each, tidied in zip(file.dissent, plain.get("dissent", ()), strict=True)
    ]
    parts = {"answers": plain.get("answers", {}), "what_ifs": tuple(what_ifs), "dissent": tuple(dissent)}
    return file.model_copy(update=parts)


def _shape_problems(tree: Mapping, name: str) -> list[Problem]:
    """Faults of shape, but for the answers themselves: those are told in the words of their questions."""
    entries = {}
    for key, (key_node, value) in tree.entries.items():
        emptied: Node = value
        if key == "answers" and isinstance(value, Mapping):
            emptied = replace(value, entries={})
        elif key == "what_ifs" and isinstance(value, Sequence):
            emptied = replace(value, items=[_without_answers(item) for item in value.items])
        elif key == "dissent" and isinstance(value, Sequence):
            emptied = replace(value, items=[_without_said(item) for item in value.items])
        entries[key] = (key_node, emptied)
    return file_of(replace(tree, entries=entries), name)[1]


def _without_answers(item: Node) -> Node:
    answers = item.value_node("answers") if isinstance(item, Mapping) else None
    if not isinstance(item, Mapping) or not isinstance(answers, Mapping):
        return item
    emptied = (item.entries["answers"][0], replace(answers, entries={}))
    return replace(item, entries={**item.entries, "answers": emptied})


def _without_said(item: Node) -> Node:
    if not isinstance(item, Mapping):
        return item
    return replace(item, entries={key: entry for key, entry in item.entries.items() if key != "says"})


def _other_pack(written: WrittenCouncil, pack: PackView) -> list[Problem]:
    if written.pack.id == pack.id or written.pack.id in pack.bases:
        return []
    message = f"This file was made with the rule set '{written.pack.id}', not with '{pack.id}'."
    return [Problem("other-rule-set", _pack_named(written), message, "Name the rule set that it was made with.")]


def _of_base(written: WrittenCouncil, pack: PackView) -> list[Problem]:
    """A file may be held against a rule set that builds on its own: whoever reads the result is told."""
    if written.pack.id == pack.id or written.pack.id not in pack.bases:
        return []
    message = f"This file was made with '{written.pack.id}'; it is held against '{pack.id}', which builds on it."
    return [Problem("builds-on", _pack_named(written), message)]


def _pack_named(written: WrittenCouncil) -> Place:
    span = locate(written.tree, ("pack", "id"))
    return Place(written.shown_as, span.start_line + 1, span.start_column + 1)
