"""Three people judge apart in three browsers on one machine, from the facilitator's first command to the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from .heard import heard
from .pointer import Pointer
from .walker import Walker
from .workshop_hall import Begun, Server
from .workshop_parts import FACILITATOR, JOIN, Answers, comes_back, comes_in, judges, orders, seals, takes_part

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from .conftest import Person
    from .whole_walk import Hands

GAIN, CHANGE = "What readers gain", "The cost of changing"
FINANCE = Answers("Finance", "Longer hours", "Bad", CHANGE, "The roof cannot wait")
TABLE = Answers("Table 2", "Longer hours", "Sound", GAIN, "The roof was mended last year")
CARE = Answers("Care", "A quiet place", "Sound", GAIN, "Nobody can read in that noise")
WORDS = (FINANCE.remark, TABLE.remark, CARE.remark)
WHY = "Our readers were never asked"
LEADERSHIP = "Who leads the branches"
PROJECTOR = "wizard.web.workshop.projector.EVERY"


class Room(NamedTuple):
    """A workshop that was begun and is served, and its facilitator and projector."""

    begun: Begun
    server: Server
    leading: Pointer
    projector: Pointer

    @property
    def code(self) -> str:
        """With which everybody comes in."""
        return self.server.codes[JOIN]

    def count(self, said: str) -> None:
        """The projector says how many are in."""
        self.projector.follow("Look again")
        assert self.projector.page.locator(".count").inner_text() == f"{said}."


@pytest.fixture
def room(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Room]:
    """As the README says how to begin; the projector's page stays as it is."""
    # So that it is not loaded anew while a test goes somewhere else.
    monkeypatch.setattr(PROJECTOR, 600)
    begun = Begun(tmp_path, monkeypatch, capsys)
    begun.command("workshop", "new", "our_room", "--council", "newtown.yaml", "--expect", "3")
    server = Server(begun)
    leading, projector = Pointer(person(server.house)), Pointer(person(server.house))
    comes_in(leading, server.codes[FACILITATOR])
    assert leading.heading == "The room" and server.codes[JOIN] in leading.page.content()
    comes_in(projector, server.codes[JOIN])
    projector.follow("For the projector", back=True)
    projector.follow("Stop that")
    assert projector.page.locator(".code").inner_text() == server.codes[JOIN]
    yield Room(begun, server, leading, projector)
    server.stop()


