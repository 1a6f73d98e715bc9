"""Mixes of priorities are drawn fairly."""

from __future__ import annotations

from fractions import Fraction

import pytest

from wizard.engine.priorities import MIXES, lead_shares, mixes


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
    shares = lead_shares([[1, 0, 0.6], [0, 1, 0.6]], [0, 1, 2], iter(vectors))
    assert shares == pytest.approx([0.4, 0.4, 0.2], abs=0.01)


def test_closed_form_for_unit_vectors() -> None:
    """n options that are each best on one criterion of n lead in 1/n of mixes each (worked example 2)."""
    unit = [[float(row == column) for column in range(6)] for row in range(6)]
    vectors = [vector for seed in range(20) for vector in mixes(tuple("abcdef"), seed)]
    assert lead_shares(unit, range(6), iter(vectors)) == pytest.approx([1 / 6] * 6, abs=0.015)


def test_the_dominated_never_lead_and_equals_share() -> None:
    """An option beaten on every criterion leads nowhere; two equal ones share each mix."""
    shares = lead_shares([[9, 9, 1], [5, 5, 2]], [0, 1, 2], iter(mixes(("a", "b"), 1)))
    assert shares == pytest.approx([0.5, 0.5, 0])
    assert shares[2] == 0


def test_only_models_that_compete_lead() -> None:
    """A model that is not open takes no share, even if it would come first."""
    assert lead_shares([[9, 5]], [1], iter(mixes(("a",), 1))) == [0, 1]


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
