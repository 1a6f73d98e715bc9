"""A tiny rule set, and councils held against it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from wizard.conditions.domain import Domain, understand
from wizard.engine import Case, Rules, assess, compile_rules
from wizard.engine.results import Assessment, DecisionResult
from wizard.pack import read_pack
from wizard.report.subject import Subject
from wizard.schema.council import CouncilFile, PackReference

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"

FULL = {
    "decision_date": "2010-06",
    "led_today": ["branch_librarians"],
    "wishes": ["longer_hours"],
    "head_leaving": "no",
    "readers": "300",
    "housed_today": ["own_house"],
    "roof": "bad",
}
"""Answers under which both decisions come to something."""


@pytest.fixture(scope="session")
def rules() -> Rules:
    return compile_rules(read_pack(TINY).pack)


@pytest.fixture(scope="session")
def subject_of(rules: Rules) -> Callable[..., Subject]:
    """A subject from written answers; `off_the_table` gives reasons by model."""

    def make(answers: dict[str, Any], off_the_table: dict[str, str] | None = None, title: str = "Newtown") -> Subject:
        domains = {question.id: Domain(question) for question in rules.pack.questions.values()}
        understood = {question: understand(domains[question], written) for question, written in answers.items()}
        council = CouncilFile(id="newtown", title=title, pack=PackReference(id="tiny"), answers=answers)
        case = Case(understood, {}, off_the_table or {})
        return Subject(assess(rules, case), council, "newtown.yaml")

    return make


@pytest.fixture
def full(subject_of: Callable[..., Subject]) -> Subject:
    return subject_of(FULL)


@pytest.fixture(scope="session")
def with_verdict() -> Callable[..., tuple[Assessment, DecisionResult]]:
    """The same result with parts of its first decision's verdict replaced."""

    def make(subject: Subject, **changes: Any) -> tuple[Assessment, DecisionResult]:
        result = subject.assessment.decisions[0]
        changed = replace(result, verdict=result.verdict._replace(**changes))
        return replace(subject.assessment, decisions=(changed, *subject.assessment.decisions[1:])), changed

    return make
