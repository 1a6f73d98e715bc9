"""`wizard batch TABLE -o RESULTS`: a table of councils in, a table of results out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .output import deliver, refuse_overwriting_input
from .usage import Misused, Parser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wizard.engine import Rules
    from wizard.report.batch_csv import BatchResult

    from .batch_table import Row

DESCRIPTION = """Assesses every council of a table saved as CSV: a council a row, with the columns 'id', 'title' and ids
of questions. Answers are written as for 'wizard what-if --set': an option's id or title, a number, a date, not_sure;
one,two for several and none for none of them; one|other where it is not known which; 180000..200000 for between the
two. An empty cell is not answered. A column of your own begins with 'x_'.

Rows that cannot be used are told with row and column, and the rest is done; the exit code is then 1. Results hold
verdicts, leaders and totals, and none of the answers."""


def run(argv: list[str]) -> int:
    """Runs the command; gives the exit code, 1 where some rows were bad. Raises Misused and Unreadable."""
    parser = Parser("wizard batch", DESCRIPTION)
    parser.add_argument("table", metavar="TABLE", help="the table of councils, such as councils.csv")
    parser.add_argument("-o", "--output", metavar="RESULTS", help="write the results to this file, such as results.csv")
    parser.add_argument("--pack", metavar="PACK", help="the rule set to use (a folder or an id)")
    args = parser.parse(argv)
    if args is None:
        return 0
    refuse_overwriting_input(args.output, [args.table], "the table")
    return _done(args.table, args.output, args.pack)


def _done(table: str, output: str | None, pack: str | None) -> int:
    from wizard.pack import find_pack
    from wizard.report.batch_csv import batch_csv
    from wizard.session.rule_sets import RuleSets

    from .batch_table import read_table
    from .loading import DEFAULT_PACK

    rules = RuleSets().named(find_pack(pack or DEFAULT_PACK)).rules
    rows = read_table(Path(table), table, rules.domains)
    bad = [row for row in rows if row.faults]
    if len(bad) == len(rows):
        raise Misused("\n".join([*_told(table, bad), "No row can be used: nothing was written."]))
    sound = [row for row in rows if not row.faults]
    results = batch_csv(rules.pack, _assessed(rules, sound))
    # A spreadsheet takes a file without this mark for its own old encoding.
    deliver(results, output, "utf-8-sig")
    for line in _told(table, bad):
        print(line, file=sys.stderr)
    if bad:
        left = "1 row was" if len(bad) == 1 else f"{len(bad)} rows were"
        print(f"{len(sound)} of {len(rows)} councils assessed; {left} left out.", file=sys.stderr)
    return 1 if bad else 0


def _told(table: str, bad: Sequence[Row]) -> list[str]:
    from wizard.problems.printing import printable

    return [printable(f"{table}: row {row.number}, {fault}") for row in bad for fault in row.faults]


def _assessed(rules: Rules, rows: Sequence[Row]) -> Iterator[BatchResult]:
    from wizard.engine import Case, assess
    from wizard.report.batch_csv import BatchResult

    watched = sys.stderr.isatty()
    for number, row in enumerate(rows, start=1):
        yield BatchResult(row.id, row.title or row.id, assess(rules, Case(row.answers)))
        if watched:
            print(
                f"\r{number} of {len(rows)} councils",
                end="\n" if number == len(rows) else "",
                file=sys.stderr,
                flush=True,
            )
