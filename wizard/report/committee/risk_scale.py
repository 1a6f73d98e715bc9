"""A council's own scale of risk, and how the levels of the rule set are read on it. Both mappings are judgements."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.schema.levels import IMPACTS, LIKELIHOODS

if TYPE_CHECKING:
    from collections.abc import Mapping


class Scale(NamedTuple):
    """Names of the levels from 1 up, where each level of the rule set stands, and the bands of the product.

    `bands` run from the lowest up, each with the highest score that it reaches. `because` says why it is read so.
    """

    id: str
    title: str
    likelihoods: tuple[str, ...]
    impacts: tuple[str, ...]
    likelihood: Mapping[str, int]
    impact: Mapping[str, int]
    bands: tuple[tuple[str, int], ...]
    because: str


FIVE_BY_FIVE = Scale(
    "5x5",
    "5 by 5",
    ("rare", "unlikely", "possible", "likely", "almost certain"),
    ("very small", "minor", "moderate", "major", "severe"),
    {level: number for number, level in enumerate(LIKELIHOODS, start=1)},
    {level: number for number, level in enumerate(IMPACTS, start=2)},
    (("low", 4), ("medium", 9), ("high", 14), ("very high", 25)),
    "The rule set knows four impacts; they are read as the upper four of five, so that none is made to look smaller.",
)

FOUR_BY_FOUR = Scale(
    "4x4",
    "4 by 4",
    ("unlikely", "possible", "likely", "almost certain"),
    ("minor", "moderate", "major", "severe"),
    dict(zip(LIKELIHOODS, (1, 1, 2, 3, 4), strict=True)),
    {level: number for number, level in enumerate(IMPACTS, start=1)},
    (("low", 3), ("medium", 6), ("high", 9), ("very high", 16)),
    "The rule set knows five likelihoods; the two lowest, rare and unlikely, are read as one.",
)

SCALES: dict[str, Scale] = {scale.id: scale for scale in (FIVE_BY_FIVE, FOUR_BY_FOUR)}


def scale_words(scale: Scale) -> str:
    """How the rule set's levels are read, and which scores each band has."""
    likelihoods = ", ".join(f"{level.replace('_', ' ')} {number}" for level, number in scale.likelihood.items())
    impacts = ", ".join(f"{level} {number}" for level, number in scale.impact.items())
    starts = [1, *(most + 1 for _, most in scale.bands)]
    bands = ", ".join(f"{first} to {most} {name}" for first, (name, most) in zip(starts, scale.bands, strict=False))
    return (
        f"Scale {scale.title}, score = likelihood x impact. Likelihood: {likelihoods}. Impact: {impacts}. "
        f"Bands: {bands}. {scale.because} Levels and bands are judgements: put the council's own in their place."
    )
