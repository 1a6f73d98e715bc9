"""The words of each verdict class are its own, and follow it everywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from wizard.engine.results import Cap
from wizard.report.assessment_document import assessment_document
from wizard.report.subject import Subject
from wizard.report.text import text_of
from wizard.report.verdict_words import core_words, firmness, held_back_by, notice_words, unless_words, verdict_sentence

ONE, BRANCH, TRUST = "one_librarian", "branch_librarians", "library_trust"
NAMES = {ONE: "one librarian for all", BRANCH: "a librarian in each branch", TRUST: "a trust"}

CASES: dict[str, dict[str, Any]] = {
    "clear": {"kind": "clear", "leader": BRANCH, "caps": ()},
    "leans": {"kind": "leans", "leader": BRANCH, "caps": ()},
    "not_enough_known": {"kind": "not_enough_known", "leader": None, "so_far": None},
    "so_far": {"kind": "not_enough_known", "leader": None, "so_far": BRANCH},
    "depends": {"kind": "depends_on_priorities", "leader": None, "rivals": (BRANCH, TRUST)},
    "too_close": {"kind": "too_close", "leader": None, "close": (ONE, BRANCH, TRUST)},
    "only_one_open": {"kind": "only_one_open", "leader": BRANCH, "caps": ()},
    "none_open": {"kind": "none_open", "leader": None},
}
SIGNATURES = {
    "clear": "points clearly to",
    "leans": "leans to",
    "not_enough_known": "Not enough known yet.",
    "so_far": "Not enough known yet; so far it points to",
    "depends": "depends on your priorities",
    "too_close": "Too close to call",
    "only_one_open": "Only one is open",
    "none_open": "None is open",
}


@pytest.mark.parametrize("case", CASES)
def test_each_class_has_its_own_words(case: str, full: Subject, with_verdict: Callable[..., Any]) -> None:
    """The sentence has the words of its class, and of no other."""
    assessment, result = with_verdict(full, **CASES[case])
    said = verdict_sentence(assessment, result).text
    assert SIGNATURES[case] in said
    assert [other for other, words in SIGNATURES.items() if words in said] == [case]


@pytest.mark.parametrize("case", CASES)
def test_whole_text_keeps_to_the_class(case: str, full: Subject, with_verdict: Callable[..., Any]) -> None:
    """No other part of the document says of the first decision what its verdict does not."""
    assessment, _ = with_verdict(full, **CASES[case])
    document = assessment_document(replace(full, assessment=replace(assessment, decisions=assessment.decisions[:1])))
    said = " ".join(text_of(document, 100).split())
    stronger = {"points clearly to", "leans to"} - {SIGNATURES[case]}
    assert not [words for words in stronger if words in said]


def test_nothing_is_pointed_to_where_not_enough_is_known(full: Subject, with_verdict: Callable[..., Any]) -> None:
    """No model is named."""
    assessment, result = with_verdict(full, **CASES["not_enough_known"])
    sentence = verdict_sentence(assessment, result)
    assert sentence.names == ()
    assert not [name for name in NAMES.values() if name in sentence.text]
    assert firmness(result) is None


def test_priorities_name_each_rival_with_its_share(full: Subject, with_verdict: Callable[..., Any]) -> None:
    """Each rival stands there with how many of 100 mixes of priorities it comes first in."""
    assessment, result = with_verdict(full, **CASES["depends"])
    shares = {BRANCH: 0.52, TRUST: 0.414}
    standings = tuple(each._replace(first_priorities=shares.get(each.model.id, 0.0)) for each in result.standings)
    said = verdict_sentence(assessment, replace(result, standings=standings)).text
    assert said == (
        "It depends on your priorities: a librarian in each branch comes first in 52 of 100 mixes of priorities "
        "and a trust comes first in 41 of 100."
    )


def test_too_close_lists_all(full: Subject, with_verdict: Callable[..., Any]) -> None:
    """Every model within reach is named."""
    assessment, result = with_verdict(full, **CASES["too_close"])
    said = verdict_sentence(assessment, result).text
    assert all(name in said for name in NAMES.values())


def test_unless_says_what_is_known_first_and_at_most_two_unknown() -> None:
    """Known caps stand before unknown ones; a third unknown is left to its section."""
    caps = [
        Cap("precondition", "a first", False),
        Cap("poor_fit", "money is the reason", True),
        Cap("precondition", "a second", False),
        Cap("precondition", "a third", False),
        Cap("core_only", None, True),
    ]
    assert unless_words(caps) == (
        ", unless money is the reason (as your answers say), a first (not known yet) or a second (not known yet)"
    )
    assert unless_words([Cap("core_only", None, True)]) == ""


def test_only_open_model_that_may_not_be_open_is_not_called_open(
    full: Subject, with_verdict: Callable[..., Any]
) -> None:
    """'At most one is open' where even that is not known."""
    assessment, result = with_verdict(full, **CASES["only_one_open"])
    standings = tuple(each._replace(openness="not_known") for each in result.standings)
    said = verdict_sentence(assessment, replace(result, standings=standings)).text
    assert "At most one is open" in said and "not known yet" in said


def test_what_holds_a_leaning_back_is_said(full: Subject, with_verdict: Callable[..., Any]) -> None:
    """A leaning on core answers alone says so; a class that claims less does not need to."""
    caps = (Cap("core_only", None, True),)
    assert held_back_by(with_verdict(full, kind="leans", leader=BRANCH, caps=caps)[1])
    assert not held_back_by(with_verdict(full, kind="too_close", leader=None, caps=caps)[1])


@pytest.mark.parametrize("kind", ["outside_period", "date_not_known"])
def test_notices_name_the_years_and_the_limit(kind: Any, full: Subject) -> None:
    """Both say which years the reports speak for, and that nothing exceeds a leaning."""
    said = notice_words(kind, full.assessment)
    assert "2009 to 2011-12" in said and "more than a leaning" in said


@pytest.mark.parametrize(
    ("answered", "words"), [(0, "at least 6 more must be"), (5, "at least 1 more must be"), (6, "are answered.")]
)
def test_missing_core_answers_are_counted(
    answered: int, words: str, full: Subject, with_verdict: Callable[..., Any]
) -> None:
    """Half of eleven is six: what is missing to it is said, and nothing once it is there."""
    assessment, result = with_verdict(full, core_answered=answered, core_asked=11)
    assert core_words(assessment, result).endswith(f"{words}" if words.endswith(".") else f"{words}.")


def test_lead_that_openness_could_turn_is_not_called_settled(full: Subject, with_verdict: Callable[..., Any]) -> None:
    """Without an undecided argument, a share of ways below all is still said."""
    _, result = with_verdict(full, kind="leans", leader=ONE)
    assert result.unknowns == ()
    assert "no question still open" in (firmness(result) or "")
    standings = tuple(each._replace(first_unknowns=Fraction(3, 4)) for each in result.standings)
    assert "in 75 of 100 ways" in (firmness(replace(result, standings=standings)) or "")
