"""From the first key to a saved file that `wizard assess` reads to the verdict that the screen showed; and kill -9."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.driving import LARGE, Driven, drive, settled
from tests.tui.test_question import press
from wizard.cli.main import main
from wizard.session.session import Session
from wizard.tui.widgets.standing_view import StandingPanel

ROOT = Path(__file__).resolve().parents[2]

CORE_KEYS = {
    "decision_date": [*"June 2008"],
    "leadership_today": ["2"],
    "first_aim": ["1", "2"],
    "childrens_rating": ["1"],
    "adults_rating": ["2"],
    "still_if_no_saving": ["1"],
    "change_under_way": ["5"],
    "members_support": ["3"],
    "vacancy": ["1"],
    "heads_of_service": ["1"],
    "appointable_person": ["1"],
    "nhs_on_the_table": ["1"],
}


async def _begin(app: Driven, pilot: Pilot[None], name: str) -> None:
    """From the first screen: a new council file."""
    await settled(pilot)
    await press(pilot, "1", *name, "enter", "enter")
    await settled(pilot)
    assert app.page.NAME == "question"


async def _answer_the_core(app: Driven, pilot: Pilot[None]) -> None:
    for question, keys in CORE_KEYS.items():
        assert app.session is not None and app.session.at == question
        await pilot.press(*keys, "enter")
        await settled(pilot)


def _shown(app: Driven) -> str:
    """What the ranking beside the question says."""
    panel = app.screen.query_one(StandingPanel)
    assert panel.display
    return " ".join(panel.query_one("SteadyPanel").text.split())  # type: ignore[attr-defined]


def _assessed(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The verdict of each decision as `wizard assess` prints it."""
    import json

    assert main(["assess", str(path), "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["councils"]
    return {each["title"]: each["verdict"]["says"] for each in found["decisions"]}


def test_quick_mode_from_the_first_key_to_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The twelve, the result, what matters most until nothing can change it."""
    monkeypatch.chdir(tmp_path)
    shown: list[str] = []

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await _begin(app, pilot, "Ours")
        await _answer_the_core(app, pilot)
        assert app.page.NAME == "result"
        await press(pilot, "escape")
        page = app.page
        assert app.session is not None
        while page.question is not None:  # type: ignore[attr-defined]
            numeric = app.session.rules.domains[page.question].is_numeric  # type: ignore[attr-defined]
            await press(pilot, *(["tab"] if numeric else []), "1", "enter")
        assert app.session.next_to_ask() is None
        if not app.session.ranking_visible:
            await press(pilot, "r")
        await settled(pilot)
        shown.append(_shown(app))

    drive(script, size=LARGE)
    for title, verdict in _assessed(tmp_path / "ours.yaml", capsys).items():
        assert f"{title} {verdict}" in shown[0]


def test_the_full_interview_from_the_first_key_to_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every question that arises, the last answer each, to the end."""
    monkeypatch.chdir(tmp_path)
    shown: list[str] = []

    async def script(app: Driven, pilot: Pilot[None]) -> None:
        await _begin(app, pilot, "Ours")
        await press(pilot, "tab", "a")
        session = app.session
        assert app.page.NAME == "interview" and session is not None
        seen = set()
        while app.page.question is not None:  # type: ignore[attr-defined]
            question = app.page.question  # type: ignore[attr-defined]
            assert question not in seen
            seen.add(question)
            keys = CORE_KEYS.get(question, ["tab", "2"] if session.rules.domains[question].is_numeric else ["2"])
            await pilot.press(*keys, "enter")
            await settled(pilot)
        assert session.plan.is_done and session.plan.of == len(seen)
        await press(pilot, "r")
        shown.append(_shown(app))

    drive(script, size=LARGE)
    for title, verdict in _assessed(tmp_path / "ours.yaml", capsys).items():
        assert f"{title} {verdict}" in shown[0]


@pytest.mark.skipif(sys.platform == "win32", reason="ptys and signals")
def test_killed_after_n_answers_n_answers_are_there(tmp_path: Path) -> None:
    """In a real terminal; what one comes back to is the first question without an answer."""
    import pty

    path = tmp_path / "ours.yaml"
    path.write_text("id: ours\ntitle: Ours\npack: {id: reports_2008}\n", encoding="utf-8")
    parent, child = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "WIZARD_SETTINGS": str(tmp_path / "settings")}
    process = subprocess.Popen(
        [sys.executable, "-m", "wizard", "tui", str(path)],
        cwd=ROOT,
        env=environment,
        stdin=child,
        stdout=child,
        stderr=child,
        start_new_session=True,
    )
    os.close(child)
    try:
        _until(parent, b"1 of 12")
        os.write(parent, b"2008-06\r")
        _until(parent, b"2 of 12")
        os.write(parent, b"2\r")
        _until(parent, b"3 of 12")
        os.write(parent, b"1")
        # What was answered is told on the screen once it is kept.
        _until(parent, b"Answered \xe2\x80\x9cwhat must get better first")
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    finally:
        process.kill()
        process.wait()
        os.close(parent)
    left = Session.recoverable([path])
    session = Session.recover(left[0]) if left else Session.open(path)
    assert set(session.answers) == {"decision_date", "leadership_today", "first_aim"}
    assert session.core.first_to_do == "childrens_rating"


def _until(terminal: int, words: bytes) -> None:
    seen, until = b"", time.monotonic() + 60
    while words not in seen:
        assert time.monotonic() < until, seen[-2000:]
        if select.select([terminal], [], [], 1)[0]:
            with suppress(OSError):
                seen += os.read(terminal, 65536)
