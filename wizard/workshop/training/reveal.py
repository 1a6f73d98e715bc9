"""A case told step by step, once the sheets are open: each step a page that stands alone on a projector."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .deciding_step import findings_that_decide
from .discussion_step import to_discuss
from .evidence_step import what_evidence_says
from .foretold_step import what_was_foretold
from .place_steps import what_became_of_it, what_place_did
from .risks_step import risks_seen
from .study import refuse_sealed, study_of

if TYPE_CHECKING:
    from wizard.report.document import Section
    from wizard.workshop.workshop import Workshop


class Step(NamedTuple):
    """One step of the reveal: its name in few words, and what is shown."""

    title: str
    section: Section


STEPS = (
    ("What you foretold", what_was_foretold),
    ("What the evidence says", what_evidence_says),
    ("What the place did", what_place_did),
    ("What became of it", what_became_of_it),
    ("Which findings decide", findings_that_decide),
    ("The risks", risks_seen),
    ("Questions for discussion", to_discuss),
)


def reveal(workshop: Workshop) -> tuple[Step, ...]:
    """Every step, in the order of telling. Raises NotTaken while the sheets are sealed, or for no case study."""
    refuse_sealed(workshop)
    study, sheets = study_of(workshop), workshop.opened
    return tuple(Step(title, make(study, sheets)._replace(title=title)) for title, make in STEPS)
