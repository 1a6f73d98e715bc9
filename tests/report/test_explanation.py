"""`wizard explain`: every figure taken apart, and the parts add up."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.report.explanation import explanation
from wizard.report.figures import hundredths, hundredths_that_add_up
from wizard.report.subject import Subject
from wizard.report.sum_of_reasons import differences, sum_of_reasons
from wizard.report.text import text_of


def flat(subject: Subject, model: str | None = None, criterion: str | None = None) -> str:
    return " ".join(text_of(explanation(subject, model, criterion), 100).split())


def test_reasons_sum_exactly_to_the_difference(full: Subject) -> None:
    """For every two models of every decision, as fractions, without rounding."""
    for result in full.assessment.decisions:
        for first in result.standings:
            for second in result.standings:
                parts = differences(result, first.model.id, second.model.id)
                assert sum((part for _, _, part in parts), Fraction(0)) == first.total - second.total


def test_printed_parts_add_up_to_the_printed_sum(full: Subject) -> None:
    """To the last printed digit."""
    result = full.assessment.decisions[0]
    section = sum_of_reasons(result, result.standings[0], result.standings[1])
    rows = section.blocks[0].rows  # type: ignore[union-attr]
    *parts, total = (Fraction(row[2]) for row in rows)
    assert len(parts) > 1
    assert sum(parts, Fraction(0)) == total


@given(st.lists(st.fractions(min_value=-20, max_value=20, max_denominator=997), max_size=12))
@settings(deadline=None)
def test_rounding_to_a_sum_moves_no_part_far(parts: list[Fraction]) -> None:
    """The rounded parts sum to the rounded sum, and each is within 0.01 of itself."""
    shown = [Fraction(each) for each in hundredths_that_add_up(parts)]
    assert sum(shown, Fraction(0)) == Fraction(hundredths(sum(parts, Fraction(0))))
    assert all(abs(was - now) < Fraction(1, 100) for was, now in zip(parts, shown, strict=True))


def test_each_argument_says_when_what_was_answered_and_why_it_weighs_so(full: Subject) -> None:
    """Condition in words, the council's answer, the step, the grade and its reason."""
    said = flat(full, "one_librarian", "nearness")
    assert "One head can know a few hundred readers." in said
    assert "holds when readers is below 1,000" in said
    assert "as answered: readers: 300" in said
    assert "moves the score by +5, which is +1.25 on the total" in said
    assert "slight evidence because one person says it" in said
    assert "does not hold: Many readers over long hours" in said
    assert "holds for every council" in said


def test_filters_leave_only_what_was_asked_for(full: Subject) -> None:
    """One model and one criterion: no other model's scores, no other decision."""
    said = flat(full, "one_librarian", "nearness")
    assert "One librarian for all branches:" in said and "A library trust:" not in said
    assert "Where the books stand".upper() not in said and "Open doors" not in said


def test_silence_is_called_silence(full: Subject) -> None:
    """A model no argument speaks of is at 50 because the reports are silent."""
    assert "The reports are silent." in flat(full, "one_librarian", "opening")


def test_sensitive_answers_are_not_printed(subject_of: Callable[..., Subject]) -> None:
    """That there is an answer is said; the answer is not."""
    said = flat(subject_of({"head_leaving": "yes"}), "library_trust", "opening")
    assert "head leaving: answered, kept private" in said


def test_no_sum_where_nothing_may_be_pointed_to(subject_of: Callable[..., Subject]) -> None:
    """With nothing answered no model is set against another."""
    assert "minus" not in flat(subject_of({}))
