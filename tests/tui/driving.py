"""Drives the app in a test: a screen of a given size, keys and clicks, and what then stands on the screen.

Snapshots are plain text, so that a reader sees at once what changed. `WIZARD_SNAPSHOTS=update` writes
them anew; then read what changed before it is committed.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.segment import Segment
from textual.app import App
from textual.pilot import Pilot
from textual.widget import Widget

from wizard.session.rule_sets import RuleSets
from wizard.session.session import Session
from wizard.session.settings import Settings
from wizard.tui.app import WizardApp
from wizard.tui.desk import Desk
from wizard.tui.page import Page

SNAPSHOTS = Path(__file__).parent / "snapshots"
RULE_SETS = RuleSets()
"""Each rule set is read once for all tests of a process."""

NOON = datetime(2026, 3, 2, 12, 0)
SMALL, USUAL, LARGE = (60, 20), (80, 24), (120, 40)

Script = Callable[["Driven", Pilot[None]], Awaitable[None]]


def drive(
    script: Script,
    *,
    size: tuple[int, int] = USUAL,
    theme: str = "dark",
    recent: Iterable[Path] = (),
    file: Path | None = None,
    page: Page | None = None,
    session: Session | None = None,
) -> None:
    """Runs the app, on `page` and with `session` on the desk where they are given, and the script in it.

    Whatever fails there fails the test.
    """
    settings = Settings()
    settings.remember_theme(theme)
    for path in reversed(list(recent)):
        settings.remember_file(path)
    desk = Desk(settings, lambda: NOON, RULE_SETS)
    if session is not None:
        desk.take_up(session)
    app = Driven(desk, file, page)

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            await script(app, pilot)

    asyncio.run(run())


class Driven(WizardApp):
    """The app, opened on a page of the test's own where there is one; leaving it is noted and not done."""

    def __init__(self, desk: Desk, file: Path | None, page: Page | None) -> None:
        super().__init__(desk, file)
        self._page = page
        self.left = False

    def get_default_screen(self) -> Page:
        return self._page or super().get_default_screen()  # type: ignore[return-value]

    def exit(self, *arguments: Any, **named: Any) -> None:
        self.left = True
        if self._exception is not None:
            super().exit(*arguments, **named)


class Bench(Page):
    """A page that holds some parts to be tried, and gathers the messages that they post."""

    HEADING = "Bench"

    def __init__(self, *parts: Widget) -> None:
        super().__init__()
        self._parts = parts
        self.heard: list[Any] = []

    def body(self) -> tuple[Widget, ...]:
        return self._parts

    def on_choice_list_chosen(self, message: Any) -> None:
        self.heard.append(message)

    on_choice_list_go_on = on_answer_field_changed = on_answer_field_go_on = on_choice_list_chosen
    on_document_panel_opened = on_button_pressed = on_choice_list_chosen


async def settled(pilot: Pilot[None]) -> None:
    """Waits until no worker runs and everything has been painted."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def screen_lines(app: App[Any]) -> list[list[Segment]]:
    """What stands on the screen, line by line, as the terminal would be told."""
    width, height = app.size
    return [list(strip) for strip in app.screen._compositor.render_strips()][:height] if width else []


def screen_text(app: App[Any]) -> str:
    """The screen as plain text, without the blanks at the ends of lines."""
    lines = ["".join(segment.text for segment in line).rstrip() for line in screen_lines(app)]
    return "\n".join(lines).rstrip() + "\n"


def assert_snapshot(app: App[Any], name: str) -> None:
    """The screen reads as it did when it was last looked at."""
    path = SNAPSHOTS / f"{name}.txt"
    text = screen_text(app)
    if os.environ.get("WIZARD_SNAPSHOTS") == "update":
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"There is no snapshot {path.name} yet: run with WIZARD_SNAPSHOTS=update and read it."
    assert text == path.read_text(encoding="utf-8"), f"{path.name} differs; WIZARD_SNAPSHOTS=update writes it anew"


async def click_words(pilot: Pilot[None], words: str) -> None:
    """Clicks where the words stand on the screen, as a person does who only has a mouse."""
    for y, line in enumerate(screen_text(pilot.app).splitlines()):
        x = line.find(words)
        if x >= 0:
            await pilot.click(offset=(x + len(words) // 2, y))
            await settled(pilot)
            return
    raise AssertionError(f"'{words}' stands nowhere on the screen:\n{screen_text(pilot.app)}")
