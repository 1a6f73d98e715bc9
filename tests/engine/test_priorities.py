"""Mixes of priorities are drawn fairly."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

import pytest

from wizard.engine.ordering import order_centroid
from wizard.engine.priorities import MIXES, exact_share, leaders_in, level_throughout, mixes, shares_of


def lead_shares(
    scores: Sequence[Sequence[float]], models: Sequence[int], vectors: Iterable[Sequence[float]]
) -> list[float]:
    """How often each model leads."""
    return shares_of(leaders_in(scores, models, vectors), len(scores[0]))


def test_mixes_are_uniform_on_the_simplex() -> None:
    """With three groups a weight has variance 1/18 and exceeds one half in a quarter of mixes.

    Normalised uniform draws, a common mistake, would give .0323 and .1667 (worked example 2).
    """
    vectors = [vector for seed in range(20) for vector in mixes(("a", "b", "c"), seed)]
    first = [vector[0] for vector in vectors]
    mean = sum(first) / len(first)
    variance = sum((each - mean) ** 2 for each in first) / len(first)
    assert variance == pytest.approx(1 / 18, abs=0.002)
    assert sum(each > 0.5 for each in first) / len(first) == pytest.approx(0.25, abs=0.01)


def test_every_mix_is_a_whole() -> None:
    """Weights are never negative and together are 1, however criteria fall into groups."""
    for vector in mixes(("a", "a", "b", "c", "a"), 1):
        assert min(vector) >= 0
        assert sum(vector) == pytest.approx(1)


def test_a_group_weighs_the_same_however_many_criteria_it_has() -> None:
    """Two criteria in one group share what a lone criterion in another has to itself."""
    vectors = mixes(("a", "a", "b"), 3)
    assert sum(vector[2] for vector in vectors) / MIXES == pytest.approx(0.5, abs=0.03)


def test_closed_form_with_two_criteria_and_a_compromise() -> None:
    """A = (1, 0), B = (0, 1), C = (.6, .6): first in .4, .4 and .2 of mixes (worked example 2)."""
    vectors = [vector for seed in range(20) for vector in mixes(("x", "y"), seed)]
    shares = lead_shares([[1, 0, 0.6], [0, 1, 0.6]], [0, 1, 2], vectors)
    assert shares == pytest.approx([0.4, 0.4, 0.2], abs=0.01)


def test_closed_form_for_unit_vectors() -> None:
    """n options that are each best on one criterion of n lead in 1/n of mixes each (worked example 2)."""
    unit = [[float(row == column) for column in range(6)] for row in range(6)]
    vectors = [vector for seed in range(20) for vector in mixes(tuple("abcdef"), seed)]
    assert lead_shares(unit, range(6), vectors) == pytest.approx([1 / 6] * 6, abs=0.015)


def test_the_dominated_never_lead_and_equals_share() -> None:
    """An option beaten on every criterion leads nowhere; two equal ones share each mix."""
    shares = lead_shares([[9, 9, 1], [5, 5, 2]], [0, 1, 2], mixes(("a", "b"), 1))
    assert shares == pytest.approx([0.5, 0.5, 0])
    assert shares[2] == 0


@pytest.mark.parametrize(
    ("weights", "first", "second"),
    [((98, 1, 1), (60, 45, 50), (60, 55, 40)), ((10, 20, 70), (70, 40, 50), (50, 50, 50))],
)
def test_rounding_breaks_no_tie(weights: tuple[int, ...], first: tuple[int, ...], second: tuple[int, ...]) -> None:
    """Exactly the same total by another sum shares the lead, though floating point may tell the sums apart."""
    assert sum(map(operator.mul, weights, first)) == sum(map(operator.mul, weights, second))
    scores = [[float(one), float(other)] for one, other in zip(first, second, strict=True)]
    vector = [weight / 100 for weight in weights]
    assert leaders_in(scores, [0, 1], [vector]) == [(0, 1)]
    assert leaders_in([[scores[0][0] + 1e-6, scores[0][1]], *scores[1:]], [0, 1], [vector]) == [(0,)]


def test_level_throughout_is_leading_in_the_same_mixes() -> None:
    """0 and 1 always share, 2 shares now and then, 3 leads alone; what never leads is level with nobody."""
    leaders = [(0, 1), (0, 1, 2), (3,), (0, 1)]
    assert [level_throughout(leaders, model) for model in range(5)] == [{1}, {0}, set(), set(), set()]


def test_only_models_that_compete_lead() -> None:
    """A model that is not open takes no share, even if it would come first."""
    assert lead_shares([[9, 5]], [1], mixes(("a",), 1)) == [0, 1]


def test_stated_weights_stay_and_only_the_others_vary() -> None:
    """Half the whole stated for one group, and all of it for one of its two criteria: the rest share the other half."""
    vectors = mixes(("a", "a", "b", "c"), 1, (("a", Fraction(50)),), ((0, Fraction(100)),))
    assert {vector[0] for vector in vectors} == {0.5}
    assert {vector[1] for vector in vectors} == {0.0}
    assert len({vector[2] for vector in vectors}) == MIXES
    assert all(sum(vector) == pytest.approx(1) for vector in vectors)
    assert sum(vector[2] for vector in vectors) / MIXES == pytest.approx(0.25, abs=0.02)


def test_with_everything_stated_there_is_one_mix() -> None:
    """A person who set every weight has said what the priorities are: each mix repeats them."""
    vectors = mixes(("a", "b"), 1, (("a", Fraction(60)), ("b", Fraction(20))))
    assert set(vectors) == {(0.75, 0.25)}


ANSWERED = (("a", "b"), ("c", "b"))


def test_mixes_respect_every_answered_trade_off_and_stay_wholes() -> None:
    """In no mix does b weigh more than a or c; each mix is still a whole."""
    for vector in mixes(("a", "b", "c", "d", "a"), 1, trade_offs=ANSWERED):
        assert vector[0] + vector[4] >= vector[1] <= vector[2]
        assert sum(vector) == pytest.approx(1) and min(vector) >= 0


def test_mixes_with_trade_offs_are_those_of_all_mixes_that_agree() -> None:
    """As good as drawing all mixes and throwing away what does not agree: the same averages, variances and halves."""
    ours = [vector for seed in range(20) for vector in mixes(("a", "b", "c", "d"), seed, trade_offs=ANSWERED)]
    plain = [vector for seed in range(100, 160) for vector in mixes(("a", "b", "c", "d"), seed)]
    kept = [vector for vector in plain if vector[0] >= vector[1] <= vector[2]]
    for place in range(4):
        means = [sum(vector[place] for vector in those) / len(those) for those in (ours, kept)]
        assert means[0] == pytest.approx(means[1], abs=0.005)
        squares = [sum(vector[place] ** 2 for vector in those) / len(those) for those in (ours, kept)]
        assert squares[0] == pytest.approx(squares[1], abs=0.005)
    above = [sum(vector[0] > vector[2] for vector in those) / len(those) for those in (ours, kept)]
    assert above[0] == pytest.approx(above[1], abs=0.02)


def test_the_middle_of_the_mixes_is_the_exact_centroid() -> None:
    """Totals rest on the centroid, shares on the mixes: both speak of the same weights."""
    vectors = [vector for seed in range(20) for vector in mixes(("a", "b", "c", "d"), seed, trade_offs=ANSWERED)]
    middle = order_centroid(("a", "b", "c", "d"), ANSWERED)
    for place, weight in enumerate(middle):
        assert sum(vector[place] for vector in vectors) / len(vectors) == pytest.approx(float(weight), abs=0.005)


def test_an_answered_trade_off_changes_who_gets_which_share_and_no_share() -> None:
    """The shares of each mix are those drawn without it, handed out in another order where need be."""
    for before, after in zip(mixes(tuple("abcd"), 4), mixes(tuple("abcd"), 4, trade_offs=ANSWERED), strict=True):
        assert sorted(before) == sorted(after)


def test_trade_offs_bear_on_groups_without_a_stated_weight() -> None:
    """A stated group stays as stated, and a pair that names it says nothing."""
    stated = (("a", Fraction(10)),)
    vectors = mixes(("a", "b", "c"), 2, stated, (), (("a", "b"), ("b", "c")))
    assert {vector[0] for vector in vectors} == {0.1}
    assert all(vector[1] >= vector[2] for vector in vectors)
    assert mixes(("a", "b", "c"), 2, stated, (), (("a", "b"),)) == mixes(("a", "b", "c"), 2, stated)


def test_ordinal_weights_of_the_published_table() -> None:
    """Seven offices, importance in the book's order: the first is first in .9999 of mixes (worked example 1)."""
    table = ((100, 60, 100, 75, 0, 90), (20, 80, 10, 30, 100, 30), (80, 70, 0, 0, 10, 100), (70, 50, 30, 55, 30, 90))
    table += ((40, 60, 90, 100, 60, 70), (0, 0, 70, 0, 80, 0), (60, 100, 20, 50, 50, 80))
    scores = [[float(row[column]) for row in table] for column in range(6)]
    ordered = tuple(pairwise("abcdef"))
    vectors = [vector for seed in range(20) for vector in mixes(tuple("abcdef"), seed, trade_offs=ordered)]
    assert lead_shares(scores, range(7), vectors)[0] == pytest.approx(0.9999, abs=0.0005)
    for place, weight in enumerate((0.4083, 0.2417, 0.1583, 0.1028, 0.0611, 0.0278)):
        assert sum(vector[place] for vector in vectors) / len(vectors) == pytest.approx(weight, abs=0.003)


