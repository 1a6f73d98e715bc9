"""A model has no poor fit: nothing would ever warn against it.

In a study of 224 firms one misfit was enough to hurt, and no arrangement suits everybody. A poor fit
of any change counts for every model it may concern.

PASS
    models/combined_director.yaml   and a poor fit with  models: [combined_director]
PASS
    models/combined_director.yaml   and a poor fit of its decision with  any_change: yes
FAIL
    models/combined_director.yaml   and no poor fit that concerns it
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.pack.parsed import ParsedPack
from wizard.problems import Problem


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each model."""
    for model in parsed.pack.models.values():
        concerned = any(
            model.id in poor_fit.models or (poor_fit.any_change and not poor_fit.models)
            for poor_fit in parsed.pack.poor_fits.values()
            if poor_fit.decision == model.decision
        )
        if not concerned:
            yield Problem(
                "no-poor-fit",
                parsed.places.of("model", model.id, "id"),
                f"No poor fit concerns '{model.id}'.",
                "Add one in 'poor_fits': in which council would it fail whatever else speaks for it?",
            )
