"""One answer at a time: every end is a whole new assessment, and no answer leads further."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import nextafter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine import random_packs as small
from wizard.conditions.answers import NOT_SURE, Answer, Between, Chosen, OneOf
from wizard.conditions.nodes import questions_in
from wizard.conditions.parse import parse
from wizard.conditions.reach import with_askers
from wizard.engine import Case, Rules, assess, compile_rules
from wizard.engine.results import DecisionResult
from wizard.engine.tornado import MOST_TOGETHER, Bar, Tornado, tornado
from wizard.schema.pack import Pack
from wizard.schema.question import Option, Question

FEW = settings(max_examples=60)
DECISION = "who_heads"


def _tornado(pack: Pack, answers: dict[str, Answer]) -> tuple[Rules, Tornado]:
    rules = compile_rules(pack)
    found = tornado(rules, assess(rules, Case(answers)), DECISION)
    assert found is not None
    return rules, found


def _lead(found: Tornado, result: DecisionResult) -> object:
    return result.standing(found.first).total - result.standing(found.second).total


def _bar(found: Tornado, question: str) -> Bar:
    return next(bar for bar in found.bars if bar.question == question)


@FEW
@given(small.packs(), small.partial_answers())
def test_both_ends_are_what_a_full_reassessment_says(pack: Pack, answers: dict[str, Answer]) -> None:
    """With that answer and everything else as it is: the same lead, to the last fraction, and the same model first."""
    rules, found = _tornado(pack, answers)
    assert found.lead == _lead(found, assess(rules, Case(answers)).decisions[0])
    for bar in found.bars:
        for end in (bar.low, bar.high):
            again = assess(rules, Case({**answers, bar.question: end.answer})).decisions[0]
            assert _lead(found, again) == end.lead
            assert again.competing[0].model.id == end.first
            assert end.given == (end.answer == answers.get(bar.question))


@FEW
@given(small.packs(), small.partial_answers(), small.known_answers())
def test_no_answer_leads_further_than_the_ends(
    pack: Pack, answers: dict[str, Answer], known: dict[str, Answer]
) -> None:
    """Any answer that a question could take leaves the lead within its range; of several options, any one in or out."""
    rules, found = _tornado(pack, answers)
    for bar in found.bars:
        given = answers.get(bar.question)
        if bar.known == "partly":
            continue
        tried = [known[bar.question]]
        if isinstance(given, Chosen):
            tried = [Chosen(given.options ^ {option}) for option in rules.domains[bar.question].options]
        for answer in tried:
            lead = _lead(found, assess(rules, Case({**answers, bar.question: answer})).decisions[0])
            assert bar.low.lead <= lead <= bar.high.lead  # type: ignore[operator]


@FEW
@given(small.packs(), small.partial_answers())
def test_a_known_answer_lies_within_its_own_range(pack: Pack, answers: dict[str, Answer]) -> None:
    """The lead as it stands is one of the leads the question can give; the bars run from the widest down."""
    _, found = _tornado(pack, answers)
    widths = [bar.width for bar in found.bars]
    assert widths == sorted(widths, reverse=True) and all(width >= 0 for width in widths)
    for bar in found.bars:
        if bar.known == "known":
            assert bar.low.lead <= found.lead <= bar.high.lead


@FEW
@given(small.packs(), small.partial_answers())
def test_a_question_that_no_argument_looks_at_moves_nothing(pack: Pack, answers: dict[str, Answer]) -> None:
    """Width zero for all that bears only on openness, poor fits or preconditions, and for nothing else by law."""
    rules, found = _tornado(pack, answers)
    asked_when = {
        each.id: parse(each.asked_when, rules.domains)[0]
        for each in pack.questions.values()
        if each.asked_when is not None
    }
    looked_at: set[str] = set()
    for rule in rules.decisions[0].arguments:
        looked_at.update(with_askers(questions_in(rule.condition), asked_when))
    for bar in found.bars:
        if bar.question not in looked_at:
            assert bar.width == 0 and bar.low.lead == found.lead


@FEW
@given(small.packs())
def test_with_nothing_answered_every_range_is_over_possible_answers(pack: Pack) -> None:
    """No end is given; of a question with several options every way to choose is counted."""
    _, found = _tornado(pack, {})
    assert {bar.known for bar in found.bars} <= {"unknown"}
    assert not any(end.given for bar in found.bars for end in (bar.low, bar.high))
    assert _bar(found, "arrangement").tried == 8


@FEW
@given(small.packs(), st.sampled_from([NOT_SURE, None]))
def test_unknown_options_are_tried_in_all_ways(pack: Pack, said: Answer | None) -> None:
    """The range over every subset, each assessed anew, is the range that is told."""
    answers = {"wanted": said} if said is not None else {}
    rules, found = _tornado(pack, answers)
    bar = next((each for each in found.bars if each.question == "wanted"), None)
    if bar is None:
        return
    subsets = [frozenset(each) for count in range(4) for each in combinations(small.KINDS, count)]
    leads = [_lead(found, assess(rules, Case({**answers, "wanted": Chosen(each)})).decisions[0]) for each in subsets]
    assert (bar.low.lead, bar.high.lead) == (min(leads), max(leads))  # type: ignore[type-var]


def _pack(*questions: Question, when: dict[str, object] | None = None, **more: object) -> Pack:
    argument = small.argument("reason", when, favours=("one_head",))
    pack = small.pack_of(small.criterion("nearness", argument), questions=(*small.QUESTIONS, *questions))
    return replace(pack, **more) if more else pack  # type: ignore[arg-type]


def test_worked_by_hand() -> None:
    """One argument of 5 that holds above 40 people: at 50 the lead is 5, and fewer people would make them level."""
    pack = _pack(when={"people": {"above": "40"}})
    _, found = _tornado(pack, {"people": Between(50, 50)})
    bar = _bar(found, "people")
    assert (found.lead, bar.known, bar.low.lead, bar.high.lead, bar.width) == (5, "known", 0, 5, 5)
    assert bar.high.given and bar.high.alike == Between(50, 50) and not bar.low.given
    # A poor fit and a precondition cut people at 1 and at 5 too: all that give the lowest lead are meant together.
    assert bar.low.alike == Between(0, 40)


def test_a_range_is_tried_within_itself() -> None:
    """What is partly known is unknown within its bounds only."""
    pack = _pack(when={"people": {"above": "40"}})
    bar = _bar(_tornado(pack, {"people": Between(30, 60)})[1], "people")
    assert (bar.known, bar.tried) == ("partly", 2)
    assert (bar.low.alike, bar.high.alike) == (Between(30, 40), Between(41, 60))
    within = _bar(_tornado(pack, {"people": Between(50, 60)})[1], "people")
    assert (within.known, within.tried, within.width) == ("partly", 1, 0)
    some = _pack(when={"level": "good"})
    bar = _bar(_tornado(some, {"level": OneOf(frozenset(["poor", "fair"]))})[1], "level")
    assert (bar.known, bar.tried, bar.width) == ("partly", 2, 0)
    unknown = _bar(_tornado(some, {})[1], "level")
    assert (unknown.low.alike, unknown.high.alike) == (OneOf(frozenset(["poor", "fair"])), OneOf(frozenset(["good"])))


def test_a_question_with_one_possible_answer_moves_nothing() -> None:
    """Known or not, there is nothing else it could be."""
    only = small._question("only", "choice", options=(Option(id="so", title="So"),))
    pack = _pack(only, when={"only": "so"})
    for answers in ({}, {"only": OneOf(frozenset(["so"]))}):
        bar = _bar(_tornado(pack, answers)[1], "only")
        assert (bar.tried, bar.width, bar.low.answer) == (1, 0, OneOf(frozenset(["so"])))


def test_a_question_that_is_not_asked_has_no_bar() -> None:
    """What does not arise is no answer to change; what decides whether it does is."""
    pack = _pack(when={"how_shared": "good"})
    answers: dict[str, Answer] = {"shared": OneOf(frozenset(["no"])), "how_shared": OneOf(frozenset(["good"]))}
    _, found = _tornado(pack, answers)
    assert "how_shared" not in [bar.question for bar in found.bars]
    bar = _bar(found, "shared")
    assert (bar.low.lead, bar.high.lead, bar.high.answer) == (0, 5, OneOf(frozenset(["yes"])))


def test_fewer_than_two_models_have_no_lead() -> None:
    """With one model left, or none, there is nothing to move."""
    rules = compile_rules(_pack())
    for off in (("two_heads", "no_head"), small.MODELS):
        assert tornado(rules, assess(rules, Case(off_the_table=dict.fromkeys(off, "No."))), DECISION) is None


def test_equal_models_stay_level_whatever_is_answered() -> None:
    """Without arguments every bar has width zero."""
    pack = small.pack_of(small.criterion("nearness"))
    _, found = _tornado(pack, {})
    assert found.lead == 0 and found.bars and {bar.width for bar in found.bars} == {0}


def test_very_many_options_together_are_said_not_to_be_exhausted() -> None:
    """Beyond a dozen that one argument looks at together, only none, each alone and all are tried, and that is told."""
    for count, exhaustive in ((MOST_TOGETHER, True), (MOST_TOGETHER + 1, False)):
        options = tuple(Option(id=f"option_{n}", title=f"Option {n}") for n in range(count))
        many = small._question("many", "choices", options=options)
        pack = _pack(many, when={"many": {"includes_all": [each.id for each in options]}})
        bar = _bar(_tornado(pack, {})[1], "many")
        assert bar.exhaustive is exhaustive
        assert (bar.low.answer, bar.high.answer) == (
            Chosen(frozenset()),
            Chosen(frozenset(each.id for each in options)),
        )


def test_a_number_with_decimals_gets_an_answer_in_its_own_cell() -> None:
    """A cut belongs to one side of it: the answer named lies on the side that gives the lead."""
    rules, found = _tornado(_pack(when={"share": {"at_least": "0.5"}}), {})
    bar = _bar(found, "share")
    assert (bar.low.lead, bar.high.lead) == (0, 5)
    assert (bar.low.alike, bar.high.alike) == (Between(0, nextafter(0.5, 0)), Between(0.5, 1))
    for end in (bar.low, bar.high):
        assert _lead(found, assess(rules, Case({"share": end.answer})).decisions[0]) == end.lead
