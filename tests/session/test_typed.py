"""What people type for numbers and dates is understood, and what is shown to them can be typed again."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.conditions.answers import NOT_SURE, Between
from wizard.conditions.dates import days_of
from wizard.conditions.domain import understand
from wizard.session.rule_sets import RuleSet
from wizard.session.typed import as_typed, rough_answers, typed


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("April 2010", "2010-04"),
        ("apr 2010", "2010-04"),
        ("1 April 2010", "2010-04-01"),
        ("1st April, 2010", "2010-04-01"),
        ("1/4/2010", "2010-04-01"),
        ("4/2010", "2010-04"),
        ("2010", "2010"),
        ("Not sure", "not_sure"),
        ("2009 - 2010", {"between": ["2009", "2010"]}),
        ("between April 2010 and 1 May 2010", {"between": ["2010-04", "2010-05-01"]}),
        ("soon", "soon"),
    ],
)
def test_dates(tiny: RuleSet, text: str, written: object) -> None:
    """As English people write them, the day before the month; whatever else is left for the session to refuse."""
    assert typed(tiny.rules.domains["decision_date"], text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("12,000", "12000"),
        ("12 000", "12000"),
        ("200-900", {"between": ["200", "900"]}),
        ("from 1,200 to 9,000", {"between": ["1200", "9000"]}),
        ("200 – 900", {"between": ["200", "900"]}),
        ("200..900", {"between": ["200", "900"]}),
        ("1,2", "1,2"),
    ],
)
def test_numbers(tiny: RuleSet, text: str, written: object) -> None:
    """With the signs that part thousands; ranges in any of the usual ways."""
    assert typed(tiny.rules.domains["readers"], text) == written


@given(st.integers(10, 100_000), st.integers(10, 100_000))
def test_what_is_shown_can_be_typed_again(tiny: RuleSet, one: int, other: int) -> None:
    """A number and a range mean the same after having been shown in the field."""
    domain = tiny.rules.domains["readers"]
    for written in (str(one), {"between": [str(each) for each in sorted((one, other))]}, {"is": str(one), "note": "x"}):
        again = typed(domain, as_typed(written))
        assert understand(domain, again) == understand(domain, written if "is" not in written else str(one))
    assert as_typed("not_sure") == ""


def test_rough_answers_leave_nothing_out(tiny: RuleSet) -> None:
    """Together they are everything that can be answered, without a gap, and each is an answer."""
    domain = tiny.rules.domains["decision_date"]
    rough = rough_answers(tiny.rules, "decision_date")
    answers = [understand(domain, each.written) for each in rough]
    assert all(isinstance(each, Between) for each in answers)
    first, last = days_of(domain.question.min or ""), days_of(domain.question.max or "")
    assert first is not None and last is not None
    ends = [(each.low, each.high) for each in answers if isinstance(each, Between)]
    assert (ends[0][0], ends[-1][1]) == (first[0], last[1])
    assert all(high + 1 == low for (_, high), (low, _) in pairwise(ends))
    assert rough_answers(tiny.rules, "roof") == ()
    assert understand(domain, typed(domain, "not sure")) == NOT_SURE
