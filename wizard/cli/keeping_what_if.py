"""Keeps a what-if in its council file: tried first, then written in place, in the person's own text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.session.naming import id_from

from .changes_given import any_given, changes_given
from .usage import Misused
from .variants_tried import rendered, variant

if TYPE_CHECKING:
    from argparse import Namespace

    from wizard.council_file import OpenCouncil, PackView
    from wizard.engine import Rules
    from wizard.schema.council import CouncilFile, WhatIf

    from .changes_given import ChangesGiven

_ID = re.compile(r"[a-z][a-z0-9_]*")


def kept(args: Namespace) -> str:
    """The result, once the what-if stands in the file. Raises Misused, Unreadable and NotSaved, nothing written."""
    from wizard.council_file import save_council
    from wizard.engine import assess
    from wizard.proof.council_case import case_of
    from wizard.report.subject import Subject

    if not _ID.fullmatch(args.keep):
        raise Misused(f"'{args.keep}' cannot be an id: write it as '{id_from(args.keep)}'.")
    if not any_given(args):
        raise Misused("There is nothing to keep: say what would be otherwise, such as --set question=answer.")
    council, rules, view = _opened(args.file, args.pack)
    _refuse_taken(args.keep, council.file)
    base = assess(rules, case_of(council))
    given = changes_given(args, rules, base.case)
    note = args.note.strip() or None if args.note is not None else None
    found = variant(rules, base, given.variation, args.title.strip(), args.keep, note)
    text = rendered(Subject(base, council.file, args.file), [found], args.format)
    new = council.file.model_copy(update={"what_ifs": (*council.file.what_ifs, _what_if(args, note, given))})
    save_council(council, new, view)
    return text


def _opened(name: str, pack: str | None) -> tuple[OpenCouncil, Rules, PackView]:
    """The file as it stands now, whatever an earlier run kept of it: it is going to be written."""
    from wizard.council_file import read_council, read_written, view_of
    from wizard.engine import compile_rules
    from wizard.pack import find_council_file, find_pack, read_pack

    path = find_council_file(name)
    if path != Path(name):
        raise Misused(f"'{name}' came with the program and is not yours to change: copy it first, then keep it there.")
    written = read_written(path, name)
    rules = read_pack(find_pack(pack or written.pack.id)).pack
    view = view_of(rules)
    return read_council(written, view), compile_rules(rules), view


def _refuse_taken(id: str, file: CouncilFile) -> None:
    for each in file.what_ifs:
        if each.id == id:
            raise Misused(f"The file keeps a what-if '{id}' already (“{each.title}”). Choose another id.")


def _what_if(args: Namespace, note: str | None, given: ChangesGiven) -> WhatIf:
    from wizard.schema.council import WeightEntry, WhatIf

    variation = given.variation
    return WhatIf(
        id=args.keep,
        title=args.title.strip(),
        note=note,
        answers=dict(given.written),
        weights={
            decision: {of: WeightEntry(weight=float(number)) for of, number in weights.items() if number is not None}
            for decision, weights in variation.weights.items()
        },
        off_the_table={model: reason for model, reason in variation.off_the_table.items() if reason is not None},
    )
