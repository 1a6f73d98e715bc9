"""`wizard assess FILE`, process start to finish, against importing the libraries it cannot do without.

A first run reads and checks the whole rule set; later ones take what was kept, as long as not a byte has
changed. Both are printed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILES = ("bracknell_forest_2008", "oxfordshire_2002", "knowsley")
ROUNDS = 15
FLOOR = [sys.executable, "-c", "import yaml, pydantic"]


def seconds(command: list[str], cache: str) -> float:
    """How long a process takes from start to finish."""
    environment = {**os.environ, "WIZARD_CACHE": cache}
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def lines() -> Iterator[str]:
    """One line for each council file, one for a run with nothing kept, and what is never loaded."""
    with tempfile.TemporaryDirectory() as cache:
        for name in FILES:
            yield f"start-up  {name}: {_ratio(name, cache)}; at most 3"
    yield f"start-up  with nothing kept, {FILES[0]}: {_ratio(FILES[0], 'off')}"
    found = subprocess.run(
        [sys.executable, "-c", _PROBE, _file(FILES[0])], cwd=ROOT, check=True, capture_output=True, text=True
    )
    yield f"start-up  of textual and numpy, loaded: {found.stdout.splitlines()[-1]}"


def _ratio(name: str, cache: str) -> str:
    command = [sys.executable, "-m", "wizard", "assess", _file(name)]
    seconds(FLOOR, cache), seconds(command, cache)
    # Taken in turn, so that a machine that slows down slows both.
    pairs = [(seconds(FLOOR, cache), seconds(command, cache)) for _ in range(ROUNDS)]
    bare, whole = (min(column) for column in zip(*pairs, strict=True))
    return f"{whole * 1000:.0f} ms, {whole / bare:.2f} times the bare imports ({bare * 1000:.0f} ms)"


def _file(name: str) -> str:
    return f"scenarios/reports/{name}.yaml"


_PROBE = """
import sys
from wizard.cli.main import main
main(["assess", sys.argv[1]])
print([name for name in ("textual", "numpy") if name in sys.modules] or "neither")
"""
