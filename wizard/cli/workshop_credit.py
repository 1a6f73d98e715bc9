"""`wizard workshop credit FOLDER`: what each sheet of a case study has credit for, to be handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .documents import deliver_document, output_form, takes_output
from .naming import meant
from .usage import Misused, Parser
from .workshop_folder import opened, takes_workshop, told_once_open

if TYPE_CHECKING:
    from wizard.report.document import Document
    from wizard.workshop.workshop import Workshop

DESCRIPTION = """Shows what a sheet of a case study has credit for: reasons that hold on what was known before, and
risks that are there. Never for agreeing with the place or with the evidence. Each sheet's is for its own people."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard workshop credit", DESCRIPTION)
    takes_workshop(parser)
    parser.add_argument("--name", metavar="NAME", help="whose, as on the sheet; else everybody's, each on its own page")
    takes_output(parser)
    args = parser.parse(argv)
    if args is None:
        return 0
    form = output_form(args)
    workshop = opened(args)
    deliver_document(told_once_open(args, lambda: _document(workshop, args.name)), args.output, form)
    return 0


def _document(workshop: Workshop, name: str | None) -> Document:
    from wizard.report.document import Document, PageBreak, Section
    from wizard.workshop.marks import mark_of
    from wizard.workshop.training.credit import credit_section

    if not workshop.is_case_study:
        raise Misused("Credit is given on a case that was foretold; a group's own answers are never marked.")
    people = {each.id: each.who for each in workshop.opened}
    whose = meant(name, people, "person or team with a sheet here")
    blocks: list[Section | PageBreak] = []
    for sheet in workshop.opened:
        if whose in (None, sheet.id):
            blocks += [PageBreak()] if blocks else []
            blocks.append(Section(sheet.who, (credit_section(workshop, sheet),)))
    return Document(workshop.file.title, "credit for reasons and risks", tuple(blocks), mark_of(workshop.file))
