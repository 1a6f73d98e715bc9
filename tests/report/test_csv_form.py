"""The CSV: a row for each council, decision and model, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from wizard.report.csv_form import COLUMNS, csv_of, guarded
from wizard.report.json_form import council_json
from wizard.report.subject import Subject


def test_one_row_for_each_council_decision_and_model(full: Subject) -> None:
    """The heading, then models times councils, each with the decision's verdict."""
    rows = list(csv.DictReader(io.StringIO(csv_of([full, full]))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 2 * sum(len(result.standings) for result in full.assessment.decisions)
    first = full.assessment.decisions[0]
    assert {row["verdict"] for row in rows if row["decision"] == "leadership"} == {first.verdict.kind}
    today = [row["model"] for row in rows[:3] if row["today"] == "yes"]
    assert today == ["branch_librarians"]


def test_model_that_is_not_open_has_no_rank(subject_of: Callable[..., Subject]) -> None:
    """Its figures stay, its rank is empty."""
    rows = list(csv.DictReader(io.StringIO(csv_of([subject_of({"decision_date": "2009"})]))))
    trust = next(row for row in rows if row["model"] == "library_trust")
    assert (trust["rank"], trust["openness"]) == ("", "not_open")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_formulas_are_guarded(cell: str, subject_of: Callable[..., Subject]) -> None:
    """A cell that a spreadsheet would take for a formula gets an apostrophe."""
    assert guarded(cell) == f"'{cell}"
    rows = list(csv.DictReader(io.StringIO(csv_of([subject_of({}, title=cell)]))))
    assert not rows[0]["title"].startswith(("=", "+", "-", "@", "\t"))


def test_plain_cells_are_left_alone() -> None:
    """Only the first character counts."""
    assert guarded("a=b") == "a=b" and guarded("") == ""


def test_nothing_is_ranked_before_enough_is_known(subject_of: Callable[..., Subject]) -> None:
    """With hardly anything answered the models stand in the rule set's order, and none has a rank; JSON alike."""
    subject = subject_of({"readers": "300"})
    rows = list(csv.DictReader(io.StringIO(csv_of([subject]))))
    assert {row["verdict"] for row in rows} == {"not_enough_known"}
    assert {row["rank"] for row in rows} == {""}
    for result, said in zip(subject.assessment.decisions, council_json(subject)["decisions"], strict=True):
        declared = [model.id for model in subject.pack.models_of(result.decision.id)]
        assert [row["model"] for row in rows if row["decision"] == result.decision.id] == declared
        assert [standing["model"] for standing in said["standings"]] == declared
        assert {standing["rank"] for standing in said["standings"]} == {None}
