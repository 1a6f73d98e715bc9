"""A council's own scale of risk: every level has its place, in its order, and every score its band."""

from __future__ import annotations

from itertools import pairwise

import pytest

from wizard.report.charts.matrix import band_of
from wizard.report.committee.risk_scale import SCALES, scale_words
from wizard.schema.levels import IMPACTS, LIKELIHOODS


@pytest.mark.parametrize("name", SCALES)
def test_levels_keep_their_order(name: str) -> None:
    """A higher level of the rule set never stands lower on the council's scale, and the highest is its highest."""
    scale = SCALES[name]
    for mapping, levels, names in (
        (scale.likelihood, LIKELIHOODS, scale.likelihoods),
        (scale.impact, IMPACTS, scale.impacts),
    ):
        placed = [mapping[level] for level in levels]
        assert all(before <= after for before, after in pairwise(placed))
        assert placed[-1] == len(names) and placed[0] >= 1


@pytest.mark.parametrize("name", SCALES)
def test_every_score_has_a_band(name: str) -> None:
    """Bands rise, the last one holds the greatest product, and the mapping is declared with all of its levels."""
    scale = SCALES[name]
    most = [score for _, score in scale.bands]
    assert most == sorted(set(most)) and most[-1] == len(scale.likelihoods) * len(scale.impacts)
    assert band_of(scale.bands, 1) == 0 and band_of(scale.bands, most[-1]) == len(most) - 1
    assert band_of(scale.bands, most[0]) == 0 and band_of(scale.bands, most[0] + 1) == 1
    said = scale_words(scale)
    for level in (*LIKELIHOODS, *IMPACTS):
        assert level.replace("_", " ") in said
