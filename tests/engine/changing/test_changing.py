"""What would change a result: held against assessing the changed council afresh, change by change."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import random_packs as small
from wizard.conditions.answers import Answer, Between, Chosen, OneOf
from wizard.engine import Case, Rules, assess, compile_rules
from wizard.engine.changing.expected import Expected
from wizard.engine.changing.finding_out import open_questions
from wizard.engine.changing.flips import changeable, flips
from wizard.engine.changing.mending import mendings
from wizard.engine.changing.next_question import questions_to_ask
from wizard.engine.changing.possible import Change, with_changes
from wizard.engine.changing.requirements import requirements
from wizard.engine.changing.settled import settled
from wizard.engine.results import DecisionResult
from wizard.schema.pack import Pack

ALL = frozenset(small.DOMAINS)
SOME = settings(max_examples=60, deadline=None)
FEW = settings(max_examples=12, deadline=None)


def expected(rules: Rules, answers: dict[str, Answer]) -> Expected:
    """The expected totals of the one decision."""
    return Expected(rules, rules.decisions[0], Case(answers))


def result(rules: Rules, answers: dict[str, Answer]) -> DecisionResult:
    """A whole assessment of the one decision."""
    return assess(rules, Case(answers)).decisions[0]


def overtaken(before: DecisionResult, after: DecisionResult) -> str | None:
    """The model that comes strictly first where the leader of before did, by two whole assessments."""
    if not before.competing or not after.competing:
        return None
    old, now = before.competing[0].model.id, after.competing[0]
    if now.model.id == old:
        return None
    same = [each for each in after.competing if each.model.id == old]
    return now.model.id if not same or now.total > same[0].total else None


@SOME
@given(small.packs(), small.partial_answers())
def test_expected_totals_are_those_of_an_assessment(pack: Pack, answers: dict[str, Answer]) -> None:
    """To the last fraction, for every model, whatever is unknown; and the same model comes first."""
    rules = compile_rules(pack)
    found, plain = expected(rules, answers), result(rules, answers)
    for number, model in enumerate(found.decision.models):
        assert found.points(found.totals[number]) == plain.standing(model.id).total
    assert found.leader is not None
    assert found.decision.models[found.leader].id == plain.competing[0].model.id


@SOME
@given(small.packs(), small.partial_answers())
def test_a_change_moves_totals_as_assessing_afresh_does(pack: Pack, answers: dict[str, Answer]) -> None:
    """Every single change of every known answer, to the last fraction."""
    rules = compile_rules(pack)
    found = expected(rules, answers)
    changes = changeable(found, ALL)
    for change, moved in zip(changes, found.moves(changes), strict=True):
        after = result(rules, with_changes(answers, [change]))
        for number, model in enumerate(found.decision.models):
            assert found.points(found.totals[number] + moved[number]) == after.standing(model.id).total


@FEW
@given(small.packs(), small.partial_answers())
def test_flips_are_all_the_changes_of_one_or_two_answers_that_turn_the_lead(
    pack: Pack, answers: dict[str, Answer]
) -> None:
    """Exhaustive: found by assessing every council that differs in one or two answers, and nothing else is told."""
    rules = compile_rules(pack)
    found, before = expected(rules, answers), result(rules, answers)
    changes = changeable(found, ALL)
    alone = {change: overtaken(before, result(rules, with_changes(answers, [change]))) for change in changes}
    brute = {((change,), new) for change, new in alone.items() if new is not None}
    tried = 0
    for one, other in combinations(changes, 2):
        if one.key == other.key:
            continue
        tried += 1
        new = overtaken(before, result(rules, with_changes(answers, [one, other])))
        if new is not None and new not in (alone[one], alone[other]):
            brute.add(((one, other), new))
    told = flips(found, ALL)
    assert {(flip.changes, flip.leader) for flip in told.flips} == brute
    assert (told.singles, told.pairs) == (len(changes), tried)
    sizes = [len(flip.changes) for flip in told.flips]
    assert sizes == sorted(sizes)


@SOME
@given(small.packs(), small.partial_answers())
def test_locked_answers_are_left_alone(pack: Pack, answers: dict[str, Answer]) -> None:
    """A question that the rule set does not call changeable is not changed and is named, until it is unlocked."""
    told = flips(expected(compile_rules(pack), answers))
    assert (told.flips, told.singles, told.changeable) == ((), 0, ())
    known = {question for question, answer in answers.items() if isinstance(answer, (Between, OneOf, Chosen))}
    assert set(told.locked) <= known
    one = next(iter(told.locked), None)
    if one is not None:
        unlocked = flips(expected(compile_rules(pack), answers), [one])
        assert {change.question for flip in unlocked.flips for change in flip.changes} <= {one}
        assert one not in unlocked.locked or not unlocked.changeable


@SOME
@given(small.packs(), small.partial_answers())
def test_what_is_found_out_turns_the_lead_as_assessing_with_it_does(pack: Pack, answers: dict[str, Answer]) -> None:
    """Every answer that is said to put another model first does; of a question with one answer, no other does."""
    rules = compile_rules(pack)
    before = result(rules, answers)
    for each in open_questions(expected(rules, answers)):
        domain = rules.domains[each.question]
        if domain.kind not in ("choice", "yes_no"):
            continue
        was = answers.get(each.question)
        possible = was.options if isinstance(was, OneOf) else frozenset(domain.options)
        turning = {}
        for option in possible:
            new = overtaken(before, result(rules, {**answers, each.question: OneOf(frozenset([option]))}))
            if new is not None:
                turning[option] = new
        told = {}
        for flip in each.turning:
            answer = flip.changes[0].answer
            assert isinstance(answer, OneOf)
            told.update(dict.fromkeys(answer.options, flip.leader))
        assert told == turning
        assert (each.chance > 0) <= bool(turning)
        assert (each.worth > 0) <= (each.chance > 0)


@SOME
@given(small.packs(), small.known_answers())
def test_with_everything_known_nothing_is_left_to_find_out(pack: Pack, answers: dict[str, Answer]) -> None:
    """All answers known: no open question, and the lead is settled."""
    found = expected(compile_rules(pack), answers)
    assert open_questions(found) == ()
    assert settled(found) == "cannot_change"


@SOME
@given(small.packs(), small.partial_answers(), st.lists(small.known_answers(), min_size=5, max_size=5))
def test_a_settled_lead_holds_whatever_the_unknown_answers_are(
    pack: Pack, answers: dict[str, Answer], fillings: list[dict[str, Answer]]
) -> None:
    """Where asking may stop, no way of filling in what is missing puts another model strictly first."""
    rules = compile_rules(pack)
    if settled(expected(rules, answers)) != "cannot_change":
        return
    before = result(rules, answers)
    for filling in fillings:
        # What is partly known is only ever narrowed to what it allows.
        whole = {**filling, **{question: answer for question, answer in answers.items() if _says_all(answer)}}
        if all(_allows(answers.get(question), answer) for question, answer in whole.items()):
            assert overtaken(before, result(rules, whole)) is None


def test_a_lead_that_two_answers_can_turn_only_together_is_not_settled() -> None:
    """Each answer alone leaves one head ahead, both together do not: asking must not stop."""
    rules = compile_rules(_two_against_one())
    answers = {"shared": small.understand(small.DOMAINS["shared"], "yes")}
    found = expected(rules, answers)
    assert [each.chance for each in open_questions(found)] == [0, 0]
    assert [each.swing > 0 for each in open_questions(found)] == [True, True]
    assert settled(found) == "can_change"


@SOME
@given(small.packs(), small.partial_answers())
def test_what_would_have_to_be_true_puts_the_model_first(pack: Pack, answers: dict[str, Answer]) -> None:
    """Assessed afresh with the changes, the model comes first; and no change of them can be left out."""
    rules = compile_rules(pack)
    found = expected(rules, answers)
    for each in requirements(found, flips(found, ALL), ALL):
        if each.flip is None:
            continue
        after = result(rules, with_changes(answers, each.flip.changes))
        assert after.competing[0].model.id == each.model
        assert each.smallest or len(each.flip.changes) > 1
        for change in each.flip.changes:
            fewer = [other for other in each.flip.changes if other is not change]
            left = result(rules, with_changes(answers, fewer)).competing
            others = [standing.total for standing in left if standing.model.id != each.model]
            own = [standing.total for standing in left if standing.model.id == each.model]
            assert not own or own[0] <= max(others)


@SOME
@given(small.packs(), small.partial_answers())
def test_what_mends_a_fault_mends_it(pack: Pack, answers: dict[str, Answer]) -> None:
    """After each change that is named, and no other single one, the poor fit is gone or the precondition met."""
    rules = compile_rules(pack)
    found = expected(rules, answers)
    for each in mendings(found, ALL):
        for change in changeable(found, ALL):
            after = result(rules, with_changes(answers, [change]))
            truths = [fit.truth for fit in after.poor_fits if (fit.poor_fit, fit.model) == (each.fault, each.model)]
            truths += [
                need.truth is not True
                for need in after.preconditions
                if (need.precondition, need.model) == (each.fault, each.model)
            ]
            assert (truths == [False]) == (change in each.changes)


def test_one_model_left_has_nothing_that_could_overtake_it() -> None:
    """Degenerate: with all other models off the table nothing changes the lead, and it is settled."""
    rules = compile_rules(_two_against_one())
    off = {"two_heads": "No.", "no_head": "No."}
    found = Expected(rules, rules.decisions[0], Case({}, off_the_table=off))
    assert flips(found, ALL).flips == ()
    assert settled(found) == "cannot_change"
    assert [each.chance for each in open_questions(found)] in ([], [0], [0, 0], [0, 0, 0])


def test_the_only_one_left_may_turn_out_not_to_be_open() -> None:
    """Degenerate: no other model can come first, but asking must not stop while the one that is left may be closed."""
    pack = small.pack_of(small.criterion("c", small.argument("a", {"level": "good"}, ("one_head",))))
    open_when = {"available_when": {"shared": "yes"}, "unavailable_because": "It takes two."}
    pack = replace(pack, models={id: model.model_copy(update=open_when) for id, model in pack.models.items()})
    rules = compile_rules(pack)
    case = Case({}, off_the_table={"two_heads": "No.", "no_head": "No."})
    assert settled(Expected(rules, rules.decisions[0], case)) == "may_close"
    asked = questions_to_ask(rules, assess(rules, case))
    assert not asked.may_stop
    (decides,) = [each for each in asked.questions if each.opens]
    assert (decides.question, decides.opens, decides.chance) == ("shared", ("who_heads",), 0)
    assert decides in asked.in_turn()
    known = Case({"shared": small.understand(small.DOMAINS["shared"], "yes")}, off_the_table=case.off_the_table)
    assert settled(Expected(rules, rules.decisions[0], known)) == "cannot_change"


def test_nothing_open_leads_nowhere() -> None:
    """Degenerate: with every model off the table there is no leader, no flip, and nobody is told to stop asking."""
    rules = compile_rules(_two_against_one())
    found = Expected(rules, rules.decisions[0], Case({}, off_the_table=dict.fromkeys(small.MODELS, "No.")))
    told = flips(found, ALL)
    assert (told.leader, told.flips) == (None, ())
    assert settled(found) == "can_change"
    assert requirements(found, told, ALL) == ()


def test_equal_models_tie_and_a_tie_is_no_flip() -> None:
    """Degenerate: where a change only draws level, the lead is not called changed."""
    pack = small.pack_of(
        small.criterion(
            "only",
            small.argument("a", {"shared": "yes"}, favours=("one_head",)),
            small.argument("b", {"level": "good"}, favours=("two_heads",)),
        )
    )
    rules = compile_rules(pack)
    answers = {
        "shared": small.understand(small.DOMAINS["shared"], "yes"),
        "level": small.understand(small.DOMAINS["level"], "poor"),
    }
    told = flips(expected(rules, answers), ALL)
    assert [[change.question for change in flip.changes] for flip in told.flips] == [["level", "shared"]]


def test_a_weight_of_zero_moves_nothing() -> None:
    """Degenerate: with every weight on one criterion, answers that bear only on the other change nothing."""
    from fractions import Fraction

    pack = small.pack_of(
        small.criterion("first", small.argument("a", {"shared": "yes"}, favours=("one_head",))),
        small.criterion("second", small.argument("b", {"level": "good"}, favours=("two_heads",))),
    )
    rules = compile_rules(pack)
    answers = {"shared": small.understand(small.DOMAINS["shared"], "yes")}
    weights = {"who_heads": {"first": Fraction(100), "second": Fraction(0)}}
    found = Expected(rules, rules.decisions[0], Case(answers, weights))
    assert [each.question for each in open_questions(found)] == []
    assert settled(found) == "cannot_change"


def test_several_options_are_changed_one_at_a_time() -> None:
    """One option more or fewer is one change, and changes to one question add up."""
    chosen = small.understand(small.DOMAINS["wanted"], ["kitchen"])
    rules = compile_rules(
        small.pack_of(small.criterion("c", small.argument("a", {"wanted": {"includes": "cellar"}}, ("one_head",))))
    )
    found = changeable(expected(rules, {"wanted": chosen}), ALL)
    toggles = [change for change in found if change.question == "wanted"]
    assert {(change.option, change.adds) for change in toggles} == {
        ("kitchen", False),
        ("garden", True),
        ("cellar", True),
    }
    both = with_changes({"wanted": chosen}, [change for change in toggles if change.option != "garden"])
    assert both["wanted"] == Chosen(frozenset(["cellar"]))


def test_numbers_move_between_the_cells_of_the_rules_to_the_nearest_value() -> None:
    """From 60 people, a rule for fewer than 20 is reached at 19: the smallest change that the rule can see."""
    rules = compile_rules(
        small.pack_of(small.criterion("c", small.argument("a", {"people": {"below": "20"}}, ("one_head",))))
    )
    found = changeable(expected(rules, {"people": Between(60, 60)}), frozenset(["people"]))
    wanted = Change("people", "people", found[-1].cell, Between(19, 19), 1, values=Between(5, 19))
    assert wanted in [change._replace(steps=1) for change in found]


def _two_against_one() -> Pack:
    """Three arguments for one head; four for two heads hang two and two on different questions."""
    return small.pack_of(
        small.criterion(
            "only",
            *(small.argument(f"always_{each}", None, favours=("one_head",)) for each in range(2)),
            small.argument("a", {"shared": "yes"}, favours=("one_head",)),
            *(small.argument(f"b_{each}", {"level": "good"}, favours=("two_heads",)) for each in range(2)),
            *(
                small.argument(f"c_{each}", {"wanted": {"includes": "cellar"}}, favours=("two_heads",))
                for each in range(2)
            ),
        )
    )


def _says_all(answer: Answer) -> bool:
    if isinstance(answer, Between):
        return answer.low == answer.high
    return isinstance(answer, Chosen) or (isinstance(answer, OneOf) and len(answer.options) == 1)


def _allows(was: Answer | None, now: Answer) -> bool:
    if isinstance(was, Between) and isinstance(now, Between):
        return was.low <= now.low and now.high <= was.high
    if isinstance(was, OneOf) and isinstance(now, OneOf):
        return now.options <= was.options
    return True
