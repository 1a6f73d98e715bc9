"""A published report and its findings, in the project's own words."""

from __future__ import annotations

from typing import Literal

from .base import Authored, Id, Text

Voices = Literal["one_person", "several", "all", "report"]
Method = Literal["interview", "report_conclusion", "evaluation", "inspection", "statute", "consultation", "opinion"]


class Finding(Authored):
    """What a report says at one place; `phrase` (at most eight of its words) finds it there.

    `speaker` is a role. `holds` is the model whose post the speaker holds.
    """

    says: Text
    where: Text
    places: tuple[Id, ...] = ()
    speaker: Text
    voices: Voices
    holds: Id | None = None
    method: Method
    phrase: Text


class SourceHead(Authored):
    """What the report is. `draws_on` names a source that it only reports on: the two are one witness."""

    id: Id
    title: Text
    short: Text
    publisher: Text
    date: Text
    kind: Text
    limits: Text
    draws_on: Id | None = None


class Source(SourceHead):
    """`sources/<id>.yaml`: a report with findings; more may stand in `sources/<id>/<section>.yaml`."""

    findings: dict[Id, Finding] = {}


class SourceSection(Authored):
    """`sources/<id>/<section>.yaml`: more findings of a report."""

    findings: dict[Id, Finding]
