"""A change of an answer in words: what it is now, what it would be, and no more than has the effect."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from wizard.engine import Rules
from wizard.engine.changing.possible import changes_of, findings_of
from wizard.report.change_words import change_words, if_words
from wizard.report.flip_words import tenths_words
from wizard.report.subject import Subject


def test_a_number_is_told_as_the_range_that_has_the_effect(rules: Rules, full: Subject) -> None:
    """Not as the one value that lies nearest; ranges that touch as one; and what it is now."""
    answers = full.assessment.case.answers
    changes = list(changes_of(rules, answers, rules.cells.facts(answers), "readers"))
    about = "“readers”"
    last, rest = changes[-1:], [each for each in changes if each.answer.low >= 1000]  # type: ignore[union-attr]
    assert change_words(rules, answers, last) == f"{about}: from 300 to one between 10,001 and 100,000"
    assert change_words(rules, answers, rest) == f"{about}: from 300 to one between 1,000 and 100,000"
    assert if_words(rules, answers, [last]) == f"If the answer on {about} were between 10,001 and 100,000, not 300"


def test_a_date_is_told_in_days(rules: Rules, full: Subject) -> None:
    """From what was written to the time that has the effect."""
    answers = full.assessment.case.answers
    changes = list(changes_of(rules, answers, rules.cells.facts(answers), "decision_date"))
    assert "from June 2010 to one between 1 January 2005 and 31 March 2010" in change_words(rules, answers, changes[:1])


def test_options_come_in_and_go_out(rules: Rules, subject_of: Callable[..., Subject]) -> None:
    """Of a question with several answers the one option is told; of one that is not known what may turn out."""
    answers = subject_of({"wishes": ["longer_hours"]}).assessment.case.answers
    facts = rules.cells.facts(answers)
    longer, more, _ = changes_of(rules, answers, facts, "wishes")
    about = "“wishes”"
    assert change_words(rules, answers, [longer]) == f"{about}: without “Longer hours”"
    assert if_words(rules, answers, [[longer], [more]]) == (
        f"If “Longer hours” were not among the answers on {about}, "
        f"and “More books” were also among the answers on {about}"
    )
    found = list(findings_of(rules, answers, facts, "led_today"))
    assert if_words(rules, answers, [found[:1]]) == (
        "If “By one librarian” turns out not to be among the answers on “led today”"
    )
    roof = list(findings_of(rules, answers, facts, "roof"))
    assert change_words(rules, answers, roof[1:]) == "“roof”: “Patched” or “Bad”"


@given(st.fractions(min_value=0, max_value=100))
def test_points_are_never_told_as_nothing_unless_they_are(points: Fraction) -> None:
    """A lead that is there is not rounded away, and within a twentieth of a point of what is said."""
    said = tenths_words(points)
    assert (said == "0 points") == (points == 0)
    if not said.startswith("less"):
        assert abs(Fraction(said.split()[0]) - points) <= Fraction(1, 20)
