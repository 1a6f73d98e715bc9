"""A model that no argument of any criterion moves.

Its score would be 50 everywhere, which means that the reports say nothing of it: it cannot be compared.

PASS
    models/combined_director.yaml   and an argument with  favours: [combined_director]
FAIL
    models/combined_director.yaml   and no argument that names it or counts against a move to it
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.pack.parsed import ParsedPack
from wizard.problems import Problem


def check(parsed: ParsedPack) -> Iterator[Problem]:
    """One problem for each model."""
    for model in parsed.pack.models.values():
        own = (placed for placed in parsed.arguments if placed.criterion.decision == model.decision)
        if not any(parsed.moves(placed, model.id) for placed in own):
            yield Problem(
                "silent-model",
                parsed.places.of("model", model.id, "id"),
                f"No argument speaks for or against '{model.id}'.",
                "Add one to a criterion, or leave the model out.",
            )
