"""A council file of the tiny rule set with enough answered that its result may be ranked."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from tests.tui.driving import Bench, Driven, Script, drive, settled
from wizard.session.session import Session

ENOUGH = {
    "decision_date": "2011",
    "led_today": ["branch_librarians"],
    "head_leaving": "no",
    "readers": "500",
    "hours_a_week": "30",
    "housed_today": ["own_house"],
    "school_willing": "no",
}


def answered(session: Session) -> Session:
    """The same session with these answers."""
    for question, answer in ENOUGH.items():
        session.answer(question, answer)
    return session


def drive_on(script: Script, name: str, *arguments: Any, session: Session, **named: Any) -> None:
    """Runs the script on a screen that was opened from another one, as every screen but the first is."""

    async def opened(app: Driven, pilot: Pilot[None]) -> None:
        app.open_page(name, *arguments)
        await settled(pilot)
        await script(app, pilot)

    drive(opened, page=Bench(), session=session, **named)
