"""The app in a real terminal (a pty) against the barest Textual app, taken in turn on the same machine.

First words are those written before Textual is imported; first paint is when the first screen stands, which is
told by a marker on it. Needs a system with ptys: not Windows.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9
WIDTH, HEIGHT = 80, 24
SETTLING, IDLE = 3.0, 3.0
LONGEST = 30.0

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("Here it is")
Bare().run()
"""
BARE_SHOWS, APP_SHOWS = b"Here it is", b"Which terminal suits?"


class Run(NamedTuple):
    """Milliseconds to the first byte and to the first paint; MiB then, and MiB and bytes once nothing happens."""

    words: float
    paint: float
    resident: float
    resident_later: float
    idle_bytes: int


def run(command: list[str], shows: bytes, cache: str, idle: bool = False) -> Run:
    """Starts the command in a pty of 80 by 24 and waits until `shows` is written; ends it again."""
    import pty
    import termios

    parent, child = pty.openpty()
    termios.tcsetwinsize(child, (HEIGHT, WIDTH))
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    environment |= {"WIZARD_CACHE": cache, "WIZARD_SETTINGS": cache}
    environment.pop("NO_COLOR", None)
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=child, stdout=child, stderr=child, start_new_session=True
    )
    os.close(child)
    try:
        words, paint = _watch(parent, shows, started)
        resident, later, idle_bytes = _resident(process.pid), 0.0, 0
        if idle:
            _read_for(parent, SETTLING)
            later = _resident(process.pid)
            idle_bytes = len(_read_for(parent, IDLE))
        return Run(words * 1000, paint * 1000, resident, later, idle_bytes)
    finally:
        process.kill()
        process.wait()
        os.close(parent)


def _watch(terminal: int, shows: bytes, started: float) -> tuple[float, float]:
    seen, words = b"", 0.0
    while shows not in seen:
        if time.perf_counter() - started > LONGEST:
            raise TimeoutError(f"{shows!r} was never written; what was: {seen[-500:]!r}")
        piece = _read(terminal, 1.0)
        if piece and not words:
            words = time.perf_counter() - started
        seen += piece
    return words, time.perf_counter() - started


def _read(terminal: int, seconds: float) -> bytes:
    ready, _, _ = select.select([terminal], [], [], seconds)
    if not ready:
        return b""
    with suppress(OSError):
        return os.read(terminal, 65536)
    return b""


def _read_for(terminal: int, seconds: float) -> bytes:
    until, seen = time.perf_counter() + seconds, b""
    while (left := until - time.perf_counter()) > 0:
        seen += _read(terminal, left)
    return seen


def _resident(process: int) -> float:
    """MiB in memory; 0 where the system does not say."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    return 0.0


def lines() -> Iterator[str]:
    """First paint, first words, memory and what is written when nothing happens."""
    if sys.platform == "win32":
        yield "terminal  not measured: this system has no ptys"
        return
    bare, app = [sys.executable, "-c", BARE], [sys.executable, "-m", "wizard", "tui"]
    with tempfile.TemporaryDirectory() as cache:
        # The first of each compiles bytecode and fills the cache.
        run(bare, BARE_SHOWS, cache), run(app, APP_SHOWS, cache, idle=True)
        pairs = [(run(bare, BARE_SHOWS, cache), run(app, APP_SHOWS, cache)) for _ in range(ROUNDS)]
        still = run(app, APP_SHOWS, cache, idle=True)
        still_bare = run(bare, BARE_SHOWS, cache, idle=True)
    floor = min(each.paint for each, _ in pairs)
    paint = min(each.paint for _, each in pairs)
    words = min(each.words for _, each in pairs)
    yield (
        f"terminal  first paint: {paint:.0f} ms, {paint / floor:.2f} times a bare Textual app ({floor:.0f} ms); "
        "at most 1.35"
    )
    yield f"terminal  first words: {words:.0f} ms; at most 30"
    yield (
        f"terminal  in memory at the first paint: {still.resident:.0f} MiB, at most 45 "
        f"(bare: {still_bare.resident:.0f}); "
        f"once rules and reports are ready: {still.resident_later:.0f} MiB"
    )
    yield f"terminal  written while nothing happens, in {IDLE:.0f} s: {still.idle_bytes} bytes; none"
