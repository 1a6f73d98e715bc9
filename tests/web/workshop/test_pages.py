"""Every page of a workshop keeps the laws of `html_laws`, for each kind of visitor, at every stage."""

from __future__ import annotations

import pytest

from tests.web.conftest import Browser
from tests.web.html_laws import Read, faults

from .conftest import Hall, crawled, fill_in, own_code, seal

STAGES = ("nobody is in", "filling", "sealed", "open")


@pytest.mark.parametrize("stage", STAGES)
def test_every_page_keeps_the_laws(hall: Hall, stage: str) -> None:
    """From each one's first page on, by links: no fault, and no dead link."""
    visitors: dict[str, Browser] = {"facilitator": hall.leading(), "guest": hall.come_in(hall.doors.join)}
    if stage != "nobody is in":
        visitors |= {"Finance": hall.seated("Finance"), "Care": hall.seated("Care")}
        visitors["facilitator"].get("/paper")
        visitors["facilitator"].send("/paper", {"who": "On paper"})
    if stage in ("sealed", "open"):
        for each in ("Finance", "Care"):
            fill_in(visitors[each], answer_roof=f"is_{'bad' if each == 'Care' else 'sound'}")
            seal(visitors[each])
    if stage == "open":
        hall.workshop.open_sheets(without_waiting=True)
        visitors["Care"].get("/own")
        visitors["Care"].send("/own/leadership", {"words-leadership": "No."})
    for who, browser in visitors.items():
        pages = crawled(browser)
        found = {path: wrong for path, text in pages.items() if "." not in path and (wrong := faults(text))}
        assert found == {}, who
        assert len(pages) >= 3 and all("There is no such page" not in text for text in pages.values()), who
    assert faults(hall.browser().get("/")) == []


def test_pages_that_say_no_keep_the_laws(hall: Hall) -> None:
    """What is refused, and each form with a fault."""
    browser, leading = hall.browser(), hall.leading()
    browser.get("/join")
    said = [browser.send("/join", {"code": "wrong"}), browser.get("/nowhere"), browser.get("/join")]
    browser.send("/join", {"code": hall.doors.join})
    said += [browser.send("/name", {"who": ""}), browser.send("/back", {"back": "x"})]
    browser.send("/name", {"who": "Finance"})
    code = own_code(browser)
    browser.get("/sheet/service")
    said += [browser.send("/sheet/service", {"answer-roof": "is_x"}), browser.get("/room")]
    leading.get("/paper")
    said += [leading.send("/paper", {"who": "finance"}), leading.get("/room")]
    said.append(leading.send("/room", {"do": "open"}))
    assert [wrong for text in said if (wrong := faults(text))] == []
    assert code not in leading.get("/room") + browser.get("/facts")


def test_the_projector_can_be_stopped(hall: Hall) -> None:
    """It loads itself anew as long as something can change, says so, and stays as it is for whoever wants that."""
    guest = hall.come_in(hall.doors.join)
    shown = guest.get("/projector")
    assert guest.headers["refresh"].isdigit() and "/projector/still" in shown and hall.doors.join in shown
    assert Read(shown).all("nav") == [] and "0 of 3 are in" in shown
    guest.get("/projector/still")
    assert "refresh" not in guest.headers
    finance = hall.seated("Finance")
    for path in ("/waiting", "/facts", "/sheet", "/name", "/result"):
        finance.get(path)
        assert "refresh" not in finance.headers
    fill_in(finance)
    seal(finance)
    hall.workshop.open_sheets(without_waiting=True)
    assert "What your answers point to" in guest.get("/projector") and "refresh" not in guest.headers


def test_the_projector_never_shows_the_facilitators_code(hall: Hall) -> None:
    """Neither that nor anybody's name; the facilitator's own page shows whom to wait for."""
    hall.seated("Finance")
    leading = hall.leading()
    for path in ("/projector", "/projector/still", "/room", "/files", "/paper"):
        assert hall.doors.facilitator not in leading.get(path)
    assert "Finance" not in leading.get("/projector") and "Finance" in leading.get("/room")


def test_every_field_on_a_sheet_has_an_own_name(hall: Hall) -> None:
    """What is chosen for one question of a page says nothing of another's."""
    finance = hall.seated("Finance")
    for path in ("/sheet/deciding", "/sheet/service"):
        names = {str(each["name"]) for each in Read(finance.get(path)).all("input") if each["type"] != "hidden"}
        assert names and all(name.partition("-")[2] in hall.workshop.file.questions for name in names)


def test_the_sheet_asks_what_the_workshop_asks(hall: Hall) -> None:
    """Every question and the order of every decision with two groups or more, each on one page alone."""
    finance = hall.seated("Finance")
    pages = [text for path, text in crawled(finance, "/check").items() if path.startswith("/sheet/")]
    asked = hall.workshop.rules.pack.questions
    for each in hall.workshop.file.questions:
        assert sum(asked[each].ask in Read(text).text_of("h2") for text in pages) == 1
    assert sum("What matters more" in text for text in pages) == 1
