"""`wizard workshop handouts FOLDER -o OUT`: participant's sheet, answer sheet and facilitator's notes, to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .documents import refuse_overwriting_work
from .loading import here_or_shipped
from .output import deliver_bytes
from .taking import told
from .usage import Misused, Parser
from .workshop_folder import opened

if TYPE_CHECKING:
    from argparse import Namespace

    from wizard.report.document import Document
    from wizard.workshop.workshop import Workshop

DESCRIPTION = """Writes what a workshop needs on paper into a folder: participant_sheet, answer_sheet and
facilitator_notes. With --case instead of FOLDER they are those of a place in the reports, before any workshop is
begun. A file that somebody has worked on is never overwritten unasked."""
ALSO_CALLED = {"word": "docx", "markdown": "md"}


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable, with nothing written."""
    parser = Parser("wizard workshop handouts", DESCRIPTION)
    parser.add_argument("folder", metavar="FOLDER", nargs="?", help="a workshop's folder")
    parser.add_argument("--case", metavar="ID", help="a place in the reports: 'wizard workshop cases' lists them")
    parser.add_argument("-o", "--output", metavar="OUT", required=True, help="the folder to write into")
    parser.add_argument("--format", metavar="FORMAT", default="html", help="html (the default), word, pdf, text or md")
    parser.add_argument("--force", action="store_true", help="overwrite files even where somebody has worked on them")
    parser.add_argument("--pack", metavar="PACK", help="use this rule set (a folder or an id)")
    args = parser.parse(argv)
    if args is None:
        return 0
    if (args.folder is None) == (args.case is None):
        raise Misused("Name a workshop's folder, or a place in the reports with --case ID: one of the two.")
    from wizard.report.formats import FORMATS

    form = ALSO_CALLED.get(args.format.lower(), args.format.lower())
    if form not in FORMATS:
        raise Misused(f"'{args.format}' is not a format: it can be html, word, pdf, text or md.")
    _write(_documents(args), Path(args.output), form, force=args.force)
    return 0


def _documents(args: Namespace) -> dict[str, Document]:
    if args.folder is not None:
        return told(lambda: _of(opened(args)))
    from tempfile import TemporaryDirectory

    from wizard.session.rule_sets import RuleSets
    from wizard.workshop.beginning import begin_case_study
    from wizard.workshop.workshop import Workshop

    rule_sets = RuleSets()
    pack = args.pack or here_or_shipped()
    with TemporaryDirectory() as beside:
        # What is handed out hangs on the case alone; a folder for a moment keeps one way of opening a workshop.
        folder = Path(beside) / "case"
        told(lambda: begin_case_study(folder, args.case, rule_sets.named(pack)))
        return told(lambda: _of(Workshop.open(folder, rule_sets, pack)))


def _of(workshop: Workshop) -> dict[str, Document]:
    from wizard.workshop.handouts.answer_sheet import answer_sheet
    from wizard.workshop.handouts.facilitator_notes import facilitator_notes
    from wizard.workshop.handouts.participant_sheet import participant_sheet

    return {
        "participant_sheet": participant_sheet(workshop),
        "answer_sheet": answer_sheet(workshop),
        "facilitator_notes": facilitator_notes(workshop),
    }


def _write(documents: dict[str, Document], folder: Path, form: str, *, force: bool) -> None:
    """All of them or, where one may not be written, none."""
    from wizard.report.formats import FORMATS, Options, renderer_of

    ending = FORMATS[form].endings[0]
    files = {folder / f"{name}{ending}": document for name, document in documents.items()}
    for path in files:
        refuse_overwriting_work(str(path), force=force)
    made = {path: renderer_of(form).rendered(document, Options()) for path, document in files.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as fault:
        words = getattr(fault, "strerror", None) or "the name cannot be used"
        raise Misused(f"The folder '{folder}' cannot be made: {words}. Nothing was written.") from None
    for path, data in made.items():
        deliver_bytes(data, str(path))
