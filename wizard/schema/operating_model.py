"""An operating model: what it joins, who holds the two statutory posts, what must be in place first."""

from __future__ import annotations

from typing import Literal

from .base import Authored, Evidenced, Id, RawCondition, Text

Joined = Literal["yes", "partly", "no"]


class Joins(Authored):
    """What the model joins together, at the levels and for the functions the reports name."""

    operations: Joined
    strategy: Joined
    governance: Joined
    commissioning: Joined
    provision: Joined


class StatutoryPosts(Authored):
    """Who is director of children's services and who is director of adult social services."""

    childrens: Text
    adults: Text


class Law(Authored):
    """The model's footing in law, as it stood at a date."""

    footing: Text
    as_at: Text


class Precondition(Evidenced):
    """Something that must be in place before the model is started.

    `unless` completes the verdict's sentence where it is not: "..., unless <unless>".
    `remedy` says what would put it in place.
    """

    id: Id
    title: Text
    needs: RawCondition
    because: Text
    unless: Text
    remedy: Text


class Variant(Evidenced):
    """A form of the model that places used."""

    id: Id
    title: Text
    summary: Text
    when: RawCondition | None = None
    used_by: tuple[Id, ...] = ()


class OperatingModel(Evidenced):
    """An alternative of one decision. `name` is how it stands inside a sentence."""

    id: Id
    title: Text
    name: Text
    summary: Text
    decision: Id
    order: int
    joins: Joins
    statutory_posts: StatutoryPosts
    law: Law
    gains: tuple[Text, ...]
    costs: tuple[Text, ...]
    available_when: RawCondition | None = None
    unavailable_because: Text | None = None
    preconditions: tuple[Precondition, ...] = ()
    variants: tuple[Variant, ...] = ()
    first_steps: tuple[Text, ...] = ()
    used_by: tuple[Id, ...] = ()
