"""From the command to the first paint: words at once, nothing heavy before, and a terminal or a plain answer."""

from __future__ import annotations

import subprocess
import sys

import pytest

from wizard.cli import tui
from wizard.cli.main import main

PROBE = """
import asyncio, sys
from wizard.tui.app import WizardApp
from wizard.tui.desk import Desk
from wizard.session.settings import Settings
class Stopped(WizardApp):
    def _start_loading(self):
        print([name for name in ("pydantic", "yaml", "numpy", "wizard.engine") if name in sys.modules])
async def run():
    async with Stopped(Desk(Settings(), None)).run_test() as pilot:
        await pilot.pause()
asyncio.run(run())
"""


def test_the_first_paint_loads_nothing_heavy() -> None:
    """Neither pydantic nor yaml nor numpy nor the engine: they come after it."""
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_words_come_before_textual() -> None:
    """When the first words are written textual is not there yet."""
    probe = (
        "import sys, io\n"
        "class Out(io.StringIO):\n"
        "    def flush(self):\n"
        "        sys.stdout = sys.__stdout__\n"
        "        raise SystemExit('late' if 'textual' in sys.modules else 'early ' + self.getvalue())\n"
        "out = sys.stdout = Out()\n"
        "from wizard.tui.starting import start\n"
        "start()\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[0] == "early Opening the council wizard ..."


def test_without_a_terminal_the_overview_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """`wizard | cat` lists the commands as before, and `wizard tui` says what it needs."""
    assert main([]) == 0
    assert "wizard tui" in capsys.readouterr().out
    assert main(["tui"]) == 2
    assert "needs a terminal" in capsys.readouterr().err


def test_on_a_terminal_the_bare_command_starts_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no file; `wizard tui FILE` hands the file on."""
    started: list[str | None] = []
    monkeypatch.setattr(tui, "is_terminal", lambda: True)
    monkeypatch.setattr("wizard.tui.starting.start", lambda file=None: started.append(file) or 0)
    assert main([]) == 0
    assert main(["tui", "ours.yaml"]) == 0
    assert started == [None, "ours.yaml"]
