"""Requests that are refused: said plainly, with nothing changed and nobody else disturbed."""

from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from wizard.session.settings import Settings
from wizard.web import sections
from wizard.web.exchange import Given
from wizard.web.limits import Limits
from wizard.web.names import Names
from wizard.web.visit import Visit

from .conftest import GENEROUS, HERE, Browser, House, HouseOf

FORM = "application/x-www-form-urlencoded"


def still_fine(browser: Browser) -> bool:
    """Whether somebody who is at work can go on as before."""
    return "Newtown" in browser.get("/work") and browser.status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://127.0.0.1:8765.evil.example"},
        {"host": "evil.example:8765"},
        {"host": "evil.example"},
        {"host": "127.0.0.1:1"},
        {"host": "127.0.0.1.evil.example:8765"},
        {"host": "localhost:8765:8765"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"},
        {"sec-fetch-site": "same-site", "sec-fetch-mode": "navigate"},
    ],
)
def test_foreign_hosts_and_origins_are_refused(house: House, headers: dict[str, str]) -> None:
    """403 to a form that has everything else right, with what to do; the title stays, and the sender goes on."""
    browser = house.at_work()
    browser.get("/work")
    browser.send("/work", {"do": "title", "title": "Taken over"}, headers=headers)
    assert browser.status == 403 and ("refused" in browser.text or "does not answer under" in browser.text)
    assert still_fine(browser) and "Taken over" not in browser.text


@pytest.mark.parametrize(
    "headers", [{"origin": HERE}, {"host": "localhost:8765", "origin": "http://localhost:8765"}, {}]
)
def test_own_hosts_and_origins_are_taken(house: House, headers: dict[str, str]) -> None:
    """The same form from the server's own page is done."""
    browser = house.at_work()
    browser.get("/work")
    response = browser.client.post(
        "/work",
        data={"token": browser.token, "do": "title", "title": "Oldtown"},
        headers={**headers, "cookie": cookie_of(browser)},
        follow_redirects=False,
    )
    assert response.status_code == 303 and "Oldtown" in browser.get("/work")


def cookie_of(browser: Browser) -> str:
    """The browser's cookie as it sends it."""
    return "; ".join(f"{each.name}={each.value}" for each in browser.client.cookies.jar)


def test_links_from_elsewhere_may_be_followed(house: House) -> None:
    """Reading a page changes nothing, and whoever is sent a link should be able to use it; scripts may not read it."""
    browser = house.browser()
    browser.get("/", **{"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"})
    assert browser.status == 200
    browser.get("/", **{"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"})
    assert browser.status == 403


@pytest.mark.parametrize("token", ["", "0" * 64, "ü", None])
def test_forms_without_their_proof_are_refused(house: House, token: str | None) -> None:
    """Also with another person's."""
    browser, other = house.at_work(), house.at_work("Oldtown")
    other.get("/work")
    browser.send("/work", {"token": other.token if token is None else token, "do": "close"})
    assert browser.status == 403 and "did not come from this server" in browser.text
    assert still_fine(browser) and "Oldtown" in other.get("/work")


def test_proofs_of_before_coming_in_do_not_hold_after(house: House) -> None:
    """A key that somebody else may have planted is changed as soon as there is something to lose."""
    browser = house.browser()
    browser.get("/")
    planted, token = cookie_of(browser), browser.token
    browser.send("/begin", {"title": "Newtown"})
    assert cookie_of(browser) != planted and still_fine(browser)
    thief = house.browser()
    assert "Newtown" not in thief.get("/", cookie=planted)
    browser.send("/work", {"token": token, "do": "close"})
    assert browser.status == 403


