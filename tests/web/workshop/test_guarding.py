"""Codes that are guessed, requests from elsewhere, addresses that lead nowhere, and crowds: nobody else is harmed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.conftest import GENEROUS, Browser
from tests.web.html_laws import faults
from wizard.web.workshop.routes import ROUTES

from .conftest import HOURS, Hall, HallOf, fill_in, own_code, seal


def still_fine(hall: Hall, browser: Browser) -> bool:
    """Whether somebody who fills in a sheet can go on: a page is kept, and the next is there."""
    browser.get("/sheet/deciding")
    browser.send("/sheet/deciding", HOURS)
    return browser.path == "/sheet/service" and browser.status == 200


@pytest.mark.parametrize("way", [each for each in ROUTES if each.needs != "nothing"], ids=lambda each: str(each))
def test_nothing_is_seen_or_done_without_a_code(hall: Hall, way: Any) -> None:
    """Every address leads to the page that asks for it, and the folder stays as it is."""
    browser = hall.browser()
    browser.get("/join")
    before = sorted(str(each) for each in hall.folder.rglob("*"))
    if way.method == "GET":
        browser.get(way.path)
    else:
        browser.send(way.path, {"who": "Ghost", "do": "open"})
    assert browser.path == "/join" and browser.heading == "Join" and "Our libraries" not in browser.text.split("<h1")[1]
    assert sorted(str(each) for each in hall.folder.rglob("*")) == before


def test_one_form_takes_either_code(hall: Hall) -> None:
    """However it is typed; whoever is in already needs none."""
    for code, path in ((hall.doors.join, "/name"), (hall.doors.facilitator, "/room")):
        for typed in (code, f" {code.upper().replace('-', ' ')} "):
            browser = hall.come_in(typed)
            assert browser.path == path
            browser.send("/join", {"code": "wrong"})
            assert browser.path == path and browser.status == 200


@pytest.mark.parametrize("kind", ["join", "facilitator", "own"])
def test_guessing_any_code_is_held_up(hall_of: HallOf, kind: str) -> None:
    """After so many wrong ones of whatever kind none is taken from there; elsewhere they are, and those in go on."""
    hall = hall_of(GENEROUS._replace(wrong_codes=3, wrong_codes_within=30))
    inside = hall.seated("Finance")
    code = own_code(inside)
    guesser = hall.come_in(hall.doors.join, "192.0.2.66") if kind == "own" else hall.browser("192.0.2.66")
    path, field = ("/back", "back") if kind == "own" else ("/join", "code")
    guesser.get("/")
    right = {"join": hall.doors.join, "facilitator": hall.doors.facilitator, "own": code}[kind]
    for _ in range(3):
        guesser.send(path, {field: "aaaa-aaaa-aaaa-aaaa"})
        assert guesser.status == 422
    page = guesser.text
    guesser.send(path, {field: right})
    assert guesser.status == 429 and "Wait 10 seconds" in guesser.text and faults(guesser.text) == faults(page) == []
    assert hall.come_in(hall.doors.join, "192.0.2.2").path == "/name" and still_fine(hall, inside)
    hall.clock.now += 10
    guesser.get("/")
    guesser.send(path, {field: right})
    assert guesser.path in ("/name", "/room", "/facts")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"host": "evil.example:8765"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"},
    ],
)
def test_foreign_hosts_and_origins_are_refused(hall: Hall, headers: dict[str, str]) -> None:
    """403 to a form that has everything else right: nothing is sealed, and the sender goes on."""
    finance, leading = hall.seated("Finance"), hall.leading()
    fill_in(finance)
    finance.send("/check", {"of": "x"}, headers=headers)
    assert finance.status == 403 and not hall.workshop.is_sealed("finance")
    leading.send("/room", {"do": "let_go:finance"}, headers=headers)
    assert leading.status == 403 and not hall.workshop.seat("finance").left
    assert still_fine(hall, finance)


@pytest.mark.parametrize("token", ["", "0" * 64, "ü", None])
def test_forms_without_their_proof_are_refused(hall: Hall, token: str | None) -> None:
    """Also with another person's."""
    finance, other = hall.seated("Finance"), hall.seated("Table 2")
    fill_in(finance)
    other.get("/sheet")
    finance.send("/check", {"token": other.token if token is None else token, "of": ""})
    assert finance.status == 403 and not hall.workshop.is_sealed("finance") and still_fine(hall, finance)


