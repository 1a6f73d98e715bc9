"""From the command to the app: says at once that something happens, then lets the slow part begin."""

from __future__ import annotations

import sys
from pathlib import Path

OPENING = "Opening the council wizard ..."


def start(file: str | None = None) -> int:
    """Runs the app until the person leaves it; gives the exit code. Needs a terminal on both ends."""
    # Before textual is imported, which takes a third of a second.
    sys.stdout.write(OPENING)
    sys.stdout.flush()
    from datetime import datetime

    from wizard.session.settings import Settings

    from .app import WizardApp
    from .desk import Desk

    desk = Desk(Settings(), datetime.now)
    app = WizardApp(desk, Path(file) if file is not None else None)
    app.run()
    sys.stdout.write(f"\r{' ' * len(OPENING)}\r")
    sys.stdout.flush()
    if app.parting_words:
        print(app.parting_words)
    return app.return_code or 0
