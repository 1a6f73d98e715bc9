"""`wizard workshop reveal FOLDER`: a case study told, step by step, once the sheets are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .documents import deliver_document, output_form, takes_output
from .usage import Misused, Parser
from .workshop_folder import opened, takes_workshop, told_once_open

if TYPE_CHECKING:
    from wizard.report.document import Document
    from wizard.workshop.workshop import Workshop

DESCRIPTION = """Tells a case study once its sheets are open: what was foretold, what the evidence says without what
comes from the place itself, what it did, what became of it, which findings decide, risks, and what to talk about."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard workshop reveal", DESCRIPTION)
    takes_workshop(parser)
    parser.add_argument("--step", metavar="NUMBER", help="only this step, from 1; else all of them")
    takes_output(parser)
    args = parser.parse(argv)
    if args is None:
        return 0
    form = output_form(args)
    workshop = opened(args)
    deliver_document(told_once_open(args, lambda: _document(workshop, args.step)), args.output, form)
    return 0


def _document(workshop: Workshop, step: str | None) -> Document:
    from wizard.report.document import Document
    from wizard.report.figures import counted
    from wizard.workshop.marks import mark_of
    from wizard.workshop.remarks import remarks_of
    from wizard.workshop.training.reveal import reveal

    if not workshop.is_case_study:
        raise Misused(
            f"This workshop is a group's own: 'wizard workshop result {workshop.folder}' shows what came out."
        )
    steps = reveal(workshop)
    if step is not None:
        if not (step.isascii() and step.isdigit() and 1 <= int(step[:3]) <= len(steps)):
            raise Misused(f"'{step}' is not a step: they run from 1 to {len(steps)}.")
        steps = steps[int(step) - 1 : int(step)]
    aside = counted(len(workshop.opened), "sheet")
    more = () if step is not None else remarks_of(workshop.opened)
    blocks = (*(each.section for each in steps), *more)
    return Document(workshop.file.title, aside, blocks, mark_of(workshop.file))
