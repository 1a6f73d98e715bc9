"""CSV: one row for each council file, decision and model, safe to open in a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ranking import in_order, rank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .subject import Subject

COLUMNS = (
    "council",
    "title",
    "pack_version",
    "decision",
    "model",
    "rank",
    "total",
    "low",
    "high",
    "openness",
    "today",
    "verdict",
    "leader",
    "first_unknowns",
    "first_priorities",
)
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def csv_of(subjects: Sequence[Subject]) -> str:
    """The rows with a heading; figures have four decimals.

    A model that is not open has no rank, nor has any before enough is known.
    """
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for subject in subjects:
        writer.writerows(_rows(subject))
    return out.getvalue()


def _rows(subject: Subject) -> Iterator[list[str]]:
    for result in subject.assessment.decisions:
        for standing in in_order(result):
            place = rank(standing, result)
            yield [
                guarded(subject.council.id),
                guarded(subject.council.title),
                guarded(subject.pack.head.version),
                guarded(result.decision.id),
                guarded(standing.model.id),
                "" if place is None else str(place),
                f"{float(standing.total):.4f}",
                f"{float(standing.low):.4f}",
                f"{float(standing.high):.4f}",
                standing.openness,
                "yes" if standing.is_today else "no",
                result.verdict.kind,
                guarded(result.verdict.leader or ""),
                f"{float(standing.first_unknowns):.4f}",
                f"{standing.first_priorities:.4f}",
            ]


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell
