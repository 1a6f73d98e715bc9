"""A council file whose bytes are at hand: a copy, with every fault under the name that it is shown by."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.problems import Unreadable
from wizard.session.saving import SaveRefused
from wizard.session.session import Session

TEXT = "id: oldtown\ntitle: Oldtown  # ours\npack: {id: reports_2008}\nanswers:\n  population: 20000\n"


def test_it_is_a_copy_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written where the name points; saved under another name the person's own text stands there."""
    monkeypatch.chdir(tmp_path)
    session = Session.taken_in(TEXT.encode(), "oldtown.yaml")
    assert session.path is None and not session.unsaved and session.text == TEXT
    assert isinstance(session.save(), SaveRefused) and list(tmp_path.iterdir()) == []
    session.answer("population", "30000")
    session.save_as(tmp_path / "ours.yaml")
    assert (tmp_path / "ours.yaml").read_text(encoding="utf-8") == TEXT.replace("20000", "30000")
    assert not (tmp_path / "oldtown.yaml").exists()


@pytest.mark.parametrize("fault", [("population: 20000", "population: few"), ("{id: reports_2008}", "{id: nowhere}")])
def test_faults_are_told_at_their_place(fault: tuple[str, str]) -> None:
    """Under the name that is shown, with line and column, also where it is the rule set that is not there."""
    with pytest.raises(Unreadable) as told:
        Session.taken_in(TEXT.replace(*fault).encode(), "theirs.yaml")
    assert {each.place.file for each in told.value.problems} == {"theirs.yaml"}
    assert all(each.place.line > 1 and each.place.column > 1 for each in told.value.problems)
