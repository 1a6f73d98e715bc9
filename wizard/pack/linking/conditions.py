"""Conditions: they test questions that exist, with words and answers that suit them."""

from __future__ import annotations

from wizard.conditions.parse import parse
from wizard.pack.usage import conditions_in

from .links import Links


def check(links: Links) -> None:
    """Every condition of every object."""
    for use in conditions_in(links.parts):
        for fault in parse(use.raw, links.domains)[1]:
            links.report_fault((use.kind, use.id), use.path, fault)
