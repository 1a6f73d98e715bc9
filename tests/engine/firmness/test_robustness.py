"""How firm a result is when everything varies at once: laws, agreement with an assessment, and degenerate cases."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import random_packs as small
from wizard.conditions.answers import Answer
from wizard.conditions.domain import understand
from wizard.engine import Case, Rules, assess, compile_rules
from wizard.engine.completing import COMPLETIONS
from wizard.engine.firmness.robustness import EVERYTHING, Firmness, Robustness, robustness
from wizard.engine.firmness.smaa import sampling_error
from wizard.engine.priorities import MIXES
from wizard.engine.results import DecisionResult
from wizard.schema.criterion import Argument
from wizard.schema.pack import Pack

SOME = settings(max_examples=40, deadline=None)
ONE, TWO, NONE = small.MODELS
DRAWS = 400
DUST = 1e-9


def both(rules: Rules, case: Case, draws: int = DRAWS) -> tuple[Robustness, DecisionResult]:
    """The firmness of the one decision, and its assessment."""
    return robustness(rules, rules.decisions[0], case, draws), assess(rules, case).decisions[0]


def firsts(firmness: Firmness) -> dict[str, float]:
    """How often each model comes first."""
    return {each.model: each.first for each in firmness.models}


def everywhere(found: Robustness) -> list[Firmness]:
    """Every run of one decision."""
    return [found.over_all, *([found.as_stated] if found.as_stated else []), *found.alone.values()]


def backed(id: str, finding: int, *favours: str) -> Argument:
    """An argument that always holds and rests on one finding: 1 makes it fair, 4 (the law) firm."""
    return Argument(id=id, favours=favours, because="It is so.", supported_by=(f"report.finding_{finding}",))


def answered(**written: object) -> dict[str, Answer]:
    """Answers from how they are written."""
    return {question: understand(small.DOMAINS[question], each) for question, each in written.items()}


cases = st.builds(
    Case,
    small.partial_answers(),
    st.sampled_from([{}, {"who_heads": {"first_group": Fraction(30)}}, {"who_heads": {"criterion_0": Fraction(0)}}]),
    st.dictionaries(st.sampled_from(small.MODELS), st.just("No."), max_size=3),
)


@SOME
@given(small.packs(), cases)
def test_the_same_seed_gives_the_same_digits(pack: Pack, case: Case) -> None:
    """All of it, to the last bit; rules compiled afresh make no difference."""
    assert both(compile_rules(pack), case)[0] == both(compile_rules(pack), case)[0]


def test_another_seed_gives_other_draws() -> None:
    """Within the sampling error of each other, and not the same."""
    pack = open_pack()
    other = replace(pack, head=pack.head.model_copy(update={"seed": 8}))
    one, two = (both(compile_rules(each), Case(), 4000)[0].over_all for each in (pack, other))
    assert firsts(one) != firsts(two)
    for model in small.MODELS:
        assert abs(one.of(model).first - two.of(model).first) <= one.error(model) + two.error(model)


@SOME
@given(small.packs(), cases)
def test_shares_add_up(pack: Pack, case: Case) -> None:
    """Of the draws in which none is open nothing is counted: the first places come to the others.

    The n-th places come to the draws in which n are open, never more than the places before; a pair that meets has one
    winner.
    """
    found, result = both(compile_rules(pack), case)
    for firmness in everywhere(found):
        whole = [sum(each.ranks[place] for each in firmness.models) for place in range(len(firmness.models))]
        assert all(-DUST <= after <= before + DUST <= 1 + 2 * DUST for before, after in pairwise(whole))
        always = any(each.openness == "open" for each in result.standings)
        if always or not result.competing:
            assert whole[0] == pytest.approx(float(always))
        for (one, other), share in firmness.wins.items():
            assert share + firmness.wins[other, one] == pytest.approx(1)


@SOME
@given(small.packs(), cases)
def test_a_model_that_cannot_be_chosen_never_ranks(pack: Pack, case: Case) -> None:
    """Off the table or not open: no rank, no win, no priorities of its own, and no weight that makes it lead."""
    found, result = both(compile_rules(pack), case)
    closed = {each.model.id for each in result.standings} - {each.model.id for each in result.competing}
    for firmness in everywhere(found):
        for model in closed:
            assert set(firmness.of(model).ranks) == {0} and firmness.of(model).priorities is None
        assert not closed & {model for pair in firmness.wins for model in pair}
    for tipping in (*found.weights.values(), *found.groups.values()):
        turns = [turn for turn in (tipping.below, tipping.above) if turn]
        assert not closed & {model for leaders in (tipping.leaders, *(t.leaders for t in turns)) for model in leaders}


@SOME
@given(small.packs(), cases)
def test_central_weights_are_a_whole_and_there_only_for_those_who_lead(pack: Pack, case: Case) -> None:
    """None is undefined, never nothing."""
    found, _ = both(compile_rules(pack), case)
    for firmness in everywhere(found):
        for each in firmness.models:
            assert (each.priorities is None) == (each.first == 0)
            if each.priorities is not None:
                assert sum(each.priorities.values()) == pytest.approx(1)


@SOME
@given(small.packs(), cases)
def test_expected_scores_are_exactly_those_of_the_assessment(pack: Pack, case: Case) -> None:
    """With all weight on one criterion a total is the score on it, to the last fraction; today's total follows too."""
    found, result = both(compile_rules(pack), case)
    assert set(found.weights) == {criterion.id for criterion in result.criteria}
    for criterion, tipping in found.weights.items():
        assert tipping.weight == result.weights[criterion]
        for standing in result.competing:
            model = standing.model.id
            full, none = tipping.at_everything[model], tipping.at_nothing[model]
            assert full == result.scores[criterion, model]
            assert none + tipping.weight * (full - none) == standing.total