ELSEWHERE = (
    "/../../etc/passwd",
    "/sheet/..%2f..%2fetc%2fpasswd",
    "/paper/..%2f..%2fsheets/check",
    "/paper/finance/check",
    "/paper/../../codes.yaml/check",
    "/files/..%2fcodes.yaml",
    "/files/codes.yaml",
    "/files/%2fetc%2fpasswd",
    "/files/joined.yaml",
    "/files/script.exe",
    "/sheet/deciding%00",
    "/codes.yaml",
)


@pytest.mark.parametrize("path", ELSEWHERE)
def test_no_address_reaches_what_is_not_offered(hall: Hall, path: str) -> None:
    """404 or one's own first page, to the facilitator as to a participant; no code and no file of the machine."""
    finance, leading = hall.seated("Finance"), hall.leading()
    for browser in (finance, leading):
        browser.get(path)
        found = browser.text + browser.get("/")
        assert hall.doors.secret not in found and "root:" not in found
    leading.get(path)
    assert leading.status == 404 or leading.path == "/room"


def test_oversized_forms_are_refused(hall_of: HallOf) -> None:
    """In bytes and in fields; the sheet stays as it was."""
    hall = hall_of(GENEROUS._replace(body=5_000, fields=20))
    finance = hall.seated("Finance")
    finance.get("/sheet/anything-else")
    finance.send(finance.path, {"remark": "x" * 6_000})
    assert finance.status == 413 and hall.workshop.draft("finance") is None
    finance.get("/sheet/anything-else")
    finance.send("/sheet/anything-else", {f"field{number}": "x" for number in range(30)})
    assert finance.status == 400 and hall.workshop.draft("finance") is None and still_fine(hall, finance)


def test_a_thousand_joins_disturb_nobody(hall_of: HallOf) -> None:
    """They leave nothing behind; of seats an address gets so many at a time, and is told so; others sit down still."""
    hall = hall_of(GENEROUS._replace(desks=5))
    finance = hall.seated("Finance", "192.0.2.2")
    crowd = hall.browser("192.0.2.9").client
    form = {"token": hall.room.proof("none"), "code": hall.doors.join}
    seated = []
    for number in range(1_000):
        crowd.cookies.clear()
        came = crowd.post("/join", data=form, headers={"cookie": "council_workshop_8765=none"}, follow_redirects=False)
        assert came.status_code == 303
        if number % 50 == 0:
            key = str(came.cookies["council_workshop_8765"])
            seated.append(crowd.post("/name", data={"token": hall.room.proof(key), "who": f"Crowd {number}"}))
    assert [each.status_code for each in seated] == [200] * 5 + [429] * 15
    assert "Many have taken a seat" in seated[-1].text and faults(seated[-1].text) == []
    assert len(hall.workshop.seats) == 6 and still_fine(hall, finance)
    assert "You take part as Care" in hall.seated("Care", "192.0.2.3").text


