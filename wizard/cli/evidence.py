"""`wizard evidence [WORD...]`: the findings of the reports, searched; one of them, or a reason, in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .loading import here_or_shipped
from .naming import meant
from .output import deliver
from .usage import Misused, Parser

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from wizard.engine import Rules
    from wizard.engine.results import Assessment
    from wizard.proof.evidence_library import EvidenceLibrary, Facet, Wanted
    from wizard.report.document import Document

DESCRIPTION = """Searches the findings of the reports: those that have all the WORDs, narrowed down by the options.
Each stands with who says so, where to look it up and its id. With --open, shows a finding (report.finding), a reason
(criterion.reason) or a place of the case studies in full; with --council, also how reasons stand for that council."""

MOST_SHOWN = 20
MOST_LISTED = 15
"""More values of an option than this are not listed in a complaint."""

OPTIONS: dict[Facet, str] = {
    "report": "only findings of this report",
    "place": "only findings about this place",
    "who": "only what these say: holders of a post, inspectors, the report itself, ...",
    "method": "only what comes from this: an interview, an inspection, ...",
    "model": "only what bears on this model",
    "role": "only what supports, disputes or qualifies something",
    "question": "only what matters to this question of the interview",
    "criterion": "only what is cited on this criterion",
    "argument": "only what this reason (criterion.reason) cites",
}


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard evidence", DESCRIPTION)
    parser.add_argument(
        "words", metavar="WORD", nargs="*", help="words that a finding must have, from their beginnings"
    )
    for facet, does in OPTIONS.items():
        parser.add_argument(f"--{facet}", metavar=facet.upper(), help=does)
    parser.add_argument("--all", action="store_true", help=f"show all that are found, not only the first {MOST_SHOWN}")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--open", metavar="NAME", help="a finding, a reason or a place, in full")
    shown.add_argument("--disagreements", action="store_true", help="reasons that have findings on both sides")
    shown.add_argument("--not-asked", action="store_true", help="what the reports cannot know, and who speaks in them")
    parser.add_argument("--council", metavar="FILE", help="a council file: say how reasons stand for it")
    parser.add_argument("--pack", metavar="PACK", help="a rule set (a folder or an id)")
    args = parser.parse(argv)
    if args is None:
        return 0
    from wizard.report.text import terminal_width, text_of

    rules, here = _rules(args.council, args.pack)
    deliver(text_of(_document(args, rules, here), terminal_width()), None)
    return 0


def _rules(council: str | None, pack: str | None) -> tuple[Rules, Assessment | None]:
    if council is None:
        from wizard.session.rule_sets import RuleSets

        return RuleSets().named(pack or here_or_shipped()).rules, None
    from wizard.engine import assess
    from wizard.proof.council_case import case_of

    from .loading import load_councils, tell_notices

    (loaded,) = councils = load_councils([council], pack)
    tell_notices(councils)
    return loaded.rules, assess(loaded.rules, case_of(loaded.council))


def _document(args: Namespace, rules: Rules, here: Assessment | None) -> Document:
    from wizard.proof.evidence_library import EvidenceLibrary

    library = EvidenceLibrary(rules)
    _refuse_both(args)
    if args.open is not None:
        return _opened(args.open, library, here)
    if args.disagreements:
        from wizard.report.evidence.disagreements_document import disagreements_document

        return disagreements_document(library, here).document
    if args.not_asked:
        from wizard.report.evidence.disagreements_document import not_asked_document

        return not_asked_document(library)
    from wizard.report.evidence.found_document import found_document

    return found_document(library, _wanted(args, library), None if args.all else MOST_SHOWN).document


def _refuse_both(args: Namespace) -> None:
    """Raises Misused where something is to be opened and to be searched at once."""
    searched = args.words or any(getattr(args, facet) is not None for facet in OPTIONS)
    if searched and (args.open is not None or args.disagreements or args.not_asked):
        raise Misused(
            "Either search (WORD, --report, --place, ...), or look at one thing (--open, --disagreements, ...)."
        )


def _wanted(args: Namespace, library: EvidenceLibrary) -> Wanted:
    from wizard.proof.evidence_library import Wanted
    from wizard.report.evidence.filter_words import FACET_WORDS, value_words

    wanted = Wanted(words=" ".join(args.words))
    for facet in OPTIONS:
        written = getattr(args, facet)
        if written is not None:
            known = {each: value_words(library, facet, each) for each in library.choices(facet, Wanted())}
            kind = f"value of --{facet} ({FACET_WORDS[facet].lower()})"
            more = "'wizard pack show' lists what there is." if len(known) > MOST_LISTED else None
            wanted = wanted.by(facet, meant(written, known, kind, more))
    return wanted


def _opened(name: str, library: EvidenceLibrary, here: Assessment | None) -> Document:
    from wizard.pack.finding import council_files_of_reports

    places = {path.stem: path for path in council_files_of_reports()}
    names = {entry.id for entry in library.entries} | set(library.arguments) | set(places)
    if name not in names:
        from .naming import suggestion

        raise Misused(f"No finding, reason or place is called '{name}'. {suggestion(name, names) or ''}".rstrip())
    if name in places:
        return _place(places[name], library)
    if name in library.arguments:
        from wizard.report.evidence.argument_document import argument_document

        return argument_document(library, name, here).document
    from wizard.report.evidence.finding_document import finding_document

    return finding_document(library, name, here).document


def _place(path: Path, library: EvidenceLibrary) -> Document:
    from wizard.proof.outcomes import outcome_file, read_outcome
    from wizard.report.evidence.case_study_document import case_study_document

    from .loading import load_councils

    council = load_councils([str(path)])[0].council
    found = outcome_file(path, council.file.id)
    outcome = read_outcome(found, library.pack) if found.is_file() else None
    return case_study_document(library, council.file, council.answers, outcome).document
