"""The steps of a case, forwards and backwards, for the facilitator; the projector shows the step they are at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.web.documents import html_of
from wizard.web.exchange import Goto, Page
from wizard.web.markup import joined, tag
from wizard.web.shell import button

if TYPE_CHECKING:
    from wizard.web.exchange import Given

    from .visit import Visit


def reveal_page(visit: Visit) -> Given:
    """The step that is shown, and those before and after it."""
    workshop = visit.workshop
    if not workshop.is_open or not workshop.is_case_study:
        return Goto("/room")
    steps, step = visit.room.steps(), workshop.progress.step
    step = min(step, len(steps))
    listed = (
        tag("li", tag("span", each.title, aria_current="step" if number == step else None))
        for number, each in enumerate(steps, 1)
    )
    # Each button names the step it leads to, so that sending a form twice skips nothing.
    onward = button(f"Show: {steps[step].title}", value=str(step + 1)) if step < len(steps) else None
    back = button("Back by one step", value=str(step - 1), quiet=True) if step else None
    shown = html_of([steps[step - 1].section]) if step else tag("p", "Nothing is told yet.")
    parts = (
        tag("p", f"Step {step} of {len(steps)} is on the projector." if step else f"{len(steps)} steps."),
        visit.to_form("/reveal", tag("div", onward, back, class_="buttons")),
        tag("ol", *listed),
        shown,
    )
    return Page("Step by step", joined(parts), at="reveal")


def show(visit: Visit) -> Given:
    """Goes to a step. Raises NotTaken while the sheets are sealed; NotSaved."""
    if not visit.workshop.is_case_study:
        return Goto("/room")
    wanted = visit.form.one("do")
    if wanted.isascii() and wanted.isdigit() and int(wanted[:4]) <= len(visit.room.steps()):
        visit.workshop.show_step(int(wanted[:4]))
    return Goto("/reveal")
