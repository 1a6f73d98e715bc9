"""Which trade-offs are worth asking, and under which priorities each model comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import random_packs as small
from wizard.conditions.answers import Answer
from wizard.engine import Case, assess, compile_rules
from wizard.engine.case import criterion_weights
from wizard.engine.results import Assessment, DecisionResult
from wizard.engine.trade_offs import MOST_ASKED, PrioritiesFound, priorities_of
from wizard.schema.criterion import Criterion
from wizard.schema.pack import Pack

FEW = settings(max_examples=60, deadline=None)
ONE, TWO, NO = small.MODELS
NOTHING_SET = Case()


def found(
    groups: Sequence[str],
    table: dict[str, Sequence[float]],
    case: Case = NOTHING_SET,
    answered: Sequence[Sequence[str]] = (),
) -> PrioritiesFound:
    """What priorities do where each criterion is in the group named and each model scores as in `table`."""
    assessment, result = settled(groups, table, case)
    return priorities_of(assessment, result, answered)


def settled(groups: Sequence[str], table: dict[str, Sequence[float]], case: Case) -> tuple[Assessment, DecisionResult]:
    criteria = {
        f"c{place}": Criterion(
            id=f"c{place}", title=f"C{place}", question="?", decision="who_heads", group=group, status="draft",
            scale={"0": "-"}, arguments=(),
        )
        for place, group in enumerate(groups)
    }  # fmt: skip
    models = {id: small._model(id, place, None) for place, id in enumerate(table)}
    pack = Pack(
        head=small.head(), decisions={"who_heads": small.decision()}, sections=(), models=models, criteria=criteria,
        poor_fits={}, risks={}, measures={}, sources={},
    )  # fmt: skip
    weights = criterion_weights(
        criteria.values(), case.weights.get("who_heads", {}), case.trade_offs.get("who_heads", ())
    )
    scores = {(f"c{place}", id): Fraction(row[place]) for id, row in table.items() for place in range(len(groups))}
    totals = {id: sum(weights[each] * scores[each, id] for each in criteria) for id in table}
    shape = assess(compile_rules(_empty()), Case()).decisions[0]
    standings = [
        shape.standings[0]._replace(model=models[id], openness="open", total=Fraction(totals[id])) for id in table
    ]
    result = replace(
        shape, criteria=tuple(criteria.values()), weights=weights, scores=scores,
        standings=tuple(sorted(standings, key=lambda each: -each.total)),
    )  # fmt: skip
    return Assessment(pack, case, (result,), (), 0, 0, 0, 0), result


def _empty() -> Pack:
    criterion = Criterion(
        id="c", title="C", question="?", decision="who_heads", group="g", status="draft", scale={"0": "-"}, arguments=()
    )
    models = {id: small._model(id, place, None) for place, id in enumerate(small.MODELS)}
    return Pack(
        head=small.head(), decisions={"who_heads": small.decision()}, models=models, criteria={"c": criterion},
        sections=(small.QuestionFile(section="all", title="All", questions=small.QUESTIONS),),
        poor_fits={}, risks={}, measures={}, sources={"report": small.source()},
    )  # fmt: skip


TWO_BY_TWO = {ONE: (100, 0), TWO: (0, 100), NO: (60, 60)}


def test_closed_form_with_a_compromise() -> None:
    """A = (1, 0), B = (0, 1), C = (.6, .6): C leads in .2 of mixes, A and B in .4 each (worked example 2).

    The compromise has the highest average, so its rival is A or B, and on one answer it leads in .2 and A in .8.
    """
    got = found(("a", "b"), TWO_BY_TWO)
    assert got.bearing == "open" and got.first == NO
    assert got.over_all == got.as_set
    assert got.as_set[ONE] == pytest.approx(0.4, abs=0.03) and got.as_set[NO] == pytest.approx(0.2, abs=0.03)
    portraits = {each.model: {group.group: group.when_first for group in each.groups} for each in got.portraits}
    assert portraits[ONE] == pytest.approx({"a": 0.8, "b": 0.2}, abs=0.02)
    assert portraits[TWO] == pytest.approx({"a": 0.2, "b": 0.8}, abs=0.02)
    assert portraits[NO] == pytest.approx({"a": 0.5, "b": 0.5}, abs=0.02)


def test_an_answer_that_settles_everything_is_asked_for() -> None:
    """A better on the one group and B on the other: the answer moves the lead from always to never."""
    got = found(("a", "b"), {ONE: (100, 0), TWO: (0, 99)})
    (trade_off,) = got.trade_offs
    assert (trade_off.first.group, trade_off.second.group) == ("a", "b")
    assert (trade_off.first.better, trade_off.second.better) == (ONE, TWO)
    assert (trade_off.first.points, trade_off.second.points) == (100, 99)
    assert trade_off.if_first[ONE] == 1 and trade_off.if_second[ONE] < 0.05 and trade_off.moves > 0.95


SIX = ("a", "b", "c", "d", "e", "f")
SPLIT = {ONE: (90, 80, 70, 20, 30, 40), TWO: (20, 30, 40, 85, 75, 70)}


def test_at_most_three_are_asked_the_most_telling_first() -> None:
    """Nine pairs would separate the two; three are asked, each about a group of either side, none twice."""
    got = found(SIX, SPLIT)
    assert got.bearing == "open" and len(got.trade_offs) == MOST_ASKED
    moves = [each.moves for each in got.trade_offs]
    assert moves == sorted(moves, reverse=True)
    assert {each.first.group for each in got.trade_offs} <= set("abc")
    assert {each.second.group for each in got.trade_offs} <= set("def")
    assert len({(each.first.group, each.second.group) for each in got.trade_offs}) == MOST_ASKED
    assert (got.trade_offs[0].first.group, got.trade_offs[0].second.group) == ("a", "d")


def test_what_was_answered_is_not_asked_again() -> None:
    """Neither a pair that was settled, nor one nobody could say, nor one that follows; after three none."""
    case = Case(trade_offs={"who_heads": (("a", "d"),)})
    asked = {
        frozenset((each.first.group, each.second.group)) for each in found(SIX, SPLIT, case, ["ad", "be"]).trade_offs
    }
    assert len(asked) == 1 and not asked & {frozenset("ad"), frozenset("be")}
    chain = Case(trade_offs={"who_heads": (("a", "b"), ("b", "d"))})
    follows = found(SIX, SPLIT, chain).trade_offs
    assert all({each.first.group, each.second.group} != {"a", "d"} for each in follows)
    assert found(SIX, SPLIT, case, ["ad", "be", "cf"]).trade_offs == ()


def test_an_answer_comes_to_what_was_foretold() -> None:
    """The share under each answer is the share among all mixes once it has been given, within sampling error."""
    trade_off = found(SIX, SPLIT).trade_offs[0]
    one, other = trade_off.first.group, trade_off.second.group
    for pair, foretold in (((one, other), trade_off.if_first), ((other, one), trade_off.if_second)):
        after = found(SIX, SPLIT, Case(trade_offs={"who_heads": (pair,)}))
        assert after.as_set == pytest.approx(foretold, abs=0.06)


def test_groups_with_a_stated_weight_are_not_asked_about() -> None:
    """Whoever states a weight has answered."""
    case = Case(weights={"who_heads": {"a": Fraction(15), "d": Fraction(15)}})
    got = found(SIX, SPLIT, case)
    named = {group for each in got.trade_offs for group in (each.first.group, each.second.group)}
    assert named and not named & {"a", "d"}
    assert got.over_all != got.as_set


@pytest.mark.parametrize(
    ("groups", "table", "stated", "bearing"),
    [
        (("a", "b"), {ONE: (90, 80), TWO: (10, 20)}, {}, "settled"),
        (("a", "b"), {ONE: (90, 10)}, {}, "no_choice"),
        (("a",), {ONE: (60,), TWO: (50,)}, {}, "nothing_to_weigh"),
        (("a", "b"), {ONE: (50, 40), TWO: (50, 40)}, {}, "same_lead"),
        (("a", "b"), {ONE: (90, 10), TWO: (10, 80)}, {"a": 50, "b": 50}, "all_set"),
        (("a", "b"), {ONE: (90, 10), TWO: (10, 80)}, {"a": 100}, "all_set"),
        (("a", "b"), {ONE: (90, 10), TWO: (10, 80)}, {"a": 0, "b": 100}, "all_set"),
        (("a", "b", "c"), {ONE: (90, 10, 50), TWO: (10, 80, 50)}, {"a": 0}, "settled"),
        (("a", "b", "b"), {ONE: (50, 90, 10), TWO: (50, 10, 90)}, {"a": 0}, "open"),
    ],
)
def test_where_priorities_settle_nothing_nobody_is_asked(
    groups: tuple[str, ...], table: dict[str, tuple[int, ...]], stated: dict[str, int], bearing: str
) -> None:
    """A clear lead, one model, one thing to weigh, equal models, all weights stated (0 and 100 included)."""
    weights = {each: Fraction(weight) for each, weight in stated.items()}
    got = found(groups, table, Case(weights={"who_heads": weights}))
    assert got.bearing == bearing and got.trade_offs == ()
    assert sum(got.as_set.values()) == pytest.approx(1)


def test_no_model_at_all_is_no_choice() -> None:
    """Nothing competes: no shares, no portraits, no question."""
    got = found(("a", "b"), {})
    assert (got.bearing, got.over_all, got.as_set, got.first, got.rival) == ("no_choice", {}, {}, None, None)
    assert got.trade_offs == got.portraits == ()


def test_a_model_that_never_leads_has_no_portrait() -> None:
    """Beaten on every criterion, its priorities are undefined, not 0."""
    got = found(("a", "b"), {ONE: (90, 10), TWO: (10, 90), NO: (5, 5)})
    never = got.portraits[-1]
    assert (never.model, never.share, never.mixes, never.groups) == (NO, 0, 0, ())
    assert all(each.groups for each in got.portraits[:-1])


def test_the_rival_is_who_leads_oftest_of_the_others() -> None:
    """The second by its total may lead nowhere: what separates the first from it would settle nothing."""
    got = found(("a", "b"), {ONE: (90, 40), NO: (80, 39), TWO: (0, 100)})
    assert (got.first, got.rival) == (ONE, TWO)


def test_ties_share_the_portrait() -> None:
    """Two equal models share each mix, and their portraits are the average mix itself."""
    got = found(("a", "b"), {ONE: (50, 40), TWO: (50, 40)})
    for portrait in got.portraits:
        assert portrait.share == pytest.approx(0.5)
        assert all(group.when_first == pytest.approx(group.usual) for group in portrait.groups)


@FEW
@given(small.packs(), small.known_answers())
def test_shares_are_those_the_verdict_rests_on(pack: Pack, answers: dict[str, Answer]) -> None:
    """With and without trade-offs the share of each model is `first_priorities`, to the last digit.

    And portraits, weighted by how often each model leads, add up to the average mix.
    """
    rules = compile_rules(pack)
    groups = list(dict.fromkeys(each.group for each in pack.criteria.values()))
    for pairs in ((), tuple(pairwise(groups))):
        assessment = assess(rules, Case(answers, trade_offs={"who_heads": pairs}))
        result = assessment.decisions[0]
        got = priorities_of(assessment, result)
        assert got.as_set == {each.model.id: each.first_priorities for each in result.competing}
        for place, group in enumerate(groups):
            parts = [each.share * each.groups[place].when_first for each in got.portraits if each.groups]
            usual = next(each.groups[place].usual for each in got.portraits if each.groups)
            assert sum(parts) == pytest.approx(usual), group
        if got.bearing == "settled":
            assert got.as_set[got.first or ""] >= 0.9


@FEW
@given(small.packs(), small.partial_answers(), st.booleans())
def test_an_answered_trade_off_keeps_every_law_of_totals(pack: Pack, answers: dict[str, Answer], turned: bool) -> None:
    """Reasons still sum to the total, weights to 1, the heavier group is the one that was said to matter more."""
    pair = ("second_group", "first_group") if turned else ("first_group", "second_group")
    result = assess(compile_rules(pack), Case(answers, trade_offs={"who_heads": (pair,)})).decisions[0]
    sums = {each.model.id: Fraction(50) for each in result.standings}
    for reason in result.reasons:
        sums[reason.model] += reason.weighted
    assert all(each.total == sums[each.model.id] for each in result.standings)
    shares = {group: Fraction(0) for group in pair}
    for criterion in result.criteria:
        shares[criterion.group] += result.weights[criterion.id]
    assert sum(shares.values()) == 1
    if all(shares.values()):
        assert (shares[pair[0]], shares[pair[1]]) == (Fraction(3, 4), Fraction(1, 4))
