"""A council file for somebody to fill in by themselves: the facts, and nothing of what is asked of each apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.schema.council import About, DerivedFrom, InterviewRecord
from wizard.session.change import NotTaken
from wizard.session.giving import one_line
from wizard.session.naming import id_from

from .group.joined_file import weights_within

if TYPE_CHECKING:
    from wizard.schema.council import CouncilFile

    from .workshop import Workshop


def file_to_fill_in(workshop: Workshop, who: str) -> CouncilFile:
    """The facts as `who` may see them, without answers and priorities that each is to give unswayed.

    Sensitive facts are kept back unless the workshop is confidential. Raises NotTaken on a case, and for a name that
    is none.
    """
    if workshop.is_case_study:
        raise NotTaken("case-study", "On a case nobody fills in a council file.", "Print the answer sheet instead.")
    name = one_line(who, "The name")
    facts, questions = workshop.facts.file, workshop.rules.pack.questions
    kept = {
        question: written
        for question, written in facts.answers.items()
        if question not in workshop.file.questions and (workshop.file.confidential or not questions[question].sensitive)
    }
    asked = workshop.file.decisions
    return facts.model_copy(
        update={
            "id": id_from(f"{facts.id} {name}"),
            "title": f"{workshop.file.title}: {name}",
            "about": About(council=facts.about.council, date=facts.about.date, prepared_by=name),
            "derived_from": DerivedFrom(id=facts.id, file=workshop.file.council, digest=workshop.facts.digest),
            "answers": kept,
            "weights": weights_within(workshop),
            "trade_offs": {each: said for each, said in facts.trade_offs.items() if each not in asked},
            "what_ifs": (),
            "record": InterviewRecord(),
            "group": None,
            "dissent": (),
            "expect": {},
        }
    )
