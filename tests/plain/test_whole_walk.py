"""`wizard ask` from the first question to the saved file, through a pipe: session, plain mode and CLI agree."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.plain.conftest import TINY, reopened
from wizard.report.verdict_words import verdict_sentence

ROOT = Path(__file__).resolve().parents[2]

WALK = """\
Ours
2010-06
2
n
b
y
?
w
e

b
undo
redo
r
2

i
v readers
200
v roof
bad
moved
keep Few readers
t

c 5
9000
undo
sections
2
40
1
s

m
c 9
y
n
q
"""
"""Core questions with a step back, help, why, evidence; undo and redo; the result; a what-if that is kept and taken
over; a change taken back; a section with a question skipped."""


def _wizard(*argv: str, typed: str | None = None, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wizard", *argv],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        check=False,
        env={"PATH": "", "WIZARD_CACHE": "off", "WIZARD_SETTINGS": "off", "TERM": "dumb", "PYTHONPATH": str(ROOT)},
    )


def _plain(text: str) -> str:
    """Words alone: the CLI wraps its lines and prints names in capitals."""
    return " ".join(text.split()).casefold()


def test_the_whole_of_it_through_a_pipe_comes_to_the_verdicts_of_session_and_cli(tmp_path: Path) -> None:
    """With back, why, evidence, undo, redo, what-if, take-over and sections; then gone on with, and assessed."""
    first = _wizard("ask", "ours.yaml", "--pack", str(TINY), typed=WALK, cwd=tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    path = tmp_path / "ours.yaml"
    again = _wizard("ask", "ours.yaml", "--pack", str(TINY), typed="r\n", cwd=tmp_path)
    cli = _wizard("assess", "ours.yaml", "--pack", str(TINY), cwd=tmp_path)
    session = reopened(path)
    assert session.file.answers == {
        "decision_date": "2010-06",
        "led_today": ["branch_librarians"],
        "head_leaving": "yes",
        "readers": "200",
        "roof": "bad",
        "hours_a_week": "40",
        "housed_today": ["own_house"],
        "school_willing": "yes",
    }
    assert [each.title for each in session.file.what_ifs] == ["Few readers"]
    assert session.record.ranking_seen == "yes" and session.record.variants_tried == 1
    for result in session.assessment.decisions:
        words = _plain(verdict_sentence(session.assessment, result).text)
        assert words in _plain(again.stdout)
        assert words in _plain(cli.stdout)


def test_a_file_with_faults_is_told_and_nothing_is_asked(tmp_path: Path) -> None:
    """Exit code 2, on stderr, with the place; a name that is not there is not guessed at where no file can be begun."""
    (tmp_path / "odd.yaml").write_text(
        "id: odd\ntitle: Odd\npack: {id: tiny}\nanswers: {readers: many}\n", encoding="utf-8"
    )
    odd = _wizard("ask", "odd.yaml", "--pack", str(TINY), typed="q\n", cwd=tmp_path)
    assert odd.returncode == 2 and "odd.yaml:4" in odd.stderr and odd.stdout == ""
    missing = _wizard("ask", "nowhere/ours.yaml", typed="q\n", cwd=tmp_path)
    assert missing.returncode == 2 and "no such council file" in missing.stderr
