"""What a person tries beside the council file they work on, as data that is ready to be put into words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wizard.engine.comparing import compare
from wizard.engine.varying import without_effect

from .subject import Subject
from .variant import Variant

if TYPE_CHECKING:
    from wizard.session.session import Session


def subject_of(session: Session) -> Subject:
    """The work on the council file as it stands now, saved or not."""
    name = str(session.path) if session.path is not None else f"{session.file.id}.yaml"
    return Subject(session.assessment, session.file, name)


def variants_of(session: Session) -> list[Variant]:
    """Every what-if of the session, held against its base. Raises KeyError where one is taken away meanwhile."""
    base, found = session.assessment, []
    for each in session.state.variants:
        after = session.assessment_of(each.id)
        inert = without_effect(session.rules, after.case) & each.what_if.answers.keys()
        comparison = compare(base, after)
        found.append(Variant(comparison, each.what_if.title, each.id, each.what_if.note, frozenset(inert)))
    return found


def variation_subject(session: Session, variant: str | None) -> Subject:
    """What the council would be in a what-if, or as it stands."""
    base = subject_of(session)
    return base if variant is None else replace(base, assessment=session.assessment_of(variant))
