"""The shared parts of every schema class: strictness, ids, texts, citations and raw conditions."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""A snake_case noun phrase; for one object a file it equals the file's name."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words that a person reads: never empty."""

Citation = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$")]
"""`source.finding`, such as `think_family_2008.city_two_officers`."""

RawCondition = dict[str, Any]
"""The words of a `when`, as written; `wizard.conditions.parse` gives them their meaning."""

RawAnswer = str | list[str] | dict[str, Any]
"""An answer as written; `wizard.conditions.answers` gives it its meaning."""


class Authored(BaseModel):
    """Something an author writes: unknown keys are refused and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidenced(Authored):
    """Something that rests on findings, and owns up where it goes further than they do."""

    supported_by: tuple[Citation, ...] = ()
    disputed_by: tuple[Citation, ...] = ()
    qualified_by: tuple[Citation, ...] = ()
    judgement: Text | None = None

    @property
    def citations(self) -> tuple[str, ...]:
        """Every finding named here, supporting ones first."""
        return (*self.supported_by, *self.disputed_by, *self.qualified_by)


class Example(Authored):
    """A worked case that keeps a rule honest; `wizard pack test` runs it.

    On a criterion: `expect_higher` names pairs (the first must score above the second) and
    `expect_equal` pairs that must score the same. On a poor fit: `expect` says whether it
    holds. On a risk: `likelihood` and `impact` name the levels expected.
    """

    name: Text
    answers: dict[str, RawAnswer] = {}
    expect_higher: dict[Id, Id] = {}
    expect_equal: dict[Id, Id] = {}
    expect: Text | None = None
    likelihood: Id | None = None
    impact: Id | None = None
    model: Id | None = None
