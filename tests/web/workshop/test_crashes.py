"""Nothing sealed and no page that was sent is lost with a browser, a server or a disk."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.web.html_laws import Read, faults
from wizard.council_file import NotSaved
from wizard.problems import Place, Problem
from wizard.schema.workshop import Sheet
from wizard.workshop.doors import doors_of

from .conftest import HOURS, ORDER, Hall, fill_in, own_code, seal


def test_a_browser_that_lost_its_cookie_comes_back(hall: Hall) -> None:
    """With the join code and its own it finds its draft, later its sealed sheet; its old cookie goes on as well."""
    finance = hall.seated("Finance")
    code = own_code(finance)
    finance.get("/sheet")
    finance.send(finance.path, HOURS)
    for typed in (code, code.upper().replace("-", " ")):
        again = hall.come_in(hall.doors.join)
        again.send("/back", {"back": typed})
        assert again.path == "/facts" and "Longer hours" in again.get("/check")
    seal(again)
    last = hall.come_in(hall.doors.join)
    last.send("/back", {"back": code})
    assert last.path == "/waiting" and "Longer hours" in last.get("/sealed")
    assert finance.get("/") and finance.path == "/waiting"


def test_a_server_that_died_goes_on_where_it_was(hall: Hall) -> None:
    """Begun again on the folder: same codes, same cookies, the draft, the sealed sheet; even a form sent across it."""
    finance, table, leading = hall.seated("Finance"), hall.seated("Table 2"), hall.leading()
    fill_in(finance)
    seal(finance)
    table.get("/sheet")
    table.send(table.path, HOURS)
    table.get("/sheet/order-leadership")
    token, codes = table.token, hall.doors
    hall.begin_again()
    assert hall.doors == codes
    table = hall.restarted(table)
    table.send("/sheet/order-leadership", {"token": token, **ORDER})
    assert table.status == 200 and "Longer hours" in table.get("/check") and "What readers gain" in table.text
    finance = hall.restarted(finance)
    assert "1 of 3 is in" in finance.get("/") and finance.path == "/waiting"
    leading = hall.restarted(leading)
    assert "Table 2" in leading.get("/") and leading.path == "/room"
    assert hall.workshop.own_sheet("finance").answers == {"wishes": ["longer_hours"], "roof": "bad"}


def test_what_was_opened_is_open_after_it(hall: Hall) -> None:
    """And the result is the same."""
    finance = hall.seated("Finance")
    fill_in(finance)
    seal(finance)
    hall.workshop.open_sheets(without_waiting=True)
    before = finance.get("/own")
    hall.begin_again()
    assert Read(hall.restarted(finance).get("/own")).text_of("td") == Read(before).text_of("td")


def test_the_codes_are_for_the_owner_alone(tmp_path: Path) -> None:
    """Nobody else on the machine can read their file, not even once somebody let them; the longer one is longer."""
    doors = doors_of(tmp_path)
    path = tmp_path / "codes.yaml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    assert doors_of(tmp_path) == doors and stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(doors.facilitator) > len(doors.join) and doors.join not in doors.facilitator


def test_two_pages_sent_at_once_lose_neither(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """From reading a sheet to keeping it no other page of the same person comes in between; those of others do."""
    finance, table = hall.seated("Finance"), hall.seated("Table 2")
    keep, held = hall.workshop.keep_draft, []

    def watched(sheet: Sheet) -> None:
        held.append((hall.room.lock_of("finance").locked(), hall.room.lock_of("table_2").locked()))
        keep(sheet)

    monkeypatch.setattr(hall.workshop, "keep_draft", watched)
    for browser in (finance, table):
        browser.get("/sheet/service")
        browser.send("/sheet/service", {"answer-roof": "is_bad"})
    assert held == [(True, False), (False, True)]


FULL = "The file could not be saved: the disk is full."


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Nothing can be written any more; `undo` makes room."""

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise NotSaved([Problem("disk-full", Place(str(path)), FULL, "Make room and try again.")])

    monkeypatch.setattr("wizard.workshop.records.put", refuse)
    monkeypatch.setattr("wizard.workshop.records.create", refuse)
    return monkeypatch