def test_one_group_and_nothing_left_to_share_are_no_special_case() -> None:
    """A lone group is the whole; groups that share nothing share nothing in any order."""
    assert set(mixes(("a",), 1, trade_offs=(("a", "b"),))) == {(1.0,)}
    assert set(mixes(("a", "b", "c"), 1, (("a", Fraction(100)),), (), (("b", "c"),))) == {(1.0, 0.0, 0.0)}


def test_models_level_on_every_criterion_stand_or_fall_together() -> None:
    """Leaders are those that each mix on its own gives, whoever else has the same scores, and none without models."""
    scores = [[60.0, 40.0, 60.0, 10.0], [20.0, 70.0, 20.0, 10.0]]
    vectors = [(0.9, 0.1), (0.1, 0.9), (0.5, 0.5)]
    assert leaders_in(scores, [0, 1, 2, 3], iter(vectors)) == [(0, 2), (1,), (1,)]
    assert leaders_in(scores, [2, 3, 0], vectors) == [(2, 0)] * 3
    assert leaders_in(scores, [], vectors) == [()] * 3


def test_share_of_the_lead_is_exact_and_shared_by_those_that_tie() -> None:
    """A whole for leading alone, a third each among three, nothing where another leads or none does."""
    leaders = [(0,), (0, 1, 2), (1,), ()]
    assert [exact_share(leaders, model) for model in range(3)] == [Fraction(1, 3), Fraction(1, 3), Fraction(1, 12)]
