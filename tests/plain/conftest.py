"""Conversations in plain mode on the tiny rule set: lines in, lines out, as through a pipe."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from wizard.plain.starting import start
from wizard.plain.work import Work
from wizard.session.rule_sets import RuleSets
from wizard.session.session import Session
from wizard.session.settings import Settings

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"
RULE_SETS = RuleSets()
"""Each rule set is read once for all tests of a process."""

CORE = ["2010-06", "2", "2"]
"""The core questions of the tiny rule set: June 2010, a librarian in each branch, nobody leaving."""

WRITTEN = """\
# Ours, with notes of our own.
id: newtown
title: Newtown
pack: {id: tiny}
x_mine: kept
answers:
  decision_date: 2010-06     # the clerk says so
  led_today: [branch_librarians]
  head_leaving: no
"""


class Said(NamedTuple):
    """What a conversation came to."""

    code: int
    out: str

    def after(self, line: str, count: int = 1) -> str:
        """What was said after a line was typed for the `count`th time, up to the next prompt."""
        return self.out.split(f": {line}\n")[count].split("? for help:")[0]


Talk = Callable[..., Said]


def talked(lines: Iterable[str], file: Path | str | None = None, settings: Settings | None = None) -> Said:
    """A conversation through a pipe, until the lines end."""
    out = io.StringIO()
    work = Work(settings or Settings(), lambda: datetime(2026, 3, 2, 12, 0), str(TINY), RULE_SETS)
    source = io.StringIO("".join(f"{line}\n" for line in lines))
    code = start(work, source, out, None if file is None else str(file))
    return Said(code, out.getvalue())


def reopened(path: Path) -> Session:
    """The council file as it now stands on the disk."""
    return Session.open(path, str(TINY), rule_sets=RULE_SETS)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A council file that is not there yet."""
    return tmp_path / "ours.yaml"


@pytest.fixture
def newtown(tmp_path: Path) -> Path:
    """A council file with the core questions answered, and with comments and keys of its owner's."""
    path = tmp_path / "newtown.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    return path
