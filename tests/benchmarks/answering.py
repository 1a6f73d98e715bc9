"""Answering in a real terminal: from a key to what it changes, and how much is written for it. Not for Windows."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wizard.session.rule_sets import RuleSets
from wizard.session.session import Session

from .terminal import ROOT, _read_for, _resident, _watch

WIDTH, HEIGHT = 120, 40
ROUNDS = 30
PAUSE = 0.4
"""Seconds between answers: people read. Whatever an answer sets going is done by then."""

ANSWERS = {
    "decision_date": "2008-06",
    "leadership_today": ["separate_directors"],
    "first_aim": ["whole_families"],
    "childrens_rating": "very_good",
    "adults_rating": "good",
    "still_if_no_saving": "yes",
    "change_under_way": [],
    "members_support": ["combined_director"],
    "vacancy": "yes",
    "heads_of_service": "every_one",
    "appointable_person": "yes",
    "nhs_on_the_table": "no",
}
"""Every core question; the heads of service are then said to be strong and weak by turns, which moves the totals."""

FIRST, MODEL, ASKED = b"Answer more", b"One director for both:", b"Could each of your heads"


class Terminal:
    """The app in a pty, at the question of the heads of service with the ranking beside it."""

    def __init__(self, terminal: int, process: int) -> None:
        self._terminal, self.process = terminal, process
        _watch(terminal, FIRST, time.perf_counter())
        _read_for(terminal, 2.0)
        for keys in (b"a", b"g", b"three months", b"\r"):
            self.press(keys)
            _read_for(terminal, 1.5)

    def press(self, keys: bytes) -> None:
        """Types."""
        os.write(self._terminal, keys)

    def until(self, keys: bytes, shown: bytes) -> tuple[float, int]:
        """Milliseconds from keys to words on the screen; and all bytes that were written for them in the end."""
        started = time.perf_counter()
        self.press(keys)
        seen = b""
        while shown not in seen:
            seen += _read_for(self._terminal, 0.001)
            if time.perf_counter() - started > 10:
                raise TimeoutError(f"{shown!r} was not written for {keys!r}; what was: {seen[-300:]!r}")
        taken = time.perf_counter() - started
        return taken * 1000, len(seen + _read_for(self._terminal, PAUSE))


@contextmanager
def answering() -> Iterator[Terminal]:
    """The app on a council file of its own, ended afterwards."""
    import pty
    import termios

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ours.yaml"
        session = Session.new(RuleSets().named("reports_2008"), file, "Ours")
        for question, written in ANSWERS.items():
            session.answer(question, written)
        session.save()
        parent, child = pty.openpty()
        termios.tcsetwinsize(child, (HEIGHT, WIDTH))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "WIZARD_SETTINGS": folder}
        environment.pop("NO_COLOR", None)
        command = [sys.executable, "-m", "wizard", "tui", str(file)]
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=child, stdout=child, stderr=child, start_new_session=True
        )
        os.close(child)
        try:
            yield Terminal(parent, process.pid)
        finally:
            process.kill()
            process.wait()
            os.close(parent)


def lines() -> Iterator[str]:
    """From an answer to the verdict it makes, and from going on to the next question."""
    if sys.platform == "win32":
        yield "answering  not measured: this system has no ptys"
        return
    with answering() as terminal:
        verdicts = [terminal.until(key, MODEL) for _ in range(ROUNDS // 2) for key in (b"4", b"1")]
        onwards = []
        for _ in range(ROUNDS // 2):
            onwards.append(terminal.until(b"\r", b"Is there someone"))
            terminal.until(b"\x1b", ASKED)
        resident = _resident(terminal.process)
    taken = sorted(each for each, _ in verdicts)
    written = statistics.median(each for _, each in verdicts)
    yield (
        f"answering  key to updated verdict: {statistics.median(taken):.0f} ms at the median, at most 50; "
        f"{taken[int(len(taken) * 0.95)]:.0f} ms in 95 of 100, at most 100"
    )
    yield f"answering  written for an answer: {written / 1024:.1f} KB with the ranking beside it, at most 4"
    yield f"answering  next question: {statistics.median(each for each, _ in onwards):.0f} ms, at most 100"
    yield f"answering  in memory after a run: {resident:.0f} MiB, at most 60"
