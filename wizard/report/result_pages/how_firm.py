"""How firm it is: how often each model comes first when everything that is not certain is otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.engine.firmness.robustness import DRAWS
from wizard.report.document import Paragraph
from wizard.report.robustness_document import firm_section
from wizard.report.robustness_subject import firm_of
from wizard.report.robustness_words import WHAT_IT_IS

from .page import ResultPage

if TYPE_CHECKING:
    from wizard.engine.compiling import Rules
    from wizard.report.subject import Subject


def page(subject: Subject, rules: Rules) -> ResultPage:
    """What `wizard robustness` says, without its annex."""
    sections = tuple(
        firm_section(subject, firm_of(rules, subject, each.decision.id, DRAWS), full=True)
        for each in subject.assessment.decisions
    )
    return ResultPage((Paragraph(WHAT_IT_IS), *sections), {})
