"""That a ranking was seen, and in whose name something was weighed: what stands beside every weight."""

from __future__ import annotations

from wizard.proof.setting_priorities import SaidBy
from wizard.session.session import Session
from wizard.session.weighing import usual_role


def test_a_ranking_that_was_seen_stays_seen(opened: Session) -> None:
    """A page of results shows one before the core is answered; what is weighed from then on is set after the result."""
    assert opened.said(SaidBy("the clerk")).when == "before_result"
    opened.ranking_was_seen()
    opened.undo()
    assert opened.record.ranking_seen == "yes"
    assert opened.said(SaidBy("the clerk")).when == "after_result"
    assert opened.said(SaidBy("the clerk", "before_result")).when == "before_result"


def test_the_role_of_the_last_weight_is_offered_again(opened: Session) -> None:
    """What was set in nobody's name does not count."""
    opened.set_weights("leadership", {"change": "30"}, SaidBy("the clerk"))
    opened.set_weights("leadership", {"readers": "30"})
    assert usual_role(opened.file) == "the clerk"
