"""Files made with an older version of the program or of the rule set, brought up to date in memory.

The file on disk is rewritten on the next save only; until then every change is listed as a notice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from wizard.problems import Place, Problem, Unreadable
from wizard.schema import council
from wizard.schema.pack_head import Renamed
from wizard.strict_yaml import Mapping, Node, Scalar, Sequence, Span

FIRST_FORMAT = 1
"""What a file without `format` is written in."""

FORMAT_STEPS: dict[int, Callable[[Mapping], Mapping]] = {}
"""For each older format, what brings a tree to the next one, spans kept. Format 1 is the first: none is older yet."""


class Rewrite(NamedTuple):
    """A word in the file that the next save replaces."""

    span: Span
    text: str


@dataclass
class Migrated:
    """A tree brought up to date, with what a save will rewrite, what the person should know, and faults."""

    tree: Mapping
    rewrites: list[Rewrite] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def in_present_format(tree: Mapping, file: str) -> Migrated:
    """The tree in the format of this version of the program. Raises Unreadable for a newer one or an odd one."""
    node = tree.value_node("format")
    place = _place(file, node.span if node else Span(-1, -1, -1, -1))
    written = _format_in(node, place)
    if written > council.COUNCIL_FORMAT:
        here = f"format {written}; this one reads up to {council.COUNCIL_FORMAT}"
        message = f"This file was made by a newer version of the program ({here})."
        raise Unreadable([Problem("newer-format", place, message, "Install the newer version to open it.")])
    migrated = Migrated(tree)
    if written == council.COUNCIL_FORMAT:
        return migrated
    for step in range(written, council.COUNCIL_FORMAT):
        migrated.tree = FORMAT_STEPS[step](migrated.tree)
    words = f"This file is in the older format {written}; saving it will rewrite it in format {council.COUNCIL_FORMAT}."
    migrated.notices.append(Problem("older-format", place, words))
    if isinstance(node, Scalar):
        _replace_text(migrated, ("format",), str(council.COUNCIL_FORMAT))
    return migrated


def with_present_names(
    earlier: Migrated, renamed: Renamed, version: str, file: str, decisions: Collection[str] = ()
) -> Migrated:
    """The tree with the names and the version of the rule set as it is now; faults where old and new name meet.

    `decisions` are those of the rule set: what somebody says who dissents on one of them is a model.
    """
    found = Migrated(earlier.tree, [*earlier.rewrites], [*earlier.notices])
    _rename_answers(found, ("answers",), renamed, file)
    what_ifs = found.tree.value_node("what_ifs")
    if isinstance(what_ifs, Sequence):
        for index in range(len(what_ifs.items)):
            _rename_answers(found, ("what_ifs", index, "answers"), renamed, file)
            _rename_keys(found, ("what_ifs", index, "off_the_table"), renamed.models, "model", file)
    _rename_keys(found, ("off_the_table",), renamed.models, "model", file)
    expected = found.tree.value_node("expect")
    for decision in expected.entries if isinstance(expected, Mapping) else ():
        _rename_text(found, ("expect", decision, "leader"), renamed.models, "model", file)
    asked = _at(found.tree, ("group", "asked"))
    for index in range(len(asked.items)) if isinstance(asked, Sequence) else ():
        _rename_text(found, ("group", "asked", index), renamed.questions, "question", file)
    dissent = found.tree.value_node("dissent")
    for index in range(len(dissent.items)) if isinstance(dissent, Sequence) else ():
        _rename_dissent(found, ("dissent", index), renamed, decisions, file)
    _note_version(found, version, file)
    return found


def _rename_answers(found: Migrated, path: Steps, renamed: Renamed, file: str) -> None:
    before = _at(found.tree, path)
    if not isinstance(before, Mapping):
        return
    _rename_keys(found, path, renamed.questions, "question", file)
    after = _at(found.tree, path)
    for question in after.entries if isinstance(after, Mapping) else ():
        _rename_answer(found, (*path, question), question, renamed, file)


def _rename_answer(found: Migrated, path: Steps, question: str, renamed: Renamed, file: str) -> None:
    """The options in an answer to a question, which has its present name already."""
    old_name = {new: old for old, new in renamed.questions.items()}
    names = {**renamed.answers.get(old_name.get(question, ""), {}), **renamed.answers.get(question, {})}
    if names:
        for leaf in _answer_leaves(found.tree, path):
            _rename_text(found, leaf, names, "answer", file)


def _rename_dissent(found: Migrated, path: Steps, renamed: Renamed, decisions: Collection[str], file: str) -> None:
    _rename_text(found, (*path, "on"), renamed.questions, "question", file)
    on = _at(found.tree, (*path, "on"))
    if not isinstance(on, Scalar):
        return
    if on.text in decisions:
        _rename_text(found, (*path, "says"), renamed.models, "model", file)
    else:
        _rename_answer(found, (*path, "says"), on.text, renamed, file)


def _answer_leaves(tree: Mapping, path: Steps) -> list[Steps]:
    node = _at(tree, path)
    if isinstance(node, Scalar):
        return [path]
    if isinstance(node, Sequence):
        return [(*path, index) for index in range(len(node.items))]
    if isinstance(node, Mapping):
        inner = [key for key in ("is", "one_of") if not isinstance(node.value_node(key), Mapping)]
        return [leaf for key in inner for leaf in _answer_leaves(tree, (*path, key))]
    return []


def _rename_keys(found: Migrated, path: Steps, names: AnyMapping[str, str], what: str, file: str) -> None:
    node = _at(found.tree, path)
    if not isinstance(node, Mapping) or not names:
        return
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, (name, value) in node.entries.items():
        new = names.get(key)
        if new is None:
            entries[key] = (name, value)
        elif new in node.entries or new in entries:
            words = f"'{key}' is now called '{new}', which stands here too."
            found.problems.append(Problem("renamed-twice", _place(file, name.span), words, "Remove one of the two."))
        else:
            entries[new] = (replace(name, text=new), value)
            _note_rename(found, name, new, what, file)
    found.tree = _with_node(found.tree, path, replace(node, entries=entries))


def _rename_text(found: Migrated, path: Steps, names: AnyMapping[str, str], what: str, file: str) -> None:
    node = _at(found.tree, path)
    if isinstance(node, Scalar) and node.text in names:
        new = names[node.text]
        _note_rename(found, node, new, what, file)
        found.tree = _with_node(found.tree, path, replace(node, text=new))


def _note_rename(found: Migrated, node: Scalar, new: str, what: str, file: str) -> None:
    found.rewrites.append(Rewrite(node.span, new))
    words = f"The {what} '{node.text}' is now called '{new}'; saving the file will rewrite it."
    found.notices.append(Problem("renamed", _place(file, node.span), words))


def _note_version(found: Migrated, version: str, file: str) -> None:
    node = _at(found.tree, ("pack", "version"))
    if isinstance(node, Scalar) and node.text.strip() != version:
        now = f"which is now at {version}: results may differ"
        words = f"This file was made with version {node.text} of the rule set, {now}."
        found.notices.append(Problem("other-version", _place(file, node.span), words))
        _replace_text(found, ("pack", "version"), version)


def _replace_text(found: Migrated, path: Steps, text: str) -> None:
    node = _at(found.tree, path)
    if isinstance(node, Scalar):
        found.rewrites.append(Rewrite(node.span, text))
        found.tree = _with_node(found.tree, path, replace(node, text=text))


Steps = tuple[str | int, ...]


def _at(tree: Node, path: Steps) -> Node | None:
    node: Node | None = tree
    for step in path:
        if isinstance(node, Mapping):
            node = node.value_node(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
        else:
            return None
    return node


def _with_node(tree: Mapping, path: Steps, new: Node) -> Mapping:
    """The tree with another node at the end of `path`, which must exist; the old tree stays as it was."""
    found = _replaced(tree, path, new)
    assert isinstance(found, Mapping)
    return found


def _replaced(node: Node, path: Steps, new: Node) -> Node:
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(node, Mapping):
        name, value = node.entries[str(step)]
        return replace(node, entries={**node.entries, str(step): (name, _replaced(value, rest, new))})
    if isinstance(node, Sequence) and isinstance(step, int):
        items = list(node.items)
        items[step] = _replaced(items[step], rest, new)
        return replace(node, items=items)
    return node


def _format_in(node: Node | None, place: Place) -> int:
    if node is None:
        return FIRST_FORMAT
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0 and len(text) < 10):
        shown = f", not '{text}'" if text else ""
        raise Unreadable([Problem("wrong-type", place, f"'format' should be a whole number from 1{shown}.")])
    return int(text)


def _place(file: str, span: Span) -> Place:
    return Place(file, span.start_line + 1, span.start_column + 1)
