"""Answers go into another rule set by their present names, and what means nothing there is left out and told."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from wizard.conditions.answers import NOT_SURE, Between, Chosen, OneOf
from wizard.engine import Case, Rules, compile_rules
from wizard.pack import read_pack
from wizard.proof.carrying import carried
from wizard.schema.pack import Pack

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(TINY).pack


@pytest.fixture(scope="module")
def rules(pack: Pack) -> Rules:
    return compile_rules(pack)


@pytest.fixture
def earlier(pack: Pack) -> Callable[..., Pack]:
    """The rule set as it was before: a question with other fields."""

    def make(question: str, **changes: Any) -> Pack:
        sections = tuple(
            section.model_copy(
                update={
                    "questions": tuple(
                        each.model_copy(update=changes) if each.id == question else each for each in section.questions
                    )
                }
            )
            for section in pack.sections
        )
        return dataclasses.replace(pack, sections=sections)

    return make


def test_present_names_are_taken(earlier: Callable[..., Pack], rules: Rules) -> None:
    """Of a question, of an option and of a model."""
    case = Case({"number_of_readers": Between(300, 300)}, {}, {"single_head": "No one wants it"})
    found = carried(case, earlier("readers", id="number_of_readers"), rules)
    assert found.case.answers == {"readers": Between(300, 300)} and found.left_out == ()
    assert found.case.off_the_table == {"one_librarian": "No one wants it"}
    leaking = Case({"roof": OneOf(frozenset({"leaking", "sound"}))})
    assert carried(leaking, rules.pack, rules).case.answers == {"roof": OneOf(frozenset({"bad", "sound"}))}


@pytest.mark.parametrize(
    ("question", "changes", "answer"),
    [
        ("readers", {"id": "borrowers"}, Between(300, 300)),
        ("readers", {"answer": "number"}, Between(300.5, 300.5)),
        ("readers", {}, Between(1, 5)),
        ("readers", {}, Between(10**6, 10**7)),
        ("roof", {}, OneOf(frozenset({"thatched"}))),
        ("wishes", {}, Chosen(frozenset({"longer_hours", "coffee"}))),
    ],
)
def test_what_means_nothing_there_is_left_out_and_told(
    question: str, changes: dict[str, Any], answer: Any, earlier: Callable[..., Pack], rules: Rules
) -> None:
    """No such question, another kind of answer, out of its bounds, or an option that there is not."""
    asked = changes.get("id", question)
    found = carried(Case({asked: answer, "head_leaving": NOT_SURE}), earlier(question, **changes), rules)
    assert found.left_out == (asked,) and found.case.answers == {"head_leaving": NOT_SURE}


def test_weights_models_and_trade_offs_of_another_rule_set_are_left_out(rules: Rules) -> None:
    """Those that both know stay."""
    case = Case(
        {},
        {"leadership": {"change": Fraction(30), "gone": Fraction(10)}, "gone": {"change": Fraction(1)}},
        {"gone": "No", "library_trust": "No"},
        {"leadership": (("readers", "change"), ("readers", "gone")), "gone": (("a", "b"),)},
    )
    found = carried(case, rules.pack, rules).case
    assert found.weights == {"leadership": {"change": Fraction(30)}}
    assert found.off_the_table == {"library_trust": "No"}
    assert found.trade_offs == {"leadership": (("readers", "change"),)}
