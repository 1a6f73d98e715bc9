"""What would change it: other answers, answers found out, and what would have to be true for each other model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.engine.changing.what_would_change import what_would_change
from wizard.report.document import Section
from wizard.report.flips_document import flips_document

from .page import ResultPage

if TYPE_CHECKING:
    from wizard.engine.compiling import Rules
    from wizard.report.subject import Subject


def page(subject: Subject, rules: Rules) -> ResultPage:
    """What `wizard flips` says; advice and notices stand on the first page."""
    found = [what_would_change(rules, each, subject.assessment.case) for each in rules.decisions]
    blocks = flips_document(subject, rules, found).blocks
    return ResultPage(tuple(each for each in blocks if isinstance(each, Section)), {})
