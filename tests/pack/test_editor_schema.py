"""The JSON Schema for editors: valid itself, true of every shipped file, and of no file with a fault it can see."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from wizard.council_file import VERDICTS
from wizard.pack import read_pack
from wizard.pack.editing import council_schema, rules_schema
from wizard.pack.finding import council_files_below
from wizard.strict_yaml import Mapping, Node, Scalar, Sequence, read_tree

ROOT = Path(__file__).resolve().parent.parent.parent
RULES = ROOT / "rules" / "reports_2008"
TINY = ROOT / "tests" / "packs" / "tiny"
BROKEN = ROOT / "tests" / "broken"

# Faults that lie in one file and one value of it: an editor should mark them while they are typed.
SEEN_IN_AN_EDITOR = [
    "unknown_key",
    "unknown_key_inside",
    "unknown_key_unlike_any",
    "missing_key",
    "wrong_value",
    "odd_id",
    "odd_version",
    "odd_citation",
    "unknown_model",
    "unknown_question",
    "unknown_answer",
    "unknown_finding",
    "unknown_group",
    "unknown_decision",
    "unknown_holder",
    "unknown_risk",
    "unknown_distance",
    "unknown_source_drawn_on",
    "unknown_word_in_test",
    "word_does_not_suit",
    "text_for_list",
    "text_for_mapping",
    "text_for_number",
    "text_for_number_in_test",
    "text_for_whole_number",
    "text_for_yes_no",
    "list_for_text",
    "list_for_object",
    "empty_condition",
    "empty_test",
    "between_of_three",
    "share_above_one",
    "example_of_unknown_answer",
    "example_of_unknown_question",
    "example_of_unknown_model",
    "example_of_unknown_level",
    "group_without_list",
    "one_of_without_list",
]


def as_an_editor_reads(node: Node) -> Any:
    """What YAML 1.2 makes of a tree, as an editor's language server does: plain numbers are numbers."""
    if isinstance(node, Mapping):
        return {key: as_an_editor_reads(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [as_an_editor_reads(item) for item in node.items]
    assert isinstance(node, Scalar)
    if node.style:
        return node.text
    if re.fullmatch(r"[-+]?[0-9]+", node.text):
        return int(node.text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", node.text):
        return float(node.text)
    return {"true": True, "false": False, "null": None, "": None, "~": None}.get(node.text, node.text)


def as_an_older_editor_reads(node: Node) -> Any:
    """The same in YAML 1.1, where yes and no are true and false."""
    found = as_an_editor_reads(node)

    def older(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: older(each) for key, each in value.items()}
        if isinstance(value, list):
            return [older(each) for each in value]
        return {"yes": True, "no": False}.get(value, value) if isinstance(value, str) else value

    return older(found)


@pytest.fixture(scope="module")
def for_councils() -> Draft7Validator:
    """The schema of council files for the shipped rule set."""
    return Draft7Validator(council_schema(read_pack(RULES, every_source=True).pack, VERDICTS))


@pytest.fixture(scope="module")
def for_rules() -> Draft7Validator:
    """The schema of the shipped rule set's own files."""
    return Draft7Validator(rules_schema(read_pack(RULES, every_source=True)))


@pytest.fixture(scope="module")
def for_tiny() -> Draft7Validator:
    """The schema of the smallest rule set's own files."""
    return Draft7Validator(rules_schema(read_pack(TINY, every_source=True)))


def _faults(validator: Draft7Validator, value: Any) -> list[str]:
    return [f"{'/'.join(map(str, each.absolute_path))}: {each.message[:200]}" for each in validator.iter_errors(value)]


def test_the_schemas_are_draft_07(for_councils: Draft7Validator, for_rules: Draft7Validator) -> None:
    """Each holds against the meta-schema, survives JSON, and no reference in it leads nowhere."""
    for validator in (for_councils, for_rules):
        schema = json.loads(json.dumps(validator.schema))
        Draft7Validator.check_schema(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        references = set(re.findall(r'"\$ref": "#/definitions/([^"]+)"', json.dumps(schema)))
        assert references <= set(schema["definitions"])
        assert len(references) > 20


@pytest.mark.parametrize("reads", [as_an_editor_reads, as_an_older_editor_reads])
def test_every_shipped_council_file_is_valid(for_councils: Draft7Validator, reads: Any) -> None:
    """An editor marks nothing in what ships, whichever YAML it speaks."""
    files = council_files_below(ROOT / "scenarios")
    assert len(files) > 20
    assert {file.stem: faults for file in files if (faults := _faults(for_councils, reads(read_tree(file))))} == {}


@pytest.mark.parametrize("reads", [as_an_editor_reads, as_an_older_editor_reads])
def test_every_shipped_rule_file_is_valid(for_rules: Draft7Validator, reads: Any) -> None:
    """Nor in the rule set."""
    files = sorted(RULES.rglob("*.yaml"))
    assert len(files) > 100
    assert {str(file): faults for file in files if (faults := _faults(for_rules, reads(read_tree(file))))} == {}


def test_the_smallest_rule_set_is_valid(for_tiny: Draft7Validator) -> None:
    """It uses every feature of the format once."""
    for file in sorted(TINY.rglob("*.yaml")):
        assert _faults(for_tiny, as_an_editor_reads(read_tree(file))) == [], file


@pytest.mark.parametrize("case", SEEN_IN_AN_EDITOR)
def test_faults_are_marked_while_typing(for_tiny: Draft7Validator, case: str) -> None:
    """What lies in one value of one file is refused by the schema too."""
    files = sorted((BROKEN / case).rglob("*.yaml"))
    assert files
    assert any(_faults(for_tiny, as_an_editor_reads(read_tree(file))) for file in files)


@pytest.mark.parametrize(
    "change",
    [
        {"answers": {"populaton": 9000}},
        {"answers": {"population": "many"}},
        {"answers": {"population": -1}},
        {"answers": {"population": {"between": [1000]}}},
        {"answers": {"population": {"is": 9000, "between": [1000, 2000]}}},
        {"answers": {"overall_rating": "splendid"}},
        {"answers": {"overall_rating": {"is": "good", "form": "a paper"}}},
        {"answers": {"leadership_today": ["care_trust"]}},
        {"answers": {"decision_date": "last spring"}},
        {"weights": {"leadership": {"capacity": {"weight": 130}}}},
        {"weights": {"leadership": {"capacities": {"weight": 30}}}},
        {"weights": {"nhs": {}}},
        {"trade_offs": {"leadership": [{"of": ["capacity", "change"], "says": "perhaps"}]}},
        {"off_the_table": {"a_trust": "No partner"}},
        {"group": {"workshop": "Ours", "people": []}},
        {"group": {"workshop": "Ours", "people": ["finance"], "asked": ["populaton"]}},
        {"dissent": [{"on": "heads_of_servise", "who": ["finance"]}]},
        {"dissent": [{"on": "heads_of_service", "who": ["finance"], "says": "plenty"}]},
        {"dissent": [{"on": "leadership", "who": ["finance"], "says": "care_trust"}]},
        {"dissent": [{"on": "leadership", "who": []}]},
        {"expect": {"leadership": {"leader": "care_trust"}}},
        {"what_ifs": [{"id": "one", "answers": {}}]},
        {"pack": {"id": "reports_2007"}},
        {"titel": "Ours"},
    ],
)
def test_broken_council_files_are_refused(for_councils: Draft7Validator, change: dict[str, Any]) -> None:
    """Each of these is wrong in one way; the same file without it is right."""
    whole = {"id": "ours", "title": "Ours", "pack": {"id": "reports_2008"}, "answers": None, "x_mine": [1]}
    whole |= {"group": {"workshop": "Ours", "people": ["finance"], "asked": ["heads_of_service"], "x_mine": 1}}
    said = {"on": "heads_of_service", "who": ["finance"], "says": {"one_of": ["few", "most"]}, "turns": True, "x_": 1}
    whole |= {"dissent": [said, {"on": "leadership", "who": ["finance"], "says": "combined_director", "why": "Size."}]}
    assert _faults(for_councils, whole) == []
    assert _faults(for_councils, {**whole, **change})


def test_what_can_be_answered_is_described(for_councils: Draft7Validator) -> None:
    """Each question stands in the schema with what it asks and each option with what a person reads."""
    pack = read_pack(RULES, every_source=True).pack
    definitions = for_councils.schema["definitions"]
    for question in pack.questions.values():
        told = definitions[f"answer_{question.id}"]
        assert told["title"] == question.ask
        assert question.why in told["description"]
        text = json.dumps(told, ensure_ascii=False)
        assert all(json.dumps(option.title, ensure_ascii=False) in text for option in question.options)


def test_old_names_are_known_and_marked() -> None:
    """A renamed question and a renamed answer are no faults, for the program still reads them."""
    schema = council_schema(read_pack(TINY, every_source=True).pack, VERDICTS)
    validator = Draft7Validator(schema)
    whole = {"id": "ours", "title": "Ours", "pack": {"id": "tiny"}}
    assert _faults(validator, {**whole, "answers": {"number_of_readers": 300, "roof": "leaking"}}) == []
    answers = json.dumps(schema["definitions"]["CouncilFile"]["properties"]["answers"])
    assert "Now called 'readers'." in answers
