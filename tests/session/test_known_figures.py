"""What published figures answer: only questions that ask for exactly that, with origin and date."""

from __future__ import annotations

import pytest

from wizard.conditions.domain import Domain, understand
from wizard.published import ORIGIN, Council
from wizard.schema.pack_head import Period
from wizard.schema.question import Question
from wizard.session.known_figures import known_figures

EAST = Council("E01", "Eastshire", "county", 343201, 2404)
WEST = Council("E02", "Westshire", "unitary", 100000, 20)
PERIOD = Period(first="2002", last="2008", because="Then.")


def _domains(**changes: str) -> dict[str, Domain]:
    population = {"id": "population", "answer": "whole_number", "unit": "people", "max": "2000000", **changes}
    written = [population, {"id": "new_council", "answer": "yes_no"}, {"id": "wide", "answer": "yes_no"}]
    questions = [Question.model_validate({**each, "ask": "A?", "why": "B.", "ask_whom": "c"}) for each in written]
    return {each.id: Domain(each) for each in questions}


def test_one_council_has_its_population_and_nothing_else() -> None:
    """Whether it is new, or wide and thin, is nothing that the list says."""
    found = known_figures([EAST], _domains(), PERIOD)
    assert list(found.answers) == ["population"] and found.not_used == ()
    answer = found.answers["population"]
    assert (answer["is"], answer["from"]) == ("343201", ORIGIN)
    assert answer["note"] == "The figure is of 30 June 2020, outside the years the reports speak for (2002 to 2008)."


@pytest.mark.parametrize("last", ["2020", "2020-06", "2021-01-01"])
def test_within_the_years_of_the_evidence_there_is_no_note(last: str) -> None:
    """The date is in what it says of its origin all the same."""
    answer = known_figures([EAST], _domains(), Period(first="2002", last=last, because="Then.")).answers["population"]
    assert "note" not in answer and "2020" in answer["from"]


def test_several_councils_are_summed_and_the_new_one_is_new() -> None:
    """The note says of what the sum is made."""
    found = known_figures([EAST, WEST], _domains(), PERIOD).answers
    assert found["population"]["is"] == str(343201 + 100000)
    assert found["population"]["note"].startswith("The sum of Eastshire, 343,201; Westshire, 100,000. ")
    assert found["new_council"]["is"] == "yes" and "Eastshire; Westshire" in found["new_council"]["from"]


def test_every_answer_is_one_that_its_question_takes() -> None:
    """Understood as anything else that stands in a council file."""
    domains = _domains()
    for councils in ([EAST], [EAST, WEST]):
        for question, answer in known_figures(councils, domains, PERIOD).answers.items():
            understand(domains[question], answer)


@pytest.mark.parametrize("changes", [{"unit": "thousand people"}, {"answer": "number"}, {"id": "inhabitants"}])
def test_a_question_of_another_meaning_is_left_alone(changes: dict[str, str]) -> None:
    """Another unit, kind or id is another question."""
    assert known_figures([EAST], _domains(**changes), PERIOD).answers == {}


def test_a_sum_that_the_question_cannot_take_is_told_and_left_out() -> None:
    """Rather than written into a file that could then not be read."""
    found = known_figures([EAST, WEST], _domains(max="400000"), PERIOD)
    assert "population" not in found.answers and "443201" in found.not_used[0]