@SOME
@given(small.packs(), cases)
def test_the_leader_is_that_of_the_assessment(pack: Pack, case: Case) -> None:
    """And what is silent and unknown is counted as the assessment has it."""
    found, result = both(compile_rules(pack), case)
    assert found.leader == (result.competing[0].model.id if result.competing else None)
    assert found.silent == len(result.silent)


@settings(max_examples=60, deadline=None)
@given(small.packs(), small.partial_answers())
def test_one_thing_alone_agrees_with_the_assessment(pack: Pack, answers: dict[str, Answer]) -> None:
    """Priorities alone and unknown answers alone are what an assessment counts more coarsely.

    Twice the two sampling errors, as sixty rule sets with three models each are tried.
    """
    draws = 4000
    found, result = both(compile_rules(pack), Case(answers), draws)
    for standing in result.standings:
        for varied, share, count in (
            ("priorities", standing.first_priorities, MIXES),
            ("unknowns", float(standing.first_unknowns), COMPLETIONS),
        ):
            if standing in result.competing:
                ours = found.alone[varied].of(standing.model.id).first  # type: ignore[index]
                errors = sampling_error(min(share, 1), count) + sampling_error(min(ours, 1), draws)
                assert abs(ours - share) <= 2 * errors, varied


@SOME
@given(small.packs(), small.known_answers())
def test_with_nothing_unknown_nothing_is_drawn_of_it(pack: Pack, answers: dict[str, Answer]) -> None:
    """Every draw is the same: the first place is as the assessment has it, whole or evenly shared."""
    found, result = both(compile_rules(pack), Case(answers))
    assert found.unknown == 0
    for standing in result.standings:
        ours = found.alone["unknowns"].of(standing.model.id).first
        assert ours == pytest.approx(float(standing.first_unknowns)) and round(ours, 6) in (0, 0.333333, 0.5, 1)


def test_with_nothing_silent_nothing_is_drawn_of_it() -> None:
    """Where an argument speaks on every score, varying the silent ones is varying nothing."""
    pack = small.pack_of(small.criterion("only", backed("a", 4, ONE), backed("b", 1, TWO), backed("c", 0, NONE)))
    found, result = both(compile_rules(pack), Case())
    assert not result.silent and found.silent == 0
    assert firsts(found.alone["silences"]) == {ONE: 1, TWO: 0, NONE: 0}


def test_a_silent_score_lies_evenly_between_25_and_75() -> None:
    """Against a score of 60 (fair evidence, one step of 10 up) a silent one wins 15 of 50 times."""
    pack = small.pack_of(small.criterion("only", backed("a", 1, ONE)))
    draws = 10_000
    found, _ = both(compile_rules(pack), Case(off_the_table={NONE: "No."}), draws)
    share = found.alone["silences"].of(TWO).first
    assert abs(share - 0.3) <= sampling_error(0.3, draws)


def test_grades_move_by_one_and_stop_at_the_ends_of_the_ladder() -> None:
    """Firm against fair, each with draws of its own: what enumerating 256 x 256 bytes gives."""
    pack = small.pack_of(small.criterion("only", backed("a", 4, ONE), backed("b", 1, TWO)))
    draws = 10_000
    found, _ = both(compile_rules(pack), Case(off_the_table={NONE: "No."}), draws)
    firm, fair = ([(10, 85), (20, 86), (20, 85)], [(5, 85), (10, 86), (20, 85)])
    led = sum(
        (Fraction(1) if one > two else Fraction(1, 2) if one == two else Fraction(0)) * mine * its
        for (one, mine), (two, its) in product(firm, fair)
    ) / Fraction(256**2)
    assert abs(found.alone["grades"].of(ONE).first - float(led)) <= sampling_error(float(led), draws)


