"""A council file: what was answered about a council, with which weights, and what was taken off the table."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Authored, Id, RawAnswer, Text

COUNCIL_FORMAT = 1
"""The shape of council files that this version of the program reads and writes."""

CANNOT_SAY = "cannot_say"
"""The third answer to "which matters more?"."""


class PackReference(Authored):
    """The rule set that a council file was made with."""

    id: Id
    version: Text | None = None


class About(Authored):
    """Which council, and when."""

    council: Text | None = None
    date: Text | None = None
    prepared_by: Text | None = None
    note: Text | None = None


class DerivedFrom(Authored):
    """The council file that this one was begun from: its id, its name, and the SHA-256 of its bytes at that time."""

    id: Id
    file: Text | None = None
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class AnswerEntry(Authored):
    """An answer with where it came from.

    Exactly one of `is` (the answer or `not_sure`), `one_of` (several that it may be) and
    `between` (lowest and highest) is given.
    """

    is_: str | list[str] | None = Field(default=None, alias="is")
    one_of: list[str] | None = None
    between: tuple[str, str] | None = None
    known: Literal["before", "at_report"] | None = None
    from_: Text | None = Field(default=None, alias="from")
    note: Text | None = None


class WeightEntry(Authored):
    """A weight a person set: the per cent of the whole for a group, of its group for a criterion."""

    weight: Annotated[float, Field(ge=0, le=100)]
    set_by: Text | None = None
    when: Literal["before_result", "after_result"] | None = None
    why: Text | None = None


class TradeOffEntry(Authored):
    """An answer to "which matters more?": `says` is one of the two groups of `of`, or `cannot_say`."""

    of: Annotated[list[Id], Field(min_length=2, max_length=2)]
    says: Id
    set_by: Text | None = None
    when: Literal["before_result", "after_result"] | None = None
    why: Text | None = None


class WhatIf(Authored):
    """A variation that someone wants to keep: what would be answered, weighed or ruled out otherwise."""

    id: Id
    title: Text
    note: Text | None = None
    answers: dict[Id, RawAnswer]
    weights: dict[Id, dict[Id, WeightEntry]] = {}
    trade_offs: dict[Id, tuple[TradeOffEntry, ...]] = {}
    off_the_table: dict[Id, Text] = {}


class InterviewRecord(Authored):
    """How the answers came about, kept by the program itself: what a reader needs to judge how open the mind was.

    `ranking_seen` says that the ranking of the models was shown. `answered_after` counts the answers given or
    changed after it was first shown, those taken back included; `variants_tried` counts the what-ifs that were tried,
    whether they were kept or not.
    """

    ranking_seen: Literal["yes"] | None = None
    answered_after: Annotated[int, Field(ge=0)] | None = None
    variants_tried: Annotated[int, Field(ge=0)] | None = None


class GroupRecord(Authored):
    """Where the answers are those of several people who judged apart: who they were, and how their sheets were joined.

    `people` are roles or teams; `asked` the questions that each answered apart. `rule` is how one answer was made of
    several: `majority`, what more than half say, is the only one so far.
    """

    workshop: Text
    people: tuple[Text, ...]
    asked: tuple[Id, ...] = ()
    rule: Literal["majority"] = "majority"


class Dissent(Authored):
    """What somebody holds against the answers of a file, or against what comes out of them.

    `on` is a question or a decision; `says` is the other answer, or the model that they would have. `turns` says that
    with their answer in its place something else would come first. `why` is in their own words.
    """

    on: Id
    who: tuple[Text, ...]
    says: RawAnswer | None = None
    turns: bool = False
    why: Text | None = None


class Expectation(Authored):
    """What a decision is expected to come to; it makes the file a test."""

    leader: Id | None = None
    verdict: Id | None = None


class CouncilFile(Authored):
    """A saved session."""

    id: Id
    title: Text
    format: int = COUNCIL_FORMAT
    pack: PackReference
    about: About = About()
    derived_from: DerivedFrom | None = None
    answers: dict[Id, RawAnswer] = {}
    weights: dict[Id, dict[Id, WeightEntry]] = {}
    trade_offs: dict[Id, tuple[TradeOffEntry, ...]] = {}
    off_the_table: dict[Id, Text] = {}
    what_ifs: tuple[WhatIf, ...] = ()
    record: InterviewRecord = InterviewRecord()
    group: GroupRecord | None = None
    dissent: tuple[Dissent, ...] = ()
    expect: dict[Id, Expectation] = {}