def test_oversized_forms_are_refused(house_of: HouseOf) -> None:
    """By what is announced and by what comes, in bytes and in fields; each time it is said, and the work is there."""
    house = house_of(GENEROUS._replace(body=5_000, fields=20))
    browser = house.at_work()
    browser.get("/work")
    browser.send("/work", {"do": "title", "title": "x" * 6_000})
    assert browser.status == 413 and "too large" in browser.text and browser.headers["connection"] == "close"
    parts = (b"token=" + b"x" * 4_000, b"y" * 4_000)
    response = browser.client.post("/work", content=iter(parts), headers={"content-type": FORM})
    assert response.status_code == 413
    browser.send("/work", {f"field{number}": "x" for number in range(30)})
    assert browser.status == 400 and "cannot be read" in browser.text
    assert still_fine(browser)


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data; boundary=x", ""])
def test_only_forms_are_taken(house: House, kind: str) -> None:
    """Other kinds can be sent from elsewhere without being asked for leave, or hide what they hold."""
    browser = house.at_work()
    response = browser.client.post("/work", content=b"{}", headers={"content-type": kind})
    assert response.status_code == 415 and still_fine(browser)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_other_methods_are_refused(house: House, method: str) -> None:
    """405."""
    browser = house.at_work()
    assert browser.client.request(method, "/work").status_code == 405 and still_fine(browser)


ELSEWHERE = (
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/question/..%2f..%2fetc%2fpasswd",
    "/sections/..%2F..%2F",
    "/download/..%2f..%2fpyproject.toml",
    "/download/%2fetc%2fpasswd",
    "/evidence/finding/..%2f..%2fx",
    "/evidence/place/..%2f..%2fx",
    "/evidence/file/etc",
    "/result/__init__",
    "/what-if/..%2fx",
    "/what-if/..%2fx/vary",
    "/question/roof%00",
    "/style.css",
    "/desk/",
)