def test_an_argument_of_both_models_has_one_grade() -> None:
    """What speaks for two models alike is firmer or less firm for both at once: no draw sets one before the other."""
    pack = small.pack_of(small.criterion("only", backed("a", 1, ONE, TWO)))
    found, _ = both(compile_rules(pack), Case(off_the_table={NONE: "No."}))
    assert firsts(found.alone["grades"]) == {ONE: 0.5, TWO: 0.5, NONE: 0}


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (Case(), False),
        (Case(weights={"who_heads": {}}, trade_offs={"who_heads": ()}), False),
        (Case(weights={"another": {"first_group": Fraction(30)}}), False),
        (Case(weights={"who_heads": {"first_group": Fraction(30)}}), True),
        (Case(trade_offs={"who_heads": (("first_group", "second_group"),)}), True),
    ],
)
def test_what_was_said_has_a_run_of_its_own(case: Case, said: bool) -> None:
    """Only where something was said of this decision; it is then the one that applies."""
    found, _ = both(compile_rules(open_pack()), case)
    assert (found.as_stated is not None) is said
    assert found.firmness is (found.as_stated or found.over_all)
    assert found.alone["priorities"].around_stated is said
    assert firsts(found.over_all) == firsts(both(compile_rules(open_pack()), Case())[0].over_all)


def test_weights_that_were_set_keep_near_what_was_said() -> None:
    """Half to one and a half times what was stated: a group at 90 never falls below 45, so its model always leads."""
    pack = small.pack_of(
        small.criterion("first", backed("a", 4, ONE), group="first_group"),
        small.criterion("second", backed("b", 4, TWO), group="second_group"),
    )
    case = Case(weights={"who_heads": {"first_group": Fraction(90)}})
    found, _ = both(compile_rules(pack), case, 4000)
    assert found.alone["priorities"].of(ONE).first > 0.9 > 0.6 > found.over_all.of(ONE).first
    pairs = Case(trade_offs={"who_heads": (("second_group", "first_group"),)})
    assert firsts(both(compile_rules(pack), pairs)[0].alone["priorities"]) == {ONE: 0, TWO: 1, NONE: 0}


def test_only_one_model_left() -> None:
    """It comes first whatever varies, beats nobody, and no weight changes it."""
    found, _ = both(compile_rules(open_pack()), Case(off_the_table={TWO: "No.", NONE: "No."}))
    for firmness in everywhere(found):
        assert firsts(firmness) == {ONE: 1, TWO: 0, NONE: 0} and not firmness.wins and firmness.openness == 0
    assert all(each.below is each.above is None for each in (*found.weights.values(), *found.groups.values()))


def test_nothing_open() -> None:
    """No leader, no ranks, nothing to say of how open the first place is."""
    found, _ = both(compile_rules(open_pack()), Case(off_the_table=dict.fromkeys(small.MODELS, "No.")))
    assert found.leader is None
    for firmness in everywhere(found):
        assert set(firsts(firmness).values()) == {0} and firmness.openness is None and not firmness.wins
        assert all(each.priorities is None for each in firmness.models)


def test_a_model_that_may_not_be_open_ranks_only_where_it_is() -> None:
    """Alone at the table and open where the place is shared (one in two): first in that share, none in the rest."""
    pack = small.pack_of(small.criterion("only", backed("a", 1, ONE)), closed={"shared": "yes"})
    draws = 10_000
    found, _ = both(compile_rules(pack), Case(off_the_table={ONE: "No.", TWO: "No."}), draws)
    share = found.over_all.of(NONE).first
    assert abs(share - 0.5) <= sampling_error(0.5, draws)
    assert found.over_all.of(NONE).ranks[1:] == (0, 0) and found.over_all.openness == 0


def test_equal_models_share_every_place_evenly() -> None:
    """Two on which the same is said stand level in every draw in which the reports are not silent on them."""
    pack = small.pack_of(small.criterion("only", backed("a", 1, ONE, TWO)))
    found, _ = both(compile_rules(pack), Case(off_the_table={NONE: "No."}))
    for firmness in everywhere(found):
        assert firmness.of(ONE).ranks == firmness.of(TWO).ranks == (0.5, 0.5, 0)
        assert firmness.wins == {(ONE, TWO): 0.5, (TWO, ONE): 0.5} and firmness.openness == pytest.approx(1)


def test_a_dominated_model_never_leads() -> None:
    """Behind on every criterion by more than grades can make up: never first, no priorities, no turning point."""
    pack = small.pack_of(
        *(
            small.criterion(
                name,
                backed("a", 4, ONE),
                small.argument("b", None, counts_against=(TWO,)),
                backed("c", 1, NONE),
                small.argument("d", None, counts_against=(NONE,)),
                group=group,
            )
            for name, group in (("first", "first_group"), ("second", "second_group"))
        )
    )
    found, _ = both(compile_rules(pack), Case(off_the_table={NONE: "No."}))
    for firmness in everywhere(found):
        assert firmness.of(TWO).first == 0 and firmness.of(TWO).priorities is None
        assert firmness.wins[ONE, TWO] == 1
    assert all(each.below is each.above is None for each in (*found.weights.values(), *found.groups.values()))


