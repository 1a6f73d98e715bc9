"""A council file: what was answered about a council, with which weights, and what was taken off the table."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Authored, Id, RawAnswer, Text

COUNCIL_FORMAT = 1
"""The shape of council files that this version of the program reads and writes."""


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


class WhatIf(Authored):
    """A variation on the answers that someone wants to keep."""

    id: Id
    title: Text
    answers: dict[Id, RawAnswer]


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
    answers: dict[Id, RawAnswer] = {}
    weights: dict[Id, dict[Id, WeightEntry]] = {}
    off_the_table: dict[Id, Text] = {}
    what_ifs: tuple[WhatIf, ...] = ()
    expect: dict[Id, Expectation] = {}
