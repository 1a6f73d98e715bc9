"""Whose view a priority is, and why: two fields that stand wherever somebody states one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.proof.setting_priorities import SaidBy
from wizard.session.change import NotTaken
from wizard.session.giving import one_line
from wizard.session.weighing import usual_role

from .fields import text_field
from .markup import Html, joined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .visit import Visit

ROLE, WHY = "set_by", "because"
NO_ROLE = "Say whose view it is: it stands in every report."
NO_WHY = "Say why in a few words: it stands in every report."


def said_by_fields(visit: Visit, faults: Mapping[str, str]) -> Html:
    """The fields, with what was sent; else the role that spoke last."""
    form = visit.form
    role = form.one(ROLE) if form.has(ROLE) else usual_role(visit.session.file)
    return joined(
        (
            text_field(
                ROLE,
                "Whose view is it?",
                role,
                hint="A role, never a name; such as: chief executive.",
                fault=faults.get(ROLE, ""),
            ),
            text_field(WHY, "Why?", form.one(WHY), hint="It stands in every report.", fault=faults.get(WHY, "")),
        )
    )


def said_by(visit: Visit, faults: dict[str, str], *, needs_why: bool = True) -> SaidBy:
    """Who says so, why, and whether a result had been seen by then; what is missing goes into `faults`."""
    role = _words(visit, ROLE, NO_ROLE, faults)
    why = _words(visit, WHY, NO_WHY if needs_why else "", faults)
    return visit.session.said(SaidBy(role, why=why))


def _words(visit: Visit, field: str, missing: str, faults: dict[str, str]) -> str | None:
    typed = visit.form.one(field).strip()
    if not typed:
        if missing:
            faults[field] = missing
        return None
    try:
        return one_line(typed, "This")
    except NotTaken as fault:
        faults[field] = f"{fault.message} {fault.hint or ''}".rstrip()
        return None
