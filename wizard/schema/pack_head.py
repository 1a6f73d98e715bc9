"""`pack.yaml`: what a rule set is, and the few numbers it declares as judgements."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from .base import Authored, Id, Text

FORMAT = 1
"""The shape of pack files that this version of the program reads."""

Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
Share = Annotated[float, Field(ge=0, le=1)]


class Group(Authored):
    """Criteria that belong together; groups weigh the same until a user says otherwise."""

    id: Id
    title: Text


class Grade(Authored):
    """How firm the evidence of an argument is, and the points it moves a score by."""

    id: Id
    step: Annotated[int, Field(gt=0, le=50)]
    means: Text


class Period(Authored):
    """The years the evidence speaks for, both ends included; dates as YYYY, YYYY-MM or YYYY-MM-DD."""

    first: Text
    last: Text
    because: Text


class Thresholds(Authored):
    """Where one verdict ends and the next begins; `because` owns them as judgements.

    Shares run from 0 to 1, `close` is in points of the total (0 to 100). A leader that leads in
    `priorities_needed` of the mixes of priorities needs nobody's opinion on them: none are asked for.
    """

    core_needed: Share
    lead_needed: Share
    split: Share
    close: Annotated[float, Field(ge=0, le=100)]
    clear_unknowns: Share
    clear_priorities: Share
    priorities_needed: Share = 0.9
    because: dict[Id, Text]


class Renamed(Authored):
    """Old ids and what they are called now, so that saved council files keep working."""

    questions: dict[Id, Id] = {}
    models: dict[Id, Id] = {}
    answers: dict[Id, dict[Id, Id]] = {}


class DeclaredWeight(Authored):
    """A weight that a rule set declares: the per cent of the whole for a group, of its group for a criterion.

    The reports give no weights, so it is somebody's judgement: it says whose, and why.
    """

    weight: Annotated[float, Field(ge=0, le=100)]
    set_by: Text
    why: Text


class PackHead(Authored):
    """The head of a rule set. `weights`, by decision, hold where a council file states none."""

    id: Id
    title: Text
    version: Version
    format: Annotated[int, Field(ge=1)]
    summary: Text
    jurisdiction: Text
    period: Period
    decision_date: Id
    seed: int = 1
    groups: tuple[Group, ...]
    grades: tuple[Grade, ...]
    thresholds: Thresholds
    weights: dict[Id, dict[Id, DeclaredWeight]] = {}
    renamed: Renamed = Renamed()
