"""The built wheel runs from another folder, with the rule set and the council files in it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_wheel_assesses_a_shipped_council_from_another_folder(tmp_path: Path) -> None:
    """Built, unpacked elsewhere and run in an empty folder, it finds rules and council files inside itself."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    built = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        assert not [name for name in archive.namelist() if name.startswith(("tests/", "rules/", "scenarios/"))]
        assert "wizard/published/ORIGIN.md" in archive.namelist()
        formats = {"pdf/report.typ", "word/base/document.xml", "word/base/styles.xml", "word/base/numbering.xml"}
        assert {f"wizard/report/formats/{each}" for each in formats} <= set(archive.namelist())
        archive.extractall(installed)
    command = [sys.executable, "-m", "wizard", "assess", "scenarios/reports/bracknell_forest_2008.yaml"]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Bracknell Forest, 2008")
    assert not list(elsewhere.iterdir())
    begin = [sys.executable, "-m", "wizard", "new", "--council", "East Riding of Yorkshire"]
    begun = subprocess.run(begin, cwd=elsewhere, env=environment, capture_output=True, text=True, check=False)
    assert begun.returncode == 0, begun.stderr
    assert "343201" in (elsewhere / "east_riding_of_yorkshire.yaml").read_text(encoding="utf-8")
