"""What a lead leans on is what a whole new assessment without it says."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings

from tests.engine import random_packs as small
from wizard.conditions.answers import Answer, OneOf
from wizard.engine import Case, Rules, assess, compile_rules
from wizard.engine.compiling import ArgumentRule, DecisionRules
from wizard.engine.leaning import MOST, Leaning, Outcome, leaning
from wizard.engine.results import DecisionResult
from wizard.schema.criterion import Argument
from wizard.schema.pack import Pack

FEW = settings(max_examples=60)
DECISION = "who_heads"


def _judged(pack: Pack) -> Pack:
    """The pack with every second argument owned as a judgement, and every third left without a finding."""

    def owned(number: int, argument: Argument) -> Argument:
        if number % 3 == 2:
            return argument.model_copy(update={"supported_by": ()})
        return argument.model_copy(update={"judgement": "Ours."}) if number % 2 else argument

    criteria = {
        each.id: each.model_copy(update={"arguments": tuple(owned(n, a) for n, a in enumerate(each.arguments))})
        for each in pack.criteria.values()
    }
    return replace(pack, criteria=criteria)


def _without(pack: Pack, criterion: str, argument: str) -> Pack:
    left = tuple(each for each in pack.criteria[criterion].arguments if each.id != argument)
    changed = pack.criteria[criterion].model_copy(update={"arguments": left})
    return replace(pack, criteria={**pack.criteria, criterion: changed})


def _regraded(rules: Rules, criterion: str, argument: str, way: int) -> Rules:
    """The same rules with one argument a grade higher or lower, as far as there is one."""
    grades = rules.pack.head.grades

    def regraded(decision: DecisionRules, rule: ArgumentRule) -> ArgumentRule:
        if (decision.criteria[rule.criterion].id, rule.argument.id) != (criterion, argument):
            return rule
        effects = []
        for effect in rule.effects:
            place = [grade.id for grade in grades].index(effect.grade.id)
            grade = grades[min(max(place + way, 0), len(grades) - 1)]
            sign = 1 if effect.points > 0 else -1
            effects.append(effect._replace(points=sign * grade.step, grade=grade))
        return rule._replace(effects=tuple(effects))

    decisions = tuple(
        replace(each, arguments=tuple(regraded(each, rule) for rule in each.arguments)) for each in rules.decisions
    )
    return replace(rules, decisions=decisions)


def _same(outcome: Outcome, found: Leaning, result: DecisionResult) -> bool:
    lead = result.standing(found.first).total - result.standing(found.second).total
    first = result.competing[0].model.id
    return (outcome.lead, outcome.first, outcome.turns) == (lead, first, first != found.first)


def _leaning(pack: Pack, answers: dict[str, Answer]) -> tuple[Rules, Case, Leaning | None]:
    rules, case = compile_rules(pack), Case(answers)
    return rules, case, leaning(rules, assess(rules, case), DECISION)


@FEW
@given(small.packs(), small.partial_answers())
def test_leaving_an_argument_out_is_what_reassessing_without_it_says(pack: Pack, answers: dict[str, Answer]) -> None:
    """To the last fraction: the lead, what the argument adds to it, and the model that comes first."""
    pack = _judged(pack)
    _, case, found = _leaning(pack, answers)
    assert found is not None
    for each in found.judgements:
        again = assess(compile_rules(_without(pack, each.criterion, each.argument.id)), case).decisions[0]
        assert _same(each.without, found, again)
        assert each.adds == found.lead - each.without.lead


@FEW
@given(small.packs(), small.partial_answers())
def test_one_grade_up_or_down_is_what_reassessing_with_it_says(pack: Pack, answers: dict[str, Answer]) -> None:
    """Up and down the ladder, stopping at its ends; where no grade is left that way there is nothing to say."""
    rules, case, found = _leaning(_judged(pack), answers)
    assert found is not None
    grades = [grade.id for grade in rules.pack.head.grades]
    for each in found.judgements:
        for way, outcome, end in ((1, each.higher, grades[-1]), (-1, each.lower, grades[0])):
            if outcome is None:
                assert {grade.id for grade in each.grades} == {end}
                continue
            again = assess(_regraded(rules, each.criterion, each.argument.id, way), case).decisions[0]
            assert _same(outcome, found, again)


@FEW
@given(small.packs(), small.partial_answers())
def test_every_judgement_that_would_turn_the_leader_stands_first(pack: Pack, answers: dict[str, Answer]) -> None:
    """Only judgements are listed, at most ten, those that turn the leader before those that only weigh much."""
    pack = _judged(pack)
    _, case, found = _leaning(pack, answers)
    assert found is not None and len(found.judgements) == min(MOST, found.counted)
    assert all(each.argument.judgement or not each.argument.supported_by for each in found.judgements)
    order = [(not each.turns, -abs(each.adds)) for each in found.judgements]
    assert order == sorted(order)
    listed = {(each.criterion, each.argument.id) for each in found.judgements}
    for criterion in pack.criteria.values():
        for argument in criterion.arguments:
            judged = argument.judgement or not argument.supported_by
            if judged and (criterion.id, argument.id) not in listed:
                again = assess(compile_rules(_without(pack, criterion.id, argument.id)), case).decisions[0]
                full = found.counted > MOST and all(each.turns for each in found.judgements)
                assert again.competing[0].model.id == found.first or full


@FEW
@given(small.packs(), small.partial_answers())
def test_a_nudged_threshold_is_judged_as_a_rule_set_with_it_would_be(pack: Pack, answers: dict[str, Answer]) -> None:
    """For every number declared: the class and the model named are those of an assessment with the other number."""
    rules, case, found = _leaning(pack, answers)
    assert found is not None
    now = assess(rules, case).decisions[0].verdict
    for threshold in found.thresholds:
        for tried in threshold.tried:
            nudged = pack.head.thresholds.model_copy(update={threshold.name: float(tried.value)})
            changed = replace(pack, head=pack.head.model_copy(update={"thresholds": nudged}))
            verdict = assess(compile_rules(changed), case).decisions[0].verdict
            assert (tried.kind, tried.leader) == (verdict.kind, verdict.leader)
            assert tried.changes == ((verdict.kind, verdict.leader) != (now.kind, now.leader))


def test_worked_by_hand() -> None:
    """Two judgements of 5 for the one, one of 5 for the other, on one criterion: 60 to 55, and each step is plain."""
    pack = small.pack_of(
        small.criterion(
            "nearness",
            small.argument("first_reason", None, favours=("one_head",)),
            small.argument("second_reason", None, favours=("one_head",)),
            small.argument("other_reason", None, favours=("two_heads",)),
            small.argument("never", {"shared": "yes"}, favours=("two_heads",)),
        )
    )
    _, _, found = _leaning(pack, {"shared": OneOf(frozenset(["no"]))})
    assert found is not None
    assert (found.first, found.second, found.lead, found.counted) == ("one_head", "two_heads", 5, 3)
    by_id = {each.argument.id: each for each in found.judgements}
    first, other = by_id["first_reason"], by_id["other_reason"]
    # Without it both stand at 55: the order of the models decides, so nothing turns.
    assert (first.adds, first.without) == (5, Outcome("one_head", Fraction(0), False))
    # From slight (5) up to fair (10), and down to faint (2).
    assert first.higher == Outcome("one_head", Fraction(10), False)
    assert first.lower == Outcome("one_head", Fraction(2), False)
    assert (other.adds, other.higher) == (-5, Outcome("one_head", Fraction(0), False))
    assert "never" not in by_id


def test_the_one_that_turns_the_leader_comes_before_weightier_ones() -> None:
    """Fair evidence raised to firm overtakes, though it adds no more than others do."""
    heavier = [small.argument(f"heavy_{n}", None, favours=("one_head",)) for n in range(3)]
    light = small.argument("light", None, favours=("two_heads",)).model_copy(
        update={"supported_by": ("report.finding_1",)}
    )
    others = [small.argument(f"other_{n}", None, favours=("two_heads",)) for n in range(1)]
    pack = small.pack_of(small.criterion("nearness", *heavier, *others, light))
    _, _, found = _leaning(pack, {})
    # 65 for one head; 50 + 5 + 10 = 65 for two heads: level, and the order of the models decides.
    assert found is not None and (found.first, found.lead) == ("one_head", 0)
    assert found.judgements[0].turns
    assert {each.argument.id for each in found.judgements if each.turns} >= {"light", "heavy_0"}


def test_more_than_ten_are_counted() -> None:
    """Twelve judgements bear on the lead; ten are shown."""
    reasons = [small.argument(f"reason_{n}", None, favours=("one_head",)) for n in range(9)]
    more = [small.argument(f"more_{n}", None, favours=("two_heads",)) for n in range(3)]
    found = _leaning(small.pack_of(small.criterion("nearness", *reasons, *more)), {})[2]
    assert found is not None and (len(found.judgements), found.counted) == (MOST, 12)


def test_fewer_than_two_models_lean_on_nothing() -> None:
    """With one model left, or none, there is no lead."""
    pack = small.pack_of(small.criterion("nearness", small.argument("reason", None, favours=("one_head",))))
    rules = compile_rules(pack)
    for off in (("two_heads", "no_head"), small.MODELS):
        case = Case(off_the_table=dict.fromkeys(off, "No."))
        assert leaning(rules, assess(rules, case), DECISION) is None


def test_equal_models_lean_on_no_judgement() -> None:
    """Where an argument moves all alike, nothing is added to the lead."""
    pack = small.pack_of(small.criterion("nearness", small.argument("reason", None, favours=small.MODELS)))
    found = _leaning(pack, {})[2]
    assert found is not None and (found.lead, found.judgements, found.counted) == (0, (), 0)


def test_every_declared_number_is_listed_with_its_reason() -> None:
    """The thresholds are judgements too: each with what the rule set says of it; none is nudged out of its range."""
    pack = small.pack_of(small.criterion("nearness", small.argument("reason", None, favours=("one_head",))))
    changed = pack.head.thresholds.model_copy(update={"clear_unknowns": 1.0, "because": {"split": "A choice of ours."}})
    found = _leaning(replace(pack, head=pack.head.model_copy(update={"thresholds": changed})), {})[2]
    assert found is not None
    by_name = {each.name: each for each in found.thresholds}
    assert {"core_needed", "lead_needed", "split", "close", "clear_unknowns", "clear_priorities"} <= set(by_name)
    assert by_name["split"].because == "A choice of ours." and by_name["close"].because == ""
    assert [each.value for each in by_name["clear_unknowns"].tried] == [Fraction(9, 10)]
    assert [each.value for each in by_name["close"].tried] == [0, 2]
