"""The tilt of a rule set: shares that add up, that a whole assessment agrees with, and whose evidence it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from wizard.engine import Case, assess, compile_rules
from wizard.pack import read_pack
from wizard.proof.random_answers import random_answers
from wizard.proof.tilt import WAYS, Tilt, tilt
from wizard.schema.pack import Pack

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(TINY).pack


@pytest.fixture(scope="module")
def found(pack: Pack) -> Tilt:
    return tilt(pack, sets=400, sample=20)


def test_shares_come_to_one(found: Tilt) -> None:
    """Exactly: every answer set is led by somebody, or nothing is open in it; verdicts come to the sample."""
    for way in WAYS:
        for each in found.drawn[way]:
            assert sum((model.led for model in each.models), each.none_open) == 1
            assert sum(each.verdicts.values()) == each.sample == 20
            assert 0 <= each.stayed <= 1


def test_tilt_is_the_same_each_time(pack: Pack, found: Tilt) -> None:
    """Seeded, so that what is published can be checked."""
    assert tilt(pack, sets=400, sample=20) == found


def test_whole_assessments_agree(pack: Pack) -> None:
    """Over the same answers the models that lead, their totals and the verdicts are those of `assess`."""
    rules = compile_rules(pack)
    for way in WAYS:
        results = [assess(rules, Case(answers)).decisions for answers in random_answers(rules, way, 25)]
        for number, each in enumerate(tilt(pack, sets=25, sample=25).drawn[way]):
            led: Counter[str] = Counter()
            stayed = Fraction(0)
            totals: dict[str, list[Fraction]] = {}
            for result in (decisions[number] for decisions in results):
                best = [one for one in result.competing if one.total == result.competing[0].total]
                led.update({one.model.id: Fraction(1, len(best)) for one in best})
                stayed += sum(Fraction(one.stays, len(best)) for one in best)
                for one in result.competing:
                    totals.setdefault(one.model.id, []).append(one.total)
            for model in each.models:
                assert model.led * 25 == led[model.model] and model.opened * 25 == len(totals[model.model])
                assert (model.lowest, model.highest) == (min(totals[model.model]), max(totals[model.model]))
                assert model.mean == sum(totals[model.model]) / len(totals[model.model])
            assert each.stayed * 25 == stayed
            assert each.verdicts == Counter(decisions[number].verdict.kind for decisions in results)


def test_model_is_open_as_often_as_its_condition_allows(found: Tilt) -> None:
    """A trust needs a date from April 2010 on: 640 of the 1,095 days of 2009 to 2011."""
    for each in found.drawn["evenly"][0].models:
        expected = 640 / 1095 if each.model == "library_trust" else 1
        assert abs(float(each.opened) - expected) < 0.06


def test_rules_without_arguments_lean_nowhere(pack: Pack) -> None:
    """Models that tie share the lead: the third one takes its third only where it is open."""
    silent = {each.id: each.model_copy(update={"arguments": ()}) for each in pack.criteria.values()}
    each = tilt(replace(pack, criteria=silent), sets=200, sample=1).drawn["evenly"][0]
    share = {model.model: model.led for model in each.models}
    opened = {model.model: model.opened for model in each.models}["library_trust"]
    assert share["library_trust"] == opened / 3
    assert share["one_librarian"] == share["branch_librarians"] == opened / 3 + (1 - opened) / 2
    assert {(model.lowest, model.highest) for model in each.models} == {(50, 50)}


def test_sample_is_never_larger_than_the_sets(pack: Pack) -> None:
    """Five sets give five verdicts."""
    assert all(each.sample == 5 for each in tilt(pack, sets=5).drawn["evenly"])


def test_what_stands_behind_a_model_is_counted(found: Tilt) -> None:
    """Arguments by side and grade, findings once each by voice, method and the post that the speaker holds."""
    behind = found.behind["leadership"]
    one, branches, trust = behind.models
    assert behind.arguments == 6
    assert (one.favour.arguments, one.against.arguments, one.against_moving.arguments) == (2, 1, 1)
    assert one.favour.grades == {"slight": 2} and one.favour.judgements == 0
    assert one.favour.findings.total == 3
    assert one.favour.findings.voices == {"one_person": 2, "several": 1}
    assert one.favour.findings.methods == {"interview": 3}
    assert one.favour.findings.holders == {"": 2, "one_librarian": 1}
    # The same finding supports two arguments for branches, and is one finding.
    assert (branches.favour.arguments, branches.favour.findings.total) == (2, 1)
    assert branches.favour.findings.voices == {"all": 1}
    assert trust.favour.findings.methods == {"interview": 1, "report_conclusion": 1}
    assert found.behind["housing"].models[0].against.judgements == 1


def test_sets_in_which_nothing_is_open_are_led_by_nobody(pack: Pack) -> None:
    """Where the law allows no model in those years, no lead and no total is made up."""
    never = {"available_when": {"decision_date": {"at_least": "2019"}}, "unavailable_because": "Not yet."}
    models = {each.id: each.model_copy(update=never) for each in pack.models.values()}
    for each in tilt(replace(pack, models=models), sets=10).drawn["by_priors"]:
        assert (each.none_open, each.stayed) == (1, 0) and each.verdicts == {"none_open": 10}
        assert {(model.led, model.opened, model.lowest, model.mean) for model in each.models} == {(0, 0, None, None)}
