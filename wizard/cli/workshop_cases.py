"""`wizard workshop cases`: the places in the reports that can be foretold."""

from __future__ import annotations

from .documents import deliver_document
from .loading import here_or_shipped
from .usage import Parser

DESCRIPTION = (
    "Lists the places in the reports that a workshop can foretell, those first of which most was known before."
)


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard workshop cases", DESCRIPTION)
    parser.add_argument("--pack", metavar="PACK", help="a rule set (a folder or an id)")
    args = parser.parse(argv)
    if args is None:
        return 0
    from wizard.session.rule_sets import RuleSets
    from wizard.workshop.training.cases import cases_document

    pack = RuleSets().named(args.pack or here_or_shipped()).rules.pack
    deliver_document(cases_document(pack), None, "text")
    return 0
