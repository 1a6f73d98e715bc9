"""What is offered is a fair mix, the same everywhere, and its order and words give nothing away."""

from __future__ import annotations

from pathlib import Path

from wizard.workshop.training.bearing import reasons_here, risks_here
from wizard.workshop.training.offered import MOST_ALWAYS, MOST_OF_A_KIND, MOST_RISKS_OF_A_KIND, offered
from wizard.workshop.training.place_title import place_name
from wizard.workshop.training.study import study_of
from wizard.workshop.workshop import Workshop


def test_reasons_are_a_mix_of_what_holds_and_what_does_not(told_cases: dict[str, Workshop]) -> None:
    """At most six of each, at most three that hold for every council, no sentence twice."""
    for workshop in told_cases.values():
        study = study_of(workshop)
        for decision in offered(workshop).decisions:
            here = reasons_here(study.assessment.decision(decision.decision.id))
            found = [here[each.id] for each in decision.reasons]
            holding = [each for each in found if each.holding == "holds"]
            assert 0 < len(holding) <= MOST_OF_A_KIND
            assert 0 < len(found) - len(holding) <= MOST_OF_A_KIND
            assert sum(each.always for each in holding) <= MOST_ALWAYS
            assert len({each.says for each in decision.reasons}) == len(decision.reasons)
            assert all(each.sides.startswith(("for ", "against ")) for each in decision.reasons)


def test_weightier_reasons_come_before_lighter_ones_of_their_kind(told_cases: dict[str, Workshop]) -> None:
    """Of those that hold only for some councils none is left out that outweighs one that is offered."""
    for workshop in told_cases.values():
        study = study_of(workshop)
        name = place_name(workshop.facts.file)
        for decision in offered(workshop).decisions:
            here = reasons_here(study.assessment.decision(decision.decision.id))
            shown = {each.id for each in decision.reasons}
            words = {each.says.casefold() for each in decision.reasons}
            certain = [each for each in here.values() if each.holding == "holds" and not each.always]
            taken = [each.weight for each in certain if each.argument.id in shown]
            left = [
                each.weight
                for each in certain
                if each.argument.id not in shown
                and name not in each.argument.because
                and each.argument.because.casefold() not in words
            ]
            assert not taken or not left or max(left) <= min(taken)


def test_risks_are_a_mix_of_what_is_there_and_what_is_not(told_cases: dict[str, Workshop]) -> None:
    """At most seven of each, and both kinds in every case."""
    for workshop in told_cases.values():
        here = risks_here(study_of(workshop))
        found = [here[each.id] for each in offered(workshop).risks]
        there = sum(each.is_there for each in found)
        assert 0 < there <= MOST_RISKS_OF_A_KIND and 0 < len(found) - there <= MOST_RISKS_OF_A_KIND


def test_order_does_not_give_away_what_holds(told_cases: dict[str, Workshop]) -> None:
    """In the first half of the lists about as many hold as in the second, over all cases."""
    first, second = 0, 0
    for workshop in told_cases.values():
        study = study_of(workshop)
        risks = [risks_here(study)[each.id].is_there for each in offered(workshop).risks]
        lists = [risks]
        for decision in offered(workshop).decisions:
            here = reasons_here(study.assessment.decision(decision.decision.id))
            lists.append([here[each.id].holding == "holds" for each in decision.reasons])
        for each in lists:
            half = len(each) // 2
            first += sum(each[:half])
            second += sum(each[-half:])
    assert 0.75 < first / second < 1.33


def test_no_words_name_the_place(told_cases: dict[str, Workshop]) -> None:
    """A reason that tells of this very place would tell what it did."""
    for workshop in told_cases.values():
        name = place_name(workshop.facts.file)
        choices = offered(workshop)
        said = [each.says for decision in choices.decisions for each in decision.reasons]
        said += [f"{each.title} {each.says}" for each in choices.risks]
        assert not [each for each in said if name in each]


def test_models_stand_in_the_order_of_the_rule_set(told_cases: dict[str, Workshop]) -> None:
    """Never in that of what leads; one that is not open says why."""
    for workshop in told_cases.values():
        for decision in offered(workshop).decisions:
            models = workshop.rules.pack.models_of(decision.decision.id)
            assert [each.id for each in decision.models] == [each.id for each in models]
            assert all(each.why_not for each in decision.models if each.openness == "not_open")


def test_two_workshops_on_a_case_offer_the_same(told_cases: dict[str, Workshop], tmp_path: Path) -> None:
    """Sheets printed in one room fit another, whatever was put in there."""
    for id in ("bracknell_forest_2008", "stockton_on_tees_2005"):
        room = told_cases[id]
        other = Workshop(tmp_path / id, room.file, room.rule_set, room.facts, room.outcome)
        assert offered(other) == offered(room)
