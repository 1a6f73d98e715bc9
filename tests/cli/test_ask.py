"""`wizard ask` and `--plain`: where plain mode begins, and that it is remembered."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from wizard.session.settings import Settings

Run = Callable[..., Ran]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Puts lines at the other end of the process; what is remembered is this test's own."""
    monkeypatch.setenv("WIZARD_SETTINGS", str(tmp_path / "own"))
    monkeypatch.chdir(tmp_path)
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_ask_goes_on_with_a_file(run: Run, typed: Callable[[str], None], newtown: Path, tiny: str) -> None:
    """Code 0, all on stdout; every answer in the file."""
    typed("c readers\n400\nq\n")
    ran = run("ask", str(newtown), "--pack", tiny)
    assert (ran.code, ran.err) == (0, "") and "5 answers saved" in ran.out
    assert "readers: 400" in newtown.read_text(encoding="utf-8")


def test_plain_is_remembered_and_forgotten(run: Run, typed: Callable[[str], None]) -> None:
    """From then on the app itself begins line by line; `--no-plain` ends that."""
    typed("q\n")
    assert "Answer 1 to 6" in run("--plain").out and Settings().plain
    typed("q\n")
    assert "Answer 1 to 6" in run("tui").out
    typed("q\n")
    ran = run("tui", "--no-plain")
    assert ran.code == 2 and "wizard ask" in ran.err and not Settings().plain
    assert run("--no-plain").code == 2


def test_a_program_that_calls_the_bare_command_still_gets_the_overview(run: Run, typed: Callable[[str], None]) -> None:
    """Nothing waits for input that will never come, also where plain mode is remembered."""
    typed("")
    Settings().remember_plain(True)
    ran = run()
    assert ran.code == 0 and "wizard ask" in ran.out and "Answer" not in ran.out


def test_a_file_with_faults_is_told_with_its_place(run: Run, typed: Callable[[str], None], tmp_path: Path) -> None:
    """Code 2, nothing asked."""
    typed("q\n")
    path = tmp_path / "odd.yaml"
    path.write_text("id: [\n", encoding="utf-8")
    ran = run("ask", str(path))
    assert ran.code == 2 and "odd.yaml" in ran.err and ran.out == ""


def test_plain_mode_needs_neither_textual_nor_numpy_to_ask(tmp_path: Path) -> None:
    """A dumb terminal may stand on a small machine: questions and answers load neither."""
    import subprocess

    code = (
        "import io, sys\n"
        "from datetime import datetime\n"
        "from wizard.plain.starting import start\n"
        "from wizard.plain.work import Work\n"
        "from wizard.session.settings import Settings\n"
        "source = io.StringIO('Ours\\n2008\\n?\\nw\\nb\\nu\\nl\\nq\\n')\n"
        "start(Work(Settings(), datetime.now), source, io.StringIO(), 'ours.yaml')\n"
        "print(sorted({'textual', 'numpy', 'rich'} & set(sys.modules)))\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(root), "WIZARD_CACHE": "off", "WIZARD_SETTINGS": "off", "PATH": ""},
    )
    assert done.stdout.strip() == "[]"
