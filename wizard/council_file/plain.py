"""A council file as nested texts, lists and mappings, and back: what reading and writing have in common."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from wizard.problems import Place, Problem
from wizard.schema.council import AnswerEntry, CouncilFile, Dissent, GroupRecord
from wizard.strict_yaml import Mapping, Node, Scalar, check_shape

CONTAINERS = (
    "about",
    "answers",
    "weights",
    "trade_offs",
    "off_the_table",
    "what_ifs",
    "record",
    "group",
    "dissent",
    "expect",
)
"""Keys that may stand with nothing under them, which says the same as leaving them out."""

ANSWER_WORDS = ("from", "note")
"""What a person reads about an answer: blanks and line breaks round it say nothing."""


def plain_of(file: CouncilFile) -> dict[str, Any]:
    """Every value of the file as texts, lists and mappings, in the order they are written; nothing empty."""
    plain: dict[str, Any] = {
        "id": file.id,
        "title": file.title,
        "format": str(file.format),
        "pack": _given(file.pack),
        "about": _given(file.about),
        "derived_from": _given(file.derived_from) if file.derived_from else {},
        "answers": {question: _answer(answer) for question, answer in file.answers.items()},
        "weights": _weights(file.weights),
        "trade_offs": _trade_offs(file.trade_offs),
        "off_the_table": dict(file.off_the_table),
        "what_ifs": [_what_if(each) for each in file.what_ifs],
        "record": {key: str(value) for key, value in _given(file.record).items()},
        "group": _group(file.group) if file.group else {},
        "dissent": [_dissent(each) for each in file.dissent],
        "expect": {decision: _given(each) for decision, each in file.expect.items()},
    }
    return {key: value for key, value in plain.items() if value or key not in (*CONTAINERS, "derived_from")}


def file_of(tree: Mapping, file: str) -> tuple[CouncilFile | None, list[Problem]]:
    """The council file that a tree (without own keys) means, and every fault of its shape.

    Answers are held against nothing here but being texts, lists or mappings.
    """
    return check_shape(without_empty_containers(tree), CouncilFile, file)


def without_empty_containers(tree: Mapping) -> Mapping:
    """The tree without top-level keys that have nothing after the colon, where nothing is a proper value."""
    entries = {
        key: entry for key, entry in tree.entries.items() if not (key in CONTAINERS and _is_empty(key, entry[1]))
    }
    return replace(tree, entries=entries)


def _is_empty(key: str, node: Node) -> bool:
    # Where there is a group it must say who: one that says nothing at all is none.
    return is_blank(node) or (key == "group" and isinstance(node, Mapping) and not node.entries)


def is_blank(node: Any) -> bool:
    """Whether nothing was written here; an empty text in quotes is something."""
    return isinstance(node, Scalar) and not node.style and not node.text


def settled(plain: dict[str, Any]) -> dict[str, Any]:
    """The plain form in which two ways of writing one answer (`weak` and `{is: weak}`) are the same."""
    found = dict(plain)
    if "answers" in found:
        found["answers"] = {question: settled_answer(answer) for question, answer in found["answers"].items()}
    if "what_ifs" in found:
        found["what_ifs"] = [
            {**each, "answers": {question: settled_answer(answer) for question, answer in each["answers"].items()}}
            for each in found["what_ifs"]
        ]
    if "dissent" in found:
        found["dissent"] = [
            {**each, "says": settled_answer(each["says"])} if "says" in each else each for each in found["dissent"]
        ]
    return found


def settled_answer(answer: Any) -> Any:
    """An answer without the mapping round it, where that says nothing more; no blanks round its words."""
    if not isinstance(answer, dict):
        return answer
    if set(answer) == {"is"}:
        return answer["is"]
    words = {key: answer[key].strip() for key in ANSWER_WORDS if isinstance(answer.get(key), str)}
    return {**answer, **words}


def no_mapping(file: str) -> Problem:
    """The fault of a file that is YAML, but a list or a text."""
    return Problem(
        "not-a-council-file",
        Place(file, 1, 1),
        "This is not a council file: it should be lines of 'key: value'.",
        "Start one with 'wizard new'.",
    )


def _given(part: Any) -> dict[str, Any]:
    return {key: value for key, value in part.model_dump(by_alias=True).items() if value is not None}


def _what_if(what_if: Any) -> dict[str, Any]:
    plain = {
        "id": what_if.id,
        "title": what_if.title,
        "note": what_if.note,
        "answers": {question: _answer(answer) for question, answer in what_if.answers.items()},
        "weights": _weights(what_if.weights),
        "trade_offs": _trade_offs(what_if.trade_offs),
        "off_the_table": dict(what_if.off_the_table),
    }
    return {key: value for key, value in plain.items() if value or key == "answers"}


def _group(group: GroupRecord) -> dict[str, Any]:
    plain = {"workshop": group.workshop, "people": list(group.people), "asked": list(group.asked), "rule": group.rule}
    return {
        key: value
        for key, value in plain.items()
        if key in ("workshop", "people") or not is_usual(("group", key), value)
    }


def _dissent(dissent: Dissent) -> dict[str, Any]:
    plain = {"on": dissent.on, "who": list(dissent.who), "turns": "yes" if dissent.turns else None, "why": dissent.why}
    plain["says"] = None if dissent.says is None else _answer(dissent.says)
    return {key: plain[key] for key in ("on", "who", "says", "turns", "why") if plain[key] is not None}


def is_usual(path: tuple[str, ...], value: Any) -> bool:
    """Whether a value says no more than leaving its key out does; who wrote it there may keep it."""
    if path[0] == "group" and len(path) == 2:
        return (path[1] == "asked" and value == []) or (
            path[1] == "rule" and value == GroupRecord.model_fields["rule"].default
        )
    return path[0] == "dissent" and path[2:] == ("turns",) and isinstance(value, str) and not says_yes(value)


def says_yes(text: str) -> bool:
    """Whether a text that the schema takes for yes or no is a yes."""
    return text.strip().lower() in ("yes", "y", "true", "t", "on", "1")


def _weights(weights: Any) -> dict[str, dict[str, Any]]:
    return {
        decision: {each: _weight(entry) for each, entry in entries.items()} for decision, entries in weights.items()
    }


def _trade_offs(trade_offs: Any) -> dict[str, list[dict[str, Any]]]:
    return {
        decision: [{**_given(entry), "of": list(entry.of)} for entry in entries]
        for decision, entries in trade_offs.items()
    }


def _weight(entry: Any) -> dict[str, Any]:
    return {**_given(entry), "weight": number_text(entry.weight)}


def number_text(number: float) -> str:
    """A number as a person writes it, exact: 30 rather than 30.0."""
    text = repr(float(number))
    return text.removesuffix(".0")


def _answer(answer: Any) -> Any:
    if isinstance(answer, AnswerEntry):
        answer = answer.model_dump(by_alias=True)
    if isinstance(answer, dict):
        return {key: _answer(value) for key, value in answer.items() if value is not None}
    if isinstance(answer, (list, tuple)):
        return [_answer(item) for item in answer]
    return str(answer)
