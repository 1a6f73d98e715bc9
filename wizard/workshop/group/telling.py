"""The joined result as a room may read it: without what would tell sensitive facts that are kept back from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wizard.report.committee.withholding import private_questions, public_assessment

if TYPE_CHECKING:
    from wizard.engine.results import Assessment
    from wizard.workshop.workshop import Workshop


def kept_back(workshop: Workshop, assessment: Assessment) -> frozenset[str]:
    """The sensitive questions whose answers count in a result, and may not be told; none in a confidential workshop."""
    if workshop.file.confidential:
        return frozenset()
    return private_questions(assessment.case.answers, assessment.pack.questions)


def told(workshop: Workshop, assessment: Assessment) -> Assessment:
    """The result without the conditions that rest on sensitive facts: "unless the falling-out is not mended" tells one.

    What the evidence points to and how firmly stay as they are: they rest on every fact.
    """
    private = kept_back(workshop, assessment)
    if not private:
        return assessment
    public = public_assessment(workshop.rules, assessment, private)
    decisions = tuple(
        replace(each, verdict=each.verdict._replace(caps=public.decision(each.decision.id).verdict.caps))
        for each in assessment.decisions
    )
    return replace(assessment, decisions=decisions)
