"""Variations tried out, and how they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .usage import Misused

if TYPE_CHECKING:
    from wizard.engine import Rules
    from wizard.engine.results import Assessment
    from wizard.engine.varying import Variation
    from wizard.report.subject import Subject
    from wizard.report.variant import Variant


def variant(
    rules: Rules,
    base: Assessment,
    variation: Variation,
    title: str | None = None,
    id: str | None = None,
    note: str | None = None,
) -> Variant:
    """A variation tried out. Raises Misused for weights that cannot be meant."""
    from wizard.engine.varying import overweight, varied
    from wizard.proof.what_if import try_out
    from wizard.report.variant import Variant

    for each in overweight(rules, varied(base.case, variation)):
        of = f"criteria of '{each.group}'" if each.group else f"groups of '{each.decision}'"
        named = f"With '{title}' the" if title else "The"
        if each.total:
            words = f"come to {float(each.total):g} in 100, those in the file included. Together they may come to 100."
        else:
            words = "are all 0: nothing would count. Give at least one a weight."
        raise Misused(f"{named} weights of the {of} {words}")
    comparison, without_effect = try_out(rules, base, variation)
    return Variant(comparison, title, id, note, without_effect)


def rendered(subject: Subject, variants: list[Variant], form: str) -> str:
    """The variants beside their base, as text or JSON."""
    if form == "json":
        from wizard.report.comparing_json import what_if_json

        return what_if_json(subject, variants)
    from wizard.report.comparing_document import what_if_document
    from wizard.report.text import terminal_width, text_of

    return text_of(what_if_document(subject, variants), terminal_width())
