"""From an answer to a form and back: what a form shows is what it sends, and that is the answer that stood."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from wizard.conditions.domain import understand
from wizard.session.session import Session
from wizard.session.typed import rough_answers
from wizard.web.answering import ANSWER, FIGURE, MAY_BE, Filled, answer_in, choices_of, filled_by, filled_with
from wizard.web.exchange import Form

from .conftest import RULE_SETS, TINY

RULES = RULE_SETS.named(TINY).rules


@st.composite
def written_answers(draw: st.DrawFn) -> tuple[str, Any]:
    """A question, and an answer to it as a council file may write it."""
    question = draw(st.sampled_from(list(RULES.domains)))
    domain = RULES.domains[question]
    if draw(st.booleans()) and draw(st.booleans()):
        return question, "not_sure"
    if domain.is_numeric:
        assert domain.low is not None and domain.high is not None
        rough = [each.written for each in rough_answers(RULES, question)]
        if rough and draw(st.booleans()):
            return question, draw(st.sampled_from(rough))
        ends = sorted(draw(st.lists(st.integers(int(domain.low) + 1, int(domain.high)), min_size=2, max_size=2)))
        dated = [datetime.date.fromordinal(each).isoformat() for each in ends] if domain.kind == "date" else []
        said = dated or [str(each) for each in ends]
        return question, draw(st.sampled_from([said[0], {"between": said}]))
    options = draw(st.lists(st.sampled_from(domain.options), unique=True))
    if domain.kind == "choices":
        return question, options
    if len(options) > 1 and domain.kind == "choice":
        return question, {"one_of": options}
    return question, options[0] if options else domain.options[0]


def sent(filled: Filled) -> Form:
    """The form as a browser sends it when nothing is touched."""
    return Form({ANSWER: list(filled.chosen), FIGURE: [filled.figure], MAY_BE: list(filled.may_be)})


@given(written_answers())
def test_an_untouched_form_sends_the_answer_that_stood(given_one: tuple[str, Any]) -> None:
    """Whatever the kind of question and however the answer was written."""
    question, written = given_one
    session = Session.new(RULE_SETS.named(TINY), None, "Newtown")
    session.answer(question, written)
    given_answer = session.given(question)
    assert given_answer is not None
    filled = filled_with(RULES, question, given_answer.written)
    back = answer_in(RULES, question, sent(filled), filled)
    assert back is not None and understand(RULES.domains[question], back) == given_answer.answer
    assert filled.chosen <= {each.value for each in choices_of(RULES, question)} and filled_by(sent(filled)) == filled


@given(st.sampled_from(list(RULES.domains)))
def test_an_untouched_empty_form_gives_no_answer(question: str) -> None:
    """Nothing is taken that nobody chose."""
    filled = filled_with(RULES, question, None)
    assert answer_in(RULES, question, sent(filled), filled) is None


@given(st.sampled_from(list(RULES.domains)), st.data())
def test_every_choice_is_an_answer(question: str, data: st.DataObject) -> None:
    """Each button that is offered, but for those that point to another field, gives an answer the question takes."""
    choice = data.draw(st.sampled_from(choices_of(RULES, question)))
    if choice.value in ("typed", "several"):
        return
    back = answer_in(RULES, question, Form({ANSWER: [choice.value]}), Filled())
    assert back is not None and understand(RULES.domains[question], back) is not None and choice.words
