"""How firmness is counted, in technical words: the one place that carries them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.engine.completing import COMPLETIONS
from wizard.engine.firmness.robustness import SILENT_HIGH, SILENT_LOW, SPREAD
from wizard.engine.firmness.smaa import WORST_SHARE, sampling_error
from wizard.engine.priorities import MIXES

from .document import Item, Items, Section
from .figures import counted, put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .robustness_subject import Firm
    from .subject import Subject


def annex(subject: Subject, found: Sequence[Firm]) -> Section:
    """How it is counted, for whoever wants to check it."""
    return Section("Annex: how this is counted", (Items(tuple(Item(each) for each in method_words(subject, found))),))


def method_words(subject: Subject, found: Sequence[Firm]) -> list[str]:
    """The method, what is drawn from where, the seed, the sampling error and how open each decision is."""
    draws = found[0].found.firmness.draws if found else 0
    error = sampling_error(WORST_SHARE, draws) if draws else 0.0
    low, high = f"{1 - SPREAD:g}", f"{1 + SPREAD:g}"
    said = [
        f"Method: SMAA-2 (Lahdelma and Salminen, 2001): rank shares, central weights and pairwise wins over {draws:,} "
        f"draws; seed {subject.pack.head.seed}. In 95 of 100 runs with other seeds a share stays within "
        f"{error * 100:.2g} points in 100.",
        "Priorities: weights uniform over all divisions of the whole among the groups, then within each group. A "
        f"stated weight is multiplied by a factor drawn evenly from {low} to {high}; where trade-offs were answered, "
        "only weights that agree with them are drawn.",
        "Answers not known: drawn from the priors of the rule set, each question by itself.",
        f"Silent scores (no argument speaks on that model and criterion): drawn evenly from {SILENT_LOW} to "
        f"{SILENT_HIGH}, each by itself. As things are they count as 50.",
        "Evidence: the grade of each argument one lower, as it is or one higher, about equally likely; at the ends of "
        "the ladder of grades it stays.",
        "What does not vary stays as in an assessment: weights as stated or equal, expected scores, silent scores 50.",
        f"The verdict itself is counted over {MIXES:,} mixes of priorities and {COMPLETIONS} completions of the "
        "unknown answers; its figures may differ from these by their larger sampling error.",
        "One weight at a time is worked out exactly, from expected totals, and not drawn.",
    ]
    for each in found:
        openness = each.found.firmness.openness
        if openness is not None:
            most, title = len(each.competing), each.result.decision.title
            asked = put(title)
            said.append(
                f"{asked} Entropy of the first rank: {openness:.2f} bits (0: one model always leads; with "
                f"{counted(most, 'model')} at most {_most_bits(most):.2f})."
            )
    return said


def _most_bits(models: int) -> float:
    from math import log2

    return log2(models) if models else 0.0