@pytest.mark.parametrize("path", ELSEWHERE)
def test_no_address_reaches_the_disk(house: House, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """404 or a plain answer, and not one file is opened for it."""
    browser = house.at_work()
    opened: list[str] = []
    plain_open = Path.open
    monkeypatch.setattr(
        Path, "open", lambda self, *args, **more: (opened.append(str(self)), plain_open(self, *args, **more))[1]
    )
    browser.get(path)
    assert browser.status in (200, 404) and "root:" not in browser.text and opened == []
    assert still_fine(browser)


@pytest.mark.parametrize(
    "which", ["../../etc/passwd", "recent:/etc/passwd", "report:../reports/medway_2008", "report:", ""]
)
def test_only_what_is_offered_is_opened(house: House, which: str) -> None:
    """By ids of the server's own; anything else is none of them."""
    browser = house.at_work()
    browser.get("/")
    browser.send("/open", {"which": which})
    assert browser.status == 404 and "not one of the files offered" in browser.text and still_fine(browser)


def test_too_many_sessions(house_of: HouseOf) -> None:
    """Who comes when the house is full is told so; those at work go on, and a place that is given up can be taken."""
    house = house_of(GENEROUS._replace(desks=2, idle=100))
    first, second, third = house.at_work(), house.at_work(), house.browser()
    third.get("/")
    third.send("/begin", {"title": "Newtown"})
    assert third.status == 503 and "2, are at work here" in third.text and "retry-after" in third.headers
    assert still_fine(first)
    house.clock.now += 60
    assert still_fine(first)
    house.clock.now += 60
    third.get("/")
    third.send("/begin", {"title": "Newtown"})
    assert third.path == "/question/decision_date" and still_fine(first)
    assert "Your session has ended" in second.get("/work")


def test_whoever_asks_too_often_is_held_up_alone(house_of: HouseOf) -> None:
    """By address; after a while they may go on, and their work is as it was."""
    house = house_of(Limits(burst=10, per_second=1))
    eager, other = house.at_work(), house.browser("192.0.2.7")
    while eager.status == 200:
        eager.get("/work")
    assert eager.status == 429 and "Wait 1 seconds" in eager.text
    other.get("/")
    assert other.status == 200
    house.clock.now += 5
    assert still_fine(eager)


def test_every_answer_has_its_headers(house: House) -> None:
    """No page may be kept, framed, read elsewhere or run a script; the key is out of a script's reach."""
    browser = house.browser()
    for path in ("/", "/nowhere"):
        browser.get(path)
        assert browser.headers["cache-control"] == "no-store"
        policy = browser.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script" not in policy and "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy and browser.headers["x-content-type-options"] == "nosniff"
    cookie = browser.client.get("/", headers={"cookie": ""}).headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie


def test_answers_never_stand_in_addresses(house: House) -> None:
    """Every form is sent in a body, and where it leads to names no more than the question."""
    browser = house.at_work()
    response = browser.client.post(
        browser.path,
        data={"token": browser.token, "do": "save", "answer": "typed", "figure": "2010"},
        follow_redirects=False,
    )
    assert response.headers["location"] == "/questions" and "?" not in response.headers["location"]


def test_a_fault_of_the_program_tells_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said that it is the program's, and nothing of what is inside; the answers are there still."""
    browser = house.at_work()

    def fails(*_: Any) -> None:
        raise RuntimeError("the inside of the house")

    monkeypatch.setattr("wizard.web.sections.sections", fails)
    browser.get("/sections")
    assert browser.status == 500 and "not yours" in browser.text and "inside" not in browser.text
    assert still_fine(browser)


def test_names_by_which_the_server_is_known() -> None:
    """Bound to every address it answers to bare addresses, which nobody can point elsewhere, and to its names."""
    everywhere = Names("0.0.0.0", 8765, ["wizard.example"])
    known = ("10.1.2.3:8765", "[fe80::1]:8765", "wizard.example", "Wizard.Example:8765", "localhost:8765", "[::1]:8765")
    assert all(everywhere.knows(each) for each in known)
    assert not any(everywhere.knows(each) for each in ("evil.example:8765", "10.1.2.3", "", "[::1", "10.1.2.3:x"))
    one = Names("10.1.2.3", 80)
    assert one.knows("10.1.2.3") and not one.knows("10.1.2.4") and not one.knows("10.1.2.3:8080")


def test_files_of_this_machine_are_opened_and_saved_in_place(
    house_of: HouseOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file opened lately is offered by an id that is no path; what is changed is saved there when that is asked."""
    monkeypatch.setenv("WIZARD_SETTINGS", str(tmp_path / "settings"))
    path = tmp_path / "newtown.yaml"
    path.write_text(f"id: newtown\ntitle: Newtown\npack: {{id: {'tiny'}}}\nanswers: {{}}  # ours\n", encoding="utf-8")
    settings = Settings()
    settings.remember_file(path)
    house = house_of(settings=settings)
    browser = house.browser()
    which = re.search(r'value="(recent:[0-9a-f]+)"', browser.get("/"))
    assert which is not None
    monkeypatch.setattr(house.room.rule_sets, "of", lambda _: house.room.rule_sets.named(house.room._pack or ""))
    browser.send("/open", {"which": which[1]})
    browser.get("/question/roof")
    browser.send("/question/roof", {"do": "save", "answer": "is_bad"})
    assert "roof" not in path.read_text(encoding="utf-8")
    browser.get("/work")
    browser.send("/work", {"do": "save"})
    assert "Saved in" in browser.text and "roof: bad" in path.read_text(encoding="utf-8")


def test_one_persons_long_work_holds_nobody_else_up(house_of: HouseOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a page of theirs is being made, more of theirs are put off, said so, and others get their pages."""
    house = house_of(GENEROUS._replace(waiting=0))
    busy, other = house.at_work(), house.at_work()
    begun, may_end = threading.Event(), threading.Event()
    made = sections.sections

    def slow(visit: Visit) -> Given:
        begun.set()
        assert may_end.wait(20)
        return made(visit)

    monkeypatch.setattr("wizard.web.sections.sections", slow)
    with ThreadPoolExecutor(1) as pool:
        page = pool.submit(busy.client.get, "/sections")
        assert begun.wait(20)
        put_off = busy.client.get("/work")
        others = still_fine(other)
        may_end.set()
        assert page.result().status_code == 200
    assert put_off.status_code == 429 and "still being made" in put_off.text and others
    assert still_fine(busy)