def test_three_judge_apart_and_come_to_one_result(person: Person, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """By keys, without scripts and by mouse; browsers and the server die in between, and nothing that was sealed does.

    Nobody sees a sheet before all are in; then everybody sees the same; who does not agree is in the file and report.
    """
    house = room.server.house
    keys, table, care = Walker(person(house)), Pointer(person(house, java_script_enabled=False)), Pointer(person(house))
    asked, complaints = heard(keys.page)
    room.count("0 of 3 are in")
    codes = {FINANCE: finishes(keys, room), CARE: begins(care, room)}
    takes_part(table, room.code, TABLE.who)
    judges(table, TABLE)
    orders(table, TABLE, (GAIN, CHANGE))
    room.server.again()
    room.count("1 of 3 is in")
    seals(table)
    room.count("2 of 3 are in")
    nothing_is_seen(room, table.page, TABLE.remark)

    keys = Walker(person(house))
    comes_back(keys, room.code, codes[FINANCE])
    keys.follow("Read what you sealed")
    assert FINANCE.remark in keys.page.content() and TABLE.remark not in keys.page.content()
    care = Pointer(person(house))
    comes_back(care, room.code, codes[CARE])
    care.follow("On to your sheet")
    assert care.page.get_by_role("checkbox", name=CARE.wish, exact=True).is_checked()
    judges_again(care)
    opens(room, care, monkeypatch)

    everybody = (keys, table, care)
    sees_what_came_out(room, everybody)
    objects(table, everybody)
    kept_and_reported(room)
    assert [each for each in asked if not each.startswith(f"{house.address}/")] == [] and len(asked) > 10
    assert complaints == []


def finishes(keys: Walker, room: Room) -> str:
    """By keys alone up to the sealed sheet, at which the browser dies."""
    own = takes_part(keys, room.code, FINANCE.who)
    judges(keys, FINANCE)
    orders(keys, FINANCE, (GAIN, CHANGE))
    seals(keys)
    keys.page.context.close()
    return own


def begins(care: Pointer, room: Room) -> str:
    """The first page of the sheet, after which the browser dies."""
    own = takes_part(care, room.code, CARE.who)
    judges(care, CARE)
    care.page.context.close()
    return own


def judges_again(care: Pointer) -> None:
    """Goes on where the draft ends."""
    care.send("Keep and go on")
    orders(care, CARE, (GAIN, CHANGE))


def nothing_is_seen(room: Room, page: Page, own: str) -> None:
    """Whatever the menu leads to: the facilitator, the projector and whoever sealed see no words of the others."""
    for each in (room.leading.page, room.projector.page, page):
        each.goto("/")
        ways = each.locator("nav a, main a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
        shown = "".join(each.request.get(way).text() for way in {"/result", "/room", *ways} if way.startswith("/"))
        seen = [words for words in WORDS if words in shown]
        assert seen == [] or (each is page and seen == [own])


def opens(room: Room, last: Pointer, patch: pytest.MonkeyPatch) -> None:
    """The last one seals; the projector's page sees that by itself, and then what came out."""
    room.leading.follow("Look again")
    assert "2 of 3 are in" in room.leading.page.inner_text("main")
    patch.setattr(PROJECTOR, 1)
    room.projector.go("/projector")
    seals(last)
    room.projector.page.get_by_text("3 of 3 are in").wait_for()
    room.leading.follow("Look again")
    room.leading.send("Open the sheets")
    room.projector.page.get_by_role("heading", name="What your answers point to").wait_for()


def sees_what_came_out(room: Room, everybody: tuple[Hands, ...]) -> None:
    """The same for everybody: spread, disagreements, each one's verdict and the joined one."""
    for each, said in zip(everybody, (FINANCE, TABLE, CARE), strict=True):
        each.go("/")
        assert each.heading == f"Your own sheet: {said.who}"
        each.follow("What came out")
    room.leading.follow("What came out")
    shown = {each.page.inner_text("main") for each in (*everybody, room.leading)}
    assert len(shown) == 1
    for words in (*WORDS, "What your answers point to together", "What each sheet points to, taken alone"):
        assert words in next(iter(shown))
    for verdict in verdicts(room):
        assert verdict in next(iter(shown))
    said = room.projector.page.inner_text("main")
    assert "So many sheets point there, taken alone" in said and not any(each in said for each in WORDS)


def verdicts(room: Room) -> list[str]:
    """What the projector says of each question that is being settled."""
    found = room.projector.page.locator("h2 + p").all_inner_texts()
    assert len(found) >= 2
    return found[:2]


def objects(table: Pointer, everybody: tuple[Hands, ...]) -> None:
    """One says that they do not agree; all read it."""
    table.go("/own")
    table.write(f"We do not agree on this: {LEADERSHIP}", WHY)
    table.send(f"Put it down on: {LEADERSHIP}")
    for each in everybody:
        each.go("/result")
        assert WHY in each.page.inner_text("main")


def kept_and_reported(room: Room) -> None:
    """The joined file, kept in the folder, points where the room was told; and its report names who does not agree."""
    leading = room.leading
    leading.follow("Files", back=True)
    report = leading.kept("A report to members as a web page")
    leading.send("Keep it in the workshop's folder")
    joined = room.begun.folder / "joined.yaml"
    assert str(joined) in leading.told or "our_room/joined.yaml" in leading.told
    assert leading.kept("Download the joined council file") == joined.read_text(encoding="utf-8")
    assessed = plain(room.begun.command("assess", str(joined)))
    for verdict in verdicts(room):
        assert plain(verdict) in assessed
    for text in (report, room.begun.command("report", str(joined))):
        assert plain(WHY) in plain(text) and TABLE.who in text and FINANCE.who in text


def plain(text: str) -> str:
    """In one line and small letters: in text lines break elsewhere than on pages, and names stand in capitals."""
    return " ".join(text.split()).casefold()
