"""`pack.yaml` of a rule set that builds on another: what it changes, and nothing of what it keeps."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Authored, Citation, Id, Text
from .pack_head import DeclaredWeight, Grade, Group, Period, Renamed, Thresholds, Version


class BuildsOn(Authored):
    """The rule set below: its id, and the version of it that this one was written for."""

    id: Id
    version: Version


class LeavesOut(Authored):
    """What is taken from the rule set below, by kind and id; the rest of it stays."""

    decisions: tuple[Id, ...] = ()
    sections: tuple[Id, ...] = ()
    questions: tuple[Id, ...] = ()
    models: tuple[Id, ...] = ()
    criteria: tuple[Id, ...] = ()
    poor_fits: tuple[Id, ...] = ()
    risks: tuple[Id, ...] = ()
    measures: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    findings: tuple[Citation, ...] = ()


class OverlayHead(Authored):
    """The head of a rule set that builds on another.

    A key that is left out is as it is below; one that stands here replaces the whole of it. Only `renamed` adds up,
    since a council file may have been made at any time.
    """

    id: Id
    title: Text
    version: Version
    format: Annotated[int, Field(ge=1)]
    builds_on: BuildsOn
    summary: Text
    leaves_out: LeavesOut = LeavesOut()
    weights: dict[Id, dict[Id, DeclaredWeight]] | None = None
    jurisdiction: Text | None = None
    period: Period | None = None
    decision_date: Id | None = None
    seed: int | None = None
    groups: tuple[Group, ...] | None = None
    grades: tuple[Grade, ...] | None = None
    thresholds: Thresholds | None = None
    renamed: Renamed = Renamed()


Kind = Literal[
    "decision", "section", "question", "model", "criterion", "poor_fit", "risk", "measure", "source", "finding"
]

KINDS: dict[str, Kind] = {
    "decisions": "decision",
    "sections": "section",
    "questions": "question",
    "models": "model",
    "criteria": "criterion",
    "poor_fits": "poor_fit",
    "risks": "risk",
    "measures": "measure",
    "sources": "source",
    "findings": "finding",
}
"""The keys of `leaves_out`, and what each of them holds."""
