"""A workshop on disk: what everybody is asked, who sits in it, how far it is, and the sheet of each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Authored, Id, RawAnswer, Text
from .council import PackReference

WORKSHOP_FORMAT = 1
"""The shape of a workshop's files that this version of the program reads and writes."""

WorkshopKind = Literal["group", "case_study"]
"""`group`: the same facts, judged by each apart. `case_study`: a place in the reports, foretold before it is told."""

CameBy = Literal["browser", "file", "paper", "rehearsal"]
"""How a sheet came in. Those of a rehearsal are made up by the program."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

Order = tuple[tuple[Id, ...], ...]
"""Groups of criteria in tiers: what matters most first; those in one tier matter alike."""


class WorkshopFile(Authored):
    """`workshop.yaml`: the head of a workshop's folder, written once.

    `council` names the council file that holds the facts: one in the same folder, or a place in the reports;
    `facts_digest` is the SHA-256 of the former as it was then. `questions` are asked of each apart; `decisions` are
    those whose priorities are asked, or whose outcome is foretold. `expected` says how many sheets there will be,
    where that is known. `confidential` lets sensitive questions in: only for people who may all see such answers.
    `rehearsal` marks what is only practice.
    """

    id: Id
    title: Text
    format: int = WORKSHOP_FORMAT
    kind: WorkshopKind
    pack: PackReference
    council: Text
    facts_digest: Digest | None = None
    questions: tuple[Id, ...] = ()
    decisions: tuple[Id, ...] = ()
    expected: Annotated[int, Field(ge=1, le=200)] | None = None
    confidential: bool = False
    rehearsal: bool = False


class Progress(Authored):
    """`progress.yaml`: whether the sheets are open, and which step of the reveal is shown (0 is none yet)."""

    open: bool = False
    step: Annotated[int, Field(ge=0)] = 0


class Seat(Authored):
    """`seats/<id>.yaml`: somebody, or a team, who takes part.

    `code` is the SHA-256 of the words with which they come back on another device; `keys` those of the keys of
    the browsers they came with. `left` says that they went without a sheet and are not waited for.
    """

    id: Id
    who: Text
    code: Digest | None = None
    keys: tuple[Digest, ...] = ()
    left: bool = False


class Foretold(Authored):
    """What somebody thinks the evidence says of one decision: a model, and reasons (ids of arguments, own words)."""

    model: Id
    reasons: tuple[Id, ...] = ()
    words: Text | None = None


class Sheet(Authored):
    """`sheets/<id>.yaml`, once it is sealed, or `drafts/<id>.yaml` before.

    In a group: `answers` to the questions asked apart, and for each decision in which order its groups of criteria
    matter. On a case study: what was `foretold` for each decision, and the `risks` that were named. `remark` is what
    they want to be read with it.
    """

    id: Id
    workshop: Id
    who: Text
    came_by: CameBy
    answers: dict[Id, RawAnswer] = {}
    priorities: dict[Id, Order] = {}
    foretold: dict[Id, Foretold] = {}
    risks: tuple[Id, ...] = ()
    remark: Text | None = None


class Objection(Authored):
    """`objections/<id>.yaml`: what somebody does not agree with once the sheets are open, and why, by decision."""

    id: Id
    who: Text
    says: dict[Id, Text]


class Doors(Authored):
    """`codes.yaml`: what lets people into a workshop that is held in the browser, readable by its owner only.

    `join` is everybody's, `facilitator` that of whoever leads; by `secret` a browser that came in is known again.
    """

    join: Text
    facilitator: Text
    secret: Digest
