"""Where the evidence and a place part company, what drives it is told in full, and adds up."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import random_packs as small
from wizard.conditions.answers import Answer
from wizard.conditions.domain import Domain, understand
from wizard.engine import Case, assess, compile_rules
from wizard.engine.results import DecisionResult
from wizard.pack import read_pack
from wizard.proof.driving import parting
from wizard.schema.pack import Pack

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"
KNOWN = {
    "decision_date": "2010-06",
    "led_today": ["branch_librarians"],
    "wishes": ["longer_hours"],
    "head_leaving": "no",
    "readers": "20000",
    "hours_a_week": "50",
}
"""Answers under which a librarian in each branch leads plainly."""


@pytest.fixture(scope="module")
def tiny() -> Pack:
    return read_pack(TINY, every_source=True).pack


def _result(pack: Pack, written: dict[str, object]) -> DecisionResult:
    domains = {question.id: Domain(question) for question in pack.questions.values()}
    answers = {question: understand(domains[question], each) for question, each in written.items()}
    return assess(compile_rules(pack), Case(answers)).decision("leadership")


@settings(max_examples=150)
@given(small.packs(), small.partial_answers(), st.sampled_from(small.MODELS))
def test_what_drives_adds_up_to_the_lead(pack: Pack, answers: dict[str, Answer], did: str) -> None:
    """For every rule set and place: the reasons for, less those against, are the lead over what was done."""
    result = assess(compile_rules(pack), Case(answers)).decisions[0]
    found = parting(pack, result, did)
    if found is None:
        first = result.verdict.leader or result.competing[0].model.id
        competing = result.competing
        tied = len(competing) < 2 or competing[0].total == competing[1].total
        assert first == did or (result.verdict.leader is None and tied)
        return
    assert found.first != did and found.did == did
    assert found.lead == result.standing(found.first).total - result.standing(did).total
    if found.kind == "only_one_open":
        assert found.drivers == () and result.verdict.kind == "only_one_open"
        return
    assert found.kind == ("differed" if result.verdict.leader else "first_so_far")
    assert sum((each.adds for each in found.drivers), Fraction(0)) == found.speaks_for
    assert found.speaks_for - found.speaks_against == found.lead
    assert (found.others > 0) == (found.speaks_against > 0)
    assert all(each.adds > 0 for each in found.drivers)
    if found.lead > 0:
        shares = [each.share for each in found.drivers if each.share is not None]
        assert len(shares) == len(found.drivers) and sum(shares, Fraction(0)) == found.speaks_for / found.lead
    else:
        assert all(each.share is None for each in found.drivers)
        # What the place did stands no lower: only that it was not open lets another come first.
        assert found.did_openness in ("not_open", "off_the_table") or found.lead == 0


def test_the_two_ways_to_part_are_told_apart(tiny: Pack) -> None:
    """A verdict that names another model differs; without a verdict it is only what comes first so far."""
    known = parting(tiny, _result(tiny, KNOWN), "one_librarian")
    hardly = _result(tiny, {"decision_date": "2010-06"})
    so_far = parting(tiny, hardly, "library_trust")
    assert known is not None and (known.kind, known.first) == ("differed", "branch_librarians")
    assert hardly.verdict.leader is None
    assert so_far is not None and (so_far.kind, so_far.first) == ("first_so_far", hardly.competing[0].model.id)


def test_agreeing_is_no_parting(tiny: Pack) -> None:
    """Where the place did what is pointed to, nothing drives a difference."""
    assert parting(tiny, _result(tiny, KNOWN), "branch_librarians") is None


def test_drivers_name_their_findings_and_own_their_judgements(tiny: Pack) -> None:
    """Each finding with its report and the section to look in; an argument without one is a judgement."""
    found = parting(tiny, _result(tiny, KNOWN), "library_trust")
    assert found is not None
    arguments = {each.id: each for criterion in tiny.criteria.values() for each in criterion.arguments}
    for driver in found.drivers:
        argument = arguments[driver.argument]
        assert [each.citation for each in driver.findings] == list(argument.supported_by)
        assert [each.citation for each in driver.disputed_by] == list(argument.disputed_by)
        for each in driver.findings:
            source, finding = each.citation.split(".")
            assert (each.report, each.where) == (
                tiny.sources[source].short,
                tiny.sources[source].findings[finding].where,
            )
        assert driver.is_judgement == bool(argument.judgement or not argument.supported_by)
    assert any(each.findings for each in found.drivers)


def test_what_the_rules_hold_closed_is_said_to_be(tiny: Pack) -> None:
    """A place that did what the rules hold to be closed parts from them by that, with the reason why."""
    models = {
        each.id: each.model_copy(
            update={"available_when": {"readers": {"above": "90000"}}, "unavailable_because": "It was too small."}
        )
        if each.id == "branch_librarians"
        else each
        for each in tiny.models.values()
    }
    closed = replace(tiny, models=models)
    found = parting(closed, _result(closed, KNOWN), "branch_librarians")
    assert found is not None and found.did_openness == "not_open" and found.why_not == "It was too small."
    assert found.lead < 0 and all(each.share is None for each in found.drivers)


def test_where_only_one_was_open_no_reason_decided(tiny: Pack) -> None:
    """Law or circumstance drove it: no argument is named."""
    models = {
        each.id: each.model_copy(
            update={"available_when": {"readers": {"above": "90000"}}, "unavailable_because": "It was too small."}
        )
        if each.id in ("one_librarian", "library_trust")
        else each
        for each in tiny.models.values()
    }
    alone = replace(tiny, models=models)
    found = parting(alone, _result(alone, KNOWN), "library_trust")
    assert found is not None and (found.kind, found.drivers) == ("only_one_open", ())
