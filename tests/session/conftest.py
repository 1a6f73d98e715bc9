"""Sessions on the tiny rule set and on a small random one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wizard.council_file import view_of
from wizard.engine import compile_rules
from wizard.pack import find_pack, read_pack
from wizard.session.rule_sets import RuleSet
from wizard.session.session import Session

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"

WRITTEN = """\
# Ours, with notes of our own.
id: newtown
title: Newtown
pack: {id: tiny}
x_mine: kept
answers:
  decision_date: 2010-06     # the clerk says so
  led_today: [branch_librarians]
  readers: {is: 300, from: the lending system, note: last year's}
"""


@pytest.fixture(scope="session")
def tiny() -> RuleSet:
    folder = find_pack(TINY)
    pack = read_pack(folder).pack
    return RuleSet(folder, compile_rules(pack), view_of(pack))


@pytest.fixture
def newtown(tmp_path: Path) -> Path:
    """A council file with comments and keys of its owner's."""
    path = tmp_path / "newtown.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    return path


@pytest.fixture
def opened(newtown: Path) -> Session:
    return Session.open(newtown, str(TINY))


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own folder, for once remembered in."""
    folder = tmp_path / "own"
    monkeypatch.setenv("WIZARD_SETTINGS", str(folder))
    return folder / "unsaved"


@pytest.fixture
def answered_core() -> Callable[[Session], Session]:
    """Answers the core questions of the tiny rule set."""

    def answers(session: Session) -> Session:
        session.answer("decision_date", "2010-06")
        session.answer("led_today", ["branch_librarians"])
        session.answer("head_leaving", "no")
        return session

    return answers