def test_a_weight_of_nothing_stays_nothing() -> None:
    """Stated as 0 it is 0 in every draw around what was said; over all priorities it counts again."""
    case = Case(weights={"who_heads": {"first_group": Fraction(0)}})
    found, _ = both(compile_rules(open_pack()), case)
    assert found.as_stated is not None and found.groups["first_group"].weight == 0
    weights = [each.priorities for each in found.as_stated.models if each.priorities is not None]
    assert weights and all(each["first"] == 0 for each in weights)
    over_all = [each.priorities for each in found.over_all.models if each.priorities is not None]
    assert any(each["first"] > 0 for each in over_all)


def test_every_weight_on_one_criterion() -> None:
    """Only its scores count; the others weigh nothing and would share evenly what is taken from it."""
    case = Case(weights={"who_heads": {"first_group": Fraction(100)}})
    found, result = both(compile_rules(open_pack()), case)
    assert found.weights["first"].weight == 1 and found.weights["first"].evenly
    for standing in result.competing:
        assert standing.total == result.scores["first", standing.model.id]
    assert firsts(found.alone["priorities"]) == {ONE: 1, TWO: 0, NONE: 0}
    below = found.groups["first_group"].below
    assert below is not None and below.leaders == (TWO,)


def test_one_criterion_leaves_no_priorities_to_vary() -> None:
    """With one thing to weigh every mix is the same, and there is nothing to give its weight to."""
    pack = small.pack_of(small.criterion("only", backed("a", 1, ONE)))
    found, _ = both(compile_rules(pack), Case())
    assert firsts(found.alone["priorities"]) == {ONE: 1, TWO: 0, NONE: 0}
    assert found.weights["only"].below is found.weights["only"].above is None


def test_all_unknown() -> None:
    """No answer at all: every question that bears is counted as unknown, and each keeps its chance."""
    pack = small.pack_of(
        small.criterion(
            "only",
            small.argument("a", {"level": "good"}, favours=(ONE,)),
            small.argument("b", {"level": {"is_not": "good"}}, favours=(TWO,)),
        )
    )
    draws = 10_000
    rules = compile_rules(pack)
    found, _ = both(rules, Case(off_the_table={NONE: "No."}), draws)
    assert found.unknown == 1
    assert abs(found.alone["unknowns"].of(ONE).first - 0.3) <= sampling_error(0.3, draws)
    assert both(rules, Case(answered(level="good")))[0].unknown == 0


def test_a_question_with_one_answer_left_is_known() -> None:
    """A range within one cell and a choice narrowed to one option leave nothing to draw."""
    pack = small.pack_of(small.criterion("only", small.argument("a", {"people": {"at_least": "50"}}, favours=(ONE,))))
    found, _ = both(compile_rules(pack), Case(answered(people={"between": ["60", "70"]})))
    assert found.unknown == 0 and firsts(found.alone["unknowns"]) == {ONE: 1, TWO: 0, NONE: 0}


def test_each_run_says_what_varied() -> None:
    """Everything, or one thing alone; and over how many draws."""
    found, _ = both(compile_rules(open_pack()), Case())
    assert found.over_all.varied == EVERYTHING and found.over_all.draws == DRAWS
    assert {each: alone.varied for each, alone in found.alone.items()} == {each: (each,) for each in EVERYTHING}
    with pytest.raises(KeyError):
        found.over_all.of("nobody")


def open_pack() -> Pack:
    """Two criteria of two groups that pull apart, each with something unknown and something silent."""
    return small.pack_of(
        small.criterion(
            "first",
            backed("a", 4, ONE),
            small.argument("b", {"shared": "yes"}, favours=(TWO,)),
            group="first_group",
        ),
        small.criterion(
            "second",
            backed("c", 1, TWO),
            small.argument("d", {"level": "good"}, favours=(ONE,)),
            group="second_group",
        ),
    )


def test_a_group_that_weighs_nothing_can_be_given_weight() -> None:
    """Its criteria keep their proportions: it turns the lead where its own total and that of the others cross."""
    case = Case(weights={"who_heads": {"first_group": Fraction(100)}})
    found, result = both(compile_rules(open_pack()), case)
    group = found.groups["second_group"]
    assert group.weight == 0 and group.above is not None and group.above.leaders == (TWO,)
    assert group.at_everything == {model: result.scores["second", model] for model in small.MODELS}
