"""What can be answered to a question, and how an answer can be tested, as JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.conditions.domain import NOT_SURE_WORD, Domain
from wizard.conditions.parse import GROUPS

from .shapes import DATE, NUMBER, TEXT, WHOLE_NUMBER, Schema, keyed, listed, one_of_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.schema.pack import Pack
    from wizard.schema.question import Question

CONDITION: Schema = {"$ref": "#/definitions/condition"}
NOT_SURE: Schema = {"const": NOT_SURE_WORD, "description": "Asked, and nobody knows."}


def plain_value(question: Question) -> Schema:
    """One option, number or date."""
    domain = Domain(question)
    if not domain.is_numeric:
        return one_of_ids({each: domain.option_title(each) for each in domain.options})
    if domain.kind == "date":
        return dict(DATE)
    found = dict(WHOLE_NUMBER if domain.whole else NUMBER)
    # Bounds bite on numbers only, not on what is written in quotation marks.
    found.update({"minimum": domain.low} if domain.low is not None else {})
    found.update({"maximum": domain.high} if domain.high is not None else {})
    return found


def answer(question: Question) -> Schema:
    """Everything that a council file may answer to a question."""
    domain, value = Domain(question), plain_value(question)
    simple = [value, NOT_SURE] if domain.kind != "choices" else [listed(value), value, NOT_SURE]
    ways: dict[str, Schema] = {"is": {"anyOf": simple}}
    if domain.is_numeric:
        ways["between"] = listed(value, 2, 2)
    elif domain.kind != "choices":
        ways["one_of"] = listed(value, 1)
    told: dict[str, Schema] = {
        "known": one_of_ids({"before": "known before the choice", "at_report": "as at the time of the report"}),
        "from": TEXT,
        "note": TEXT,
    }
    detailed = {**keyed({**ways, **told}, own_keys=True), "oneOf": [{"required": [way]} for way in ways]}
    return {"anyOf": [*simple, detailed], **described(question)}


def described(question: Question) -> Schema:
    """What a person reads about a question, for an editor to show."""
    return {
        "title": question.ask,
        "description": f"{question.why} Ask: {question.ask_whom}. Takes {Domain(question).takes()}.",
    }


def answers(questions: Mapping[str, Question], renamed: Mapping[str, str]) -> Schema:
    """The answers of a council file; an old name is known too, and marked as one."""
    found: dict[str, Schema] = {each.id: {"$ref": f"#/definitions/answer_{each.id}"} for each in questions.values()}
    for old, new in renamed.items():
        if new in questions:
            old_name: Schema = {"deprecationMessage": f"Now called '{new}'.", "description": f"Now called '{new}'."}
            found[old] = {"allOf": [found[new]], **old_name}
    return keyed(found, own_keys=True)


def answer_definitions(pack: Pack) -> dict[str, Schema]:
    """A definition of the answers to each question; an option's old names are known too."""
    found = {}
    for question in pack.questions.values():
        old = pack.head.renamed.answers.get(question.id, {})
        schema = answer(question)
        found[f"answer_{question.id}"] = _with_old_names(schema, old) if old else schema
    return found


def _with_old_names(schema: Schema, old: Mapping[str, str]) -> Schema:
    def widened(part: object) -> object:
        if isinstance(part, list):
            return [widened(each) for each in part]
        if not isinstance(part, dict):
            return part
        found = {key: widened(each) for key, each in part.items()}
        if set(old.values()) & set(map(str, part.get("enum", ()))):
            found["enum"] = [*part["enum"], *old]
            found["enumDescriptions"] = [*part["enumDescriptions"], *(f"now called '{new}'" for new in old.values())]
        return found

    result = widened(schema)
    assert isinstance(result, dict)
    return result


def condition(pack: Pack) -> Schema:
    """The words of a `when`: every line must hold."""
    tests = {each.id: {**_test(each), **described(each)} for each in pack.questions.values()}
    groups = {each: listed(CONDITION, 1) for each in GROUPS}
    return {**keyed({**tests, **groups}), "minProperties": 1}


def _test(question: Question) -> Schema:
    domain, value = Domain(question), plain_value(question)
    several = listed(value, 1)
    if domain.kind == "choices":
        return {**keyed({"includes": value, "includes_any": several, "includes_all": several}), "minProperties": 1}
    words = {"is": value, "is_not": value, "one_of": several}
    if domain.is_numeric:
        words |= dict.fromkeys(("at_least", "at_most", "above", "below"), value)
        words["between"] = listed(value, 2, 2)
    return {"anyOf": [value, several, {**keyed(words), "minProperties": 1}]}
