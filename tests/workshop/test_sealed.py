"""Sheets that somebody changed by hand: nobody counts twice, and what cannot be used is told before the opening."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workshop.conftest import WorkshopOf, again
from wizard.problems import Unreadable
from wizard.session.change import NotTaken
from wizard.workshop.group.result import group_result
from wizard.workshop.workshop import Workshop

SAID = {"answers": {"roof": "bad", "wishes": ["quiet"]}}


@pytest.fixture
def room(workshop_of: WorkshopOf) -> Workshop:
    """Two are in, and the sheets sealed."""
    workshop = workshop_of()
    for who in ("Care team", "Finance team"):
        workshop.put_in(who, "paper", **SAID)
    return workshop


def path_of(room: Workshop, name: str) -> Path:
    """Where a sheet stands."""
    return room.folder / "sheets" / name


@pytest.mark.parametrize("name", ["care_team_2.yaml", "Copy of care_team.yaml"])
def test_a_copy_of_a_sheet_does_not_count(room: Workshop, name: str) -> None:
    """A file's id is its name: whoever copies one is told, before and after the sheets are open."""
    text = path_of(room, "care_team.yaml").read_text(encoding="utf-8")
    path_of(room, name).write_text(text, encoding="utf-8")
    for do in (again(room.folder).open_sheets, lambda: again(room.folder).presence):
        with pytest.raises(Unreadable, match="but its id is 'care_team'"):
            do()
    assert not room.is_open


def test_two_sheets_of_one_name_are_told(room: Workshop) -> None:
    """Under another id too: what one person says would be told of the other."""
    text = path_of(room, "care_team.yaml").read_text(encoding="utf-8")
    path_of(room, "other.yaml").write_text(text.replace("id: care_team", "id: other"), encoding="utf-8")
    with pytest.raises(Unreadable, match="stands on another sheet too") as told:
        again(room.folder).open_sheets()
    assert str(told.value.problems[0].place) == f"{path_of(room, 'other.yaml')}:3:6"


def test_sheets_that_cannot_be_used_are_not_opened(room: Workshop) -> None:
    """An opening is for good: every fault of every sheet is told before it; mended, they open."""
    good = {each: each.read_text(encoding="utf-8") for each in path_of(room, "").iterdir()}
    for each, text in good.items():
        each.write_text(text.replace("roof: bad", "roof: worse"), encoding="utf-8")
    with pytest.raises(Unreadable) as told:
        again(room.folder).open_sheets(without_waiting=True)
    assert {each.place.file for each in told.value.problems} == {str(each) for each in good}
    assert not again(room.folder).is_open
    for each, text in good.items():
        each.write_text(text, encoding="utf-8")
    again(room.folder).open_sheets()
    assert len(again(room.folder).opened) == 2


def test_without_sheets_there_is_no_result(workshop_of: WorkshopOf) -> None:
    """Where somebody wrote by hand that they are open."""
    room = workshop_of()
    (room.folder / "progress.yaml").write_text("open: yes\n", encoding="utf-8")
    with pytest.raises(NotTaken, match="nothing came in"):
        group_result(room)


def test_a_folder_that_is_closed_is_told(room: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """As any other fault of a file, and never as one of the program."""

    def refused(self: Path, **_: object) -> bool:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "is_file", refused)
    with pytest.raises(Unreadable, match="cannot be read: permission denied"):
        again(room.folder)
