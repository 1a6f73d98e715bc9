"""`wizard what-if FILE --set question=answer ...`: what would come out if something were otherwise."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from .changes_given import any_given, changes_given, takes_changes
from .naming import meant
from .output import deliver, refuse_overwriting_input
from .usage import Misused, Parser
from .variants_tried import rendered, variant

if TYPE_CHECKING:
    from argparse import Namespace

    from wizard.engine import Rules
    from wizard.engine.results import Assessment
    from wizard.proof.council_case import Understood
    from wizard.report.variant import Variant

MOST = 4
AND = "--and"
DESCRIPTION = f"""Changes answers, weights or the models on the table, and shows what would come out beside what the
council file says: the verdicts, the totals, and the reasons that moved. The file is not changed, unless --keep.

  --set heads_of_service=few         one answer; also a title in quotation marks, a number, a date, not_sure
  --set first_aim=whole_families,cost   exactly these of several; 'none' for none of them
  --set first_aim+=cost              one more of several; -= for one less
  --set "heads_of_service=most|few"  one of these, not known which
  --set population=180000..200000    between the two

Up to {MOST} variants stand side by side: put {AND} between their options, and --saved for those kept in the file."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code. Raises Misused and Unreadable (NotSaved)."""
    first, more = _parted(argv)
    parser = Parser("wizard what-if", DESCRIPTION)
    parser.add_argument("file", metavar="FILE", help="a council file")
    takes_changes(parser)
    parser.add_argument(
        "--saved", metavar="ID", nargs="*", action="append", help="what-ifs kept in the file; without an id all of them"
    )
    parser.add_argument("--keep", metavar="ID", help="keep this what-if in the file, under this id")
    parser.add_argument("--title", metavar="TITLE", help="the title it is kept with")
    parser.add_argument("--note", metavar="NOTE", help="a note to keep with it")
    parser.add_argument(
        "--pack", metavar="PACK", help="use this rule set (a folder or an id), not the one named in the file"
    )
    parser.takes_result_options("text", "json")
    args = parser.parse(first)
    if args is None:
        return 0
    _refuse_odd_options(args, len(more))
    refuse_overwriting_input(args.output, [args.file])
    if args.keep is not None:
        from .keeping_what_if import kept

        deliver(kept(args), None)
        print(f"Kept as '{args.keep}' in {args.file}", file=sys.stderr)
        return 0
    deliver(_result(args, more), args.output)
    return 0


def _parted(argv: list[str]) -> tuple[list[str], list[Namespace]]:
    """The arguments of the command, and the variants after each `--and`; other options may stand anywhere."""
    if not {"-h", "--help"}.isdisjoint(argv):
        return ["--help"], []
    parts: list[list[str]] = [[]]
    for each in argv:
        if each == AND:
            parts.append([])
        else:
            parts[-1].append(each)
    first, more = parts[0], []
    for part in parts[1:]:
        parser = Parser("wizard what-if", "One more variant.")
        takes_changes(parser)
        args, others = parser.parse_known_args(part)
        if not any_given(args):
            raise Misused(f"Nothing follows '{AND}' that would be a variant: say what it changes, such as --set ...")
        more.append(args)
        first += others
    return first, more


def _refuse_odd_options(args: Namespace, more: int) -> None:
    if args.keep is None:
        if args.title is not None or args.note is not None:
            raise Misused("--title and --note belong to a what-if that is kept: add --keep ID.")
        return
    if args.saved is not None or more:
        raise Misused("--keep keeps one variant: leave out --saved and --and.")
    if not args.title or not args.title.strip():
        raise Misused(f'What is kept needs a title for people to read: --keep {args.keep} --title "If ..."')
    if args.output is not None:
        raise Misused("--keep and --output write two files: keep it first, then show it with --saved.")
    if args.unset or args.on:
        raise Misused(
            "What is kept in a file can set answers, weights and models off the table, not take them away. "
            "Instead of --unset write --set question=not_sure; leave out --on."
        )


def _result(args: Namespace, more: list[Namespace]) -> str:
    from wizard.engine import assess
    from wizard.proof.council_case import case_of
    from wizard.report.subject import Subject

    from .loading import load_councils, tell_notices

    loaded = load_councils([args.file], args.pack)
    tell_notices(loaded)
    council, rules = loaded[0].council, loaded[0].rules
    base = assess(rules, case_of(council))
    variants = _saved(args, council, rules, base)
    for each in (args, *more):
        if any_given(each):
            variants.append(variant(rules, base, changes_given(each, rules, base.case).variation))
    if not variants:
        raise Misused(_nothing_given(council))
    if len(variants) > MOST:
        raise Misused(f"These are {len(variants)} variants: at most {MOST} can stand side by side. Leave some out.")
    return rendered(Subject(base, council.file, args.file), variants, args.format)


def _saved(args: Namespace, council: Understood, rules: Rules, base: Assessment) -> list[Variant]:
    """The what-ifs asked for of those kept in the file, in the order asked."""
    if args.saved is None:
        return []
    from wizard.proof.what_if import variation_of

    kept = {each.id: each for each in council.file.what_ifs}
    if not kept:
        raise Misused(f"No what-if is kept in '{args.file}'. Keep one with --set ... --keep ID --title TITLE.")
    titles = {each.id: each.title for each in kept.values()}
    ids = [meant(each, titles, "what-if of this file") for part in args.saved for each in part] or list(kept)
    return [
        variant(rules, base, variation_of(rules, kept[each]), kept[each].title, each, kept[each].note)
        for each in dict.fromkeys(ids)
    ]


def _nothing_given(council: Understood) -> str:
    kept = [each.id for each in council.file.what_ifs]
    saved = f" Or show what is kept in the file: --saved {' '.join(kept[:MOST])}." if kept else ""
    return f"Say what would be otherwise, such as --set question=answer; 'wizard what-if --help' shows how.{saved}"
