"""The results of a table of councils: a council a row, a few columns for each question being settled.

No answer is copied into it, sensitive or not: it holds what came out, and nothing of what went in but ids and titles.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

from .csv_form import guarded
from .ranking import is_ranked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wizard.engine.results import Assessment, Cap, DecisionResult
    from wizard.schema.pack import Pack

HEAD = ("id", "title", "pack", "pack_version", "answered", "asked", "notices")
OF_DECISION = ("verdict", "leader", "so_far", "close", "rivals", "caps", "first_priorities", "first_unknowns")


class BatchResult(NamedTuple):
    """A council of the table and what came out for it."""

    id: str
    title: str
    assessment: Assessment


def batch_csv(pack: Pack, results: Iterable[BatchResult]) -> str:
    """The table with its headings; figures have four decimals, lists are separated by a blank.

    `first_priorities` and `first_unknowns` are those of the model that is pointed to, so far or firmly. A total is
    left empty for a model that is not open, and for all of them before the first question that matters is answered.
    Each result is let go once its row is written: a long table must fit into memory.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_headings(pack))
    writer.writerows(_row(each) for each in results)
    return out.getvalue()


def _headings(pack: Pack) -> list[str]:
    found = list(HEAD)
    for decision in pack.decisions:
        found += [f"{decision}.{each}" for each in OF_DECISION]
        found += [f"{decision}.total.{model.id}" for model in pack.models_of(decision)]
    return found


def _row(result: BatchResult) -> list[str]:
    found, head = result.assessment, result.assessment.pack.head
    cells = [result.id, result.title, head.id, head.version, str(found.answered), str(found.asked)]
    cells.append(" ".join(found.notices))
    for decision in found.pack.decisions:
        cells += _decision(found.pack, found.decision(decision))
    return [guarded(each) for each in cells]


def _decision(pack: Pack, result: DecisionResult) -> list[str]:
    verdict = result.verdict
    first = verdict.leader or verdict.so_far
    standing = result.standing(first) if first else None
    told = is_ranked(result) or bool(verdict.core_answered)
    totals = []
    for model in pack.models_of(result.decision.id):
        each = result.standing(model.id)
        shown = told and each.openness in ("open", "not_known")
        totals.append(f"{float(each.total):.4f}" if shown else "")
    return [
        verdict.kind,
        verdict.leader or "",
        verdict.so_far or "",
        " ".join(verdict.close) if verdict.kind == "too_close" else "",
        " ".join(verdict.rivals) if verdict.kind == "depends_on_priorities" else "",
        " ".join(_cap_words(verdict.caps)),
        f"{standing.first_priorities:.4f}" if standing else "",
        f"{float(standing.first_unknowns):.4f}" if standing else "",
        *totals,
    ]


def _cap_words(caps: Sequence[Cap]) -> list[str]:
    """The kinds of what holds a verdict back, each once; what exactly would tell the answers behind it."""
    return list(dict.fromkeys(cap.kind for cap in caps))
