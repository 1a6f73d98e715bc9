"""Sealed is sealed: no page gives anybody another's sheet before the sheets are open."""

from __future__ import annotations

import pytest

from tests.web.conftest import Browser
from tests.web.html_laws import faults
from wizard.web.workshop.routes import ROUTES

from .conftest import Hall, crawled, fill_in, own_code, seal

SECRET = "Zanzibar"
"""Stands on a sealed sheet and on a draft, and nowhere else."""

WAYS = [each for each in ROUTES if "{" not in each.path and each.path != "/favicon.ico"]


def asked_everything(hall: Hall, browser: Browser, ids: tuple[str, ...]) -> dict[str, str]:
    """Every page that links lead to, and every address that there is, with the ids of others put in."""
    found = crawled(browser)
    for way in ROUTES:
        for id in (*ids, "..%2fsheets%2ffinance"):
            path = way.path
            for name in ("seat", "page", "decision", "name"):
                path = path.replace(f"{{{name}}}", id)
            found[f"GET {path}"] = browser.get(path)
            if way.method == "POST" and way.path not in ("/leave", "/room/without"):
                browser.get("/projector/still" if browser.path == "/join" else "/facts")
                found[f"POST {path}"] = browser.send(path, {"do": "open", "who": "", "of": ""})
    return found


def test_nothing_sealed_is_given_out(hall: Hall) -> None:
    """Not to a participant, a guest, somebody without a code, the projector or the facilitator; nor is a draft."""
    finance, draft = hall.seated("Finance"), hall.seated("Table 2")
    for browser in (finance, draft):
        fill_in(browser, remark=SECRET)
    seal(finance)
    assert SECRET in finance.get("/sealed") and SECRET in draft.get("/check")
    visitors = {
        "participant": hall.seated("Care"),
        "guest": hall.come_in(hall.doors.join),
        "nobody": hall.browser(),
        "facilitator": hall.leading(),
    }
    for who, browser in visitors.items():
        pages = asked_everything(hall, browser, ("finance", "table_2"))
        assert [path for path, text in pages.items() if SECRET in text] == [], who
        assert not hall.workshop.is_open, who
    hall.workshop.open_sheets(without_waiting=True)
    assert hall.workshop.own_sheet("finance").remark == SECRET


@pytest.mark.parametrize("way", [each for each in ROUTES if each.needs == "facilitator"], ids=lambda each: str(each))
def test_what_is_the_facilitators_is_theirs_alone(hall: Hall, way: object) -> None:
    """No participant gets such a page or has such a form obeyed, however they ask; 403, and nothing is changed."""
    finance = hall.seated("Finance")
    path = way.path.replace("{seat}", "finance").replace("{page}", "deciding").replace("{name}", "script.html")
    before = sorted(str(each) for each in hall.folder.rglob("*"))
    if way.method == "GET":
        finance.get(path)
    else:
        finance.send("/leave", {"token": "none"})
        finance.get("/name")
        finance.get("/check")
        finance.send(path, {"do": "let_go:finance", "who": "Ghost", "of": ""})
    assert finance.status == 403 and "facilitator" in finance.text and faults(finance.text) == []
    assert sorted(str(each) for each in hall.folder.rglob("*")) == before and not hall.workshop.seat("finance").left


def test_nobody_reaches_anothers_sheet(hall: Hall) -> None:
    """Their own code is theirs alone: a wrong one, or another's name, opens nothing; nor does a key made up."""
    finance = hall.seated("Finance")
    fill_in(finance, remark=SECRET)
    thief = hall.come_in(hall.doors.join)
    for given in (
        "Finance",
        "finance",
        "",
        hall.doors.join,
        hall.doors.facilitator,
        own_code(hall.seated("Care"))[::-1],
    ):
        thief.get("/name")
        thief.send("/back", {"back": given})
        assert thief.status == 422 and "No seat has this code" in thief.text
    for key in ("g.x.y", "f." + "a" * 32 + "." + "0" * 64, ".", "f", "f.."):
        maker = hall.browser()
        maker.get("/room", cookie=f"council_workshop_8765={key}")
        assert maker.path == "/join"


def test_the_key_that_was_planted_is_of_no_use(hall: Hall) -> None:
    """Coming in changes the browser's key; so does leaving."""
    browser = hall.browser()
    browser.get("/join")
    keys = [key_of(browser)]
    browser.send("/join", {"code": hall.doors.join})
    keys.append(key_of(browser))
    browser.send("/name", {"who": "Finance"})
    browser.get("/facts")
    assert key_of(browser) == keys[1] != keys[0]
    seal(browser)
    browser.get("/waiting")
    browser.send("/leave")
    assert (
        browser.path == "/join" and key_of(browser) not in keys and browser.get("/sealed") and browser.path == "/join"
    )


def key_of(browser: Browser) -> str:
    """What the browser's cookie says."""
    return next(str(each.value) for each in browser.client.cookies.jar)