def test_a_full_disk_is_told_and_the_form_kept(hall: Hall, request: pytest.FixtureRequest) -> None:
    """On each page that writes: what was filled in stands there, to be sent again once there is room."""
    finance, joining, leading = hall.seated("Finance"), hall.come_in(hall.doors.join), hall.leading()
    finance.get("/sheet/deciding")
    disk: pytest.MonkeyPatch = request.getfixturevalue("full_disk")
    finance.send("/sheet/deciding", HOURS)
    ticked = [each["value"] for each in Read(finance.text).all("input") if "checked" in each]
    assert (finance.status, ticked) == (503, ["is_longer_hours"]) and "could not keep this" in finance.text
    assert str(hall.folder) not in finance.text and faults(finance.text) == []
    joining.send("/name", {"who": "Table 2"})
    assert joining.status == 503 and 'value="Table 2"' in joining.text and faults(joining.text) == []
    leading.send("/room", {"do": "let_go:finance"})
    assert leading.status == 503 and FULL in leading.text and faults(leading.text) == []
    finance.get("/check")
    of = next(each["value"] for each in Read(finance.text).all("input") if each.get("name") == "of")
    finance.send("/check", {"of": of})
    assert finance.status == 503 and not hall.workshop.is_sealed("finance")
    disk.undo()
    finance.send("/sheet/deciding", HOURS)
    seal(finance)
    assert hall.workshop.own_sheet("finance").answers == {"wishes": ["longer_hours"]}


def test_opening_on_a_full_disk_opens_nothing(hall: Hall, request: pytest.FixtureRequest) -> None:
    """It is told, and they stay sealed."""
    finance, leading = hall.seated("Finance"), hall.leading()
    fill_in(finance)
    seal(finance)
    leading.get("/room/without")
    request.getfixturevalue("full_disk")
    leading.send("/room/without")
    assert leading.status == 503 and FULL in leading.text and not hall.workshop.is_open


def test_a_sheet_broken_by_hand_is_told_with_its_place(hall: Hall) -> None:
    """To the facilitator; while it is sealed nothing of what stands in it. Mended, it counts."""
    finance, leading = hall.seated("Finance"), hall.leading()
    fill_in(finance)
    seal(finance)
    path = hall.folder / "sheets" / "finance.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good + "remarkk: hidden words\n", encoding="utf-8")
    for page in ("/room", "/projector", "/files"):
        leading.get(page)
        place = f"{path}:{len(good.splitlines()) + 1}:1"
        told = place in leading.text or page == "/files"
        assert told and "remarkk" not in leading.text and "hidden words" not in leading.text
    assert "cannot be read" in finance.get("/waiting") and str(path) not in finance.text and faults(finance.text) == []
    path.write_text(good, encoding="utf-8")
    hall.workshop.open_sheets(without_waiting=True)
    path.write_text(good.replace("roof: bad", "roof: worse"), encoding="utf-8")
    leading.get("/result")
    assert leading.status == 422 and f"{path}:" in leading.text and "worse" in leading.text
    assert faults(leading.text) == []
    path.write_text(good, encoding="utf-8")
    assert leading.get("/result") and leading.status == 200


def test_a_draft_broken_by_hand_disturbs_nobody_else(hall: Hall) -> None:
    """The facilitator is told where it is; others go on."""
    finance, table, leading = hall.seated("Finance"), hall.seated("Table 2"), hall.leading()
    finance.get("/sheet")
    finance.send(finance.path, HOURS)
    path = hall.folder / "drafts" / "finance.yaml"
    path.write_text("id: [\n", encoding="utf-8")
    assert finance.get("/sheet") and finance.status == 422
    assert f"{path}:" in leading.get("/room") and leading.status == 200 and faults(leading.text) == []
    fill_in(table)
    assert table.path == "/check"
    id = hall.workshop.file.id
    text = f"id: finance\nworkshop: {id}\nwho: Finance\ncame_by: browser\nanswers: {{roof: worse}}\n"
    path.write_text(text, encoding="utf-8")
    assert "answer it anew" in finance.get("/check") and faults(finance.text) == []
    finance.get("/sheet/service")
    finance.send(finance.path, {"answer-roof": "is_bad"})
    seal(finance)
    assert hall.workshop.own_sheet("finance").answers == {"roof": "bad"}


def test_who_lost_browser_and_code_is_brought_back_by_the_facilitator(hall: Hall) -> None:
    """A new code is shown to the facilitator once; the old one is nobody's; and nobody else can ask for one."""
    finance = hall.seated("Finance")
    lost = own_code(finance)
    fill_in(finance)
    leading = hall.leading()
    leading.send("/room", {"do": "new_code:finance"})
    code = own_code(leading)
    assert code != lost and faults(leading.text) == []
    returned = hall.come_in(hall.doors.join)
    returned.send("/back", {"back": lost})
    assert returned.status == 422
    returned.send("/back", {"back": code})
    assert "Longer hours" in returned.get("/check")
    returned.send("/room", {"do": "new_code:finance"})
    assert returned.status == 403
