"""The committee report as a document: the parts of an English committee report in their order, then two annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.report.document import Document, PageBreak

from .annexes import background, evidence
from .assumptions import assumptions
from .case import options, reasons, runner_up
from .closing import dissent, implications, route, weights_set
from .opening import exemption, meeting, purpose, recommendation
from .outlook import changing, find_out
from .risks import conditions, risks
from .tried import tried_on

if TYPE_CHECKING:
    from .paper import Paper


def committee_report(paper: Paper) -> Document:
    """The whole report. Evidence is numbered as it is first cited, so the parts are made in their order."""
    tried = tried_on(paper)
    body = (
        purpose(paper),
        recommendation(paper),
        reasons(paper),
        options(paper),
        runner_up(paper),
        conditions(paper),
        risks(paper),
        changing(paper, tried),
        find_out(paper, tried),
        implications(paper),
        dissent(paper),
        route(paper),
        weights_set(paper),
        background(paper),
    )
    head = paper.subject.pack.head
    return Document(
        title=paper.subject.council.title,
        aside=f"Report to members. Rule set: {head.title} ({head.version})",
        blocks=(
            meeting(paper),
            *exemption(paper),
            *body,
            PageBreak(),
            evidence(paper),
            PageBreak(),
            assumptions(paper, tried),
        ),
        mark=paper.mark,
    )
