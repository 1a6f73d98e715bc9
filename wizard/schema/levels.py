"""The levels of likelihood and impact, from the least to the greatest."""

from __future__ import annotations

from typing import Literal, get_args

Likelihood = Literal["rare", "unlikely", "possible", "likely", "almost_certain"]
Impact = Literal["minor", "moderate", "major", "severe"]

LIKELIHOODS: tuple[str, ...] = get_args(Likelihood)
IMPACTS: tuple[str, ...] = get_args(Impact)