def test_a_full_room_is_told(hall_of: HallOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody more sits down, whatever the address; those who sit go on, and anybody may still look on."""
    monkeypatch.setattr("wizard.workshop.seating.MOST_PEOPLE", 2)
    hall = hall_of()
    finance, _ = hall.seated("Finance"), hall.seated("Table 2")
    late = hall.seated("Care", "192.0.2.3")
    assert late.status == 422 and "2 people take part already" in late.text and faults(late.text) == []
    assert still_fine(hall, finance) and "Join code" in late.get("/projector")


def test_names_are_taken_once(hall: Hall) -> None:
    """And shown as they were typed, whatever stands in them."""
    nasty = '<b onclick="x">Finance</b>'
    first, second = hall.seated(nasty), hall.seated(nasty.upper())
    assert second.status == 422 and "here already" in second.text
    assert faults(first.text) == faults(second.text) == [] and "&lt;b onclick" in hall.leading().get("/room")
    second.send("/name", {"who": " "})
    assert second.status == 422 and len(hall.workshop.seats) == 1


def test_one_persons_many_requests_are_held_up_alone(hall: Hall) -> None:
    """Too many of one browser at once are put off; those of others are answered."""
    finance, other = hall.seated("Finance"), hall.seated("Table 2")
    key = next(str(each.value) for each in finance.client.cookies.jar)
    held = [hall.room.begin(key) for _ in range(hall.room.limits.waiting + 3)]
    assert held.count(False) == 2
    assert "still being made" in finance.get("/sheet") and finance.status == 429 and still_fine(hall, other)
    for _ in range(held.count(True)):
        hall.room.end(key)
    assert still_fine(hall, finance)


def test_every_answer_has_its_headers(hall: Hall) -> None:
    """No page may be kept, framed or run a script; the key is out of a script's reach."""
    leading = hall.leading()
    for path in ("/", "/projector", "/nowhere"):
        leading.get(path)
        policy = leading.headers["content-security-policy"]
        assert leading.headers["cache-control"] == "no-store" and "script" not in policy
    cookie = hall.browser().client.get("/join").headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie


def test_a_fault_of_the_program_tells_nothing(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said that it is the program's, and nothing of what is inside."""
    finance = hall.seated("Finance")

    def fails(*_: Any) -> None:
        raise RuntimeError("the inside of the house")

    monkeypatch.setattr("wizard.web.workshop.facts.facts", fails)
    finance.get("/facts")
    assert finance.status == 500 and "not yours" in finance.text and "inside" not in finance.text
    assert still_fine(hall, finance)


ODD = st.text(max_size=12)
FIELDS = {
    "do": st.sampled_from(["on", "check", "open", "let_go:finance", "await:finance", "made_up", "1", "-1", "9" * 30])
    | ODD,
    "answer-wishes": st.sampled_from(["is_longer_hours", "none", "not_sure", "several", "is_x"]) | ODD,
    "answer-roof": st.sampled_from(["is_bad", "several", "leave_out", "not_sure"]) | ODD,
    "may_be-roof": st.sampled_from(["is_bad", "is_sound", "is_x"]) | ODD,
    "place-readers": st.sampled_from(["1", "2", "3", "01", "²"]) | ODD,
    "place-change": st.sampled_from(["1", "2", ""]) | ODD,
    "cannot_say": ODD,
    "remark": ODD,
    "who": st.sampled_from(["Finance", "Care"]) | ODD,
    "words-leadership": ODD,
    "back": ODD,
}


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, str, dict[str, list[str]]]:
    """A way that there is, some address for it, and some fields."""
    way = draw(st.sampled_from([each for each in ROUTES if each.path not in ("/favicon.ico", "/leave")]))
    path = way.path
    for name, values in {
        "page": ["deciding", "service", "order-leadership", "anything-else", "x"],
        "seat": ["finance", "on_paper", "x"],
        "decision": ["leadership", "x"],
        "name": ["joined.yaml", "script.html", "text.txt", "what_came_out.html", "x.y"],
    }.items():
        path = path.replace(f"{{{name}}}", draw(st.sampled_from(values)))
    fields = draw(st.lists(st.sampled_from(list(FIELDS)), unique=True, max_size=5))
    return way.method, path, {each: draw(st.lists(FIELDS[each], min_size=1, max_size=2)) for each in fields}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(requests(), min_size=1, max_size=8), st.sampled_from(["filling", "sealed", "open"]), st.booleans())
def test_anything_is_answered_in_plain_words(
    hall_of: HallOf, asked: list[tuple[str, str, dict[str, list[str]]]], how_far: str, leads: bool
) -> None:
    """In any order, of whoever asks, however far the room is; every page keeps the laws."""
    hall = hall_of()
    finance, leading = hall.seated("Finance"), hall.leading()
    leading.send("/paper", {"who": "On paper"})
    if how_far != "filling":
        fill_in(finance)
        seal(finance)
    if how_far == "open":
        hall.workshop.open_sheets(without_waiting=True)
    browser = leading if leads else finance
    for method, path, fields in asked:
        if method == "GET":
            browser.get(path)
        else:
            browser.get("/paper" if leads and how_far != "open" else "/files" if leads else "/waiting")
            token = browser.token or hall.room.proof(next(str(each.value) for each in browser.client.cookies.jar))
            browser.send(path, {"token": token, **fields})
        assert browser.status < 500 or browser.status == 503, (method, path, fields)
        is_file = "content-disposition" in browser.headers
        if browser.headers["content-type"].startswith("text/html") and not is_file:
            assert faults(browser.text) == [], (method, path, fields)


def test_the_folder_is_not_served(hall: Hall) -> None:
    """No file of it has an address, not even one whose name is known."""
    leading = hall.leading()
    for each in (path for path in hall.folder.rglob("*") if path.is_file()):
        leading.get(f"/{each.relative_to(hall.folder)}")
        assert leading.status == 404
        leading.get(f"/files/{Path(each).name}")
        assert leading.status == 404
