"""Commands run in this process, and council files for the tiny rule set."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from wizard.cli.main import main

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"

WRITTEN = """\
id: newtown
title: Newtown
pack: {id: tiny}
answers:
  decision_date: 2010-06
  led_today: [branch_librarians]
  wishes: [longer_hours]
  head_leaving: no
  readers: 300
"""


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def run() -> Callable[..., Ran]:
    """Runs `wizard` with arguments."""

    def with_arguments(*argv: str) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main(argv)
        return Ran(code, out.getvalue(), err.getvalue())

    return with_arguments


@pytest.fixture
def tiny() -> str:
    return str(TINY)


@pytest.fixture
def newtown(tmp_path: Path) -> Path:
    """A sound council file."""
    path = tmp_path / "newtown.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    return path
