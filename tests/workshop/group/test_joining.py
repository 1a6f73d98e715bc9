"""One answer out of several: laws of the majority, for answers and for orders."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from wizard.conditions.answers import NOT_SURE, Answer, Between, Chosen, OneOf
from wizard.conditions.domain import Domain
from wizard.engine.ordering import circle_in, follows
from wizard.schema.question import Question
from wizard.workshop.group.joining import agreeing_needed, joined_answer, joined_pairs, support_of
from wizard.workshop.group.voices import every_pair, next_to_each_other


def domain(kind: str) -> Domain:
    """A question of a kind, with three options where it has any."""
    options = [{"id": each, "title": each} for each in "abc"] if kind.startswith("choice") else []
    head = {"id": "asked", "ask": "?", "why": "?", "ask_whom": "?", "answer": kind, "options": options}
    return Domain(Question.model_validate(head))


CHOICE, CHOICES, NUMBER, YES_NO = domain("choice"), domain("choices"), domain("whole_number"), domain("yes_no")

one = st.sampled_from([OneOf(frozenset(each)) for each in "abc"]) | st.just(NOT_SURE)
several = st.sets(st.sampled_from("abc")).map(lambda each: Chosen(frozenset(each))) | st.just(NOT_SURE)
number = st.integers(0, 5).map(lambda each: Between(each, each)) | st.just(NOT_SURE)
asked = st.one_of(
    st.tuples(st.just(CHOICE), st.lists(one, max_size=7)),
    st.tuples(st.just(CHOICES), st.lists(several, max_size=7)),
    st.tuples(st.just(NUMBER), st.lists(number, max_size=7)),
)


@given(asked=asked, data=st.data())
def test_people_are_treated_alike(asked: tuple[Domain, list[Answer]], data: st.DataObject) -> None:
    """Anonymity (May 1952): who says what does not matter, only how many."""
    about, answers = asked
    mixed = data.draw(st.permutations(answers))
    assert joined_answer(about, mixed) == joined_answer(about, answers)


@given(asked=asked)
def test_what_more_than_half_say_is_the_groups(asked: tuple[Domain, list[Answer]]) -> None:
    """Of every kind of question; and what all say is what the group says (unanimity)."""
    about, answers = asked
    for answer, times in Counter(answers).items():
        if 2 * times > len(answers):
            assert joined_answer(about, answers) == answer


@given(asked=asked)
def test_nothing_nobody_said_becomes_the_groups_alone(asked: tuple[Domain, list[Answer]]) -> None:
    """Where no answer has more than half it is wide enough for every answer that was given, or not sure."""
    about, answers = asked
    found = joined_answer(about, answers)
    told = [each for each in answers if each != NOT_SURE]
    if found is None:
        assert not answers
    elif isinstance(found, OneOf) and len(found.options) > 1:
        assert all(isinstance(each, OneOf) and each.options <= found.options for each in told)
    elif isinstance(found, Between) and found.low < found.high:
        assert all(isinstance(each, Between) and found.low <= each.low and each.high <= found.high for each in told)
    elif found == NOT_SURE:
        assert len(told) != len(answers) or len(set(told)) > 1
    elif isinstance(found, Chosen):
        assert all(sum(option in each.options for each in told if isinstance(each, Chosen)) for option in found.options)
    else:
        assert found in answers


def test_half_is_not_more_than_half() -> None:
    """Two against two is no answer, and two who are not sure leave two who are without a majority."""
    a, b = OneOf(frozenset("a")), OneOf(frozenset("b"))
    assert joined_answer(CHOICE, [a, a, b, b]) == OneOf(frozenset("ab"))
    assert joined_answer(CHOICE, [a, a, NOT_SURE, NOT_SURE]) == NOT_SURE
    assert joined_answer(CHOICE, [a, a, a, NOT_SURE, NOT_SURE]) == a
    assert joined_answer(CHOICE, [a, b, OneOf(frozenset("c"))]) == NOT_SURE
    assert joined_answer(YES_NO, [OneOf(frozenset(["yes"])), OneOf(frozenset(["no"]))]) == NOT_SURE


def test_of_several_to_choose_each_needs_its_own_majority() -> None:
    """Three people with one wish in common have that one, though no two of them wish the same."""
    wishes = [Chosen(frozenset(each)) for each in ("ab", "ac", "a")]
    assert joined_answer(CHOICES, wishes) == Chosen(frozenset("a"))
    assert joined_answer(CHOICES, [Chosen(frozenset(each)) for each in "abc"]) == NOT_SURE
    assert joined_answer(CHOICES, [Chosen(frozenset()), Chosen(frozenset()), Chosen(frozenset("a"))]) == Chosen(
        frozenset()
    )


orders = st.lists(
    st.permutations(["p", "q", "r", "s"]).map(lambda each: tuple((one,) for one in each))
    | st.just((("p", "q"), ("r", "s"))),
    max_size=7,
)


@given(orders=orders)
def test_joined_orders_never_go_round_in_a_circle(orders: list[tuple[tuple[str, ...], ...]]) -> None:
    """Whatever people say; and each pair that is left is what more than half of them say."""
    pairs = joined_pairs(orders)
    assert not circle_in(pairs)
    assert all(2 * support_of(pair, orders) > len(orders) for pair in pairs)


@given(orders=orders.filter(bool))
def test_what_all_say_is_never_lost(orders: list[tuple[tuple[str, ...], ...]]) -> None:
    """Unanimity (the weak Pareto principle): it stands there, or follows from what does."""
    pairs = joined_pairs(orders)
    for one, other in permutations("pqrs", 2):
        if support_of((one, other), orders) == len(orders):
            assert follows(pairs, one, other)


def test_condorcets_circle_is_no_order() -> None:
    """The three orders of the paradox (Condorcet 1785): each pair has two of three, and together they say nothing."""
    circle = [tuple((each,) for each in order) for order in ("pqr", "qrp", "rpq")]
    assert joined_pairs(circle) == () and agreeing_needed(circle) == 3
    assert joined_pairs(circle[:1]) == (("p", "q"), ("q", "r"))


@given(order=st.permutations(["p", "q", "r", "s"]))
def test_neighbours_say_the_whole_order(order: list[str]) -> None:
    """All pairs of an order follow from those that stand next to each other."""
    tiers = ((order[0],), (order[1], order[2]), (order[3],))
    near = tuple(next_to_each_other(tiers))
    assert all(follows(near, *pair) for pair in every_pair(tiers))
    assert not follows(near, order[1], order[2]) and not follows(near, order[2], order[1])
