"""Every test has a settings folder of its own, so that nobody's own settings are read or changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.council_file import view_of
from wizard.engine import compile_rules
from wizard.pack import find_pack, read_pack
from wizard.session.rule_sets import RuleSet
from wizard.session.session import Session

TINY = Path(__file__).resolve().parents[1] / "packs" / "tiny"

OF_A_LIBRARY = {
    "decision_date": "2010-05",
    "led_today": ["branch_librarians"],
    "wishes": ["longer_hours"],
    "head_leaving": "yes",
    "readers": "300",
    "hours_a_week": "40",
    "roof": "patched",
    "housed_today": ["own_house"],
    "school_willing": "yes",
    "school_pays": "no",
}


@pytest.fixture(scope="session")
def tiny() -> RuleSet:
    folder = find_pack(TINY)
    pack = read_pack(folder).pack
    return RuleSet(folder, compile_rules(pack), view_of(pack))


@pytest.fixture
def newtown(tiny: RuleSet, tmp_path: Path) -> Session:
    """Work on a new council file, on the tiny rule set."""
    return Session.new(tiny, tmp_path / "newtown.yaml", "Newtown")


@pytest.fixture
def library(tiny: RuleSet, tmp_path: Path) -> Session:
    """Work on a council of which everything is known, saved once."""
    session = Session.new(tiny, tmp_path / "library.yaml", "Library [north]")
    for question, answer in OF_A_LIBRARY.items():
        session.answer(question, answer)
    session.save()
    return session


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIZARD_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.delenv("NO_COLOR", raising=False)
