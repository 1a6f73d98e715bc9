"""`wizard explain FILE`: every score taken apart, argument by argument."""

from __future__ import annotations

from .assess import subjects
from .naming import meant
from .output import deliver
from .usage import Misused, Parser

DESCRIPTION = """Shows how a result comes about: for each criterion and model the score, each argument that holds,
does not hold or is not known yet, what its evidence weighs and why, and the lead as a sum of reasons."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable."""
    parser = Parser("wizard explain", DESCRIPTION)
    parser.add_argument("file", metavar="FILE", help="a council file")
    parser.add_argument("--model", metavar="MODEL", help="only this model (its id or its title)")
    parser.add_argument("--criterion", metavar="CRITERION", help="only this criterion (its id or its title)")
    parser.add_argument(
        "--pack", metavar="PACK", help="use this rule set (a folder or an id), not the one named in the file"
    )
    args = parser.parse(argv)
    if args is None:
        return 0
    from wizard.report.explanation import explanation
    from wizard.report.text import terminal_width, text_of

    subject = subjects([args.file], args.pack)[0]
    pack = subject.pack
    model = meant(args.model, {each.id: each.title for each in pack.models.values()}, "model")
    criterion = meant(args.criterion, {each.id: each.title for each in pack.criteria.values()}, "criterion")
    if model and criterion and pack.models[model].decision != pack.criteria[criterion].decision:
        raise Misused(f"'{criterion}' does not judge '{model}': they belong to different questions.")
    deliver(text_of(explanation(subject, model, criterion), terminal_width()), None)
    return 0
